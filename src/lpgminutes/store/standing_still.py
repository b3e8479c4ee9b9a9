"""Whether a store can be read just as it lies there: SQLite makes files beside it, and not every folder has room."""

import errno
import os
import secrets
from pathlib import Path

_NEW = os.O_CREAT | os.O_EXCL | os.O_WRONLY
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def may_only_be_read(folder: Path) -> bool:
    """Try to make a file: rights alone do not tell on Windows, on shares and on disks mounted for reading."""
    trial = folder / f".{secrets.token_hex(8)}.new"
    try:
        os.close(os.open(trial, _NEW, 0o600))
    except OSError as error:
        return error.errno in _FORBIDDEN
    trial.unlink(missing_ok=True)
    return False


def file_may_only_be_read(path: Path) -> bool:
    """Try to open a file for writing, and write nothing."""
    try:
        os.close(os.open(path, os.O_RDWR))
    except OSError as error:
        return error.errno in _FORBIDDEN
    return False


def lies_still(path: Path) -> bool:
    """Return whether all of a store is in its one file, and nobody has it open."""
    log, index, rollback = (path.with_name(path.name + end) for end in ("-wal", "-shm", "-journal"))
    is_open_elsewhere = log.exists() and index.exists()
    return not is_open_elsewhere and not any(file.exists() and file.stat().st_size for file in (log, rollback))
