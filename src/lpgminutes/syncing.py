"""Having on the disk itself what was written, so that it outlives a power cut."""

import contextlib
import errno
import os
import sys
from pathlib import Path

_NOT_SUPPORTED = frozenset(
    {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EBADF, errno.EACCES, errno.EPERM}
)
"""What a system says that cannot sync a folder, or does not let this user open it: some networks and FUSE."""


def sync(descriptor: int) -> None:
    """Have an open file on the disk itself; macOS says that it is there as soon as the disk has taken it in."""
    if not _is_on_the_platter(descriptor):
        os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on the disk, where that can be asked for; Windows cannot open a folder."""
    if os.name == "nt":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            sync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno not in _NOT_SUPPORTED:
            raise


def _is_on_the_platter(descriptor: int) -> bool:
    """Ask for more than a sync where the system knows of it; not every file system does."""
    if sys.platform == "win32":
        return False
    import fcntl

    full = getattr(fcntl, "F_FULLFSYNC", None)
    if full is not None:
        with contextlib.suppress(OSError):
            fcntl.fcntl(descriptor, full)
            return True
    return False
