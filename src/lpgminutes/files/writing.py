"""Writing one file: it is made in memory, written beside its place, and linked into it."""

import contextlib
import secrets
from collections.abc import Iterator
from pathlib import Path

from lpgminutes.errors import OutputError
from lpgminutes.files.placing import link_into_place, told, write_whole
from lpgminutes.syncing import sync_folder


def write_new(path: Path, content: bytes, *, replace: bool = False) -> None:
    """Write a file that is not there yet; with ``replace`` an ordinary file may be, and is replaced in one step."""
    _put(path, content, replace=replace)
    try:
        sync_folder(path.parent)
    except OSError:
        raise OutputError(
            f"{path} is written, but the disk did not confirm its name: it may not outlive a power cut. See that the "
            "disk is well, and keep another copy elsewhere."
        ) from None


@contextlib.contextmanager
def written_with(path: Path, content: bytes, *, replace: bool = False) -> Iterator[None]:
    """Write a file that stays only when the block succeeds: else it is gone again, and what it replaced is back."""
    refuse_taken(path, replace=replace)
    aside = path.parent / f".{path.name}.{secrets.token_hex(4)}.before"
    is_written = False
    try:
        with told(path):
            if path.exists():
                link_into_place(path, aside)
        _put(path, content, replace=replace)
        is_written = True
        with told(path):
            sync_folder(path.parent)
        yield
    except BaseException:
        _take_back(path, aside, is_written=is_written)
        raise
    with contextlib.suppress(OSError):
        aside.unlink(missing_ok=True)


def _put(path: Path, content: bytes, *, replace: bool) -> None:
    """Write a file beside its place, and give it its name."""
    refuse_taken(path, replace=replace)
    beside = path.parent / f".{path.name}.{secrets.token_hex(4)}.part"
    with told(path):
        try:
            write_whole(beside, content)
            if replace:
                beside.replace(path)
            else:
                link_into_place(beside, path)
        finally:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)


def _take_back(path: Path, aside: Path, *, is_written: bool) -> None:
    """Have it as it was before; a file that was never written over, open in another program, is left alone."""
    try:
        if not aside.exists():
            if is_written:
                path.unlink(missing_ok=True)
        elif path.exists() and path.samefile(aside):
            aside.unlink()
        else:
            aside.replace(path)
    except OSError:
        before = f" What stood there before is {aside.name}, beside it." if aside.exists() else ""
        raise OutputError(
            f"{path} is written, but what it belongs to was refused, and it cannot be taken away: close it where it is "
            f"open, and remove it.{before}"
        ) from None


def refuse_taken(path: Path, *, replace: bool = False) -> None:
    """Refuse a name that cannot be written: a link, a folder, or a file that is there and not to be replaced."""
    with told(path):
        if path.is_symlink():
            raise OutputError(f"{path} is a link, and links are not written through: choose another name.")
        if path.is_dir():
            raise OutputError(f"{path} is a folder: give the name of a file in it.")
        if path.exists() and not replace:
            raise OutputError(f"{path} is already there, and nothing is overwritten unasked: choose another name.")
