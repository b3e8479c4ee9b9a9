"""What the keeper of a store asks of it: its state, an upgrade, a backup, a check."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from lpgminutes.errors import StoreError
from lpgminutes.store import derived, schema
from lpgminutes.store.connections import connect
from lpgminutes.store.engines import engine_at, reading
from lpgminutes.store.failures import in_words, within_reach
from lpgminutes.store.location import to_path
from lpgminutes.store.verification import faults_of_history


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreStatus:
    """What there is."""

    location: str
    exists: bool
    schema: int | None
    """``None`` when there is no store."""
    newest_schema: int
    """The schema that this version of the program works with."""
    state: str
    """In words, whether anything has to be done."""
    series: int = 0
    meetings: int = 0
    actions: int = 0
    changes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class UpgradeReport:
    """What an upgrade did."""

    location: str
    before: int
    after: int
    copied_to: Path | None
    """Where the older file is; ``None`` when there was nothing to do."""

    @property
    def sentence(self) -> str:
        """The report in words."""
        if self.copied_to is None:
            return f"{self.location} is up to date already (schema {self.after})."
        return (
            f"{self.location} was upgraded from schema {self.before} to {self.after}; the older file is "
            f"{self.copied_to}."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What a check found."""

    location: str
    problems: tuple[str, ...]
    """A sentence each, without any words of the minutes."""


def status(location: str | Path) -> StoreStatus:
    """Return what there is at the location, without changing anything; also of a newer or older store."""
    path = to_path(location)
    with within_reach(path):
        is_there = path.exists() or path.is_symlink()
    if not is_there:
        state = "there is no store yet; it is made when the first meeting is imported or started"
        return StoreStatus(location=str(path), exists=False, schema=None, newest_schema=schema.HEAD, state=state)
    version = schema.version_of(path)
    with in_words(path), closing(connect(path)) as connection:
        return StoreStatus(
            location=str(path),
            exists=True,
            schema=version,
            newest_schema=schema.HEAD,
            state=_state(version),
            series=_count(connection, "series", "*"),
            meetings=_count(connection, "meeting", "*"),
            actions=_count(connection, "action", "*"),
            changes=_count(connection, "history", "DISTINCT number"),
        )


def _state(version: int) -> str:
    if version == schema.HEAD:
        return "up to date"
    if version < schema.HEAD:
        return "older than this program; it is upgraded when it is next opened, and copied aside before"
    return "written by a later version of this program; update the program to open it"


def upgrade(location: str | Path, wanted: schema.Schema | None = None) -> UpgradeReport:
    """Bring an older store up to date; the older file is copied aside before."""
    path = to_path(location)
    before = schema.version_of(path)
    with within_reach(path):
        aside = schema.bring_up_to_date(path, wanted or schema.Schema())
    return UpgradeReport(location=str(path), before=before, after=schema.version_of(path), copied_to=aside)


def backup(location: str | Path, target: Path) -> Path:
    """Write a copy of the store, as of now, to a new file that only this user may read."""
    path = to_path(location)
    schema.version_of(path)
    with within_reach(target):
        schema.copy_to(path, target)
    return target


def check(location: str | Path) -> CheckReport:
    """Look whether the file is sound, every reference points to something, history and index of words hold."""
    path = to_path(location)
    version = schema.version_of(path)
    schema.refuse_newer(path, version, schema.Schema())
    if version < schema.HEAD:
        raise StoreError(f"The store {path} is older than this program; upgrade it, and check it then.")
    with in_words(path), closing(connect(path)) as connection:
        problems = [f"The file is damaged: {row[0]}." for row in connection.execute("PRAGMA integrity_check(20)")]
        problems = [] if problems == ["The file is damaged: ok."] else problems
        for table, row_id, _, _ in connection.execute("PRAGMA foreign_key_check"):
            problems.append(f"Row {row_id} of the table {table} points to nothing.")
    if not problems:
        problems = _faults_of_records(path)
    return CheckReport(location=str(path), problems=tuple(problems))


def reindex(location: str | Path) -> None:
    """Lay anew what is derived from the records: the index of words, the states of actions."""
    path = to_path(location)
    version = schema.version_of(path)
    schema.refuse_newer(path, version, schema.Schema())
    if version < schema.HEAD:
        raise StoreError(f"The store {path} is older than this program; upgrade it, which lays its index anew.")
    engine = engine_at(path)
    try:
        with in_words(path), engine.begin() as connection:
            derived.lay(connection)
    finally:
        engine.dispose()


def _faults_of_records(path: Path) -> list[str]:
    engine = engine_at(path)
    try:
        with in_words(path), reading(engine).begin() as connection:
            return [*faults_of_history(connection), *derived.faults(connection)]
    finally:
        engine.dispose()


def _count(connection: sqlite3.Connection, table: str, what: str) -> int:
    """Count in a table; a newer or older store may lack it."""
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone() is None:
        return 0
    return int(connection.execute(f"SELECT count({what}) FROM {table}").fetchone()[0])  # noqa: S608 - our own names
