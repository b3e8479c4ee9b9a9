"""Writes a meeting as the contract has it, and freezes it for a version."""

import datetime as dt
import json
from collections.abc import Iterator

from lpgminutes.domain.actions import Action, ActionEvent
from lpgminutes.domain.marks import PrintedMark
from lpgminutes.domain.meetings import Approval, Block, BlockKind, Decision, Meeting, NextMeeting, Series
from lpgminutes.domain.numbering import numbered
from lpgminutes.domain.people import Attendance, Declaration
from lpgminutes.domain.pre_marks import PreMark
from lpgminutes.interchange.building import build_meeting
from lpgminutes.interchange.intake import FrozenIntake
from lpgminutes.interchange.models import FORMAT, VERSION, MeetingModel
from lpgminutes.interchange.problems import Problems

Fields = dict[str, object]


def to_json_value(meeting: Meeting) -> Fields:
    """Return a meeting as it is shown: in the contract's order, with its numbers and its marking read."""
    own = {**_filled(id=meeting.id, ref=meeting.ref), "marking_canonical": meeting.marking.canonical}
    return _meeting(meeting, own, numbers=[number for number, _ in numbered(meeting.items)])


def freeze(meeting: Meeting) -> str:
    """Return a meeting as canonical JSON without ids: the same minutes are the same text."""
    numbers = [block.number for _, block in numbered(meeting.items)]
    value = _meeting(meeting, {}, numbers=numbers)
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def thaw(content: str) -> Meeting:
    """Return the meeting that was frozen."""
    model = MeetingModel.model_validate(json.loads(content))
    problems = Problems("the version")
    meeting = build_meeting(model, FrozenIntake(problems))
    problems.raise_if_any()
    return meeting


def _meeting(meeting: Meeting, own: Fields, *, numbers: list[str] | list[str | None]) -> Fields:
    next_number = iter(numbers)
    contact, following = meeting.contact, meeting.next_meeting
    shown_marking = {key: own[key] for key in ("marking_canonical",) if key in own}
    return {
        "format": FORMAT,
        "version": VERSION,
        **{key: own[key] for key in ("id", "ref") if key in own},
        "series": _series(meeting.series),
        "title": meeting.title,
        "subtitle": meeting.subtitle,
        "marking": meeting.marking.as_written,
        **shown_marking,
        "date": _iso(meeting.date),
        "start": _clock(meeting.start),
        "end": _clock(meeting.end),
        "location": meeting.location,
        "attendance": [_attendance(row) for row in meeting.attendance],
        "items": [_item(item, next_number) for item in meeting.items],
        "actions": [_action(action) for action in meeting.actions],
        "decisions": [_decision(decision) for decision in meeting.decisions],
        **_filled(declarations=[_declaration(declaration) for declaration in meeting.declarations]),
        **_filled(approval=_approval(meeting.approval) if meeting.approval else None),
        "next_meeting": _next_meeting(following) if following else None,
        "contact": {"name": contact.name, "email": contact.email} if contact else None,
        "status": meeting.status.value,
        **_marks(meeting.marks),
    }


def _series(series: Series) -> Fields:
    return {
        "short_name": series.short_name,
        "name": series.name,
        **_filled(
            action_reference=series.action_reference,
            marking=series.marking.as_written if series.marking else None,
            agenda=list(series.agenda),
            quorum=series.quorum,
            phrases=[{"key": phrase.key, "text": phrase.text} for phrase in series.phrases],
        ),
    }


def _attendance(row: Attendance) -> Fields:
    return {
        "name": row.name,
        "role": row.role,
        "organisation": row.organisation,
        "capacity": row.capacity.value,
        "mode": row.mode.value if row.mode else None,
        **_filled(
            initials=row.initials,
            deputising_for=row.deputising_for,
            items=list(row.items),
            arrived=_clock(row.arrived),
            departed=_clock(row.departed),
            note=row.note,
        ),
        **_marks(row.marks),
    }


def _item(item: Block, numbers: Iterator[str | None]) -> Fields:
    return {
        "number": next(numbers),
        "title": item.text,
        "minutes": [_minute(minute, numbers) for minute in item.children if minute.kind is BlockKind.MINUTE],
        **_filled(
            state=item.state.value if item.state else None,
            carried_from=item.carried_from,
            pre_marks=[_pre_mark(mark) for mark in item.pre_marks],
        ),
        **_marks(item.marks),
    }


def _minute(minute: Block, numbers: Iterator[str | None]) -> Fields:
    return {"number": next(numbers), **_words(minute), **_points(minute)}


def _point(point: Block) -> Fields:
    return {**_words(point), "style": point.style.value, **_points(point)}


def _words(block: Block) -> Fields:
    return {**_filled(label=block.label), "text": block.text}


def _points(block: Block) -> Fields:
    return {
        **_filled(
            points=[_point(child) for child in block.children],
            to_check=block.to_check or None,
            pre_marks=[_pre_mark(mark) for mark in block.pre_marks],
        ),
        **_marks(block.marks),
    }


def _action(action: Action) -> Fields:
    return {
        "ref": action.ref,
        "owners": list(action.owners),
        "text": action.text,
        "due": _iso(action.due),
        **_filled(due_as_written=action.due_as_written),
        "raised_in": action.raised_in,
        "status": action.status.value,
        **_filled(history=[_event(event) for event in action.history]),
    }


def _event(event: ActionEvent) -> Fields:
    return {
        "date": _iso(event.date),
        "who": event.who,
        "what": event.what,
        "before": event.before,
        "after": event.after,
        "meeting": event.meeting,
        "why": event.why,
        **_filled(taken_over_by=event.taken_over_by),
    }


def _decision(decision: Decision) -> Fields:
    return {"ref": decision.ref, "text": decision.text, "decided_in": decision.decided_in}


def _declaration(declaration: Declaration) -> Fields:
    return {
        "name": declaration.name,
        "item": declaration.item,
        "nature": declaration.nature,
        "conduct": declaration.conduct.value,
    }


def _approval(approval: Approval) -> Fields:
    return {"at": approval.at, "date": _iso(approval.date), **_filled(corrections=list(approval.corrections))}


def _next_meeting(following: NextMeeting) -> Fields:
    return {
        "date": _iso(following.date),
        "start": _clock(following.start),
        "end": _clock(following.end),
        "location": following.location,
        **_filled(text=following.text),
    }


def _marks(marks: tuple[PrintedMark, ...]) -> Fields:
    return _filled(marks=[_mark(mark) for mark in marks])


def _pre_mark(mark: PreMark) -> Fields:
    return {"field": mark.field, "start": mark.start, "end": mark.end, "exemption": mark.exemption}


def _mark(mark: PrintedMark) -> Fields:
    return {
        "field": mark.field,
        "start": mark.start,
        "end": mark.end,
        "as_shown": mark.as_shown,
        "label": mark.label,
        "exemptions": [exemption.citation() for exemption in mark.exemptions],
    }


def _filled(**fields: object) -> Fields:
    """Return the optional fields that hold something."""
    return {name: value for name, value in fields.items() if value not in (None, "", [])}


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _clock(time: dt.time | None) -> str | None:
    return time.isoformat(timespec="minutes") if time else None
