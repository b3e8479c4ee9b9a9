"""The file of a journal: made for its user alone, held by a lock while its program lives, overwritten when done."""

import contextlib
import os
import secrets
import sys
from pathlib import Path

from lpgminutes.syncing import sync

_NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL
_OLD = os.O_RDWR
_SAFE = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_CHUNK = 1 << 16


class JournalFile:
    """An open file that nobody else holds."""

    def __init__(self, path: Path, descriptor: int, size: int) -> None:
        self.path = path
        self.size = size
        """Bytes that are whole; what a failed write left behind them is written over."""
        self._descriptor = descriptor

    @classmethod
    def made(cls, stem: Path) -> "JournalFile":
        """Make a file beside ``stem`` under a name that is free."""
        path = stem.with_name(f"{stem.name}-{os.getpid()}-{secrets.token_hex(3)}")
        descriptor = os.open(path, _NEW | _SAFE, 0o600)
        if not _lock(descriptor, is_needed=False) or os.fstat(descriptor).st_nlink == 0:
            os.close(descriptor)  # somebody who looks for what was left behind was quicker
            return cls.made(stem)
        return cls(path, descriptor, 0)

    @classmethod
    def left_behind(cls, path: Path) -> "JournalFile | None":
        """Open a file whose program has ended; ``None`` while that lives, or when the file is not to be had."""
        try:
            descriptor = os.open(path, _OLD | _SAFE)
        except OSError:
            return None
        if not _lock(descriptor, is_needed=True):
            os.close(descriptor)
            return None
        return cls(path, descriptor, os.fstat(descriptor).st_size)

    def append(self, content: bytes) -> None:
        """Write at the end, all of it or, with an ``OSError``, none that counts."""
        os.lseek(self._descriptor, self.size, os.SEEK_SET)
        left = memoryview(content)
        while left:
            left = left[os.write(self._descriptor, left) :]
        self.size += len(content)

    def sync(self) -> None:
        """Have it on the disk itself, to outlive a power cut."""
        sync(self._descriptor)

    def written_at(self) -> float:
        """Return when it was last written to."""
        return os.fstat(self._descriptor).st_mtime

    def read(self) -> bytes:
        """Return everything in it."""
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        parts = []
        while part := os.read(self._descriptor, _CHUNK):
            parts.append(part)
        return b"".join(parts)

    def blank(self, end: int) -> None:
        """Overwrite everything before ``end``, and make it durable."""
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        for start in range(0, end, _CHUNK):
            os.write(self._descriptor, b" " * min(_CHUNK, end - start))
        self.sync()

    def empty(self) -> None:
        """Overwrite everything, and give the room back; also what a failed write left."""
        if written := os.fstat(self._descriptor).st_size:
            try:
                self.blank(written)
            finally:
                os.ftruncate(self._descriptor, 0)
                self.size = 0

    def close(self) -> None:
        """Let go of it; it stays for whoever opens the meeting next."""
        os.close(self._descriptor)

    def remove(self) -> None:
        """Overwrite it and take it away.

        Where it cannot be taken away (on Windows, while another window looks at it or a scanner has it open), it
        stays empty: what is empty is done with, and goes when the meeting is next opened.
        """
        with contextlib.suppress(OSError):
            self.empty()
        self.close()
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)


def _lock(descriptor: int, *, is_needed: bool) -> bool:
    """Take the lock that ends with the process, however that ends; not every file system has such locks."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return not is_needed
    return True
