"""Names of files as they are typed: what they may go on to, and which files they stand for."""

import os
from collections.abc import Iterator
from pathlib import Path

READABLE = frozenset({".docx", ".docm", ".txt", ".text", ".md", ".markdown", ".json", ".yaml", ".yml"})
"""The endings of files that can be brought in."""
_WILD = ("*", "?")


def completions(typed: str) -> list[str]:
    """Return what a typed name may go on to: folders with a stroke at their end, and files that can be brought in."""
    folder, _, beginning = typed.rpartition(os.sep)
    place = Path(f"{folder}{os.sep}" if folder or typed.startswith(os.sep) else ".").expanduser()
    prefix = typed[: len(typed) - len(beginning)]
    return [f"{prefix}{name}" for name in _names(place) if _goes_on(name, beginning)]


def completed(typed: str) -> str:
    """Return a typed name as far as it is certain."""
    found = completions(typed)
    common = os.path.commonprefix(found)  # noqa: RUF071 - characters are what is completed
    return common if len(common) > len(typed) else typed


def files_meant(typed: str) -> list[Path]:
    """Return the files that a name stands for: itself, the files of a folder, or those that fit a pattern."""
    path = Path(typed).expanduser()
    if path.is_dir():
        return [path / name for name in _names(path) if not name.endswith(os.sep)]
    if any(sign in path.name for sign in _WILD):
        return sorted(found for found in path.parent.glob(path.name) if found.is_file())
    return [path]


def _names(folder: Path) -> Iterator[str]:
    """Yield the names in a folder in order; none of a folder that cannot be read."""
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name.casefold())
    except OSError:
        return
    for entry in entries:
        if entry.is_dir():
            yield f"{entry.name}{os.sep}"
        elif entry.suffix.lower() in READABLE:
            yield entry.name


def _goes_on(name: str, beginning: str) -> bool:
    is_hidden = name.startswith(".") and not beginning.startswith(".")
    return name.startswith(beginning) and not is_hidden
