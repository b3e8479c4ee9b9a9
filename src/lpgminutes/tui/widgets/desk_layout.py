"""Minutes and their release copy as clauses side by side: each text once on either side, and the way back to it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from lpgminutes.domain.document import (
    ActionEntry,
    CopyKind,
    ItemEntry,
    Mark,
    MarkStyle,
    MinuteEntry,
    MinutesDocument,
    Place,
    PointEntry,
    Text,
    Words,
)
from lpgminutes.domain.meetings import PointStyle
from lpgminutes.domain.redaction import Span, merge
from lpgminutes.domain.release_copy import note_of_release
from lpgminutes.domain.withholding import Rule, RuleStatus
from lpgminutes.tui.widgets.unchanged import Unchanged

_NUMBER = 6
_STEP = 2
_DOT = " \N{MIDDLE DOT} "
_OPENS, _CLOSES = "\N{RIGHT HALF BLOCK}", "\N{LEFT HALF BLOCK}"
_TAG = "\N{BOX DRAWINGS LIGHT VERTICAL}"
_AGREED = " \N{CHECK MARK}"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words in one style; where they come from a text, they know from where."""

    words: str
    style: str = ""
    place: Place | None = None
    start: int = 0
    width: int = 0
    """How many characters of the text it stands for; 0 for a sign."""


Pieces = tuple[Piece, ...]
Both = tuple[Pieces, Pieces]
"""One thing on either side: as the officer sees it, and as the reader will."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """What is scrolled together: one paragraph, one row of a table, one heading."""

    internal: Pieces = ()
    public: Pieces = ()
    lead: str = ""
    lead_at: int = 0
    indent: int = 0
    is_apart: bool = False
    """Whether an empty line stands before it."""
    item: str = ""
    """The number of the item that it belongs to."""
    places: tuple[Place, ...] = ()
    """The texts in it, in reading order."""


Located = tuple[tuple[Rule, tuple[Span, ...]], ...]


_Withheld = tuple[Span, bool]
"""A span, and whether the second reader agreed to it."""
_Seen = tuple[Text, Text | None, list[_Withheld] | None]
"""A text, the same in the copy, and what withholds something of it."""


@dataclass(slots=True)
class DeskLayout:
    """Lays minutes beside their copy; a clause that is as it was is the same clause."""

    _known: dict[tuple[Place, str], tuple[_Seen, Both]] = field(default_factory=dict)
    _unchanged: Unchanged = field(default_factory=Unchanged)

    def clauses(self, original: MinutesDocument, copy: MinutesDocument, located: Located) -> tuple[Clause, ...]:
        """Return the minutes with what is withheld, beside the copy as it will go out."""
        self._unchanged.begin()
        return tuple(_Layout(copy, located, self._known, self._unchanged).document(original))


@dataclass(slots=True)
class _Layout:
    copy: MinutesDocument
    located: Located
    known: dict[tuple[Place, str], tuple[_Seen, Both]]
    unchanged: Unchanged
    item: str = ""
    _copied: dict[Place, Text] = field(default_factory=dict)
    _spans: dict[Place, list[_Withheld]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._copied = {text.place: text for text in self.copy.each_text()}
        for rule, spans in self.located:
            is_agreed = rule.handling.status is RuleStatus.AGREED
            for span in spans:
                self._spans.setdefault(span.place, []).append((span, is_agreed))

    # One text

    def text(self, text: Text, style: str = "") -> Both:
        copied, spans = self._copied.get(text.place), self._spans.get(text.place)
        key = text.place, style
        if key in self.known:
            seen, both = self.known[key]
            if seen[0] is text and seen[2] == spans and _is_printed_alike(seen[1], copied):
                return both
        both = tuple(self._internal(text, style)), _public(copied, style, self.copy.mark_style) if copied else ()
        self.known[key] = (text, copied, spans), both
        return both

    def _internal(self, text: Text, style: str) -> Iterator[Piece]:
        spans = self._spans.get(text.place)
        if not spans:
            yield from _cut(text, 0, None, style)
            return
        cursor = 0
        for span in merge([span for span, _ in spans]):
            yield from _cut(text, cursor, span.start, style)
            yield Piece(_OPENS, "edge")
            yield from _cut(text, span.start, span.end, "withheld")
            cited = ", ".join(exemption.short() for exemption in span.exemptions)
            yield Piece(f"{_TAG}{cited}{_AGREED if _is_agreed(span, spans) else ''}", "cited")
            yield Piece(_CLOSES, "edge")
            cursor = span.end
        yield from _cut(text, cursor, None, style)

    # Several texts in one clause

    def joined(self, texts: Iterable[Both], separator: str = _DOT) -> Both:
        return self.unchanged.made(_joined, separator, *texts)

    def clause(
        self, both: Both, *, lead: str = "", lead_at: int = 0, indent: int = 0, is_apart: bool = False
    ) -> Clause:
        return self.unchanged.made(_clause, both, lead, lead_at, indent, is_apart, self.item)

    def heading(self, words: str) -> Clause:
        return self.clause(self.unchanged.made(_headed, words), is_apart=True)

    # The document

    def document(self, document: MinutesDocument) -> Iterator[Clause]:
        yield self._marking(document)
        for text, style in ((document.body, "soft"), (document.title, "heading"), (document.subtitle, "")):
            if text:
                yield self.clause(self.text(text, style))
        yield from self._note()
        yield self.clause((_status(document), _status(self.copy)))
        for lead, text in (("Date", document.date), ("Place", document.location)):
            if text:
                yield self.clause(self.text(text), lead=lead, indent=_NUMBER)
        yield from self._tables_before(document)
        for item in document.items:
            self.item = item.number
            yield from self._item(item)
        self.item = ""
        yield from self._tables_after(document)

    def _marking(self, document: MinutesDocument) -> Clause:
        return self.clause(((Piece(document.marking, "strong"),), (Piece(self.copy.marking, "strong"),)))

    def _tables_before(self, document: MinutesDocument) -> Iterator[Clause]:
        if document.attendance:
            yield self.heading("Attendance")
        for row in document.attendance:
            cells = (self.text(row.name, "strong"), *map(self.text, (row.role, row.organisation, row.capacity)))
            yield self.clause(self.joined(cells), indent=_STEP)
        if document.declarations:
            yield self.heading("Declarations of interest")
        for declaration in document.declarations:
            cells = (
                self.text(declaration.name, "strong"),
                self.text(declaration.nature),
                self.text(declaration.conduct),
            )
            yield self.clause(self.joined(cells), indent=_STEP)

    def _item(self, item: ItemEntry) -> Iterator[Clause]:
        yield self.clause(self.text(item.title, "heading"), lead=item.number, indent=_NUMBER, is_apart=True)
        for minute in item.minutes:
            yield self.clause(self._labelled(minute), lead=minute.number, indent=_NUMBER, is_apart=True)
            yield from self._notes(minute.actions, _NUMBER)
            for point in minute.points:
                yield from self._point(point, _NUMBER)

    def _point(self, point: PointEntry, at: int) -> Iterator[Clause]:
        if point.style is PointStyle.BULLET:
            yield self.clause(self._labelled(point), lead="\N{BULLET}", lead_at=at, indent=at + _STEP)
        else:
            is_heading = point.style is PointStyle.HEADING
            both = self._labelled(point, "strong" if is_heading else "")
            yield self.clause(both, indent=at, is_apart=is_heading)
        yield from self._notes(point.actions, at + _STEP)
        for child in point.points:
            yield from self._point(child, at + _STEP)

    def _labelled(self, entry: MinuteEntry | PointEntry, style: str = "") -> Both:
        return self.joined((self.text(entry.label, "strong"), self.text(entry.text, style)), ": ")

    def _notes(self, actions: Sequence[ActionEntry], at: int) -> Iterator[Clause]:
        for action in actions:
            both = self.joined(self.text(text, "accent") for text in action.note())
            yield self.clause(both, lead="\N{RIGHTWARDS ARROW}", lead_at=at, indent=at + _STEP)

    def _tables_after(self, document: MinutesDocument) -> Iterator[Clause]:
        if document.actions:
            yield self.heading("Actions")
        for action in document.actions:
            cells = (self.text(action.ref, "accent"), *map(self.text, (action.text, *action.owners, action.due)))
            yield self.clause(self.joined(cells), indent=_STEP)
        if document.decisions:
            yield self.heading("Decisions")
        for decision in document.decisions:
            yield self.clause(self.joined((self.text(decision.ref, "accent"), self.text(decision.text))), indent=_STEP)
        for heading, texts in (
            ("Next meeting", (document.next_meeting,)),
            ("Contact", (document.contact_name, document.contact_email)),
            ("Approval of these minutes", tuple(document.approval.texts()) if document.approval else ()),
        ):
            if any(texts):
                yield self.heading(heading)
                yield self.clause(self.joined(map(self.text, texts)))

    def _note(self) -> Iterator[Clause]:
        """Yield what the copy says of itself under its title: for its reader alone."""
        if self.copy.kind is not CopyKind.RELEASE:
            return
        for sentence in note_of_release(self.copy):
            yield self.clause(((), (Piece(sentence, "soft"),)))
        for entry in self.copy.legend:
            yield self.clause(((), (Piece(entry.mark, "strong"), Piece(f": {entry.meaning}", "soft"))))


def _status(document: MinutesDocument) -> Pieces:
    return (Piece("Status ", "soft"), Piece(document.heading))


def _joined(separator: str, *texts: Both) -> Both:
    internal: list[Piece] = []
    public: list[Piece] = []
    for mine, theirs in texts:
        for side, pieces in ((internal, mine), (public, theirs)):
            side.extend([Piece(separator, "soft")] if side and pieces else [])
            side.extend(pieces)
    return tuple(internal), tuple(public)


def _clause(both: Both, lead: str, lead_at: int, indent: int, is_apart: bool, item: str) -> Clause:  # noqa: FBT001 - remembered by all of them
    internal, public = both
    return Clause(
        internal=internal,
        public=public,
        lead=lead,
        lead_at=lead_at,
        indent=indent,
        is_apart=is_apart,
        item=item,
        places=tuple(dict.fromkeys(piece.place for piece in (*internal, *public) if piece.place)),
    )


def _headed(words: str) -> Both:
    piece = (Piece(words, "heading"),)
    return piece, piece


def _is_printed_alike(one: Text | None, other: Text | None) -> bool:
    """Whether two texts look the same: the numbers of their marks are not printed."""
    if one is other or one is None or other is None:
        return one is other
    return len(one.segments) == len(other.segments) and all(map(_is_alike, one.segments, other.segments))


def _is_alike(one: Words | Mark, other: Words | Mark) -> bool:
    if isinstance(one, Mark) and isinstance(other, Mark):
        return one.exemptions == other.exemptions and one.label == other.label and one.alias == other.alias
    return one == other


def _is_agreed(merged: Span, spans: Sequence[_Withheld]) -> bool:
    return all(is_agreed for span, is_agreed in spans if span.start <= merged.end and merged.start <= span.end)


def _cut(text: Text, start: int, end: int | None, style: str) -> Iterator[Piece]:
    """Yield the pieces of a text between two places; a mark that was there counts as one character."""
    cursor = 0
    for segment in text.segments:
        width = len(segment.text) if isinstance(segment, Words) else 1
        low = max(start, cursor)
        high = cursor + width if end is None else min(end, cursor + width)
        if low < high:
            yield _piece(segment, text.place, cursor, low, high, style)
        cursor += width


def _piece(segment: Words | Mark, place: Place, cursor: int, low: int, high: int, style: str) -> Piece:
    if isinstance(segment, Words):
        return Piece(segment.text[low - cursor : high - cursor], style, place, low, high - low)
    return Piece(_unbroken(segment.written(MarkStyle.TEXT)), "mark", place, low, 1)


def _public(text: Text, style: str, marks: MarkStyle) -> Pieces:
    """Return a text of the copy as it is printed; where it was clicked, only the text is known."""
    return tuple(
        Piece(segment.text, style, text.place)
        if isinstance(segment, Words)
        else Piece(_unbroken(segment.written(marks)), "mark", text.place)
        for segment in text.segments
    )


def _unbroken(mark: str) -> str:
    return mark.replace(" ", "\N{NO-BREAK SPACE}")
