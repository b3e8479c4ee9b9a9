"""Reading files that a person named: never without an end, and with a sentence where it cannot be done."""

import contextlib
import stat
from collections.abc import Iterator
from pathlib import Path

from lpgminutes.errors import InputError

LARGEST_READ = 20 * 1024 * 1024
"""Bytes of a file that a person names to be read: some hundred times the longest minutes known."""

_HANDED_OVER = frozenset({Path("/dev/stdin"), Path("/dev/fd"), Path("/proc/self/fd")})
"""Standard input, and the folders of what a shell has opened for this program (``<(…)``)."""


def read_given(path: Path) -> bytes:
    """Read a file that a person named, or say why not; what never ends or never begins is refused."""
    with _told_of_reading(path):
        _refuse_other_than_file(path)
        with path.open("rb") as file:
            content = file.read(LARGEST_READ + 1)
    if len(content) > LARGEST_READ:
        raise InputError(f"{path} is larger than {LARGEST_READ >> 20} MB: minutes are not. Is it the right file?")
    return content


def _refuse_other_than_file(path: Path) -> None:
    """Refuse a folder, a device and a pipe: a pipe that nobody writes to is waited for without an end."""
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise InputError(f"{path} is a folder: name the files in it.")
    if not (stat.S_ISREG(mode) or path in _HANDED_OVER or path.parent in _HANDED_OVER):
        raise InputError(
            f"{path} is a device or a pipe and no file: save what comes out of it as a file, and name that."
        )


def read_folder(folder: Path) -> dict[str, bytes]:
    """Read every file of a folder that a person named, by name; a folder in it goes by ``name/``."""
    with _told_of_reading(folder):
        if not folder.is_dir():
            raise InputError(f"There is no folder {folder}: name the one that the release was written to.")
        entries = {path: path.is_dir() for path in sorted(folder.iterdir())}
    files = {path.name: read_given(path) for path, is_folder in entries.items() if not is_folder}
    return files | {f"{path.name}/": b"" for path, is_folder in entries.items() if is_folder}


@contextlib.contextmanager
def _told_of_reading(path: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise InputError(f"There is no file {path}.") from None
    except OSError as error:
        raise InputError(f"{path} cannot be read: {(error.strerror or 'the system refused').lower()}.") from None
