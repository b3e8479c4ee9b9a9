"""What taking back a change does to the references of cases: what was read is kept under them, and goes along."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self

from sqlmodel import Session, col, select

from lpgminutes.errors import StaleRecord
from lpgminutes.store.refs import key_of
from lpgminutes.store.tables import CaseRow, HistoryRow, ReleaseRow, VisitRow, table_of
from lpgminutes.store.visits import add_visits, move_visits

_CASE, _VISIT = (table_of(row).name for row in (CaseRow, VisitRow))


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenBack:
    """A case of a meeting that gets the reference back which a change took from it."""

    number: int
    case_id: int
    meeting_id: int
    known_as: str
    """The key that it has until then."""
    key: str
    reference: str

    @classmethod
    def among(cls, rows: Iterable[HistoryRow]) -> Iterator[Self]:
        """Yield the cases that taking back a change, given as its rows, gives another reference."""
        for row in rows:
            if row.record != _CASE or row.row_before is None or row.row_after is None:
                continue
            before, after = json.loads(row.row_before), json.loads(row.row_after)
            if before["reference_key"] != after["reference_key"]:
                yield cls(
                    number=row.number,
                    case_id=row.record_id,
                    meeting_id=before["meeting_id"],
                    known_as=after["reference_key"],
                    key=before["reference_key"],
                    reference=before["reference"],
                )


def is_visit(row: HistoryRow) -> bool:
    """Whether a row of the history is of what was read: that follows its case, with what was read since."""
    return row.record == _VISIT


def refuse_bound(session: Session, cases: Iterable[GivenBack], rows: Iterable[HistoryRow]) -> None:
    """Refuse to part a case from what went out by its reference or joined it since, or to join it with another."""
    ids = [row.record_id for row in rows if row.record == _CASE]
    for case in cases:
        told = f"Change {case.number} (the renaming of a case) cannot be taken back:"
        of_meeting = select(ReleaseRow.case_reference).where(col(ReleaseRow.meeting_id) == case.meeting_id)
        for released in session.exec(of_meeting):
            if key_of(released) == case.known_as:
                raise StaleRecord(f"{told} {released} went out by that reference, and keeps it.")
        others = select(CaseRow.reference).where(col(CaseRow.id).not_in(ids))
        if session.exec(others.where(col(CaseRow.reference_key) == case.key)).first() is not None:
            raise StaleRecord(f"{told} there is another case {case.reference} by now.")
        joined = session.exec(others.where(col(CaseRow.reference_key) == case.known_as)).first()
        if joined is not None:
            raise StaleRecord(f"{told} a meeting was added to {joined} since. Rename the case instead.")


def refuse_released(session: Session, rows: Iterable[HistoryRow]) -> None:
    """Refuse to take a case away of which something went out: that stays on record, and the case says why."""
    for row in rows:
        if row.record != _CASE or row.row_before is not None or row.row_after is None:
            continue
        made = json.loads(row.row_after)
        of_meeting = select(ReleaseRow.case_reference).where(col(ReleaseRow.meeting_id) == made["meeting_id"])
        if any(key_of(released) == made["reference_key"] for released in session.exec(of_meeting)):
            raise StaleRecord(
                f"Change {row.number} ({row.what}) cannot be taken back: {made['reference']} went out, and stays on "
                "record. What was done in another meeting is taken back with undo --meeting."
            )


def let_visits_follow(session: Session, cases: Iterable[GivenBack], rows: Iterable[HistoryRow]) -> None:
    """Let what was read go along with its case, and bring back what had to make room for it."""
    for case in cases:
        move_visits(session, case.meeting_id, case.known_as, case.key)
    gone = (row.row_before for row in rows if is_visit(row) and row.row_after is None)
    add_visits(session, (json.loads(before) for before in gone if before is not None))
