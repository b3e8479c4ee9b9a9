"""Agreeing the minutes of an earlier meeting."""

import datetime as dt
from dataclasses import dataclass, replace

from lpgminutes.domain.history import VersionReason
from lpgminutes.domain.meetings import Approval, Meeting, MeetingStatus
from lpgminutes.domain.sayings.written_dates import long_date
from lpgminutes.errors import NotFoundError, UsageError
from lpgminutes.services.ports import Interchange, Records, Store, UnitOfWork


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
    _refuse_not_to_agree(meeting)
    work.meetings.keep_approval(meeting, Approval(at=at, date=date, corrections=corrections))
    approved = work.meetings.set_status(work.meetings.get(ref), MeetingStatus.APPROVED)
    if interchange is not None:
        content = interchange.freeze(work.meetings.get(ref))
        work.releases.add_version(approved, reason=VersionReason.APPROVED, content=content, note="; ".join(corrections))
    return replace(approved, approval=Approval(at=at, date=date, corrections=corrections))


def _refuse_not_to_agree(meeting: Meeting) -> None:
    if meeting.status is MeetingStatus.DRAFT:
        raise UsageError(
            f"The minutes of {meeting.ref} are still a draft: circulate them first, so that all know what is agreed."
        )
    if meeting.status is MeetingStatus.APPROVED:
        raise UsageError(f"The minutes of {meeting.ref} were approved already.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ToAgree:
    """Minutes that can be agreed."""

    ref: str
    date: dt.date | None
    """The day of their meeting."""
    at: str
    """The ref of the meeting that may agree them: the next one of the body; empty where none is known."""


def to_agree(store: Store, ref: str) -> ToAgree:
    """Return which minutes can be agreed: at a draft those that it is to approve, else those of the meeting itself."""
    with store.read() as records:
        meeting = records.meetings.get(ref)
        if meeting.status is not MeetingStatus.DRAFT:
            _refuse_not_to_agree(meeting)
            return ToAgree(ref=meeting.ref, date=meeting.date, at=_next_of_body(records, meeting))
        if not meeting.approves:
            raise NotFoundError(f"{meeting.ref} was not started with minutes to approve.")
        last = records.meetings.get(meeting.approves)
        _refuse_not_to_agree(last)
        return ToAgree(ref=last.ref, date=last.date, at=meeting.ref)


def _next_of_body(records: Records, meeting: Meeting) -> str:
    if meeting.date is None:
        return ""
    listed = records.meetings.summaries(today=meeting.date, series=meeting.series.short_name)
    later = [one for one in listed if one.date is not None and one.date > meeting.date]
    return later[-1].ref if later else ""


def agreeing_line(agreed: ToAgree) -> str:
    """Return the line of minutes that agrees other minutes, as it is typed."""
    of = f" of {_day(agreed.date)}" if agreed.date else ""
    return f"= The minutes{of} were agreed as a true record."


def _day(day: dt.date) -> str:
    return long_date(day).partition(" ")[2]
