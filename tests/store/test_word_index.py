"""The index of words: true after whatever was written, laid anew when it is not."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from lpgminutes.domain.meetings import Block, BlockKind, Meeting
from lpgminutes.errors import StoreError
from lpgminutes.store import check, reindex, upgrade
from lpgminutes.store.database import SqlStore
from lpgminutes.store.failures import in_words

GONE = "The index of words is gone. Lay it anew: lpgminutes db reindex"
FALSE = "The index of words is not what the records say. Lay it anew: lpgminutes db reindex"


def places(path: Path, word: str) -> list[int]:
    """Return where a word stands, as SQLite itself finds it."""
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT rowid FROM word_index WHERE word_index MATCH ? ORDER BY rowid"
        return [row[0] for row in connection.execute(query, (f'"{word}"',))]


def spoil(path: Path, statement: str) -> None:
    """Do something to the file that the program would not."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


def add_minute(store: SqlStore, meeting: Meeting, text: str) -> Block:
    """Record a minute under the first item."""
    with store.change("add a minute", who="A Secretary") as work:
        added = work.meetings.add_block(meeting, Block(kind=BlockKind.MINUTE, text=text), parent=meeting.items[0])
        work.commit()
    return added


def test_what_is_written_is_found_and_what_was_taken_back_is_not(store: SqlStore, kept: Meeting, path: Path) -> None:
    """In the same transaction: a line, its correction, its undo, its redo."""
    added = add_minute(store, kept, "A zebra crossed.")
    assert len(places(path, "zebra")) == 1
    with store.change("edit a minute", who="A Secretary") as work:
        work.meetings.save_block(replace(added, text="An okapi crossed."))
        work.commit()
    assert (places(path, "zebra"), len(places(path, "okapi"))) == ([], 1)
    for step, zebras, okapis in (("undo", 1, 0), ("undo", 0, 0), ("redo", 1, 0), ("redo", 0, 1)):
        with store.change(step, who="A Secretary") as work:
            work.history.undo() if step == "undo" else work.history.redo()
            work.commit()
        assert (len(places(path, "zebra")), len(places(path, "okapi"))) == (zebras, okapis)
    assert check(path).problems == ()


def test_what_is_not_committed_is_not_in_the_index(store: SqlStore, kept: Meeting, path: Path) -> None:
    """A change that is given up leaves nothing."""
    with store.change("add a minute", who="A Secretary") as work:
        work.meetings.add_block(kept, Block(kind=BlockKind.MINUTE, text="A zebra."), parent=kept.items[0])
    assert places(path, "zebra") == []


@pytest.mark.parametrize("typed", ["O’Brien", "O'Brien", "O`Brien"])
def test_words_go_in_folded(store: SqlStore, kept: Meeting, path: Path, typed: str) -> None:
    """However an apostrophe or an accent was typed."""
    add_minute(store, kept, f"{typed} met Zoë Øst.")
    assert [len(places(path, words)) for words in ("o brien", "zoe", "ost")] == [1, 1, 1]


def test_an_older_store_gets_the_index_when_it_is_opened(
    store: SqlStore, kept: Meeting, path: Path, tmp_path: Path, older: Callable[[Path, int, Path], Path]
) -> None:
    """The records of the version before are all in it."""
    store.close()
    before = older(path, 3, tmp_path / "older.sqlite3")
    upgrade(before)
    assert places(before, "recruitment") == places(path, "recruitment") != []
    assert (check(before).problems, kept.ref) == ((), "lpg/2019-06-27")


@pytest.mark.parametrize(
    ("damage", "problem"),
    [
        ("DROP TABLE word_index", GONE),
        ("INSERT INTO word_index (rowid, head, words) VALUES (8001, 'a', 'b')", FALSE),
        ("INSERT INTO word_index (word_index) VALUES ('delete-all')", FALSE),
    ],
)
def test_an_index_that_is_not_true_is_said_and_laid_anew(
    store: SqlStore, kept: Meeting, path: Path, damage: str, problem: str
) -> None:
    """The records are whole, so nothing is lost: it is made from them."""
    store.close()
    spoil(path, damage)
    assert (check(path).problems, kept.id is not None) == ((problem,), True)
    reindex(path)
    assert check(path).problems == ()
    assert places(path, "recruitment") != []


def test_an_older_store_is_not_laid_an_index(
    path: Path, tmp_path: Path, older: Callable[[Path, int, Path], Path]
) -> None:
    """The upgrade does it."""
    with pytest.raises(StoreError, match="upgrade it"):
        reindex(older(path, 3, tmp_path / "older.sqlite3"))


def test_a_sqlite_without_full_text_search_is_named(tmp_path: Path) -> None:
    """The sentence says what is missing and where to get it."""
    with pytest.raises(StoreError, match=r"FTS5.*Install a Python"), in_words(tmp_path):
        raise sqlite3.OperationalError("no such module: fts5")
