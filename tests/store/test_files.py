"""The file: whose it is, who may read it, what is done when it is not what it should be."""

import os
import shutil
import sqlite3
import stat
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from lpgminutes.domain.meetings import Block, BlockKind, Meeting
from lpgminutes.errors import NotAStore, OutputError, StoreError, StoreTooNew, StoreUnavailable
from lpgminutes.store import backup, check, default_location, open_store, status
from lpgminutes.store.connections import connect, uri_of
from lpgminutes.store.database import SqlStore

_posix = pytest.mark.skipif(os.name == "nt", reason="Windows keeps no permission bits")


def _clock() -> datetime:
    return datetime(2026, 7, 1, tzinfo=UTC)


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@_posix
def test_only_the_user_may_read_what_is_written(tmp_path: Path, meeting: Meeting) -> None:
    """The store, what SQLite keeps beside it, and a backup have the mode 0600, whatever the umask."""
    path = tmp_path / "minutes.sqlite3"
    before = os.umask(0)
    try:
        store = open_store(path, create=True, clock=_clock)
        with store.change("start", who="A") as work:
            work.meetings.add(meeting)
            work.commit()
        copy = backup(path, tmp_path / "copy.sqlite3")
        beside = [path.with_name(path.name + end) for end in ("-wal", "-shm")]
        assert [_mode(file) for file in (path, *beside, copy)] == [0o600] * 4
        store.close()
    finally:
        os.umask(before)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["copy.sqlite3", "minutes.sqlite3"]


@_posix
def test_the_default_folder_is_made_with_the_first_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asking where the store would be makes nothing; making it makes its folder for the user alone."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setenv("HOME", str(tmp_path))
    location = default_location()
    assert (location.name, location.parent.name) == ("minutes.sqlite3", "lpgminutes")
    assert not location.parent.exists()
    open_store(location, create=True, clock=_clock).close()
    assert (_mode(location.parent), _mode(location)) == (0o700, 0o600)


def test_reading_where_there_is_nothing_makes_nothing(tmp_path: Path) -> None:
    """A mistyped path is refused with what to do, and the folder stays empty."""
    with pytest.raises(NotAStore, match=r"no store at .*import or start a meeting to make one"):
        open_store(tmp_path / "typo.sqlite3", clock=_clock)
    assert status(tmp_path / "typo.sqlite3").exists is False
    assert list(tmp_path.iterdir()) == []


def test_a_store_may_be_named_by_a_url(tmp_path: Path) -> None:
    """``sqlite:///`` and a path name the same file; another kind of database is not supported yet."""
    path = tmp_path / "minutes?#%20.sqlite3"
    open_store(path, create=True, clock=_clock).close()
    plain = tmp_path / "minutes.sqlite3"
    path.rename(plain)
    store = open_store(f"sqlite:///{plain}", clock=_clock)
    assert store.location() == str(plain)
    store.close()
    with pytest.raises(StoreError, match="postgresql is not supported yet") as refusal:
        open_store("postgresql+psycopg://user:secret@host/db", clock=_clock)
    assert "secret" not in str(refusal.value)


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PureWindowsPath(r"\\server\share\our minutes.sqlite3"), "file:////server/share/our%20minutes.sqlite3"),
        (PureWindowsPath(r"C:\Records\50%#1.sqlite3"), "file:///C:/Records/50%25%231.sqlite3"),
        (PureWindowsPath(r"\\?\C:\Records\m.sqlite3"), "file:////%3F/C:/Records/m.sqlite3"),
        (PurePosixPath("/srv/what?/é.sqlite3"), "file:///srv/what%3F/%C3%A9.sqlite3"),
    ],
)
def test_every_path_has_a_uri_that_sqlite_takes(path: PurePath, uri: str) -> None:
    """Of a share SQLite wants four strokes: with two it takes the server for an authority, and refuses it."""
    assert uri_of(path, mode="rw") == f"{uri}?mode=rw"


@_posix
@pytest.mark.parametrize("kind", [PurePosixPath, PureWindowsPath])
def test_sqlite_opens_a_store_by_its_uri(tmp_path: Path, kind: type[PurePath]) -> None:
    """Also by that of a share; here both lead to one file, for more strokes at the beginning say nothing."""
    path = tmp_path / "our minutes?#%20.sqlite3"
    open_store(path, create=True, clock=_clock).close()
    named = kind(f"/{path}") if kind is PureWindowsPath else kind(path)
    with closing(sqlite3.connect(uri_of(named, mode="rw"), uri=True)) as connection:
        assert connection.execute("SELECT count(*) FROM meeting").fetchone() == (0,)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    """Only the default folder is made; any other has to be there."""
    with pytest.raises(StoreUnavailable, match=r"The folder .*missing does not exist"):
        open_store(tmp_path / "missing" / "minutes.sqlite3", create=True, clock=_clock)
    assert list(tmp_path.iterdir()) == []


def _foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE moz_places (id INTEGER)")


_NO_STORES: dict[str, Callable[[Path], object]] = {
    "garbage": lambda path: path.write_bytes(b"\x00\xff garbage" * 1000),
    "nothing at all": lambda path: path.write_bytes(b""),
    "another program's database": _foreign,
    "a folder": lambda path: path.mkdir(),
    "a Word file": lambda path: path.write_bytes(b"PK\x03\x04" + b"x" * 5000),
}


@pytest.mark.parametrize("create", [False, True])
@pytest.mark.parametrize("kind", _NO_STORES)
def test_a_file_that_is_no_store_is_left_alone(tmp_path: Path, kind: str, *, create: bool) -> None:
    """Whatever stands at the path is refused in a sentence and not touched."""
    path = tmp_path / "minutes.sqlite3"
    _NO_STORES[kind](path)
    before = None if path.is_dir() else path.read_bytes()
    with pytest.raises(NotAStore):
        open_store(path, create=create, clock=_clock)
    with pytest.raises(NotAStore):
        check(path)
    assert before == (None if path.is_dir() else path.read_bytes())
    assert [path] == list(tmp_path.iterdir())


@_posix
@pytest.mark.parametrize("create", [False, True])
def test_links_that_lead_nowhere_are_refused(tmp_path: Path, *, create: bool) -> None:
    """A loop of links, or a link to nothing, is no place for a store."""
    loop, dangling = tmp_path / "loop", tmp_path / "dangling"
    loop.symlink_to(loop)
    dangling.symlink_to(tmp_path / "victim")
    for path in (loop, dangling):
        with pytest.raises(StoreError):
            open_store(path, create=create, clock=_clock)
    assert not (tmp_path / "victim").exists()


def _read(path: Path, meeting: Meeting) -> Meeting:
    store = open_store(path, clock=_clock)
    try:
        with store.read() as records:
            return records.meetings.get(meeting.ref)
    finally:
        store.close()


def test_a_damaged_store_is_refused_in_a_sentence(path: Path, kept: Meeting, store: SqlStore) -> None:
    """A store cut short, or overwritten in the middle, gives a sentence and no surprise."""
    assert kept.id
    store.close()
    whole = path.read_bytes()
    for damaged in (whole[:5000], whole[:4096] + b"\xff" * (len(whole) - 4096)):
        path.write_bytes(damaged)
        with pytest.raises(StoreError):
            _read(path, kept)


def test_a_store_of_a_later_version_is_refused(path: Path) -> None:
    """The program does not touch what it does not know, and says so."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    for open_it in (lambda: open_store(path, clock=_clock), lambda: check(path)):
        with pytest.raises(StoreTooNew, match=r"schema 99.*update the program"):
            open_it()
    assert (status(path).schema, status(path).state[:26]) == (99, "written by a later version")


def test_a_backup_holds_everything_and_replaces_nothing(
    store: SqlStore, kept: Meeting, path: Path, tmp_path: Path
) -> None:
    """It is a store of its own, made while the store is in use; an existing file or link is left alone."""
    target, link = tmp_path / "copy.sqlite3", tmp_path / "link.sqlite3"
    assert backup(path, target) == target
    copy = open_store(target, clock=_clock)
    with copy.read() as records, store.read() as originals:
        assert records.meetings.get(kept.ref) == originals.meetings.get(kept.ref)
    copy.close()
    assert check(target).problems == ()
    link.symlink_to(tmp_path / "victim")
    for taken in (target, link):
        with pytest.raises(OutputError, match="is not replaced"):
            backup(path, taken)
    assert not (tmp_path / "victim").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_backup_is_written_where_it_is_named(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the name looks like an address of SQLite's."""
    monkeypatch.chdir(tmp_path)
    target = backup(path, Path("file:copy.sqlite3"))

    assert check(str(tmp_path / target)).problems == ()
    assert not (tmp_path / "copy.sqlite3").exists()


@_posix
def test_a_read_only_copy_can_be_read(store: SqlStore, kept: Meeting, path: Path, tmp_path: Path) -> None:
    """A backup kept with the mode 0400 opens for reading."""
    target = backup(path, tmp_path / "copy.sqlite3")
    target.chmod(0o400)
    copy = open_store(target, clock=_clock)
    with copy.read() as records:
        assert records.meetings.get(kept.ref) == kept
    copy.close()
    assert store.location() == str(path)


def test_every_connection_is_set_up_to_be_safe(path: Path) -> None:
    """Durable, private, with references kept and deleted text overwritten."""
    with closing(connect(path, busy_seconds=1.5)) as connection:
        wanted = {
            "journal_mode": "wal",
            "synchronous": 2,
            "foreign_keys": 1,
            "secure_delete": 1,
            "temp_store": 2,
            "busy_timeout": 1500,
            "trusted_schema": 0,
        }
        assert wanted == {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted}
        if sys.platform == "darwin":
            assert connection.execute("PRAGMA fullfsync").fetchone()[0] == 1


def _words_on_disk(folder: Path, word: bytes) -> bool:
    return any(word in file.read_bytes() for file in folder.iterdir())


@pytest.mark.parametrize("is_overwritten", [True, False])
def test_a_text_taken_out_stays_in_the_history_alone(
    store: SqlStore, kept: Meeting, path: Path, *, is_overwritten: bool
) -> None:
    """Once undone and checkpointed, no free page or log holds the words; the history does, as it must.

    The control run deletes the history without overwriting, and finds the words: the test can fail.
    """
    with store.change("capture", who="A") as work:
        block = work.meetings.add_block(kept, Block(kind=BlockKind.MINUTE, text="QUARTZCANARY"), parent=kept.items[0])
        work.commit()
    with store.change("edit", who="A") as work:
        work.meetings.save_block(replace(block, text="harmless"))
        work.commit()
    for _ in range(2):
        with store.change("undo", who="A") as work:
            work.history.undo()
            work.commit()
    store.close()
    assert _words_on_disk(path.parent, b"QUARTZCANARY")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute(f"PRAGMA secure_delete = {'ON' if is_overwritten else 'OFF'}")
        connection.execute("DROP TRIGGER history_is_not_shortened")
        connection.execute("DELETE FROM history")
    assert _words_on_disk(path.parent, b"QUARTZCANARY") is not is_overwritten


@pytest.mark.parametrize("create", [False, True])
def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path, *, create: bool) -> None:
    """A name that is too long, that goes through a file, or that is none gives a sentence."""
    file = tmp_path / "file"
    file.write_text("x")
    for location in (
        tmp_path / ("x" * 300),
        file / "minutes.sqlite3",
        str(tmp_path) + "/\0",
        "",
        "sqlite:///",
    ):
        with pytest.raises(StoreError):
            open_store(location, create=create, clock=_clock)
    assert [file] == list(tmp_path.iterdir())


def test_two_programs_that_make_the_same_store_share_it(tmp_path: Path, meeting: Meeting) -> None:
    """Whoever comes second finds the store whole and opens it."""
    path = tmp_path / "minutes.sqlite3"
    first = open_store(path, create=True, clock=_clock)
    second = open_store(path, create=True, clock=_clock)
    with first.change("start", who="A") as work:
        work.meetings.add(meeting)
        work.commit()
    with second.read() as records:
        assert len(records.series.all()) == 1
    first.close()
    second.close()
    assert [path] == list(tmp_path.iterdir())


def test_a_copy_of_the_file_is_a_store(store: SqlStore, kept: Meeting, path: Path, tmp_path: Path) -> None:
    """Once closed, everything is in the one file."""
    store.close()
    copy = shutil.copy(path, tmp_path / "elsewhere.sqlite3")
    opened = open_store(copy, clock=_clock)
    with opened.read() as records:
        assert records.meetings.get(kept.ref) == kept
    opened.close()
