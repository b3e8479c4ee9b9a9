"""A store that is moved, replaced or upgraded under a program that has it open: nothing is written to nowhere."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from lpgminutes.domain.meetings import Meeting
from lpgminutes.errors import StoreUnavailable
from lpgminutes.services.ports import Store
from lpgminutes.store import open_store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the store of this test lies."""
    return tmp_path / "minutes.sqlite3"


@pytest.fixture
def store(path: Path, meeting: Meeting) -> Iterator[Store]:
    """A store that is open, with a meeting in it."""
    with closing(open_store(path, create=True, clock=lambda: datetime(2026, 7, 1, tzinfo=UTC))) as opened:
        _write(opened, meeting)
        yield opened


def _write(store: Store, meeting: Meeting) -> None:
    with store.change("write", who="A") as work:
        work.meetings.add(meeting)
        work.commit()


def _changes(store: Store) -> int:
    with store.read() as records:
        return len(records.history.changes(limit=10))


def _moved(path: Path) -> None:
    path.rename(path.with_name("away.sqlite3"))


def _replaced(path: Path) -> None:
    copy = path.with_name("copy.sqlite3")
    with closing(sqlite3.connect(path)) as one, closing(sqlite3.connect(copy)) as other:
        one.backup(other)
    copy.replace(path)


def _upgraded(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        version = other.execute("PRAGMA user_version").fetchone()[0]
        other.execute(f"PRAGMA user_version = {version + 1}")


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody move a file that is open")
@pytest.mark.parametrize(
    ("happens", "says"), [(_moved, "moved away"), (_replaced, "moved away"), (_upgraded, "later version")]
)
def test_nothing_is_written_into_a_store_that_is_not_there_any_more(
    happens: Callable[[Path], None], says: str, store: Store, path: Path, meeting: Meeting
) -> None:
    """It is refused in a sentence, each time, and the connection is as good as before when the file is back."""
    happens(path)
    for _ in range(2):
        with pytest.raises(StoreUnavailable, match=says):
            _write(store, replace(meeting, date=date(2026, 7, 2)))
        with pytest.raises(StoreUnavailable, match=says):
            _changes(store)


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody move a file that is open")
def test_a_store_that_is_put_back_is_written_to_again(store: Store, path: Path, meeting: Meeting) -> None:
    """It is the same file; so it is under another name of its folder, and after a copy was made of it."""
    _moved(path)
    with pytest.raises(StoreUnavailable):
        _changes(store)
    path.with_name("away.sqlite3").rename(path)
    shutil.copyfile(path, path.with_name("copy.sqlite3"))
    os.utime(path)
    _write(store, replace(meeting, date=date(2026, 7, 2)))
    assert _changes(store) == 2
