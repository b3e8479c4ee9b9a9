"""From the fields of a file to a ``Meeting``, with every number that the file gives kept as it is."""

import re
from collections.abc import Sequence

from lpgminutes.domain.actions import Action, ActionEvent
from lpgminutes.domain.exemptions import Exemption, read_exemption
from lpgminutes.domain.house_phrases import HousePhrase
from lpgminutes.domain.marks import PrintedMark
from lpgminutes.domain.meetings import Approval, Block, BlockKind, Contact, Decision, Meeting, NextMeeting, Series
from lpgminutes.domain.people import Attendance, Declaration
from lpgminutes.domain.pre_marks import PreMark
from lpgminutes.errors import InputError
from lpgminutes.interchange.intake import Intake
from lpgminutes.interchange.models import (
    ActionEventModel,
    ActionModel,
    ApprovalModel,
    AttendanceModel,
    ContactModel,
    DecisionModel,
    DeclarationModel,
    ItemModel,
    MarkModel,
    MeetingModel,
    MinuteModel,
    NextMeetingModel,
    PointModel,
    PreMarkModel,
    SeriesModel,
)

_BETWEEN_CITATIONS = re.compile(r"\s*[,/&]\s*")


def build_meeting(model: MeetingModel, intake: Intake) -> Meeting:
    """Return the meeting that a file describes; what cannot be kept is noted in ``intake``."""
    return Meeting(
        series=_series(model.series, intake),
        title=intake.line("title", model.title),
        subtitle=intake.line("subtitle", model.subtitle),
        marking=intake.marking("marking", model.marking),
        date=model.date,
        start=model.start,
        end=model.end,
        location=intake.line("location", model.location),
        attendance=tuple(_attendance(row, f"attendance[{at}]", intake) for at, row in enumerate(model.attendance)),
        items=tuple(_item(item, f"items[{at}]", intake) for at, item in enumerate(model.items)),
        actions=tuple(_action(action, f"actions[{at}]", intake) for at, action in enumerate(model.actions)),
        decisions=tuple(_decision(row, f"decisions[{at}]", intake) for at, row in enumerate(model.decisions)),
        declarations=tuple(
            _declaration(row, f"declarations[{at}]", intake) for at, row in enumerate(model.declarations)
        ),
        approval=_approval(model.approval, intake),
        next_meeting=_next_meeting(model.next_meeting, intake),
        contact=_contact(model.contact, intake),
        status=model.status,
        marks=_marks(model.marks, "", intake),
    )


def _series(model: SeriesModel, intake: Intake) -> Series:
    return Series(
        short_name=intake.line("series.short_name", model.short_name),
        name=intake.line("series.name", model.name),
        action_reference=intake.line_or_none("series.action_reference", model.action_reference),
        marking=intake.marking("series.marking", model.marking) if model.marking else None,
        agenda=_lines(model.agenda, "series.agenda", intake),
        quorum=intake.line("series.quorum", model.quorum),
        phrases=tuple(
            HousePhrase(
                key=intake.line(f"series.phrases[{at}].key", phrase.key),
                text=intake.line(f"series.phrases[{at}].text", phrase.text),
            )
            for at, phrase in enumerate(model.phrases)
        ),
    )


def _attendance(row: AttendanceModel, place: str, intake: Intake) -> Attendance:
    return Attendance(
        name=intake.line(f"{place}.name", row.name),
        initials=intake.line(f"{place}.initials", row.initials),
        role=intake.line(f"{place}.role", row.role),
        organisation=intake.line(f"{place}.organisation", row.organisation),
        capacity=row.capacity,
        mode=row.mode,
        deputising_for=intake.line(f"{place}.deputising_for", row.deputising_for),
        items=_lines(row.items, f"{place}.items", intake),
        arrived=row.arrived,
        departed=row.departed,
        note=intake.line(f"{place}.note", row.note),
        marks=_marks(row.marks, f"{place}.", intake),
    )


def _item(item: ItemModel, place: str, intake: Intake) -> Block:
    return Block(
        kind=BlockKind.ITEM,
        number=intake.line_or_none(f"{place}.number", item.number),
        text=intake.line(f"{place}.title", item.title),
        state=item.state,
        carried_from=intake.line(f"{place}.carried_from", item.carried_from),
        pre_marks=_pre_marks(item.pre_marks, place, intake),
        marks=_marks(item.marks, f"{place}.", intake),
        children=tuple(_minute(minute, f"{place}.minutes[{at}]", intake) for at, minute in enumerate(item.minutes)),
    )


def _minute(minute: MinuteModel, place: str, intake: Intake) -> Block:
    return Block(
        kind=BlockKind.MINUTE,
        number=intake.line_or_none(f"{place}.number", minute.number),
        label=intake.label(f"{place}.label", minute.label),
        text=intake.text(f"{place}.text", minute.text),
        to_check=minute.to_check,
        pre_marks=_pre_marks(minute.pre_marks, place, intake),
        marks=_marks(minute.marks, f"{place}.", intake),
        children=_points(minute.points, place, intake),
    )


def _points(points: list[PointModel], parent: str, intake: Intake) -> tuple[Block, ...]:
    return tuple(_point(point, f"{parent}.points[{at}]", intake) for at, point in enumerate(points))


def _point(point: PointModel, place: str, intake: Intake) -> Block:
    return Block(
        kind=BlockKind.POINT,
        style=point.style,
        label=intake.label(f"{place}.label", point.label),
        text=intake.text(f"{place}.text", point.text),
        to_check=point.to_check,
        pre_marks=_pre_marks(point.pre_marks, place, intake),
        marks=_marks(point.marks, f"{place}.", intake),
        children=_points(point.points, place, intake),
    )


def _action(action: ActionModel, place: str, intake: Intake) -> Action:
    return Action(
        ref=intake.line_or_none(f"{place}.ref", action.ref),
        owners=_lines(action.owners, f"{place}.owners", intake),
        text=intake.text(f"{place}.text", action.text),
        due=action.due,
        due_as_written=intake.line(f"{place}.due_as_written", action.due_as_written),
        raised_in=intake.line_or_none(f"{place}.raised_in", action.raised_in),
        status=action.status,
        history=tuple(_event(event, f"{place}.history[{at}]", intake) for at, event in enumerate(action.history)),
    )


def _event(event: ActionEventModel, place: str, intake: Intake) -> ActionEvent:
    return ActionEvent(
        date=event.date,
        who=intake.line(f"{place}.who", event.who),
        what=intake.line(f"{place}.what", event.what),
        before=intake.text(f"{place}.before", event.before),
        after=intake.text(f"{place}.after", event.after),
        meeting=intake.line(f"{place}.meeting", event.meeting),
        why=intake.text(f"{place}.why", event.why),
        taken_over_by=intake.line(f"{place}.taken_over_by", event.taken_over_by),
    )


def _decision(decision: DecisionModel, place: str, intake: Intake) -> Decision:
    return Decision(
        ref=intake.line_or_none(f"{place}.ref", decision.ref),
        text=intake.text(f"{place}.text", decision.text),
        decided_in=intake.line_or_none(f"{place}.decided_in", decision.decided_in),
    )


def _declaration(declaration: DeclarationModel, place: str, intake: Intake) -> Declaration:
    return Declaration(
        name=intake.line(f"{place}.name", declaration.name),
        item=intake.line_or_none(f"{place}.item", declaration.item),
        nature=intake.text(f"{place}.nature", declaration.nature),
        conduct=declaration.conduct,
    )


def _approval(approval: ApprovalModel | None, intake: Intake) -> Approval | None:
    if approval is None:
        return None
    return Approval(
        at=intake.line("approval.at", approval.at),
        date=approval.date,
        corrections=tuple(
            intake.text(f"approval.corrections[{at}]", text) for at, text in enumerate(approval.corrections)
        ),
    )


def _next_meeting(following: NextMeetingModel | None, intake: Intake) -> NextMeeting | None:
    if following is None:
        return None
    return NextMeeting(
        date=following.date,
        start=following.start,
        end=following.end,
        location=intake.line("next_meeting.location", following.location),
        text=intake.text("next_meeting.text", following.text),
    )


def _contact(contact: ContactModel | None, intake: Intake) -> Contact | None:
    if contact is None:
        return None
    return Contact(name=intake.line("contact.name", contact.name), email=intake.line("contact.email", contact.email))


def _lines(texts: Sequence[str], place: str, intake: Intake) -> tuple[str, ...]:
    return tuple(intake.line(f"{place}[{at}]", text) for at, text in enumerate(texts))


def _pre_marks(marks: list[PreMarkModel], place: str, intake: Intake) -> tuple[PreMark, ...]:
    return tuple(
        PreMark(
            field=intake.line(f"{place}.pre_marks[{at}].field", mark.field),
            start=mark.start,
            end=mark.end,
            exemption=intake.line(f"{place}.pre_marks[{at}].exemption", mark.exemption),
        )
        for at, mark in enumerate(marks)
    )


def _marks(marks: list[MarkModel], parent: str, intake: Intake) -> tuple[PrintedMark, ...]:
    return tuple(_mark(mark, f"{parent}marks[{at}]", intake) for at, mark in enumerate(marks))


def _mark(mark: MarkModel, place: str, intake: Intake) -> PrintedMark:
    label = None if mark.label is None else intake.line(f"{place}.label", mark.label)
    return PrintedMark(
        field=intake.line(f"{place}.field", mark.field),
        start=mark.start,
        end=mark.end,
        as_shown=intake.text(f"{place}.as_shown", mark.as_shown),
        label=label,
        exemptions=_cited(label)
        if mark.exemptions is None
        else intake.exemptions(f"{place}.exemptions", mark.exemptions),
    )


def _cited(label: str | None) -> tuple[Exemption, ...]:
    """Read what a printed label cites; one that is no exemption is kept as printed and cites nothing."""
    try:
        return tuple(read_exemption(piece) for piece in _BETWEEN_CITATIONS.split(label)) if label else ()
    except InputError:
        return ()
