"""The changes that were made, and taking them back."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from lpgminutes.domain.history import Change
from lpgminutes.errors import HistoryBroken, NotFoundError, StaleRecord
from lpgminutes.store.case_references import GivenBack, is_visit, let_visits_follow, refuse_bound, refuse_released
from lpgminutes.store.recorder import Recorder, hash_of
from lpgminutes.store.refs import find_meeting, key_of
from lpgminutes.store.rows import RowChange, Values, completed, from_plain, is_same, to_plain, values_of
from lpgminutes.store.tables import CaseRow, HistoryRow, ReleaseRow, Row, VisitRow, table_of

_CASE, _RELEASE, _VISIT = (table_of(row).name for row in (CaseRow, ReleaseRow, VisitRow))


@dataclass(frozen=True, slots=True)
class SqlHistory:
    """The history; a recorder is there when something may be written."""

    session: Session
    recorder: Recorder | None

    def changes(self, *, limit: int = 50, meeting: str | None = None, case: int | None = None) -> tuple[Change, ...]:
        """Return the latest changes, newest first; of one case those of what is withheld and agreed."""
        query = _changes().order_by(col(HistoryRow.number).desc()).limit(limit)
        if case is not None:
            query = query.where(self._concerns(None, case))
        if meeting is not None:
            of_meeting = sa.select(col(HistoryRow.number)).where(col(HistoryRow.meeting_id) == self._id_of(meeting))
            query = query.where(col(HistoryRow.number).in_(of_meeting))
        return self._read(query)

    def latest(self) -> int:
        """Return the number of the latest change that is committed, whoever made it; 0 before the first."""
        if self.recorder is not None:
            return self.recorder.number - 1
        return self.session.scalar(sa.select(sa.func.max(col(HistoryRow.number)))) or 0

    def made_at(self, moments: Collection[datetime], *, meeting: int) -> frozenset[datetime]:
        """Return at which of these moments, to the microsecond, a change of a meeting was made."""
        written = {moment.astimezone(UTC).isoformat(): moment for moment in moments}
        query = sa.select(col(HistoryRow.at)).where(
            col(HistoryRow.meeting_id) == meeting, col(HistoryRow.at).in_(written), col(HistoryRow.way) == "do"
        )
        return frozenset(written[at] for at in self.session.scalars(query))

    def blocks_made_at(self, moments: Collection[datetime], *, meeting: int) -> dict[datetime, int]:
        """Return the id of the block that was put into a meeting at each of these moments."""
        written = {moment.astimezone(UTC).isoformat(): moment for moment in moments}
        query = sa.select(col(HistoryRow.at), col(HistoryRow.record_id)).where(
            col(HistoryRow.meeting_id) == meeting,
            col(HistoryRow.at).in_(written),
            col(HistoryRow.way) == "do",
            col(HistoryRow.record) == "block",
            col(HistoryRow.operation) == "insert",
        )
        return {written[at]: block for at, block in self.session.execute(query)}

    def has_others(self, who: str) -> bool:
        """Return whether anybody but this person (any case) has ever changed something."""
        names = self.session.scalars(sa.select(col(HistoryRow.who)).distinct())
        return any(key_of(name) != key_of(who) for name in names)

    def undo(self, *, meeting: str | None = None, case: int | None = None) -> Change:
        """Take back the latest change, of one meeting or case or of all, that is not taken back.

        A row changed since is refused. A release is passed over, and a reading: what has gone out, and what was
        seen, stays on record; what was seen goes along with its case.
        """
        number = self._latest((col(HistoryRow.way) != "undo") & ~_wrote(_RELEASE) & ~_is_reading(), meeting, case)
        if number is None:
            raise NotFoundError("There is nothing to take back.")
        return self._take_back(number, way="undo")

    def redo(self, *, meeting: str | None = None, case: int | None = None) -> Change:
        """Do again the latest change that was taken back, unless something new was done since."""
        number = self._latest(col(HistoryRow.way) == "undo", meeting, case)
        if number is None or (self._latest_done(meeting, case) or 0) > number:
            raise NotFoundError("There is nothing to do again.")
        return self._take_back(number, way="redo")

    def _id_of(self, meeting: str) -> int:
        """Find a meeting, also one that was taken back."""
        try:
            return find_meeting(self.session, meeting)
        except NotFoundError:
            same_ref = sa.func.lower(col(HistoryRow.meeting_ref)) == key_of(meeting)
            gone = self.session.scalar(sa.select(sa.func.max(col(HistoryRow.meeting_id))).where(same_ref))
            if gone is None:
                raise
            return int(gone)

    def _latest(self, condition: sa.ColumnElement[bool], meeting: str | None, case: int | None) -> int | None:
        """Return the latest change of a kind that no other one has taken back."""
        later = aliased(HistoryRow)
        taken_back = sa.exists().where(col(later.undoes) == col(HistoryRow.number))
        query = sa.select(col(HistoryRow.number)).where(condition, ~taken_back, self._concerns(meeting, case))
        return self.session.scalar(query.order_by(col(HistoryRow.id).desc()).limit(1))

    def _latest_done(self, meeting: str | None, case: int | None) -> int | None:
        done = (col(HistoryRow.way) == "do") & ~_is_reading()
        query = sa.select(sa.func.max(col(HistoryRow.number))).where(done)
        return self.session.scalar(query.where(self._concerns(meeting, case)))

    def _concerns(self, meeting: str | None, case: int | None) -> sa.ColumnElement[bool]:
        """Whether a change wrote anything of a meeting, or a case by its id; of every change when none is named."""
        if case is not None:
            return (col(HistoryRow.record) == _CASE) & (col(HistoryRow.record_id) == case)
        return sa.true() if meeting is None else col(HistoryRow.meeting_id) == self._id_of(meeting)

    def _take_back(self, number: int, *, way: str) -> Change:
        recorder = self._recorder_for_one_change()
        rows = self.session.exec(
            select(HistoryRow).where(col(HistoryRow.number) == number).order_by(col(HistoryRow.id).desc())
        ).all()
        _refuse_altered(rows)
        refuse_released(self.session, rows)
        cases = tuple(GivenBack.among(rows))
        refuse_bound(self.session, cases, rows)
        origin = rows[0].origin or number
        recorder.head = replace(recorder.head, way=way, undoes=number, origin=origin)
        recorder.record([self._reverse(row) for row in rows if not is_visit(row)])
        self.session.expire_all()
        let_visits_follow(self.session, cases, rows)
        return self._read(_changes().where(col(HistoryRow.number) == origin))[0]

    def _recorder_for_one_change(self) -> Recorder:
        if self.recorder is None or self.recorder.has_written:
            raise RuntimeError("taking back is a change of its own")
        return self.recorder

    def _reverse(self, row: HistoryRow) -> RowChange:
        """Put a row back to what it was; its revision goes on, so that nobody's older view fits by chance."""
        table = Row.metadata.tables[row.record]
        here = table.c.id == row.record_id
        now = self._current(table, row.record_id)
        if not _still_stands(now, _remembered(table, row.row_after)):
            raise StaleRecord(
                f"Change {row.number} ({row.what}) cannot be taken back: what it wrote was changed since. "
                "Nothing was changed."
            )
        back = _remembered(table, row.row_before)
        connection = self.session.connection()
        if back is None:
            connection.execute(sa.delete(table).where(here))
        elif now is None:
            connection.execute(sa.insert(table).values(from_plain(table, back)))
        else:
            back |= {"revision": now["revision"] + 1} if "revision" in now else {}
            connection.execute(sa.update(table).where(here).values(from_plain(table, back)))
        after = self._current(table, row.record_id)
        return RowChange(
            record=row.record,
            record_id=row.record_id,
            before=now,
            after=after,
            meeting_id=row.meeting_id,
            meeting_ref=row.meeting_ref,
        )

    def _current(self, table: sa.Table, row_id: int) -> Values | None:
        row = self.session.connection().execute(sa.select(table).where(table.c.id == row_id)).mappings().first()
        return None if row is None else {name: to_plain(value) for name, value in row.items()}

    def _read(self, query: "sa.Select[int, str, str, str, str, int, int | None, str]") -> tuple[Change, ...]:
        heads = self.session.execute(query).all()
        undone = self._undone_by({number: way for number, *_, way in heads})
        return tuple(
            Change(
                number=number,
                at=datetime.fromisoformat(at),
                who=who,
                what=what,
                meeting_ref=meeting_ref,
                rows=rows,
                undoes=undoes,
                undone_by=undone.get(number),
            )
            for number, at, who, what, meeting_ref, rows, undoes, _ in heads
        )

    def _undone_by(self, ways: dict[int, str]) -> dict[int, int]:
        """Say which changes stand taken back now: one that was done again since does not."""
        later = sa.select(col(HistoryRow.number), col(HistoryRow.way), col(HistoryRow.undoes), col(HistoryRow.origin))
        touching = col(HistoryRow.origin).in_(ways) | col(HistoryRow.undoes).in_(ways)
        undone: dict[int, int] = {}
        for number, way, undoes, origin in self.session.execute(
            later.where(touching).distinct().order_by(col(HistoryRow.number))
        ):
            undone[undoes] = number
            undone.pop(origin, None)
            if way == "undo":
                undone[origin] = number
        return undone


def _changes() -> "sa.Select[int, str, str, str, str, int, int | None, str]":
    """Ask for changes without the rows they wrote."""
    return sa.select(
        col(HistoryRow.number),
        sa.func.min(col(HistoryRow.at)),
        sa.func.min(col(HistoryRow.who)),
        sa.func.min(col(HistoryRow.what)),
        sa.func.max(col(HistoryRow.meeting_ref)),
        sa.func.count(),
        sa.func.min(col(HistoryRow.undoes)),
        sa.func.min(col(HistoryRow.way)),
    ).group_by(col(HistoryRow.number))


def _is_reading() -> sa.ColumnElement[bool]:
    """Whether a change says nothing but what was read."""
    return _wrote(_VISIT) & ~_wrote(_CASE)


def _wrote(*records: str) -> sa.ColumnElement[bool]:
    """Whether a change wrote a row of one of these tables."""
    same = aliased(HistoryRow)
    return sa.exists().where(col(same.number) == col(HistoryRow.number), col(same.record).in_(records))


def _remembered(table: sa.Table, values: str | None) -> Values | None:
    return None if values is None else completed(table, json.loads(values))


def _still_stands(now: Values | None, recorded: Values | None) -> bool:
    """Whether a row is as a change left it; its revision goes on with each undo."""
    if now is None or recorded is None:
        return now is recorded
    return is_same({name: value for name, value in recorded.items() if name != "revision"}, now)


def _refuse_altered(rows: Sequence[HistoryRow]) -> None:
    for row in rows:
        if hash_of(values_of(row)) != row.hash:
            raise HistoryBroken(
                f"Row {row.id} of the history was altered, so change {row.number} is not taken back; check the store."
            )
