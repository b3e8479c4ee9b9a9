"""Agreeing the minutes of an earlier meeting."""

import datetime as dt
from dataclasses import replace

from lpgminutes.domain.history import VersionReason
from lpgminutes.domain.meetings import Approval, Meeting, MeetingStatus
from lpgminutes.errors import UsageError
from lpgminutes.services.ports import Interchange, UnitOfWork


def approve_within(
    work: UnitOfWork,
    ref: str,
    *,
    at: str,
    date: dt.date | None,
    corrections: tuple[str, ...],
    interchange: Interchange | None,
) -> Meeting:
    """Record inside a transaction that the minutes of a meeting were agreed, and freeze them as they are.

    What has to be corrected is kept beside the approval; the correcting itself makes a version of its own.
    """
    meeting = work.meetings.get(ref)
    if meeting.status is MeetingStatus.DRAFT:
        raise UsageError(
            f"The minutes of {meeting.ref} are still a draft: circulate them first, so that all know what is agreed."
        )
    if meeting.status is MeetingStatus.APPROVED:
        raise UsageError(f"The minutes of {meeting.ref} were approved already.")
    work.meetings.keep_approval(meeting, Approval(at=at, date=date, corrections=corrections))
    approved = work.meetings.set_status(work.meetings.get(ref), MeetingStatus.APPROVED)
    if interchange is not None:
        content = interchange.freeze(work.meetings.get(ref))
        work.releases.add_version(approved, reason=VersionReason.APPROVED, content=content, note="; ".join(corrections))
    return replace(approved, approval=Approval(at=at, date=date, corrections=corrections))
