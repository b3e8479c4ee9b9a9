"""What every file is written with: whole, for its user alone, over nothing; and a sentence where it cannot be done."""

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path

from lpgminutes.errors import OutputError
from lpgminutes.syncing import sync

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_REMEDIES = {
    errno.ENOSPC: "the disk is full: free some space and try again",
    errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC: "your quota is used up: free some space",
    errno.EFBIG: "the disk or a limit does not allow a file of this size",
    errno.EACCES: "you may not write there: choose another folder",
    errno.EPERM: "you may not write there: choose another folder",
    errno.EROFS: "the place is read-only: choose another folder",
    errno.ENOENT: "the folder does not exist: make it first",
    errno.ENOTDIR: "a part of the path is a file, not a folder",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ELOOP: "the path runs in a circle of links",
}
_OPEN_OR_FORBIDDEN = "it may be open in another program, or you may not write there: close it, or choose another name"
"""Windows lets nobody write over a document that is open in Word, and says no more than that it may not be done."""


def write_whole(path: Path, content: bytes) -> None:
    """Write a file that is not there yet, down to the disk; one that cannot be finished is gone again."""
    descriptor = os.open(path, _NEW, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            sync(file.fileno())
    except BaseException:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
        raise


def link_into_place(beside: Path, path: Path) -> None:
    """Give the finished file its name, which fails when the name was taken meanwhile."""
    try:
        os.link(beside, path)
    except FileExistsError:
        raise
    except OSError:
        # Some file systems (FAT, network shares) know no links. Windows' rename refuses a name that is taken.
        if os.name == "nt":
            beside.rename(path)
        else:
            write_whole(path, beside.read_bytes())


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn the system's refusals inside the block into a sentence."""
    try:
        yield
    except OutputError:
        raise
    except FileExistsError:
        raise OutputError(f"{path} came to be there meanwhile; nothing was written over it.") from None
    except OSError as error:
        remedy = _REMEDIES.get(error.errno or 0, (error.strerror or "the system refused").lower())
        if isinstance(error, PermissionError) and os.path.isfile(path):  # noqa: PTH113 - says no where it may not look
            remedy = _OPEN_OR_FORBIDDEN
        raise OutputError(f"{path} was not written: {remedy}.") from None
