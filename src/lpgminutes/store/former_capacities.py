"""In what capacity those who sent apologies would have come: as they were in the list, or else as they came before."""

import json
from collections.abc import Iterator, Mapping

import sqlalchemy as sa
from sqlmodel import Session, col, select

from lpgminutes.domain.people import Capacity
from lpgminutes.store.tables import AttendanceRow, HistoryRow, MeetingRow

_AWAY = Capacity.APOLOGIES.value


def former_capacities(session: Session, meeting_id: int) -> Mapping[int, Capacity]:
    """Return the capacity before the apologies by attendance row; of whom nothing else is known there is none."""
    rows = session.exec(
        select(AttendanceRow).where(col(AttendanceRow.meeting_id) == meeting_id, col(AttendanceRow.capacity) == _AWAY)
    )
    former = {row.id or 0: next(_capacities(session, row), None) for row in rows}
    return {row_id: Capacity(capacity) for row_id, capacity in former.items() if capacity}


def _capacities(session: Session, row: AttendanceRow) -> Iterator[str]:
    """Yield what is known, the latest first: of this row, then of earlier meetings of the body."""
    remembered = session.scalars(
        sa.select(col(HistoryRow.row_before))
        .where(col(HistoryRow.record) == AttendanceRow.__tablename__, col(HistoryRow.record_id) == row.id)
        .order_by(col(HistoryRow.id).desc())
    )
    capacities = (json.loads(before)["capacity"] for before in remembered if before)
    yield from (capacity for capacity in capacities if capacity != _AWAY)
    meeting = session.get_one(MeetingRow, row.meeting_id)
    if row.person_id is None or meeting.date is None:
        return
    yield from session.scalars(
        sa.select(col(AttendanceRow.capacity))
        .join(MeetingRow, col(MeetingRow.id) == col(AttendanceRow.meeting_id))
        .where(
            col(MeetingRow.series_id) == meeting.series_id,
            col(MeetingRow.date) < meeting.date,
            col(AttendanceRow.person_id) == row.person_id,
            col(AttendanceRow.capacity) != _AWAY,
        )
        .order_by(col(MeetingRow.date).desc())
    )
