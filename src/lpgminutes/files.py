"""Writing files so that nothing is half-written, nothing is overwritten unasked, and no link is followed.

A file is made in memory, written beside its place with mode 0600, synced, and linked into place. A folder of files
is staged whole beside its place and renamed into it.
"""

import contextlib
import errno
import os
import secrets
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lpgminutes.errors import InputError, OutputError

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


LARGEST_READ = 20 * 1024 * 1024
"""Bytes of a file that a person names to be read: some hundred times the longest minutes known."""


def read_given(path: Path) -> bytes:
    """Read a file that a person named, or say why not."""
    try:
        if path.stat().st_size > LARGEST_READ:
            raise InputError(f"{path} is larger than {LARGEST_READ >> 20} MB: minutes are not. Is it the right file?")
        return path.read_bytes()
    except IsADirectoryError:
        raise InputError(f"{path} is a folder: name the files in it.") from None
    except FileNotFoundError:
        raise InputError(f"There is no file {path}.") from None
    except OSError as error:
        raise InputError(f"{path} cannot be read: {(error.strerror or 'the system refused').lower()}.") from None


def read_folder(folder: Path) -> dict[str, bytes]:
    """Read every file of a folder that a person named, by name; a folder in it goes by ``name/``."""
    if not folder.is_dir():
        raise InputError(f"There is no folder {folder}: name the one that the release was written to.")
    entries = sorted(folder.iterdir())
    files = {path.name: read_given(path) for path in entries if not path.is_dir()}
    return files | {f"{path.name}/": b"" for path in entries if path.is_dir()}


def write_new(path: Path, content: bytes, *, replace: bool = False) -> None:
    """Write a file that is not there yet; with ``replace`` an ordinary file may be, and is replaced in one step."""
    refuse_taken(path, replace=replace)
    beside = path.parent / f".{path.name}.{secrets.token_hex(4)}.part"
    with _told(path):
        try:
            _write(beside, content)
            if replace:
                beside.replace(path)
            else:
                _link_into_place(beside, path)
            _sync_folder(path.parent)
        finally:
            beside.unlink(missing_ok=True)


@contextlib.contextmanager
def written_with(path: Path, content: bytes, *, replace: bool = False) -> Iterator[None]:
    """Write a file that stays only when the block succeeds: else it is gone again, and what it replaced is back."""
    refuse_taken(path, replace=replace)
    aside = path.parent / f".{path.name}.{secrets.token_hex(4)}.before"
    is_written = False
    try:
        with _told(path):
            if path.exists():
                _link_into_place(path, aside)
        write_new(path, content, replace=replace)
        is_written = True
        yield
    except BaseException:
        if aside.exists():
            aside.replace(path)
        elif is_written:
            path.unlink(missing_ok=True)
        raise
    finally:
        aside.unlink(missing_ok=True)


def refuse_taken(path: Path, *, replace: bool = False) -> None:
    """Refuse a name that cannot be written: a link, a folder, or a file that is there and not to be replaced."""
    if path.is_symlink():
        raise OutputError(f"{path} is a link, and links are not written through: choose another name.")
    if path.is_dir():
        raise OutputError(f"{path} is a folder: give the name of a file in it.")
    if path.exists() and not replace:
        raise OutputError(f"{path} is already there, and nothing is overwritten unasked: choose another name.")


@dataclass(slots=True)
class StagedFolder:
    """A folder of files that is complete, and not yet where it belongs."""

    staging: Path
    target: Path
    _made: bool = False
    _placed: list[Path] = field(default_factory=list)

    def publish(self) -> None:
        """Put the files in their place: all of them, or none."""
        with _told(self.target):
            _refuse_full_folder(self.target)
            try:
                self._place()
            except BaseException:
                self.withdraw()
                raise
            _sync_folder(self.target.parent)

    def _place(self) -> None:
        """Give a new folder its name at once; an empty one that is there gets the files, for it may be anybody's."""
        if not self.target.is_dir():
            self.staging.rename(self.target)
            self._made = True
            return
        for entry in sorted(self.staging.iterdir()):
            place = self.target / entry.name
            if entry.is_dir():
                entry.rename(place)
            else:
                _link_into_place(entry, place)
            self._placed.append(place)
        _sync_folder(self.target)

    def withdraw(self) -> None:
        """Take away again what was put in place, because what belongs to it failed."""
        if self._made:
            shutil.rmtree(self.target)
        for path in self._placed:
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)
        self._placed.clear()
        self._made = False


@contextlib.contextmanager
def staged_folder(target: Path, files: Mapping[str, bytes]) -> Iterator[StagedFolder]:
    """Write ``files`` into a new folder beside ``target``; what is not published when it ends is removed."""
    target = target.absolute()
    _refuse_full_folder(target)
    staging = target.parent / f".{target.name}.{secrets.token_hex(4)}.part"
    try:
        with _told(target):
            staging.mkdir(mode=0o700)
            for name, content in files.items():
                _write(staging / name, content)
            _sync_folder(staging)
        yield StagedFolder(staging, target)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _refuse_full_folder(target: Path) -> None:
    if target.is_symlink():
        raise OutputError(f"{target} is a link, and links are not written through: choose another folder.")
    if target.exists() and not target.is_dir():
        raise OutputError(f"{target} is a file: give the name of a folder that is not there yet.")
    if target.is_dir() and any(target.iterdir()):
        raise OutputError(f"{target} is not empty, and nothing is overwritten: choose a new folder.")


def _write(path: Path, content: bytes) -> None:
    descriptor = os.open(path, _NEW, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _link_into_place(beside: Path, path: Path) -> None:
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
            _write(path, beside.read_bytes())


def _sync_folder(folder: Path) -> None:
    """Make the new name durable where the system can: Windows cannot open a folder."""
    if os.name != "nt":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OutputError:
        raise
    except FileExistsError:
        raise OutputError(f"{path} came to be there meanwhile; nothing was written over it.") from None
    except OSError as error:
        remedy = _REMEDIES.get(error.errno or 0, (error.strerror or "the system refused").lower())
        raise OutputError(f"{path} was not written: {remedy}.") from None
