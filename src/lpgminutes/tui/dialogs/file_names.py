"""Names of files as they are typed: what they may go on to, and which files they stand for."""

import os
from collections.abc import Container
from pathlib import Path
from typing import NamedTuple

READABLE = frozenset({".docx", ".docm", ".txt", ".text", ".md", ".markdown", ".json", ".yaml", ".yml"})
"""The endings of files that can be brought in."""
_WILD = ("*", "?")


def completions(typed: str) -> list[str]:
    """Return what a typed name may go on to: folders with a stroke at their end, and files that can be brought in."""
    prefix = folder_in(typed)
    beginning = typed[len(prefix) :]
    stroke = prefix[-1:] or os.sep
    place = place_of(prefix or ".")
    entries = _entries(place)
    names = frozenset(entry.name for entry in entries)
    return [
        f"{prefix}{entry.name}{stroke if entry.is_folder else ''}"
        for entry in entries
        if _goes_on(entry.name, beginning) or _goes_on_in_other_case(entry.name, beginning, place, names)
    ]


def folder_in(typed: str) -> str:
    """Return the part of a typed name that says the folder, with the stroke at its end; Windows takes either stroke."""
    return typed[: max(typed.rfind(os.sep), typed.rfind(os.altsep or os.sep)) + 1]


def place_of(typed: str) -> Path:
    """Return the path that a name stands for; of a user whom there is not, the name as it is."""
    try:
        return Path(typed).expanduser()
    except RuntimeError:
        return Path(typed)


def completed(typed: str) -> str:
    """Return a typed name as far as it is certain."""
    found = completions(typed)
    common = os.path.commonprefix(found)  # noqa: RUF071 - characters are what is completed
    return common if len(common) > len(typed) else typed


def files_meant(typed: str) -> list[Path]:
    """Return the files that a name stands for: itself, the files of a folder, or those that fit a pattern."""
    path = place_of(typed)
    try:
        if path.is_dir():
            return [file for entry in _entries(path) if (file := path / entry.name).is_file()]
        if any(sign in path.name for sign in _WILD):
            return sorted(found for found in path.parent.glob(path.name) if found.is_file())
        return [path] if path.is_file() else []
    except OSError:  # a name that is too long, a folder that may not be looked into
        return []


class _Entry(NamedTuple):
    name: str
    is_folder: bool


def _entries(folder: Path) -> list[_Entry]:
    """Return the folders and the readable files in a folder, in order; none of a folder that cannot be read."""
    try:
        found = sorted(folder.iterdir(), key=lambda path: path.name.casefold())
        entries = [_Entry(path.name, path.is_dir()) for path in found]
    except OSError:
        return []
    return [entry for entry in entries if entry.is_folder or Path(entry.name).suffix.lower() in READABLE]


def _goes_on(name: str, beginning: str) -> bool:
    is_hidden = name.startswith(".") and not beginning.startswith(".")
    return name.startswith(beginning) and not is_hidden


def _goes_on_in_other_case(name: str, beginning: str, place: Path, names: Container[str]) -> bool:
    """Return whether a name goes on with other letters of its case, and the file system takes them for the same."""
    as_typed = f"{beginning}{name[len(beginning) :]}"
    is_alike = as_typed != name and as_typed.casefold() == name.casefold()
    return is_alike and as_typed not in names and (place / as_typed).exists()
