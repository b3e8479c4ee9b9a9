"""``redact()``: a document and the spans to withhold make the document that may leave.

Spans that overlap or touch become one mark that cites all their exemptions. A mark holds no words, so
nothing withheld can reach a renderer. A field withheld whole cites its own exemptions alone, but for a
column of names: that some other rule finds its words inside a field would tell what the field holds.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from enum import Enum
from functools import cache
from itertools import count
from operator import is_
from typing import Any, TypeVar, get_type_hints

from lpgminutes.domain.document import (
    ActionEntry,
    Mark,
    MarkKind,
    MarkStyle,
    MinutesDocument,
    Place,
    PointEntry,
    Segment,
    Text,
    Words,
)
from lpgminutes.domain.exemptions import Exemption

_T = TypeVar("_T")
_NAME_COLUMNS = frozenset({"attendance.name", "declarations.name", "contact.name"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of one text that is to be withheld."""

    place: Place
    start: int
    end: int
    """Characters of the text as printed; a whole text goes from 0 to its length, even when empty."""
    exemptions: tuple[Exemption, ...]
    kind: MarkKind
    person: int = 0
    """Which of the withheld people, counted from 1; 0 for anything else."""


def redact(document: MinutesDocument, spans: Iterable[Span]) -> MinutesDocument:
    """Return the document with a mark in place of each span, the marks numbered in reading order."""
    return Redactor(document).redact(spans)


@dataclass(slots=True)
class Redactor:
    """Redacts one document again and again: what is withheld in the same way as the last time is not made anew."""

    document: MinutesDocument
    _texts: tuple[Text, ...] = field(init=False)
    _fields: dict[str, "_Part | tuple[_Part, ...]"] = field(init=False)
    _marked: dict[Place, tuple[Sequence[Span], Text]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._texts = self.document.each_text()
        values = {name: getattr(self.document, name) for name in _walked(MinutesDocument)}
        self._fields = {n: tuple(map(_Part, v)) if isinstance(v, tuple) else _Part(v) for n, v in values.items()}

    def redact(self, spans: Iterable[Span]) -> MinutesDocument:
        """Return the document with a mark in place of each span, the marks numbered in reading order.

        Marks tell one person from another only where pseudonyms are asked for.
        """
        return with_numbered_marks(self.marked(spans))

    def marked(self, spans: Iterable[Span]) -> MinutesDocument:
        """Return the document with a mark in place of each span; the marks have no numbers of their own yet."""
        by_place = _by_place(spans)
        texts = {text.place: self._text(text, by_place[text.place]) for text in self._texts if text.place in by_place}
        dropped = {owner.place for action in _actions(self.document) for owner in _owners_too_many(action, texts)}

        def changed(part: "_Part | tuple[_Part, ...]") -> Any:  # noqa: ANN401 - of every class in the document
            return tuple(map(changed, part)) if isinstance(part, tuple) else part.changed(texts, dropped)

        return replace(self.document, **{name: changed(part) for name, part in self._fields.items()})

    def _text(self, text: Text, spans: Sequence[Span]) -> Text:
        before, marked = self._marked.get(text.place, ((), text))
        if before != spans:
            is_naming = self.document.mark_style is MarkStyle.PSEUDONYM
            marked = _with_marks(text, merge(spans), is_naming=is_naming)
            self._marked[text.place] = spans, marked
        return marked


class _Part:
    """A text, a row or an item of a document, and what it was made into the last time."""

    def __init__(self, entry: Any) -> None:  # noqa: ANN401 - of every class in the document
        places: list[Place] = []

        def passed(text: Text) -> Text:
            places.append(text.place)
            return text

        _rebuilt(entry, passed)
        self._entry = entry
        self._places = tuple(places)
        self._latest: tuple[list[tuple[Text | None, bool]], Any] = [], entry
        """What it was made with and into: replaced as one, for the screen and the records may both ask for it."""

    def changed(self, texts: Mapping[Place, Text], dropped: Collection[Place]) -> Any:  # noqa: ANN401 - as above
        """Return it with other texts in some places, and with one owner where the second was dropped."""
        made_with = [(texts.get(place), place in dropped) for place in self._places]
        latest = self._latest
        if made_with != latest[0]:
            latest = self._latest = made_with, self._rebuilt(texts, dropped)
        return latest[1]

    def _rebuilt(self, texts: Mapping[Place, Text], dropped: Collection[Place]) -> Any:  # noqa: ANN401 - as above
        return _rebuilt(
            self._entry,
            lambda text: texts.get(text.place, text),
            lambda part: _with_one_owner(part) if part.owners[1:2] and part.owners[1].place in dropped else part,
        )


def merged_by_place(spans: Iterable[Span]) -> dict[Place, list[Span]]:
    """Return the spans of each text in order, those that overlap or touch united into one."""
    return {place: merge(of_text) for place, of_text in _by_place(spans).items()}


def _by_place(spans: Iterable[Span]) -> dict[Place, list[Span]]:
    by_place: dict[Place, list[Span]] = {}
    for span in spans:
        by_place.setdefault(span.place, []).append(span)
    return by_place


def merge(spans: Sequence[Span]) -> list[Span]:
    """Return the spans of one text in order, those that overlap or touch united into one."""
    merged: list[tuple[int, int, list[Span]]] = []
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        if merged and span.start <= merged[-1][1]:
            start, end, together = merged[-1]
            merged[-1] = (start, max(end, span.end), [*together, span])
        else:
            merged.append((span.start, span.end, [span]))
    return [_united(start, end, together) for start, end, together in merged]


def with_numbered_marks(document: MinutesDocument) -> MinutesDocument:
    """Return the document with its marks numbered in reading order, the same where printed twice."""
    numbered = _numbered(document.texts())
    return _rebuilt(document, lambda text: numbered.get(text.place, text)) if numbered else document


def _numbered(texts: Iterable[Text]) -> dict[Place, Text]:
    """Return the texts that hold marks, by their places, the marks numbered in the order in which they come."""
    numbers = count(1)
    numbered: dict[Place, Text] = {}
    for text in texts:
        if text.marks and text.place not in numbered:
            segments = (
                segment if isinstance(segment, Words) else segment.numbered(next(numbers)) for segment in text.segments
            )
            numbered[text.place] = Text(place=text.place, segments=tuple(segments))
    return numbered


def with_changed_marks(document: MinutesDocument, change: Callable[[Mark], Mark]) -> MinutesDocument:
    """Return the document with every mark changed."""

    def changed(text: Text) -> Text:
        if not text.marks:
            return text
        segments = tuple(change(segment) if isinstance(segment, Mark) else segment for segment in text.segments)
        return text if all(map(is_, segments, text.segments)) else Text(place=text.place, segments=segments)

    return _rebuilt(document, changed)


def _united(start: int, end: int, spans: Sequence[Span]) -> Span:
    if len(spans) == 1 and len(spans[0].exemptions) == 1:
        return spans[0]
    return replace(
        spans[0],
        start=start,
        end=end,
        exemptions=_in_order(exemption for span in _that_show(spans) for exemption in span.exemptions),
        kind=min((span.kind for span in spans), key=list(MarkKind).index),
        person=_one_person(spans),
    )


def _one_person(spans: Sequence[Span]) -> int:
    """Return the one person that a mark stands for, or 0: a mark over more than that person is nobody's."""
    people = {span.person for span in spans}
    return people.pop() if len(people) == 1 else 0


def _that_show(spans: Sequence[Span]) -> Sequence[Span]:
    """Return the spans whose exemptions the mark may cite without telling what it hides."""
    whole = [span for span in spans if span.kind is MarkKind.FIELD]
    if spans[0].place.field in _NAME_COLUMNS:
        whole += [span for span in spans if span.kind is MarkKind.PERSON]
    return whole if any(span.kind is MarkKind.FIELD for span in whole) else spans


def _in_order(exemptions: Iterable[Exemption]) -> tuple[Exemption, ...]:
    """Return each exemption once, in the order of the Act: never the order of the rules or of the words."""
    return tuple(sorted(set(exemptions)))


def _with_marks(text: Text, spans: Sequence[Span], *, is_naming: bool) -> Text:
    segments: list[Segment] = []
    cursor = 0
    for span in spans:
        segments += _cut(text, cursor, span.start)
        person = span.person if is_naming else 0
        segments.append(Mark(exemptions=span.exemptions, kinds=(span.kind,), person=person))
        cursor = max(span.end, span.start)
    if not any(_is_whole(text, span) for span in spans):
        segments += _cut(text, cursor, _length(text))
    return replace(text, segments=tuple(segments))


def _is_whole(text: Text, span: Span) -> bool:
    return span.start == 0 and span.end >= _length(text)


def _length(text: Text) -> int:
    return sum(_width(segment) for segment in text.segments)


def _width(segment: Segment) -> int:
    """Return how many characters of its text a segment counts for: a mark that was there counts as one."""
    return len(segment.text) if isinstance(segment, Words) else 1


def _cut(text: Text, start: int, end: int) -> list[Segment]:
    """Return the segments of a text between two places."""
    kept: list[Segment] = []
    cursor = 0
    for segment in text.segments:
        stop = cursor + _width(segment)
        if isinstance(segment, Mark):
            kept += [segment] if start <= cursor < end else []
        elif words := segment.text[max(start - cursor, 0) : max(end - cursor, 0)]:
            kept.append(Words(words))
        cursor = stop
    return kept


def _actions(document: MinutesDocument) -> Iterator[ActionEntry]:
    """Yield every action of the document, where it arose and in the table."""
    yield from document.actions
    for item in document.items:
        for minute in item.minutes:
            yield from minute.actions
            for point in minute.points:
                yield from _actions_of(point)


def _actions_of(point: PointEntry) -> Iterator[ActionEntry]:
    yield from point.actions
    for child in point.points:
        yield from _actions_of(child)


def _owners_too_many(action: ActionEntry, texts: Mapping[Place, Text]) -> Sequence[Text]:
    """Return all owners but the first where the owner field is withheld whole: how many there are tells something."""
    if all(_is_field_mark(texts.get(owner.place, owner)) for owner in action.owners):
        return action.owners[1:]
    return ()


def _with_one_owner(action: ActionEntry) -> ActionEntry:
    return replace(action, owners=action.owners[:1])


def _is_field_mark(text: Text) -> bool:
    return len(text.segments) == 1 and any(mark.kinds == (MarkKind.FIELD,) for mark in text.marks)


def _rebuilt(
    value: _T, change: Callable[[Text], Text], then: Callable[[ActionEntry], ActionEntry] = lambda action: action
) -> _T:
    """Return a value with every text inside it changed, then every action; what stays the same is not made anew."""

    def visit(part: Any) -> Any:  # noqa: ANN401 - walks values of every class in the document
        kind: Any = type(part)
        if kind is Text:
            return change(part)
        if kind is tuple:
            entries = tuple(map(visit, part))
            return part if all(map(is_, entries, part)) else entries
        names = _walked(kind)
        before = [getattr(part, name) for name in names]
        after = [visit(inside) for inside in before]
        is_same = all(map(is_, after, before))
        rebuilt = part if is_same else replace(part, **dict(zip(names, after, strict=True)))
        return then(rebuilt) if kind is ActionEntry else rebuilt

    rebuilt: _T = visit(value)
    return rebuilt


@cache
def _walked(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - any class in the document
    """Return the fields of a class in the document that texts may stand in: all but those that are plain values.

    A kind of field that is not known here is walked into: what is left out by mistake would not be redacted.
    """
    if not is_dataclass(kind):
        return ()
    hints = get_type_hints(kind)
    return tuple(f.name for f in fields(kind) if not _is_plain(hints[f.name]))


def _is_plain(hint: Any) -> bool:  # noqa: ANN401 - whatever a field may be
    return isinstance(hint, type) and issubclass(hint, str | int | Enum)
