"""Several people, one set of records."""

import datetime as dt
import sqlite3
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import pytest

from lpgminutes.domain.actions import Action, ActionEvent
from lpgminutes.domain.meetings import Block, BlockKind, Meeting, MeetingStatus, Series
from lpgminutes.domain.withholding import ReleaseCase
from lpgminutes.errors import StaleRecord, StoreError, StoreUnavailable
from lpgminutes.store import check, status
from lpgminutes.store.database import SqlStore
from lpgminutes.store.tables import ActionRow, BlockRow, Row


class Stores(Protocol):
    """What the fixture ``stores`` gives."""

    def open(self, path: Path | None = None, *, busy_seconds: float = 5.0) -> SqlStore:
        """Open a store."""


_Revised = Series | Meeting | Block | Action | ReleaseCase


@contextmanager
def _somebody_writing(path: Path) -> Iterator[None]:
    """Hold the write lock, as another program does while it writes."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("ROLLBACK")


@pytest.mark.parametrize("kind", ["series", "meeting", "status", "block", "action", "case"])
def test_a_stale_revision_is_refused_and_changes_nothing(store: SqlStore, kept: Meeting, kind: str) -> None:
    """Whatever was edited by someone else meanwhile is not saved over."""
    with store.change("redact", who="A") as work:
        case = work.releases.save_case(kept, ReleaseCase(reference="F"))
        work.commit()

    def save(who: str) -> None:
        with store.change("edit", who=who) as work:
            saving: dict[str, Callable[[], _Revised]] = {
                "series": lambda: work.series.save(replace(kept.series, name=who)),
                "meeting": lambda: work.meetings.save_head(replace(kept, title=who)),
                "status": lambda: work.meetings.set_status(kept, MeetingStatus.CIRCULATED),
                "block": lambda: work.meetings.save_block(replace(kept.items[0], text=who)),
                "action": lambda: work.actions.save(replace(kept.actions[0], text=who)),
                "case": lambda: work.releases.save_case(kept, replace(case, release_marking=who)),
            }
            assert saving[kind]().revision == 2
            work.commit()

    save("First")
    with store.read() as records:
        before = (records.meetings.get(kept.ref), records.releases.case(kept, "F"))
    with pytest.raises(StaleRecord):
        save("Second")
    with store.read() as records:
        assert (records.meetings.get(kept.ref), records.releases.case(kept, "F")) == before
        assert len(records.history.changes()) == 3


def test_a_case_made_twice_at_once_is_refused(store: SqlStore, kept: Meeting) -> None:
    """The second officer is told to open the case of the first."""
    with store.change("redact", who="A") as work:
        work.releases.save_case(kept, ReleaseCase(reference="F1"))
        with pytest.raises(StaleRecord, match="someone else"):
            work.releases.save_case(kept, ReleaseCase(reference="f1"))


def test_nothing_is_lost_between_two_writers(stores: Stores, store: SqlStore, kept: Meeting, path: Path) -> None:
    """Two programs that read, change and write the same block all day lose none of their edits."""
    edits, block_id = 25, kept.items[0].id

    def count_up(mine: SqlStore) -> None:
        done = 0
        while done < edits:
            with mine.read() as records:
                block = records.meetings.get(kept.ref).items[0]
            raised = replace(block, label=str(int(block.label or "0") + 1))
            try:
                with mine.change("count", who="A") as work:
                    work.meetings.save_block(raised)
                    work.commit()
            except StaleRecord:
                continue
            done += 1

    other = stores.open(path)
    threads = [threading.Thread(target=count_up, args=(one,)) for one in (store, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    other.close()
    with store.read() as records:
        block = records.meetings.get(kept.ref).items[0]
        assert (block.id, block.label, block.revision) == (block_id, str(2 * edits), 2 * edits + 1)
        assert len(records.history.changes(limit=1000)) == 2 * edits + 1


def test_a_writer_waits_and_then_says_that_the_store_is_locked(stores: Stores, path: Path, kept: Meeting) -> None:
    """While another program writes, reading goes on and writing is refused in a sentence, nothing lost."""
    impatient = stores.open(path, busy_seconds=0.05)
    with _somebody_writing(path):
        with pytest.raises(StoreUnavailable, match="being written to by another program"):
            _add_item(impatient, kept)
        with impatient.read() as records:
            assert kept == records.meetings.get(kept.ref)
    _add_item(impatient, kept)
    with impatient.read() as records:
        assert len(records.meetings.get(kept.ref).items) == 3
    impatient.close()


def _add_item(store: SqlStore, meeting: Meeting) -> None:
    with store.change("capture", who="A") as work:
        work.meetings.add_block(meeting, Block(kind=BlockKind.ITEM), parent=None)
        work.commit()


def test_a_reader_sees_one_state_of_everything(stores: Stores, store: SqlStore, kept: Meeting, path: Path) -> None:
    """What another program commits in between does not show until the next transaction."""
    other = stores.open(path)
    with store.read() as records:
        before = records.meetings.get(kept.ref)
        _add_item(other, kept)
        assert records.meetings.get(kept.ref) == before
    with store.read() as records:
        assert len(records.meetings.get(kept.ref).items) == 3
    other.close()


def _put_in(store: SqlStore, row: Row) -> None:
    """Write a row past the checks of the domain."""
    with store.change("edit", who="A") as work:
        work._session.add(row)
        work.commit()


def test_a_record_that_points_to_nothing_is_refused(store: SqlStore, kept: Meeting) -> None:
    """The file refuses an action of a meeting that does not exist."""
    row = ActionRow(series_id=1, meeting_id=999, position=0, text="x", due_as_written="", status="open")
    assert kept.series.id == 1
    with pytest.raises(StoreError, match="does not fit"):
        _put_in(store, row)


def test_a_refusal_shows_nothing_of_what_was_to_be_stored(store: SqlStore, kept: Meeting) -> None:
    """Neither the sentence nor the traceback holds a word of the minutes."""
    row = BlockRow(meeting_id=1, position=0, kind="no such kind", style="bullet", label="", text="CANARY")
    assert kept.id == 1
    with pytest.raises(StoreError) as refusal:
        _put_in(store, row)
    shown = "".join(traceback.format_exception(refusal.value))
    assert "does not fit" in shown
    assert "CANARY" not in shown
    assert "CANARY" not in repr(row)


@pytest.mark.soak
def test_programs_that_start_at_once_share_one_store(tmp_path: Path) -> None:
    """Whoever makes the store first, all write to the same one."""
    path = tmp_path / "minutes.sqlite3"
    script = (
        "import datetime, sys; from lpgminutes.store import open_store;"
        "from lpgminutes.domain.meetings import Series\n"
        "store = open_store(sys.argv[1], create=True, clock=lambda: datetime.datetime.now(datetime.UTC))\n"
        "with store.change('series', who='A') as work:\n"
        "    work.series.add(Series(short_name=sys.argv[2], name='x')); work.commit()\n"
        "store.close()"
    )
    commands = [[sys.executable, "-c", script, str(path), name] for name in ("a", "b", "c")]
    starters = [subprocess.Popen(command) for command in commands]
    assert [starter.wait(timeout=60) for starter in starters] == [0, 0, 0]
    assert (status(path).series, check(path).problems) == (3, ())
    assert [path] == list(tmp_path.iterdir())


def test_a_refused_edit_changes_nothing_even_when_the_rest_is_committed(store: SqlStore, kept: Meeting) -> None:
    """A record that was refused is not written by the commit that follows."""
    event = ActionEvent(what="note")
    with store.change("edit", who="A") as work:
        board = work.series.add(Series(short_name="board", name="B"))
        action = work.actions.save(replace(kept.actions[0], history=(event,)))
        with pytest.raises(StoreError):
            work.series.save(replace(board, short_name="LPG"))
        with pytest.raises(StoreError):
            work.actions.save(replace(action, text="altered", history=()))
        work.commit()
    with store.read() as records:
        assert records.series.find("board") == board
        assert records.meetings.get(kept.ref).actions == (action,)


def test_a_time_without_a_zone_is_a_fault_of_the_caller(store: SqlStore) -> None:
    """The history is in UTC, and does not guess."""
    naive = dt.datetime(2026, 7, 1, 12, 0)  # noqa: DTZ001 - the fault
    with pytest.raises(ValueError, match="zone"), store.change("edit", who="A", at=naive):
        pass


def test_an_action_edited_by_two_is_not_merged_in_silence(store: SqlStore, kept: Meeting) -> None:
    """The second edit of the same state is refused in the same transaction, too."""
    with store.change("edit", who="A") as work:
        work.actions.save(replace(kept.actions[0], text="one"))
        with pytest.raises(StaleRecord, match="AP-1"):
            work.actions.save(replace(kept.actions[0], text="two"))
        with pytest.raises(StaleRecord):
            work.actions.save(Action(text="never kept"))
