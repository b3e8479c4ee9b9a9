"""What the templates of minutes may print: one dataclass for the template, one for each kind of row in it.

``templates/README.md`` lists every field of these classes, and a test keeps the two equal.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from lpgminutes.documents.action_rows import DASH, ActionLine, Shown, action_cells, or_words
from lpgminutes.documents.texts import Expected, Printed, Section, printable
from lpgminutes.domain.document import (
    ActionEntry,
    ApprovalEntry,
    AttendanceRow,
    CopyKind,
    DecisionEntry,
    DeclarationEntry,
    ItemEntry,
    LegendEntry,
    MinuteEntry,
    MinutesDocument,
    Place,
    PointEntry,
    Text,
)
from lpgminutes.domain.meetings import PointStyle
from lpgminutes.domain.release_copy import law_of_release


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendLine:
    """What a mark on the page means."""

    mark: Printed
    meaning: Printed


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceLine:
    """A row of the attendance; what is not known is an en dash."""

    name: Shown
    role: Shown
    organisation: Shown
    capacity: Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionNote:
    """The line that stands where an action arose."""

    ref: Printed
    owners: tuple[Printed, ...]
    due: Printed


@dataclass(frozen=True, slots=True, kw_only=True)
class PointLine:
    """A point under a minute."""

    is_bullet: bool
    is_heading: bool
    is_paragraph: bool
    level: int
    """How many bullets deep it stands: a bullet has at least 1, a paragraph right under its minute 0."""
    label: Printed
    text: Printed
    actions: tuple[ActionNote, ...]
    points: tuple["PointLine", ...]
    """The points right under it, for a template that nests its lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MinuteLines:
    """A numbered minute with what hangs under it."""

    number: Printed
    label: Printed
    text: Printed
    actions: tuple[ActionNote, ...]
    points: tuple[PointLine, ...]
    """All its points in reading order, each followed by those under it."""
    top_points: tuple[PointLine, ...]
    """The points right under it, for a template that nests its lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLines:
    """An agenda item with its minutes."""

    number: Printed
    title: Printed
    minutes: tuple[MinuteLines, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionLine:
    """A row of the decisions; one without a reference goes by its minute, what is not known is an en dash."""

    ref: Shown
    text: Shown
    decided_in: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclarationLine:
    """A row of the declarations of interest; what is not known is an en dash."""

    name: Shown
    item: str
    nature: Shown
    conduct: Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesContext:
    """Everything that a template of minutes may print."""

    marking: str
    is_release: bool
    law: str
    """The law that a release copy is released under."""
    case: Printed
    original_marking: Printed
    legend: tuple[LegendLine, ...]
    heading: str
    """Draft minutes, minutes circulated for approval, or minutes as approved."""
    body: Printed
    title: Printed
    subtitle: Printed
    date: Printed
    location: Printed
    attendance: tuple[AttendanceLine, ...]
    declarations: tuple[DeclarationLine, ...]
    items: tuple[ItemLines, ...]
    actions: tuple[ActionLine, ...]
    decisions: tuple[DecisionLine, ...]
    next_meeting: Printed
    contact_name: Printed
    contact_email: Printed
    is_approved: bool
    approved_on: Printed
    corrections: tuple[Printed, ...]


def as_variables(context: Any) -> dict[str, Any]:  # noqa: ANN401  # any of the context classes
    """Return the fields of a context by name."""
    return {field.name: getattr(context, field.name) for field in fields(context)}


def minutes_context(document: MinutesDocument, expected: Expected) -> MinutesContext:
    """Return what a template prints of ``document``, its texts taken into ``expected`` in reading order."""
    is_release = document.kind is CopyKind.RELEASE
    approval = document.approval or ApprovalEntry(date=Text(place=Place(field="approval.date")))

    def release_words(words: str, where: str) -> Printed:
        return expected.words(words if is_release else "", where, Section.HEAD)

    return MinutesContext(
        marking=printable(document.marking, "the marking"),
        is_release=is_release,
        law=law_of_release(document) if is_release else "",
        heading=document.heading,
        body=expected.text(_body(document), Section.HEAD),
        title=expected.text(document.title, Section.HEAD),
        subtitle=expected.text(document.subtitle, Section.HEAD),
        case=release_words(document.case, "the case reference"),
        original_marking=release_words(document.original_marking, "the marking of the minutes themselves"),
        legend=tuple(legend_line(entry, expected) for entry in document.legend if is_release),
        date=expected.text(document.date, Section.HEAD),
        location=expected.text(document.location, Section.HEAD),
        attendance=tuple(_attendance_line(row, expected) for row in document.attendance),
        declarations=tuple(_declaration_line(one, expected) for one in document.declarations),
        items=tuple(_item_lines(item, expected) for item in document.items),
        actions=tuple(action_line(action, expected) for action in document.actions),
        decisions=tuple(_decision_line(decision, expected) for decision in document.decisions),
        next_meeting=expected.text(document.next_meeting, Section.TAIL),
        contact_name=expected.text(document.contact_name, Section.TAIL),
        contact_email=expected.text(document.contact_email, Section.TAIL),
        is_approved=document.approval is not None,
        approved_on=expected.text(approval.date, Section.TAIL),
        corrections=_filled(expected.text(correction, Section.TAIL) for correction in approval.corrections),
    )


def _body(document: MinutesDocument) -> Text:
    """Return the name of the body, or nothing where the title says the same; two marks may hide different words."""
    body, title = document.body, document.title
    is_said = not (body.marks or title.marks) and body.plain() == title.plain()
    return replace(body, segments=()) if is_said else body


def legend_line(entry: LegendEntry, expected: Expected) -> LegendLine:
    """Return what a mark names, its texts taken into ``expected``."""
    return LegendLine(
        mark=expected.words(entry.mark, "the legend", Section.HEAD),
        meaning=expected.words(entry.meaning, "the legend", Section.HEAD),
    )


def _attendance_line(row: AttendanceRow, expected: Expected) -> AttendanceLine:
    def cell(text: Text) -> Shown:
        return or_words(expected.text(text, Section.ATTENDANCE))

    return AttendanceLine(
        name=cell(row.name),
        role=cell(row.role),
        organisation=cell(row.organisation),
        capacity=cell(row.capacity),
    )


def _item_lines(item: ItemEntry, expected: Expected) -> ItemLines:
    return ItemLines(
        number=expected.words(item.number, f"the number of item {item.number}", Section.ITEMS),
        title=expected.text(item.title, Section.ITEMS),
        minutes=tuple(_minute_lines(minute, expected) for minute in item.minutes),
    )


def _minute_lines(minute: MinuteEntry, expected: Expected) -> MinuteLines:
    number = expected.words(minute.number, f"the number of minute {minute.number}", Section.ITEMS)
    label = expected.text(minute.label, Section.ITEMS)
    text = expected.text(minute.text, Section.ITEMS)
    actions = _action_notes(minute.actions, expected)
    top_points = tuple(_point_line(point, 0, expected) for point in minute.points)
    return MinuteLines(
        number=number,
        label=label,
        text=text,
        actions=actions,
        points=tuple(_in_reading_order(top_points)),
        top_points=top_points,
    )


def _point_line(point: PointEntry, bullets: int, expected: Expected) -> PointLine:
    """Return a point with those under it; a heading or paragraph does not push them further in."""
    level = bullets + (point.style is PointStyle.BULLET)
    return PointLine(
        is_bullet=point.style is PointStyle.BULLET,
        is_heading=point.style is PointStyle.HEADING,
        is_paragraph=point.style is PointStyle.PARAGRAPH,
        level=level,
        label=expected.text(point.label, Section.ITEMS),
        text=expected.text(point.text, Section.ITEMS),
        actions=_action_notes(point.actions, expected),
        points=tuple(_point_line(under, level, expected) for under in point.points),
    )


def _in_reading_order(points: tuple[PointLine, ...]) -> Iterator[PointLine]:
    for point in points:
        yield point
        yield from _in_reading_order(point.points)


def _action_notes(actions: tuple[ActionEntry, ...], expected: Expected) -> tuple[ActionNote, ...]:
    return tuple(
        ActionNote(
            ref=expected.text(action.ref, Section.ITEMS),
            owners=_filled(expected.text(owner, Section.ITEMS) for owner in action.owners),
            due=expected.text(action.due, Section.ITEMS),
        )
        for action in actions
    )


def action_line(action: ActionEntry, expected: Expected) -> ActionLine:
    """Return a row of the table of actions, its texts taken into ``expected``."""

    def cell(text: Text) -> Printed:
        return expected.text(text, Section.ACTIONS)

    return ActionLine(
        **action_cells(
            ref=cell(action.ref),
            text=cell(action.text),
            owners=[cell(owner) for owner in action.owners],
            due=cell(action.due),
            raised_in=action.raised_in,
            status=action.status,
        )
    )


def _declaration_line(declaration: DeclarationEntry, expected: Expected) -> DeclarationLine:
    def cell(text: Text) -> Shown:
        return or_words(expected.text(text, Section.DECLARATIONS))

    return DeclarationLine(
        name=cell(declaration.name),
        item=printable(declaration.item, "the declarations") or "all",
        nature=cell(declaration.nature),
        conduct=cell(declaration.conduct),
    )


def _decision_line(decision: DecisionEntry, expected: Expected) -> DecisionLine:
    decided_in = printable(decision.decided_in, "the decisions")
    return DecisionLine(
        ref=or_words(expected.text(decision.ref, Section.DECISIONS), minute_words(decided_in)),
        text=or_words(expected.text(decision.text, Section.DECISIONS)),
        decided_in=decided_in or DASH,
    )


def minute_words(number: str) -> str:
    """Return what a decision goes by that has no reference."""
    return f"Minute {number}" if number else DASH


def _filled(texts: Iterator[Printed]) -> tuple[Printed, ...]:
    return tuple(text for text in texts if text)
