"""``MinutesDocument``: the one frozen value between the records and paper.

Every text in it is a tuple of segments: words, or a mark. A mark holds its exemptions and no words, so what is
withheld cannot reach a renderer: it is not in the value.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from lpgminutes.domain.exemptions import Exemption
from lpgminutes.domain.meetings import PointStyle


class CopyKind(Enum):
    """Which of the two copies a document is."""

    MINUTES = "minutes"
    RELEASE = "release"


class MarkStyle(Enum):
    """How a mark is written. The width of either follows from the exemptions alone, never from what it hides."""

    TEXT = "text"
    """``[redacted: s40(2)]``: reads well aloud."""
    HOUSE = "house"
    """``XXXX S40(2)``: as many bodies have always printed it."""
    PSEUDONYM = "pseudonym"
    """``[Official A: s40(2)]``: as ``TEXT``, and tells that two marks are the same person, in this document alone."""


class MarkKind(Enum):
    """What sort of thing a mark stands for, in words that tell nothing of it."""

    FIELD = "a field"
    PERSON = "a person"
    PHRASE = "a passage"
    PRINTED = "withheld in the source"


_HEADINGS = {
    "draft": "Draft minutes",
    "circulated": "Minutes circulated for approval",
    "approved": "Minutes as approved",
}
_COLUMN_WORDS = {"ref": "reference", "due": "due date", "nature": "the interest"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a text stands in a document: which field, in which minute, in which row."""

    field: str
    """``title``, ``date``, ``attendance.name``, ``minutes.text``, ``points.label``, ``actions.owner`` …"""
    minute: str = ""
    """The number of the minute or item that the text belongs to; empty outside the minutes."""
    row: int = 0
    """Counts the rows of a table, or the points of a minute, from 0."""
    part: int = 0
    """Counts the texts of one cell, from 0: the owners of an action."""

    def words(self) -> str:
        """Return the place as a person would name it."""
        kind, _, cell = self.field.partition(".")
        row = self.row + 1
        if kind == "minutes":
            return f"minute {self.minute}"
        if kind == "points":
            return f"minute {self.minute}, point {row}"
        if kind == "items":
            return f"the title of item {self.minute}"
        if kind == "attendance":
            return f"attendance row {row}, {cell}"
        if kind in {"actions", "decisions", "declarations"}:
            column = _COLUMN_WORDS.get(cell, cell)
            stands_in = "item" if kind == "declarations" else "minute"
            number = f" ({stands_in} {self.minute})" if self.minute else ""
            return f"{kind.removesuffix('s')} {row}, {column}{number}"
        number = f" {row}" if cell == "correction" else ""
        return "the " + self.field.replace(".", "'s ").replace("_", " ") + number


@dataclass(frozen=True, slots=True)
class Words:
    """Text that may be read."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch that is withheld: why, and of what kind; never what."""

    number: int = 0
    """Counts the marks of a document from 1, in reading order."""
    exemptions: tuple[Exemption, ...] = ()
    kinds: tuple[MarkKind, ...] = ()
    label: str | None = None
    """The label as printed, for a mark that was in the source."""
    person: int = 0
    """Tells the withheld people of a document apart, from 1, where it has pseudonyms; 0 if not one person alone."""
    alias: str = ""
    """What a person is called in a copy with pseudonyms."""

    @property
    def id(self) -> str:
        """The identifier that the schedule uses, such as R001."""
        return f"R{self.number:03d}"

    # Marks are made anew by the hundred with each change on the desk: dataclasses.replace would take most of its time.

    def numbered(self, number: int) -> "Mark":
        """Return the mark with another number."""
        return Mark(
            number=number,
            exemptions=self.exemptions,
            kinds=self.kinds,
            label=self.label,
            person=self.person,
            alias=self.alias,
        )

    def called(self, alias: str) -> "Mark":
        """Return the mark as a release prints it: with what the person is called there, and not told apart else."""
        return Mark(number=self.number, exemptions=self.exemptions, kinds=self.kinds, label=self.label, alias=alias)

    def written(self, style: MarkStyle) -> str:
        """Return the mark as it is printed."""
        if self.exemptions:
            short = [exemption.short() for exemption in self.exemptions]
            house = [exemption.house() for exemption in self.exemptions]
        else:
            short = house = [self.label] if self.label else []
        if style is MarkStyle.HOUSE:
            return " ".join(["XXXX", *house])
        name = self.alias if style is MarkStyle.PSEUDONYM and self.alias else "redacted"
        return f"[{name}: {', '.join(short)}]" if short else f"[{name}]"


Segment = Words | Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One text of a document, with the place it stands in."""

    place: Place
    segments: tuple[Segment, ...] = ()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks in this text."""
        return tuple(segment for segment in self.segments if isinstance(segment, Mark))

    def plain(self, style: MarkStyle = MarkStyle.TEXT) -> str:
        """Return the text as it is printed."""
        return "".join(
            segment.text if isinstance(segment, Words) else segment.written(style) for segment in self.segments
        )

    def __bool__(self) -> bool:
        return bool(self.segments)


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceRow:
    """One row of the attendance table."""

    name: Text
    role: Text
    organisation: Text
    capacity: Text
    """Capacity, and where it applies: dialled in, deputising for whom, for which items, a note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionEntry:
    """An action as it is printed."""

    ref: Text
    text: Text
    owners: tuple[Text, ...]
    due: Text
    raised_in: str
    status: str

    def texts(self) -> Iterator[Text]:
        """Yield the texts of its row in the action table."""
        yield self.ref
        yield self.text
        yield from self.owners
        yield self.due

    def note(self) -> Iterator[Text]:
        """Yield the texts of the line that stands where the action arose: who is to do it, and by when."""
        yield self.ref
        yield from self.owners
        yield self.due


@dataclass(frozen=True, slots=True, kw_only=True)
class PointEntry:
    """A point under a minute, with the points under it."""

    style: PointStyle
    label: Text
    text: Text
    actions: tuple[ActionEntry, ...] = ()
    points: tuple["PointEntry", ...] = ()

    def texts(self) -> Iterator[Text]:
        """Yield its texts in reading order."""
        yield self.label
        yield self.text
        for action in self.actions:
            yield from action.note()
        for point in self.points:
            yield from point.texts()


@dataclass(frozen=True, slots=True, kw_only=True)
class MinuteEntry:
    """A numbered minute with what hangs under it."""

    number: str
    label: Text
    text: Text
    actions: tuple[ActionEntry, ...] = ()
    points: tuple[PointEntry, ...] = ()

    def texts(self) -> Iterator[Text]:
        """Yield its texts in reading order."""
        yield self.label
        yield self.text
        for action in self.actions:
            yield from action.note()
        for point in self.points:
            yield from point.texts()


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemEntry:
    """An agenda item with its minutes."""

    number: str
    title: Text
    minutes: tuple[MinuteEntry, ...] = ()

    def texts(self) -> Iterator[Text]:
        """Yield its texts in reading order."""
        yield self.title
        for minute in self.minutes:
            yield from minute.texts()


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionEntry:
    """A decision as it is printed."""

    ref: Text
    text: Text
    decided_in: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclarationEntry:
    """A declaration of interest as it is printed."""

    name: Text
    nature: Text
    conduct: Text
    """What the person did while the item was taken."""
    item: str
    """The number of the item it bears on; empty for the meeting as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalEntry:
    """That the minutes were approved as a correct record, and what was to be put right first."""

    date: Text
    """The day; empty where none is recorded."""
    corrections: tuple[Text, ...] = ()

    def texts(self) -> Iterator[Text]:
        """Yield its texts in reading order."""
        yield self.date
        yield from self.corrections


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendEntry:
    """What a mark on the page means."""

    mark: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesDocument:
    """The minutes of a meeting as they will be printed: the whole of them, and nothing else."""

    kind: CopyKind = CopyKind.MINUTES
    mark_style: MarkStyle = MarkStyle.TEXT
    marking: str
    """The protective marking of this copy, for the top and bottom of every page."""
    original_marking: str = ""
    """On a release copy: the marking of the minutes themselves, stated once."""
    case: str = ""
    """On a release copy: the reference of the request."""
    status: str
    """``draft``, ``circulated`` or ``approved``."""
    body: Text
    """The name of the standing body."""
    title: Text
    subtitle: Text
    date: Text
    location: Text
    attendance: tuple[AttendanceRow, ...]
    declarations: tuple[DeclarationEntry, ...] = ()
    items: tuple[ItemEntry, ...]
    actions: tuple[ActionEntry, ...]
    decisions: tuple[DecisionEntry, ...]
    next_meeting: Text
    contact_name: Text
    contact_email: Text
    approval: ApprovalEntry | None = None
    """Nothing as long as the minutes are not approved."""
    legend: tuple[LegendEntry, ...] = ()

    def texts(self) -> Iterator[Text]:
        """Yield every text once for each place it has in the minutes, in reading order."""
        yield from (self.body, self.title, self.subtitle, self.date, self.location)
        for row in self.attendance:
            yield from (row.name, row.role, row.organisation, row.capacity)
        for declaration in self.declarations:
            yield from (declaration.name, declaration.nature, declaration.conduct)
        for item in self.items:
            yield from item.texts()
        for action in self.actions:
            yield from action.texts()
        for decision in self.decisions:
            yield from (decision.ref, decision.text)
        yield from (self.next_meeting, self.contact_name, self.contact_email)
        if self.approval is not None:
            yield from self.approval.texts()

    @property
    def heading(self) -> str:
        """What the minutes are, by how far they have come."""
        return _HEADINGS.get(self.status, "Minutes")

    def each_text(self) -> tuple[Text, ...]:
        """Return every text once, in reading order."""
        texts: dict[Place, Text] = {}
        for text in self.texts():
            texts.setdefault(text.place, text)
        return tuple(texts.values())

    def cited(self) -> tuple[Exemption, ...]:
        """Return every exemption that a mark relies on, once, in the order of the law."""
        marks = (mark for text in self.texts() for mark in text.marks)
        return tuple(sorted({exemption for mark in marks for exemption in mark.exemptions}))

    def marks(self) -> tuple[tuple[Place, Mark], ...]:
        """Return every mark with its place, each once, in reading order."""
        seen: dict[tuple[Place, int], Mark] = {}
        for text in self.texts():
            for mark in text.marks:
                seen.setdefault((text.place, mark.number), mark)
        return tuple((place, mark) for (place, _), mark in seen.items())
