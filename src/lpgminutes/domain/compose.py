"""The one place where a meeting becomes a ``MinutesDocument``."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from lpgminutes.domain.action_log.replay import as_minuted
from lpgminutes.domain.actions import Action
from lpgminutes.domain.document import (
    ActionEntry,
    ApprovalEntry,
    AttendanceRow,
    DecisionEntry,
    DeclarationEntry,
    ItemEntry,
    Mark,
    MarkKind,
    MarkStyle,
    MinuteEntry,
    MinutesDocument,
    Place,
    PointEntry,
    Segment,
    Text,
    Words,
)
from lpgminutes.domain.marks import PrintedMark
from lpgminutes.domain.meetings import Block, BlockKind, Decision, Meeting, MeetingStatus
from lpgminutes.domain.numbering import numbered
from lpgminutes.domain.people import Attendance, Capacity, Declaration, Mode
from lpgminutes.domain.redaction import with_numbered_marks
from lpgminutes.domain.sayings.written_dates import long_date, short_date, when

_CAPACITY_ORDER = {capacity: order for order, capacity in enumerate(Capacity)}


_Number = tuple[str, int]
"""The number of an item or a minute, and how often it stood before."""
_Arising = dict[int, tuple[ActionEntry, ...]]
_MadeFrom = tuple[Block, tuple[_Number, ...], tuple[tuple[int, tuple[ActionEntry, ...]], ...]]
"""An item or a minute, its numbers, and the actions that arose in each of its blocks."""


def compose(meeting: Meeting, *, mark_style: MarkStyle = MarkStyle.TEXT) -> MinutesDocument:
    """Return the minutes of a meeting as they will be printed, with nothing withheld."""
    return Composer().compose(meeting, mark_style=mark_style)


class Composer:
    """Composes a meeting again with every line that is typed: an item or minute that is as it was is not made anew."""

    def __init__(self) -> None:
        self._items: dict[int, tuple[_MadeFrom, ItemEntry]] = {}
        self._minutes: dict[tuple[int, int], tuple[_MadeFrom, MinuteEntry]] = {}

    def compose(self, meeting: Meeting, *, mark_style: MarkStyle = MarkStyle.TEXT) -> MinutesDocument:
        """Return the minutes of a meeting as they will be printed, with nothing withheld."""
        actions = tuple(_action(action, row) for row, action in enumerate(meeting.actions))
        arising, numbers = _arising(meeting, actions), _numbers(meeting.items)
        items = tuple(self._item(at, item, numbers, arising) for at, item in enumerate(meeting.items))
        return _document(meeting, items, actions, mark_style)

    def _item(self, at: int, item: Block, numbers: Iterator[_Number], arising: _Arising) -> ItemEntry:
        minutes = [block for block in item.children if block.kind is BlockKind.MINUTE]
        own, *taken = islice(numbers, 1 + len(minutes))
        made_from = _made_from(item, (own, *taken), arising)
        known = self._items.get(at)
        if known is None or not _is_same(known[0], made_from):
            numbered_minutes = enumerate(zip(minutes, taken, strict=True))
            entries = (self._minute((at, row), block, number, arising) for row, (block, number) in numbered_minutes)
            known = self._items[at] = made_from, _item(item, own, tuple(entries))
        return known[1]

    def _minute(self, at: tuple[int, int], block: Block, number: _Number, arising: _Arising) -> MinuteEntry:
        made_from = _made_from(block, (number,), arising)
        known = self._minutes.get(at)
        if known is None or not _is_same(known[0], made_from):
            known = self._minutes[at] = made_from, _minute(block, _Minute(*number, arising))
        return known[1]


def _made_from(block: Block, numbers: tuple[_Number, ...], arising: _Arising) -> _MadeFrom:
    raised = ((id(inner), arising[id(inner)]) for inner in block.walk() if id(inner) in arising) if arising else ()
    return block, numbers, tuple(raised)


def _is_same(made_from: _MadeFrom, other: _MadeFrom) -> bool:
    """Whether an entry is made from the very same block; to compare the blocks word for word would take longer."""
    return made_from[0] is other[0] and made_from[1:] == other[1:]


def _document(
    meeting: Meeting, items: tuple[ItemEntry, ...], actions: tuple[ActionEntry, ...], mark_style: MarkStyle
) -> MinutesDocument:
    contact = meeting.contact
    document = MinutesDocument(
        mark_style=mark_style,
        marking=meeting.marking.printed,
        status=meeting.status.value,
        body=_line("body", meeting.series.name),
        title=_line("title", meeting.title, meeting.marks),
        subtitle=_line("subtitle", meeting.subtitle, meeting.marks),
        date=_line("date", when(meeting.date, meeting.start, meeting.end), meeting.marks),
        location=_line("location", meeting.location, meeting.marks),
        attendance=tuple(
            _attendance(person, row)
            for row, person in enumerate(sorted(meeting.attendance, key=lambda p: _CAPACITY_ORDER[p.capacity]))
        ),
        declarations=tuple(_declaration(one, row) for row, one in enumerate(meeting.declarations)),
        items=items,
        actions=actions,
        decisions=tuple(_decision(decision, row) for row, decision in enumerate(meeting.decisions)),
        next_meeting=_next_meeting(meeting),
        contact_name=_line("contact.name", contact.name if contact else "", meeting.marks),
        contact_email=_line("contact.email", contact.email if contact else "", meeting.marks),
        approval=_approval(meeting),
    )
    return with_numbered_marks(document)


def _numbers(items: tuple[Block, ...]) -> Iterator[_Number]:
    """Yield the number of each item and minute in reading order, and how often it stood before."""
    seen: Counter[str] = Counter()
    for number, _ in numbered(items):
        yield number, seen[number]
        seen[number] += 1


def _text(place: Place, words: str, marks: Iterable[PrintedMark] = ()) -> Text:
    segments: list[Segment] = []
    cursor = 0
    for mark in sorted(marks, key=lambda mark: mark.start):
        segments += [Words(words[cursor : mark.start])] if words[cursor : mark.start] else []
        segments.append(Mark(exemptions=mark.exemptions, kinds=(MarkKind.PRINTED,), label=mark.label))
        cursor = mark.end
    segments += [Words(words[cursor:])] if words[cursor:] else []
    return Text(place=place, segments=tuple(segments))


def _line(name: str, words: str, marks: Iterable[PrintedMark] = ()) -> Text:
    return _text(Place(field=name), words, _marks_in(name, marks))


def _marks_in(name: str, marks: Iterable[PrintedMark]) -> tuple[PrintedMark, ...]:
    return tuple(mark for mark in marks if mark.field == name)


def _attendance(person: Attendance, row: int) -> AttendanceRow:
    def cell(name: str, words: str) -> Text:
        return _text(Place(field=f"attendance.{name}", row=row), words, _marks_in(name, person.marks))

    return AttendanceRow(
        name=cell("name", f"{person.name} ({person.initials})" if person.initials else person.name),
        role=cell("role", person.role),
        organisation=cell("organisation", person.organisation),
        capacity=cell("capacity", _capacity(person)),
    )


def _capacity(person: Attendance) -> str:
    words = [person.capacity.value.capitalize()]
    if person.mode is Mode.DIALLED_IN:
        words.append(person.mode.value)
    if person.deputising_for:
        words.append(f"deputising for {person.deputising_for}")
    if person.items:
        words.append(f"for item{'s' if len(person.items) > 1 else ''} {', '.join(person.items)}")
    if person.arrived:
        words.append(f"from {person.arrived:%H:%M}")
    if person.departed:
        words.append(f"until {person.departed:%H:%M}")
    if person.note:
        words.append(person.note)
    return ", ".join(words)


@dataclass(slots=True)
class _Minute:
    """Hands out places within one minute, in reading order."""

    number: str
    part: int
    arising: _Arising
    points: int = field(default=0)

    def texts(self, kind: str, row: int, block: Block) -> tuple[Text, Text]:
        def text(name: str, words: str) -> Text:
            place = Place(field=f"{kind}.{name}", minute=self.number, row=row, part=self.part)
            return _text(place, words, _marks_in(name, block.marks))

        return text("label", block.label), text("text", block.text)

    def point(self, block: Block) -> PointEntry:
        row, self.points = self.points, self.points + 1
        label, text = self.texts("points", row, block)
        return PointEntry(
            style=block.style,
            label=label,
            text=text,
            actions=self.arising.get(id(block), ()),
            points=tuple(self.point(child) for child in block.children),
        )


def _item(item: Block, at: _Number, minutes: tuple[MinuteEntry, ...]) -> ItemEntry:
    number, part = at
    place = Place(field="items.title", minute=number, part=part)
    return ItemEntry(number=number, title=_text(place, item.text, _marks_in("text", item.marks)), minutes=minutes)


def _minute(block: Block, places: _Minute) -> MinuteEntry:
    label, text = places.texts("minutes", 0, block)
    return MinuteEntry(
        number=places.number,
        label=label,
        text=text,
        actions=places.arising.get(id(block), ()),
        points=tuple(places.point(child) for child in block.children),
    )


def _action(action: Action, row: int) -> ActionEntry:
    minute = action.raised_in or ""

    def cell(name: str, words: str, part: int = 0) -> Text:
        return _text(Place(field=f"actions.{name}", minute=minute, row=row, part=part), words)

    # Minutes say what was agreed at the meeting: a later change belongs to the action log.
    minuted = as_minuted(action)
    due = short_date(minuted.due) if minuted.due else minuted.due_as_written
    return ActionEntry(
        ref=cell("ref", action.ref or ""),
        text=cell("text", minuted.text),
        owners=tuple(cell("owner", owner, part) for part, owner in enumerate(minuted.owners or ("",))),
        due=cell("due", due),
        raised_in=minute,
        status=action.status.value,
    )


def _decision(decision: Decision, row: int) -> DecisionEntry:
    minute = decision.decided_in or ""
    return DecisionEntry(
        ref=_text(Place(field="decisions.ref", minute=minute, row=row), decision.ref or ""),
        text=_text(Place(field="decisions.text", minute=minute, row=row), decision.text),
        decided_in=minute,
    )


def _declaration(declaration: Declaration, row: int) -> DeclarationEntry:
    item = declaration.item or ""

    def cell(name: str, words: str) -> Text:
        return _text(Place(field=f"declarations.{name}", minute=item, row=row), words)

    return DeclarationEntry(
        name=cell("name", declaration.name),
        nature=cell("nature", declaration.nature),
        conduct=cell("conduct", declaration.conduct.value),
        item=item,
    )


def _approval(meeting: Meeting) -> ApprovalEntry | None:
    approval = meeting.approval
    if approval is None or meeting.status is not MeetingStatus.APPROVED:
        return None
    return ApprovalEntry(
        date=_line("approval.date", long_date(approval.date) if approval.date else ""),
        corrections=tuple(
            _text(Place(field="approval.correction", row=row), words) for row, words in enumerate(approval.corrections)
        ),
    )


def _next_meeting(meeting: Meeting) -> Text:
    marks = _marks_in("next_meeting", meeting.marks)
    place = Place(field="next_meeting")
    following = meeting.next_meeting
    if following is None or marks:
        return _text(place, following.text if following else "", marks)
    parts = (when(following.date, following.start, following.end), following.location, following.text)
    written = [part for part in parts if part]
    segments = [Words(part if last else f"{part}, ") for last, part in _with_last(written)]
    return Text(place=place, segments=tuple(segments))


def _with_last(parts: Sequence[str]) -> list[tuple[bool, str]]:
    return [(position == len(parts) - 1, part) for position, part in enumerate(parts)]


def _arising(meeting: Meeting, entries: tuple[ActionEntry, ...]) -> _Arising:
    """Return the actions that each block raised: the point that holds their words, or the minute."""
    minutes: dict[str, Block] = {}
    for number, block in numbered(meeting.items):
        if block.kind is BlockKind.MINUTE:
            minutes.setdefault(number, block)
    arising: _Arising = {}
    for action, entry in zip(meeting.actions, entries, strict=True):
        minute = minutes.get(action.raised_in or "")
        if minute is not None:
            block = _raising_block(minute, as_minuted(action))
            arising[id(block)] = (*arising.get(id(block), ()), entry)
    return arising


def _raising_block(minute: Block, action: Action) -> Block:
    """Return the block with the action's words, or else with its reference: that may stand elsewhere."""
    blocks = list(minute.walk())
    for block in blocks:
        if action.text and action.text in block.text:
            return block
    for block in blocks:
        if action.ref and re.search(rf"(?<!\w){re.escape(action.ref)}(?!\w)", block.text):
            return block
    return minute


def with_mark_style(document: MinutesDocument, style: MarkStyle) -> MinutesDocument:
    """Return the document with its marks written in another style."""
    return replace(document, mark_style=style)
