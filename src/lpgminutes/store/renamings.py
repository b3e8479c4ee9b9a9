"""Which names were put otherwise in the attendance of meetings, as the history has it."""

import sqlalchemy as sa
from sqlmodel import Session, col

from lpgminutes.domain.naming.renamings import Renamings
from lpgminutes.store.tables import AttendanceRow, HistoryRow


def renamings(session: Session) -> Renamings:
    """Return every name with the one that it became, oldest first; what was taken back is left out."""
    before, after = (
        sa.func.json_extract(col(values), "$.name") for values in (HistoryRow.row_before, HistoryRow.row_after)
    )
    rows = session.execute(
        sa.select(col(HistoryRow.number), before, after)
        .where(
            col(HistoryRow.record) == AttendanceRow.__tablename__,
            col(HistoryRow.operation) == "update",
            col(HistoryRow.way) == "do",
            before != after,
        )
        .order_by(col(HistoryRow.id))
    ).all()
    gone = _taken_back(session, {number for number, _, _ in rows})
    return Renamings(tuple(dict.fromkeys((old, new) for number, old, new in rows if number not in gone)))


def _taken_back(session: Session, numbers: set[int]) -> set[int]:
    """Return which changes do not stand: one that was done again does."""
    ways = session.execute(
        sa.select(col(HistoryRow.origin), col(HistoryRow.way))
        .where(col(HistoryRow.origin).in_(numbers))
        .order_by(col(HistoryRow.id))
    ).all()
    latest: dict[int | None, str] = dict(ways)
    return {number for number in numbers if latest.get(number) == "undo"}
