"""The one place where a meeting becomes a ``MinutesDocument``."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from lpgminutes.domain.actions import Action
from lpgminutes.domain.document import (
    ActionEntry,
    AttendanceRow,
    DecisionEntry,
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
from lpgminutes.domain.meetings import Block, BlockKind, Decision, Meeting
from lpgminutes.domain.numbering import numbered
from lpgminutes.domain.people import Attendance, Capacity, Mode
from lpgminutes.domain.redaction import with_numbered_marks
from lpgminutes.domain.written_dates import short_date, when

_CAPACITY_ORDER = {capacity: order for order, capacity in enumerate(Capacity)}


def compose(meeting: Meeting, *, mark_style: MarkStyle = MarkStyle.TEXT) -> MinutesDocument:
    """Return the minutes of a meeting as they will be printed, with nothing withheld."""
    numbers = {id(block): number for number, block in numbered(meeting.items)}
    actions = tuple(_action(action, row) for row, action in enumerate(meeting.actions))
    arising = _arising(meeting, numbers, actions)
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
            for row, person in enumerate(
                sorted(meeting.attendance, key=lambda p: _CAPACITY_ORDER[p.capacity])
            )
        ),
        items=tuple(_item(item, numbers, arising) for item in meeting.items),
        actions=actions,
        decisions=tuple(_decision(decision, row) for row, decision in enumerate(meeting.decisions)),
        next_meeting=_next_meeting(meeting),
        contact_name=_line("contact.name", contact.name if contact else "", meeting.marks),
        contact_email=_line("contact.email", contact.email if contact else "", meeting.marks),
    )
    return with_numbered_marks(document)


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
        name=cell("name", person.name),
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
    if person.note:
        words.append(person.note)
    return ", ".join(words)


@dataclass(slots=True)
class _Minute:
    """Hands out places within one minute, in reading order."""

    number: str
    arising: dict[int, tuple[ActionEntry, ...]]
    points: int = field(default=0)

    def texts(self, kind: str, row: int, block: Block) -> tuple[Text, Text]:
        return (
            _text(
                Place(field=f"{kind}.label", minute=self.number, row=row),
                block.label,
                _marks_in("label", block.marks),
            ),
            _text(
                Place(field=f"{kind}.text", minute=self.number, row=row),
                block.text,
                _marks_in("text", block.marks),
            ),
        )

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


def _item(item: Block, numbers: dict[int, str], arising: dict[int, tuple[ActionEntry, ...]]) -> ItemEntry:
    number = numbers[id(item)]
    return ItemEntry(
        number=number,
        title=_text(Place(field="items.title", minute=number), item.text, _marks_in("text", item.marks)),
        minutes=tuple(
            _minute(block, _Minute(numbers[id(block)], arising))
            for block in item.children
            if block.kind is BlockKind.MINUTE
        ),
    )


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

    due = short_date(action.due) if action.due else action.due_as_written
    return ActionEntry(
        ref=cell("ref", action.ref or ""),
        text=cell("text", action.text),
        owners=tuple(cell("owner", owner, part) for part, owner in enumerate(action.owners or ("",))),
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


def _arising(
    meeting: Meeting, numbers: dict[int, str], entries: tuple[ActionEntry, ...]
) -> dict[int, tuple[ActionEntry, ...]]:
    """Return the actions that each block raised: the point that holds the action's reference or words, or its minute."""
    minutes = {
        numbers[id(block)]: block
        for item in meeting.items
        for block in item.children
        if block.kind is BlockKind.MINUTE
    }
    arising: dict[int, tuple[ActionEntry, ...]] = {}
    for action, entry in zip(meeting.actions, entries, strict=True):
        minute = minutes.get(action.raised_in or "")
        if minute is not None:
            block = _raising_block(minute, action)
            arising[id(block)] = (*arising.get(id(block), ()), entry)
    return arising


def _raising_block(minute: Block, action: Action) -> Block:
    blocks = list(minute.walk())
    for words in (action.ref, action.text):
        for block in blocks:
            if words and words in block.text:
                return block
    return minute


def with_mark_style(document: MinutesDocument, style: MarkStyle) -> MinutesDocument:
    """Return the document with its marks written in another style."""
    return replace(document, mark_style=style)
