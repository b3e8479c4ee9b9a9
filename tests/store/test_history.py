"""Every change is remembered, can be taken back, and cannot be altered unseen."""

import datetime as dt
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpgminutes.domain.actions import Action
from lpgminutes.domain.history import ReleaseRecord, VersionReason
from lpgminutes.domain.meetings import Block, BlockKind, Meeting, MeetingStatus, Series
from lpgminutes.domain.people import Attendance
from lpgminutes.domain.withholding import ReleaseCase
from lpgminutes.errors import HistoryBroken, NotFoundError, StaleRecord, StoreError
from lpgminutes.store import check
from lpgminutes.store.database import SqlStore
from lpgminutes.store.unit_of_work import SqlUnitOfWork

State = dict[str, list[tuple[Any, ...]]]
Snapshot = Callable[[Path], State]


class Stores(Protocol):
    """What the fixture ``stores`` gives."""

    def path(self) -> Path:
        """Return the path of a new store."""

    def open(self, path: Path | None = None) -> SqlStore:
        """Open a store."""


def _first(work: SqlUnitOfWork) -> Meeting:
    return work.meetings.get("1")


def _save_status(work: SqlUnitOfWork, data: st.DataObject) -> None:
    work.meetings.set_status(_first(work), data.draw(st.sampled_from(MeetingStatus)))


def _save_head(work: SqlUnitOfWork, data: st.DataObject) -> None:
    date = data.draw(st.none() | st.dates(dt.date(2019, 1, 1), dt.date(2019, 1, 3)))
    work.meetings.save_head(replace(_first(work), date=date, title=data.draw(st.text("abé\n", max_size=3))))


def _add_block(work: SqlUnitOfWork, data: st.DataObject) -> None:
    meeting = _first(work)
    parent = data.draw(st.sampled_from([None, *meeting.blocks()]))
    point = Block(kind=BlockKind.POINT, text="p")
    work.meetings.add_block(meeting, Block(kind=BlockKind.MINUTE, children=(point,)), parent=parent)


def _save_blocks(work: SqlUnitOfWork, data: st.DataObject) -> None:
    blocks = data.draw(st.lists(st.sampled_from(list(_first(work).blocks())), max_size=3, unique_by=lambda b: b.id))
    for block in blocks:
        work.meetings.save_block(replace(block, text=data.draw(st.sampled_from(["x", "y"])), number="7"))


def _add_action(work: SqlUnitOfWork, data: st.DataObject) -> None:
    meeting = _first(work)
    block = data.draw(st.sampled_from([None, *meeting.blocks()]))
    work.actions.add(Action(text="do", due=dt.date(2020, 1, 1)), meeting=meeting, raised_in=block)


def _save_action(work: SqlUnitOfWork, data: st.DataObject) -> None:
    action = data.draw(st.sampled_from(_first(work).actions))
    work.actions.save(replace(action, owners=("A", "B"), due=None))


def _add_meeting(work: SqlUnitOfWork, data: st.DataObject) -> None:
    body = Series(short_name=data.draw(st.sampled_from(["lpg", "other"])), name="O")
    work.meetings.add(replace(_first(work), id=None, series=body))


def _add_attendance(work: SqlUnitOfWork, data: st.DataObject) -> None:
    work.meetings.add_attendance(_first(work), Attendance(name=data.draw(st.sampled_from(["P", "Q"]))))


def _freeze(work: SqlUnitOfWork, data: st.DataObject) -> None:
    content = data.draw(st.sampled_from(["1", "2", "3"]))
    work.releases.add_version(_first(work), reason=VersionReason.CIRCULATED, content=content)


def _save_case(work: SqlUnitOfWork, data: st.DataObject) -> None:
    meeting = _first(work)
    case = work.releases.find_case(meeting, "FOI1") or ReleaseCase(reference="FOI1")
    work.releases.save_case(meeting, replace(case, release_marking=data.draw(st.sampled_from(["keep", None]))))


_EDITS = [
    _save_status,
    _save_head,
    _add_block,
    _save_blocks,
    _add_action,
    _save_action,
    _add_meeting,
    _add_attendance,
    _freeze,
    _save_case,
]


def _undo(store: SqlStore) -> None:
    with store.change("undo", who="A") as work:
        work.history.undo()
        work.commit()


def _redo(store: SqlStore) -> None:
    with store.change("redo", who="A") as work:
        work.history.redo()
        work.commit()


def _latest(store: SqlStore) -> int:
    with store.read() as records:
        return max((change.number for change in records.history.changes(limit=1)), default=0)


def _states_along(data: st.DataObject, store: SqlStore, path: Path, snapshot: Snapshot) -> tuple[list[State], int]:
    """Make changes, undo and redo, always comparing with the states so far; return them and the place."""
    states, place = [snapshot(path)], 0
    for step in data.draw(st.lists(st.sampled_from([*_EDITS, "undo", "redo"]), max_size=14)):
        if step == "undo" and place > 0:
            _undo(store)
            place -= 1
        elif step == "redo" and place < len(states) - 1:
            _redo(store)
            place += 1
        elif callable(step):
            before = _latest(store)
            with store.change("edit", who="A") as work:
                step(work, data)
                work.commit()
            if _latest(store) > before:
                place += 1
                states[place:] = [snapshot(path)]
        assert snapshot(path) == states[place]
    return states, place


@pytest.mark.soak
@given(data=st.data())
def test_undoing_everything_gives_the_beginning_and_redoing_it_the_end(
    data: st.DataObject, stores: Stores, meeting: Meeting, snapshot: Snapshot
) -> None:
    """Whatever was done, undone and redone, across restarts: each step restores exactly what was there."""
    path = stores.path()
    with closing(stores.open(path)) as store:
        with store.change("start", who="A") as work:
            work.meetings.add(meeting)
            work.commit()
        states, place = _states_along(data, store, path, snapshot)
    store = stores.open(path)
    for state in reversed(states[:place]):
        _undo(store)
        assert snapshot(path) == state
    for state in states[1:]:
        _redo(store)
        assert snapshot(path) == state
    with pytest.raises(NotFoundError), store.change("redo", who="A") as work:
        work.history.redo()
    store.close()
    assert check(path).problems == ()


def test_a_store_undone_to_its_beginning_holds_nothing(
    store: SqlStore, kept: Meeting, path: Path, snapshot: Snapshot
) -> None:
    """The first change can be taken back too, and then there is nothing left to take back."""
    assert kept.id
    _undo(store)
    assert not any(snapshot(path).values())
    with pytest.raises(NotFoundError, match="nothing to take back"):
        _undo(store)
    _redo(store)
    with store.read() as records:
        assert kept == records.meetings.get(kept.ref)


def test_a_change_says_who_did_what_when_to_which_meeting(store: SqlStore, kept: Meeting) -> None:
    """The time is kept in UTC, and the rows are counted."""
    summer = dt.timezone(dt.timedelta(hours=1))
    moment = dt.datetime(2026, 7, 1, 15, 0, tzinfo=summer)
    with store.change("add an item", who="B Clerk", at=moment) as work:
        work.meetings.add_block(kept, Block(kind=BlockKind.ITEM, text="X"), parent=None)
        work.commit()
    with store.read() as records:
        change, first = records.history.changes()
    assert (change.number, change.who, change.what, change.rows) == (2, "B Clerk", "add an item", 1)
    assert change.meeting_ref == first.meeting_ref == kept.ref
    assert (change.at, change.at.utcoffset()) == (moment, dt.timedelta())


def test_the_list_of_changes_tells_what_stands_taken_back(store: SqlStore, kept: Meeting) -> None:
    """A change that was undone says by which; once it is done again it stands."""
    with store.change("capture", who="A") as work:
        work.meetings.add_block(kept, Block(kind=BlockKind.ITEM), parent=None)
        work.commit()
    with store.change("undo", who="A") as work:
        undone = work.history.undo()
        work.commit()
    with store.read() as records:
        states = {change.number: (change.undoes, change.undone_by) for change in records.history.changes()}
    assert (undone.number, undone.undone_by) == (2, 3)
    assert states == {3: (2, None), 2: (None, 3), 1: (None, None)}
    with store.change("redo", who="A") as work:
        redone = work.history.redo()
        work.commit()
    with store.read() as records:
        states = {change.number: (change.undoes, change.undone_by) for change in records.history.changes()}
    assert (redone.number, redone.undone_by) == (2, None)
    assert states == {4: (3, None), 3: (2, 4), 2: (None, None), 1: (None, None)}


def test_changes_of_one_meeting_are_found_also_when_it_was_taken_back(
    store: SqlStore, kept: Meeting, meeting: Meeting
) -> None:
    """The history of a meeting outlives the meeting."""
    with store.change("import", who="A") as work:
        other = work.meetings.add(replace(meeting, date=None))
        work.commit()
    _undo(store)
    with store.read() as records:
        assert [change.number for change in records.history.changes(meeting=other.ref)] == [3, 2]
        assert [change.number for change in records.history.changes(meeting=kept.ref)] == [1]
        assert len(records.history.changes(limit=1)) == 1
        with pytest.raises(NotFoundError):
            records.history.changes(meeting="lpg/1999-01-01")


def test_nothing_is_done_again_after_something_new(store: SqlStore, kept: Meeting) -> None:
    """A new change leaves what was taken back behind."""
    with store.change("capture", who="A") as work:
        work.meetings.add_block(kept, Block(kind=BlockKind.ITEM), parent=None)
        work.commit()
    _undo(store)
    with store.change("capture", who="A") as work:
        work.meetings.add_attendance(kept, Attendance(name="P"))
        work.commit()
    with pytest.raises(NotFoundError, match="nothing to do again"):
        _redo(store)


def test_what_was_seen_before_an_undo_cannot_be_saved_over_it(store: SqlStore, kept: Meeting) -> None:
    """The revision goes on when a change is taken back, so an older view never fits by chance."""
    block = kept.items[0]
    with store.change("edit", who="A") as work:
        seen = work.meetings.save_block(replace(block, text="seen"))
        work.commit()
    _undo(store)
    with store.read() as records:
        back = records.meetings.get(kept.ref).items[0]
    assert (back.text, back.revision) == (block.text, 3)
    for stale in (block, seen):
        with pytest.raises(StaleRecord), store.change("edit", who="A") as work:
            work.meetings.save_block(stale)


def test_a_new_record_never_takes_the_id_of_one_that_was_taken_back(store: SqlStore, kept: Meeting) -> None:
    """Whoever still looks at the one cannot save over the other."""
    ids = []
    for _ in range(2):
        with store.change("capture", who="A") as work:
            ids.append(work.meetings.add_block(kept, Block(kind=BlockKind.ITEM), parent=None))
            work.commit()
        _undo(store)
    assert ids[0].id != ids[1].id
    with pytest.raises(StaleRecord, match="taken back"), store.change("edit", who="A") as work:
        work.meetings.save_block(ids[0])


def test_a_row_changed_behind_the_programs_back_is_not_undone(store: SqlStore, kept: Meeting, path: Path) -> None:
    """Taking back refuses to overwrite what it does not know of, and changes nothing."""
    with store.change("edit", who="A") as work:
        work.meetings.save_block(replace(kept.items[0], text="after"))
        work.commit()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE block SET text = 'meddled' WHERE id = ?", (kept.items[0].id,))
    with pytest.raises(StaleRecord, match="Nothing was changed"):
        _undo(store)
    with store.read() as records:
        assert records.meetings.get(kept.ref).items[0].text == "meddled"


def test_a_release_is_not_taken_back(store: SqlStore, kept: Meeting) -> None:
    """What has gone out stays on record; what was done before it can still be taken back."""
    with store.change("edit", who="A") as work:
        work.meetings.add_attendance(kept, Attendance(name="P"))
        work.commit()
    record = ReleaseRecord(
        case_reference="F",
        version_digest="0" * 64,
        at=dt.datetime(2026, 7, 1, tzinfo=dt.UTC),
        who="O",
        manifest="{}",
    )
    with store.change("release", who="O") as work:
        work.releases.add_release(kept, record)
        work.commit()
    _undo(store)
    with store.read() as records:
        assert records.releases.releases(kept) != ()
        assert records.meetings.get(kept.ref).attendance == kept.attendance
    for _ in range(2):  # the meeting itself, which the release stands on
        with pytest.raises(StoreError):
            _undo(store)


def test_taking_back_is_a_change_of_its_own(store: SqlStore, kept: Meeting) -> None:
    """It is not mixed with other writing, and needs a transaction that writes."""
    with store.change("edit", who="A") as work:
        work.meetings.add_attendance(kept, Attendance(name="P"))
        with pytest.raises(RuntimeError):
            work.history.undo()
    with store.read() as records, pytest.raises(RuntimeError):
        records.history.undo()


_MEDDLING = {
    "a word altered": ("UPDATE history SET who = 'Somebody else' WHERE id = 3", "Row 3 of the history"),
    "what was written altered": ("UPDATE history SET row_after = '{}' WHERE id = 2", "Row 2 of the history"),
    "a row taken out": ("DELETE FROM history WHERE id = 4", "lacks what stood before row 5"),
    "the first row taken out": ("DELETE FROM history WHERE id = 1", "lacks what stood before row 2"),
    "the end taken out": ("DELETE FROM history WHERE id > 5", "were taken out"),
    "two rows exchanged": (
        "UPDATE history SET id = -5 + id WHERE id IN (2, 3); UPDATE history SET id = abs(id)",
        "does not follow",
    ),
    "a record altered": ("UPDATE block SET text = 'else'", "of the table block is not what the history says"),
    "a record taken out": ("DELETE FROM action", "of the table action is gone"),
    "a record put in": (
        "INSERT INTO person (name, role, organisation) VALUES ('X', '', '')",
        "of the table person is not what the history says",
    ),
}


@pytest.mark.parametrize("meddling", _MEDDLING)
def test_meddling_is_found(store: SqlStore, kept: Meeting, path: Path, meddling: str) -> None:
    """Whatever is altered, removed, moved or added past the program, the check says so."""
    assert kept.id
    store.close()
    assert check(path).problems == ()
    statements, sentence = _MEDDLING[meddling]
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript("DROP TRIGGER history_is_not_altered; DROP TRIGGER history_is_not_shortened")
        connection.executescript(statements)
    assert any(sentence in problem for problem in check(path).problems)


@pytest.mark.parametrize("statement", ["UPDATE history SET who = 'X'", "DELETE FROM history"])
def test_the_history_only_grows(store: SqlStore, kept: Meeting, path: Path, statement: str) -> None:
    """The file itself refuses to alter or shorten it."""
    assert kept.id
    assert store.location() == str(path)
    with (
        closing(sqlite3.connect(path)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="only grows"),
    ):
        connection.execute(statement)


def test_an_altered_history_is_not_undone(store: SqlStore, kept: Meeting, path: Path) -> None:
    """What was put into the history by hand does not get into the records by an undo."""
    assert kept.id
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("DROP TRIGGER history_is_not_altered")
        connection.execute("UPDATE history SET row_before = '{}', operation = 'update' WHERE record = 'series'")
    with pytest.raises(HistoryBroken):
        _undo(store)


def test_no_write_goes_past_the_history(store: SqlStore, kept: Meeting) -> None:
    """A statement that changes many rows at once is refused; so is any write while reading."""
    import sqlalchemy as sa

    from lpgminutes.store.tables import BlockRow, PersonRow

    assert kept.id
    with store.change("edit", who="A") as work, pytest.raises(RuntimeError):
        work._session.execute(sa.update(BlockRow).values(text=""))
    with store.read() as records:
        records._session.add(PersonRow(name="X", role="", organisation=""))
        with pytest.raises(RuntimeError):
            records._session.flush()
