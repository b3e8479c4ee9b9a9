"""Is the file a store, and is it up to date? Makes a new one, and upgrades an older one.

The number of the schema stands in the file as SQLite's ``user_version``, so that asking takes no library;
alembic is imported only to make a store or to upgrade one.
"""

import os
import secrets
import shlex
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from lpgminutes import resources
from lpgminutes.errors import NotAStore, OutputError, StoreTooNew, StoreUnavailable
from lpgminutes.store.connections import connect
from lpgminutes.store.failures import in_words
from lpgminutes.store.location import make_folder
from lpgminutes.store.standing_still import file_may_only_be_read, may_only_be_read
from lpgminutes.syncing import sync, sync_folder

APPLICATION_ID = 0x6C70676D
"""Stands in the head of each file and tells it from other programs' databases: ``lpgm``."""

HEAD = 15
"""The schema that this version of the program works with."""

_MAGIC = b"SQLite format 3\0"
_APPLICATION_ID_AT = 68
_HEAD_LENGTH = 100
_PRIVATE = 0o600
_NEW_FILE = os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """The steps that lead to a schema, and its number."""

    head: int = HEAD
    scripts: Path = field(default_factory=resources.migrations)


def create(path: Path, schema: Schema) -> None:
    """Make a store that is whole as soon as it is there; one that somebody makes meanwhile is left alone."""
    make_folder(path)
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
    new_file(unfinished)
    try:
        with in_words(path):
            _migrate(unfinished, schema)
        _put_in_place(unfinished, path)
    finally:
        for leftover in (
            unfinished,
            *(unfinished.with_name(unfinished.name + end) for end in ("-wal", "-shm")),
        ):
            leftover.unlink(missing_ok=True)


def version_of(path: Path) -> int:
    """Return the number of the schema of a store, or say why it is none."""
    _refuse_other_file(path)
    with in_words(path), closing(connect(path)) as connection:
        return _user_version(connection)


def refuse_newer(path: Path, version: int, schema: Schema) -> None:
    """Refuse a store that a later version of the program wrote."""
    if version > schema.head:
        raise StoreTooNew(
            f"The store {path} was written by a later version of this program (schema {version}, "
            f"this one knows {schema.head}); update the program to open it."
        )


def bring_up_to_date(path: Path, schema: Schema) -> Path | None:
    """Upgrade an older store and return where its copy is; ``None`` when it was up to date."""
    version = version_of(path)
    refuse_newer(path, version, schema)
    if version == schema.head:
        return None
    _refuse_upgrade_where_only_read(path, version, schema)
    aside = _free_name(path, schema.head)
    copy_to(path, aside)
    with in_words(path):
        _migrate(path, schema)
    return aside


def _refuse_upgrade_where_only_read(path: Path, version: int, schema: Schema) -> None:
    """Say how an older store is read that cannot be upgraded where it lies.

    No copy is made unasked: minutes that somebody must not see would then lie in a place that nobody knows of.
    """
    if file_may_only_be_read(path) or may_only_be_read(path.parent):
        raise StoreUnavailable(
            f"The store {path} is older than this program (schema {version} of {schema.head}) and may only be read "
            "where it lies, so that it cannot be brought up to date there. Nothing was changed. Make a copy of your "
            "own and open that: "
            f"lpgminutes --store {shlex.quote(str(path))} db backup COPY, then lpgminutes --store COPY"
        )


def copy_to(path: Path, target: Path) -> None:
    """Copy a store, as of now, into a new file that only this user may read; nothing deleted goes with it."""
    new_file(target)
    try:
        with in_words(path), closing(connect(path)) as connection, in_words(target):
            connection.execute("VACUUM INTO ?", (str(target.absolute()),))  # a relative "file:x" would be an address
        _sync(target)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def new_file(path: Path) -> None:
    """Make an empty file that only this user may read; never over something else, never through a link."""
    try:
        os.close(os.open(path, _NEW_FILE, _PRIVATE))
    except FileExistsError:
        raise OutputError(f"There is something at {path} already, and it is not replaced; choose a new name.") from None
    except OSError as error:
        raise StoreUnavailable(f"{path} cannot be written: {error.strerror}; choose another folder.") from None


def _refuse_other_file(path: Path) -> None:
    """Look at the head of the file itself: SQLite would take an empty file for an empty database."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD_LENGTH)
    except FileNotFoundError:
        raise NotAStore(f"There is no store at {path}; import or start a meeting to make one.") from None
    except IsADirectoryError:
        raise NotAStore(f"{path} is a folder and no store; give the path of a file in it.") from None
    except OSError as error:
        raise StoreUnavailable(f"The store {path} cannot be read: {error.strerror}.") from None
    application_id = int.from_bytes(head[_APPLICATION_ID_AT : _APPLICATION_ID_AT + 4], "big")
    if not head.startswith(_MAGIC) or application_id != APPLICATION_ID:
        raise NotAStore(f"{path} is a file, but no store of this program; it was left alone. Give another path.")


def _user_version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _migrate(path: Path, schema: Schema) -> None:
    """Take every step in one transaction: the file is either as before or at the head."""
    from alembic import command
    from alembic.config import Config

    from lpgminutes.store import derived
    from lpgminutes.store.engines import engine_at

    engine = engine_at(path)
    config = Config()
    config.set_main_option("script_location", str(schema.scripts).replace("%", "%%"))
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            derived.take_away(connection)
            command.upgrade(config, "head")
            if schema.head >= HEAD:
                derived.lay(connection)
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {schema.head}")
    finally:
        engine.dispose()


def _put_in_place(unfinished: Path, path: Path) -> None:
    """Give the finished file its name, unless the name is taken."""
    _sync(unfinished)
    try:
        os.link(unfinished, path)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links
        if not path.exists():
            unfinished.rename(path)
    sync_folder(path.parent)


def _sync(path: Path) -> None:
    """See that a file is on the disk."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        sync(descriptor)
    finally:
        os.close(descriptor)


def _free_name(path: Path, head: int) -> Path:
    """Name the copy of the older file; one that an upgrade left before is kept."""
    names = [
        f"{path.stem}.before-{head}.sqlite3",
        *(f"{path.stem}.before-{head}-{n}.sqlite3" for n in range(2, 100)),
    ]
    return next(
        (path.with_name(name) for name in names if not path.with_name(name).exists()),
        path.with_name(names[0]),
    )
