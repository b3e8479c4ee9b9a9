"""The schema: made from nothing, kept equal to the tables, upgraded whole or not at all."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.exc import OperationalError

from lpgminutes import resources
from lpgminutes.domain.meetings import Meeting
from lpgminutes.store import check, open_store, upgrade
from lpgminutes.store.database import SqlStore
from lpgminutes.store.database import open_store as open_with
from lpgminutes.store.maintenance import upgrade as upgrade_with
from lpgminutes.store.schema import APPLICATION_ID, HEAD, Schema
from lpgminutes.store.tables import Row

_NEXT = HEAD + 1
_NEXT_STEP = '''"""A later step."""

import sqlalchemy as sa
from alembic import op

revision = "{next:04}"
down_revision = "{head:04}"


def upgrade() -> None:
    with op.batch_alter_table("person") as person:
        person.add_column(sa.Column("email", sa.String(), nullable=False, server_default=""))
    {then}
'''


def _clock() -> datetime:
    return datetime(2026, 7, 1, tzinfo=UTC)


def _later(tmp_path: Path, then: str = "") -> Schema:
    """Give the schema that a later version of the program might have."""
    scripts = tmp_path / "scripts"
    shutil.copytree(resources.migrations(), scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / f"{_NEXT:04}_later.py").write_text(
        _NEXT_STEP.format(head=HEAD, next=_NEXT, then=then or "pass")
    )
    return Schema(head=_NEXT, scripts=scripts)


def _definitions(connection: sqlite3.Connection) -> dict[str, str]:
    query = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type IN ('table', 'index')"
    texts = {name: " ".join(sql.split()) for name, sql in connection.execute(query)}
    besides = ("alembic_version", "sqlite_sequence", "word_index", "action_now", "action_then", "ix_action_now")
    return {name: sql for name, sql in texts.items() if not name.startswith(besides)}


def _user_version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_the_steps_lead_to_the_tables(path: Path) -> None:
    """A store made step by step has the very tables and indexes that the program works with."""
    engine = create_engine("sqlite://")
    with engine.begin() as connection, closing(sqlite3.connect(path)) as migrated:
        Row.metadata.create_all(connection)
        fresh = connection.connection.driver_connection
        assert isinstance(fresh, sqlite3.Connection)
        assert _definitions(migrated) == _definitions(fresh)
    engine.dispose()


def test_the_number_in_the_file_is_that_of_the_last_step(path: Path) -> None:
    """The constant that saves asking alembic is what alembic would say."""
    config = Config()
    config.set_main_option("script_location", str(resources.migrations()))
    assert ScriptDirectory.from_config(config).get_current_head() == f"{HEAD:04}"
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(f"{HEAD:04}",)]
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert _user_version(path) == HEAD


def test_an_older_store_is_copied_aside_and_upgraded(
    store: SqlStore,
    kept: Meeting,
    path: Path,
    tmp_path: Path,
    snapshot: Callable[[Path], dict[str, list[tuple[Any, ...]]]],
) -> None:
    """Opening it is enough; every row is kept, the older file lies beside it, for this user alone."""
    store.close()
    before = snapshot(path)
    opened = open_with(path, clock=_clock, wanted=_later(tmp_path))
    aside = path.with_name(f"minutes.before-{_NEXT}.sqlite3")
    assert (_user_version(path), _user_version(aside)) == (_NEXT, HEAD)
    assert snapshot(aside) == before
    assert {**snapshot(path), "person": []} == {**before, "person": []}
    if os.name != "nt":
        assert stat.S_IMODE(aside.stat().st_mode) == 0o600
    opened.close()
    assert check(aside).problems == ()
    assert kept.id


def test_an_upgrade_that_fails_leaves_the_store_as_it_was(
    store: SqlStore,
    kept: Meeting,
    path: Path,
    tmp_path: Path,
    snapshot: Callable[[Path], dict[str, list[tuple[Any, ...]]]],
) -> None:
    """A step that breaks half-way leaves nothing of itself, and the next attempt keeps both copies."""
    store.close()
    before = snapshot(path)
    broken = _later(tmp_path, then='op.execute("SELECT nonsense FROM nowhere")')
    for _ in range(2):
        with pytest.raises(OperationalError):
            open_with(path, clock=_clock, wanted=broken)
    assert _user_version(path) == HEAD
    assert snapshot(path) == before
    assert check(path).problems == ()
    names = {file.name for file in path.parent.iterdir()}
    assert names == {"minutes.sqlite3", f"minutes.before-{_NEXT}.sqlite3", f"minutes.before-{_NEXT}-2.sqlite3"}
    assert kept.id


@pytest.mark.soak
@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
def test_an_upgrade_that_is_killed_leaves_the_store_as_it_was(
    store: SqlStore, kept: Meeting, path: Path, tmp_path: Path
) -> None:
    """A kill between two statements of a step leaves the older schema whole."""
    store.close()
    schema = _later(tmp_path, then="import os; os.kill(os.getpid(), 9)")
    script = (
        "import datetime, pathlib, sys; from lpgminutes.store.maintenance import upgrade;"
        "from lpgminutes.store.schema import Schema;"
        f"upgrade(sys.argv[1], Schema(head={_NEXT}, scripts=pathlib.Path(sys.argv[2])))"
    )
    command = [sys.executable, "-c", script, str(path), str(schema.scripts)]
    assert subprocess.run(command, check=False, timeout=60).returncode == -9
    assert _user_version(path) == HEAD
    opened = open_store(path, clock=_clock)
    with opened.read() as records:
        assert records.meetings.get(kept.ref) == kept
    opened.close()
    assert check(path).problems == ()


def test_an_upgrade_says_what_it_did(path: Path, tmp_path: Path) -> None:
    """An up-to-date store is left alone; an older one is named with its copy."""
    nothing = upgrade(path)
    assert (nothing.before, nothing.after, nothing.copied_to) == (HEAD, HEAD, None)
    assert "up to date already" in nothing.sentence
    done = upgrade_with(path, _later(tmp_path))
    assert (done.before, done.after) == (HEAD, _NEXT)
    assert str(done.copied_to) in done.sentence


def _run(script: str, *arguments: str) -> str:
    finished = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True, timeout=60
    )
    return finished.stdout.strip()


def test_importing_the_store_imports_no_database_library() -> None:
    """The half second that they take is spent when a store is opened."""
    script = (
        "import sys, lpgminutes.store as store; store.default_location();"
        "print([name for name in ('sqlmodel', 'sqlalchemy', 'alembic', 'pydantic') if name in sys.modules])"
    )
    assert _run(script) == "[]"


@pytest.mark.soak
def test_opening_an_up_to_date_store_imports_no_migrations(path: Path, kept: Meeting, store: SqlStore) -> None:
    """Alembic is imported only to make or upgrade a store."""
    assert store.location()
    script = (
        "import sys, datetime; from lpgminutes.store import open_store;"
        "store = open_store(sys.argv[1], clock=lambda: datetime.datetime.now(datetime.UTC));\n"
        "with store.read() as records: print(records.meetings.get(sys.argv[2]).title)\n"
        "store.close(); print('alembic' in sys.modules)"
    )
    assert _run(script, str(path), kept.ref).splitlines() == [kept.title, "False"]


def test_making_a_store_leaves_nothing_else_behind(tmp_path: Path) -> None:
    """The one file is all there is."""
    open_store(tmp_path / "a.sqlite3", create=True, clock=_clock).close()
    assert [file.name for file in tmp_path.iterdir()] == ["a.sqlite3"]
