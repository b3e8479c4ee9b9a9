"""Which minutes a meeting is to approve, and that minutes were agreed."""

import sqlalchemy as sa
from sqlmodel import Session, col, select

from lpgminutes.domain.meetings import Approval, Meeting
from lpgminutes.store.converters import to_approval
from lpgminutes.store.refs import find_meeting, ref_of_meeting
from lpgminutes.store.tables import ApprovalRow, MeetingRow


def id_to_approve(session: Session, meeting: Meeting) -> int | None:
    """Return the id of the meeting whose minutes are to be approved."""
    return find_meeting(session, meeting.approves) if meeting.approves else None


def ref_to_approve(session: Session, row: MeetingRow) -> str:
    """Return the ref of the meeting whose minutes are to be approved; empty when there is none, or no longer."""
    if row.approves_id is None:
        return ""
    is_there = session.scalar(sa.select(col(MeetingRow.id)).where(col(MeetingRow.id) == row.approves_id))
    return "" if is_there is None else ref_of_meeting(session, row.approves_id)


def load_approval(session: Session, meeting_id: int) -> Approval | None:
    """Return when the minutes of a meeting were agreed."""
    row = _row(session, meeting_id)
    return None if row is None else to_approval(row)


def keep_approval(session: Session, meeting_id: int, approval: Approval | None) -> None:
    """Keep that the minutes of a meeting were agreed, or that they were not after all."""
    row = _row(session, meeting_id)
    if approval is None:
        if row is not None:
            session.delete(row)
    elif row is None:
        corrections = list(approval.corrections)
        session.add(ApprovalRow(meeting_id=meeting_id, at=approval.at, date=approval.date, corrections=corrections))
    else:
        row.at, row.date, row.corrections = approval.at, approval.date, list(approval.corrections)
    session.flush()


def _row(session: Session, meeting_id: int) -> ApprovalRow | None:
    return session.exec(select(ApprovalRow).where(col(ApprovalRow.meeting_id) == meeting_id)).one_or_none()
