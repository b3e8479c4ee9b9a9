"""Rows to domain objects and back. No row leaves the store: used after its session, it fails."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from lpgminutes.domain.actions import Action, ActionEvent, ActionStatus
from lpgminutes.domain.document import Place
from lpgminutes.domain.exemptions import read_exemption
from lpgminutes.domain.history import ReleaseRecord, Version, VersionReason
from lpgminutes.domain.house_phrases import HousePhrase
from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.marks import PrintedMark
from lpgminutes.domain.meetings import Approval, Contact, Decision, Meeting, NextMeeting, SecondReading, Series
from lpgminutes.domain.people import Attendance, Capacity, Conduct, Declaration, Mode, Person
from lpgminutes.domain.pre_marks import PreMark
from lpgminutes.domain.released_texts import ReleasedText
from lpgminutes.store.refs import key_of
from lpgminutes.store.rows import Values
from lpgminutes.store.rules import from_dismissed, to_dismissed
from lpgminutes.store.tables import (
    ActionEventRow,
    ActionRow,
    ApprovalRow,
    AttendanceRow,
    DecisionRow,
    DeclarationRow,
    MeetingRow,
    PersonRow,
    ReleaseRow,
    SeriesRow,
    VersionRow,
)


def to_series(row: SeriesRow) -> Series:
    """Return the series of a row."""
    return Series(
        id=row.id,
        revision=row.revision,
        short_name=row.short_name,
        name=row.name,
        action_reference=row.action_reference,
        marking=None if row.marking is None else read_marking(row.marking),
        agenda=tuple(row.agenda),
        quorum=row.quorum,
        phrases=tuple(HousePhrase(key=phrase["key"], text=phrase["text"]) for phrase in row.phrases),
        second_reading=SecondReading(row.second_reading or SecondReading.WHEN_POSSIBLE.value),
        dismissed=to_dismissed(row.dismissed),
        review_to=row.review_to,
        regulator=row.regulator,
    )


def from_series(series: Series) -> Values:
    """Return what a series' row holds."""
    return {
        "short_name": series.short_name,
        "short_key": key_of(series.short_name),
        "name": series.name,
        "action_reference": series.action_reference,
        "marking": None if series.marking is None else series.marking.as_written,
        "agenda": list(series.agenda),
        "quorum": series.quorum,
        "phrases": [{"key": phrase.key, "text": phrase.text} for phrase in series.phrases],
        "second_reading": "" if series.second_reading is SecondReading.WHEN_POSSIBLE else series.second_reading.value,
        "dismissed": from_dismissed(series.dismissed),
        "review_to": series.review_to,
        "regulator": series.regulator,
    }


def to_meeting_head(row: MeetingRow, series: Series, **parts: Any) -> Meeting:  # noqa: ANN401
    """Return the meeting of a row; what hangs under it is handed in."""
    return Meeting(
        id=row.id,
        revision=row.revision,
        series=series,
        title=row.title,
        subtitle=row.subtitle,
        marking=read_marking(row.marking),
        date=row.date,
        start=row.start,
        end=row.end,
        location=row.location,
        next_meeting=_to_next_meeting(row),
        contact=_to_contact(row),
        marks=to_marks(row.marks),
        **parts,
    )


def from_meeting_head(meeting: Meeting) -> Values:
    """Return what a meeting's row holds of its own fields; not its status."""
    return {
        "date": meeting.date,
        "title": meeting.title,
        "subtitle": meeting.subtitle,
        "marking": meeting.marking.as_written,
        "marking_canonical": meeting.marking.canonical,
        "start": meeting.start,
        "end": meeting.end,
        "location": meeting.location,
        "marks": from_marks(meeting.marks),
        "contact_name": meeting.contact.name if meeting.contact else None,
        "contact_email": meeting.contact.email if meeting.contact else None,
        **_from_next_meeting(meeting.next_meeting),
    }


def _to_next_meeting(row: MeetingRow) -> NextMeeting | None:
    if row.next_text is None:
        return None
    return NextMeeting(
        date=row.next_date,
        start=row.next_start,
        end=row.next_end,
        location=row.next_location or "",
        text=row.next_text,
    )


def _from_next_meeting(following: NextMeeting | None) -> Values:
    return {
        "next_date": following.date if following else None,
        "next_start": following.start if following else None,
        "next_end": following.end if following else None,
        "next_location": following.location if following else None,
        "next_text": following.text if following else None,
    }


def _to_contact(row: MeetingRow) -> Contact | None:
    if row.contact_name is None:
        return None
    return Contact(name=row.contact_name, email=row.contact_email or "")


def to_attendance(row: AttendanceRow) -> Attendance:
    """Return the attendance of a row."""
    return Attendance(
        id=row.id,
        revision=row.revision,
        name=row.name,
        initials=row.initials,
        role=row.role,
        organisation=row.organisation,
        capacity=Capacity(row.capacity),
        mode=None if row.mode is None else Mode(row.mode),
        deputising_for=row.deputising_for,
        items=tuple(row.items),
        arrived=row.arrived,
        departed=row.departed,
        note=row.note,
        marks=to_marks(row.marks),
    )


def from_attendance(attendance: Attendance) -> Values:
    """Return what an attendance's row holds of its own fields; not its place, nor who it is in the register."""
    return {
        "name": attendance.name,
        "initials": attendance.initials,
        "role": attendance.role,
        "organisation": attendance.organisation,
        "capacity": attendance.capacity.value,
        "mode": attendance.mode.value if attendance.mode else None,
        "deputising_for": attendance.deputising_for,
        "items": list(attendance.items),
        "arrived": attendance.arrived,
        "departed": attendance.departed,
        "note": attendance.note,
        "marks": from_marks(attendance.marks),
    }


def to_person(row: PersonRow) -> Person:
    """Return somebody in the register."""
    return Person(id=row.id, name=row.name, role=row.role, organisation=row.organisation, initials=row.initials)


def to_declaration(row: DeclarationRow, *, item: str | None) -> Declaration:
    """Return the declaration of a row; ``item`` is the number as it is now."""
    return Declaration(
        id=row.id, revision=row.revision, name=row.name, item=item, nature=row.nature, conduct=Conduct(row.conduct)
    )


def from_declaration(declaration: Declaration) -> Values:
    """Return what a declaration's row holds of its own fields; not the item it bears on."""
    return {"name": declaration.name, "nature": declaration.nature, "conduct": declaration.conduct.value}


def to_approval(row: ApprovalRow) -> Approval:
    """Return that minutes were agreed."""
    return Approval(at=row.at, date=row.date, corrections=tuple(row.corrections))


def to_action(row: ActionRow, events: Iterable[ActionEventRow], *, raised_in: str | None) -> Action:
    """Return the action of a row; ``raised_in`` is the number as it is now."""
    return Action(
        id=row.id,
        revision=row.revision,
        ref=row.ref,
        owners=tuple(row.owners),
        text=row.text,
        due=row.due,
        due_as_written=row.due_as_written,
        raised_in=raised_in,
        status=ActionStatus(row.status),
        history=tuple(to_event(event) for event in events),
    )


def from_action(action: Action) -> Values:
    """Return what an action's row holds of its own fields; not where it was raised, nor its history."""
    return {
        "ref": action.ref,
        "owners": list(action.owners),
        "text": action.text,
        "due": action.due,
        "due_as_written": action.due_as_written,
        "status": action.status.value,
    }


def to_event(row: ActionEventRow) -> ActionEvent:
    """Return the entry of an action's history."""
    return ActionEvent(
        date=row.date,
        who=row.who,
        what=row.what,
        before=row.before,
        after=row.after,
        meeting=row.meeting,
        why=row.why,
        taken_over_by=row.taken_over_by,
    )


def from_event(event: ActionEvent, *, action_id: int, position: int) -> ActionEventRow:
    """Return a new row for an entry of an action's history."""
    return ActionEventRow(
        action_id=action_id,
        position=position,
        date=event.date,
        who=event.who,
        what=event.what,
        before=event.before,
        after=event.after,
        meeting=event.meeting,
        why=event.why,
        taken_over_by=event.taken_over_by,
    )


def to_decision(row: DecisionRow, *, decided_in: str | None) -> Decision:
    """Return the decision of a row."""
    return Decision(id=row.id, revision=row.revision, ref=row.ref, text=row.text, decided_in=decided_in)


def to_version(row: VersionRow) -> Version:
    """Return the version of a row."""
    return Version(
        id=row.id,
        number=row.number,
        reason=VersionReason(row.reason),
        at=dt.datetime.fromisoformat(row.at),
        who=row.who,
        content=row.content,
        digest=row.digest,
        note=row.note,
    )


def to_release(row: ReleaseRow) -> ReleaseRecord:
    """Return what a row remembers of a release."""
    return ReleaseRecord(
        id=row.id,
        case_reference=row.case_reference,
        version_digest=row.version_digest,
        at=dt.datetime.fromisoformat(row.at),
        who=row.who,
        manifest=row.manifest,
        texts=tuple(ReleasedText(place=Place(**text["place"]), pieces=tuple(text["pieces"])) for text in row.texts),
    )


def to_marks(stored: list[dict[str, Any]]) -> tuple[PrintedMark, ...]:
    """Return the printed marks kept in a row."""
    return tuple(
        PrintedMark(**{**mark, "exemptions": tuple(map(read_exemption, mark["exemptions"]))}) for mark in stored
    )


def from_marks(marks: tuple[PrintedMark, ...]) -> list[dict[str, Any]]:
    """Return printed marks as they are kept in a row."""
    return [
        {
            "field": mark.field,
            "start": mark.start,
            "end": mark.end,
            "as_shown": mark.as_shown,
            "label": mark.label,
            "exemptions": [exemption.citation() for exemption in mark.exemptions],
        }
        for mark in marks
    ]


def to_pre_marks(stored: list[dict[str, Any]]) -> tuple[PreMark, ...]:
    """Return the pre-marks kept in a row."""
    return tuple(PreMark(**mark) for mark in stored)


def from_pre_marks(marks: tuple[PreMark, ...]) -> list[dict[str, Any]]:
    """Return pre-marks as they are kept in a row."""
    return [{"field": mark.field, "start": mark.start, "end": mark.end, "exemption": mark.exemption} for mark in marks]
