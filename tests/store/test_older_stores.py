"""A store that an earlier version wrote: upgraded, sound, and every change made before it can be taken back."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from lpgminutes.errors import NotFoundError
from lpgminutes.store import check
from lpgminutes.store.database import SqlStore, open_store

SPECIMENS = sorted((Path(__file__).parent.parent / "data" / "stores").glob("schema-*.sqlite3"))


@pytest.fixture(params=SPECIMENS, ids=lambda path: path.stem)
def older(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of a store of each schema that there was."""
    path = tmp_path / "minutes.sqlite3"
    shutil.copyfile(request.param, path)
    return path


def _opened(path: Path) -> SqlStore:
    return open_store(path, clock=lambda: datetime(2026, 7, 1, tzinfo=UTC))


def _repeat(store: SqlStore, way: str) -> int:
    """Undo, or redo, until there is nothing left; return how many changes that were."""
    for count in range(100):
        try:
            with store.change(way, who="Somebody") as work:
                getattr(work.history, way)()
                work.commit()
        except NotFoundError:
            return count
    raise AssertionError("it never comes to an end")


def test_it_is_upgraded_and_sound(older: Path) -> None:
    """Opening it is enough, and its history still says what is in it."""
    store = _opened(older)
    with store.read() as records:
        june = records.meetings.get("lpg/2019-06-27")
        august = records.meetings.get("lpg/2019-08-01")
        case = records.releases.case(june, "FOI2026/1")
    store.close()
    assert [action.ref for action in june.actions] == ["AP0619-01"]
    assert [block.text for block in august.blocks()][-1] == "Nothing more."
    assert [rule.words() for rule in case.rules] == ["person: Tom Ashdown"]
    assert check(older).problems == ()


def _rows(path: Path) -> dict[str, dict[int, dict[str, Any]]]:
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        named = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'word_index*'"
        tables = [row[0] for row in connection.execute(named)]
        return {
            table: {row["id"]: dict(row) for row in connection.execute(f"SELECT * FROM {table}")}  # noqa: S608
            for table in tables  # but for those of the word index, which have no ids
            if table not in {"sqlite_sequence", "alembic_version"} and not table.startswith("word_index")
        }


def test_every_value_of_every_row_is_kept(older: Path) -> None:
    """Columns may be added, a table may be copied: what was there stays as it was."""
    with closing(sqlite3.connect(older)) as connection:
        frozen = (9, 1, 1, "circulated", "2026-07-01T00:00:00+00:00", "A", "{}", "0" * 64)
        columns = "id, meeting_id, number, reason, at, who, content, digest"
        connection.execute(f"INSERT INTO version ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", frozen)  # noqa: S608
        connection.commit()
    before = _rows(older)
    _opened(older).close()
    after = _rows(older)
    for table, rows in before.items():
        assert {key: {name: after[table][key][name] for name in row} for key, row in rows.items()} == rows


def test_what_was_done_before_can_be_taken_back_and_done_again(older: Path) -> None:
    """The history from before knows nothing of the columns that came since; the rows come back all the same."""
    store = _opened(older)
    with store.read() as records:
        before = [records.meetings.get(ref) for ref in ("lpg/2019-06-27", "lpg/2019-08-01")]
    undone = _repeat(store, "undo")
    with store.read() as records:
        assert records.series.all() == ()
    assert _repeat(store, "redo") == undone > 0
    with store.read() as records:
        after = [records.meetings.get(ref) for ref in ("lpg/2019-06-27", "lpg/2019-08-01")]
    store.close()
    assert [meeting.items and list(meeting.blocks())[-1].text for meeting in after] == [
        "41 people started in May.",
        "Nothing more.",
    ]
    assert [meeting.actions[:1] and meeting.actions[0].history for meeting in after] == [
        meeting.actions[:1] and meeting.actions[0].history for meeting in before
    ]
    assert check(older).problems == ()
