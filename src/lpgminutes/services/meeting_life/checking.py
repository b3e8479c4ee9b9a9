"""The check list before minutes go out."""

from collections.abc import Iterator
from dataclasses import replace

from lpgminutes.domain.capture import CaptureContext
from lpgminutes.domain.capture.approvals import approval_in
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
    unsaid: tuple[Check, ...] = ()
    if meeting.approves:
        last = records.meetings.get(meeting.approves)
        if last.status is MeetingStatus.APPROVED:
            unsaid = tuple(_unsaid(meeting, last))
            meeting = replace(meeting, approves="")
    return (*checks_of(meeting, records.people.all(), acronyms=acronyms), *unsaid)


def _unsaid(meeting: Meeting, last: Meeting) -> Iterator[Check]:
    """Say of minutes that stand approved at a meeting that no line of it agrees them: it was changed since."""
    context = CaptureContext(approves=last.ref, approves_date=last.date)
    is_here = last.approval is not None and last.approval.at == meeting.ref
    if is_here and not any(approval_in(block.text, context)[0] for block in meeting.blocks()):
        yield Check(
            kind=CheckKind.APPROVAL_UNSAID,
            sentence=f"The minutes of {last.ref} stand approved at this meeting, and no line agrees them: say so, or "
            f"meeting approve {last.ref} --withdraw.",
        )
