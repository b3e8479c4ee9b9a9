"""The check list before minutes go out."""

from dataclasses import replace

from lpgminutes.domain.checks import Check, CheckKind, checks_of
from lpgminutes.domain.meetings import Meeting, MeetingStatus
from lpgminutes.services.ports import Records, Store

__all__ = ["Check", "CheckKind", "check_meeting", "checks_within"]


def check_meeting(store: Store, ref: str, *, acronyms: bool = False) -> tuple[Check, ...]:
    """Return what should be looked at before the minutes of a meeting go out."""
    with store.read() as records:
        return checks_within(records, records.meetings.get(ref), acronyms=acronyms)


def checks_within(records: Records, meeting: Meeting, *, acronyms: bool = False) -> tuple[Check, ...]:
    """Return what should be looked at, inside a transaction."""
    if meeting.approves and records.meetings.get(meeting.approves).status is MeetingStatus.APPROVED:
        meeting = replace(meeting, approves="")
    return checks_of(meeting, records.people.all(), acronyms=acronyms)
