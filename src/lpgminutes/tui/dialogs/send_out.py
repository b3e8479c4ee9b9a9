"""Asks where the Word file of minutes that go out is written."""

import os
from pathlib import Path

from lpgminutes.errors import InputError
from lpgminutes.files import refuse_taken
from lpgminutes.tui.dialogs.form import Field, Form

_SUFFIX = ".docx"
_MOST_TRIED = 100


class SendOut(Form[Path]):
    """One field: the file. What is there already is said, and asked about before it is replaced."""

    HEADING = "Let the minutes go out"

    def __init__(self, proposed: Path, problem: str = "") -> None:
        super().__init__(problem)
        self._proposed = proposed

    def words(self) -> str:
        """Say what happens."""
        return (
            "The numbers are frozen, a version is kept, and the Word file is written: all of it, or nothing. "
            "Corrections after that make a new version with the reason."
        )

    def fields(self) -> tuple[Field, ...]:
        """Return the one field."""
        return (Field(id="file", label="File", read=_read_file, value=str(self._proposed)),)

    def value(self) -> Path:
        """Return the whole path."""
        return _path(self.typed("file"))


def proposed_file(ref: str) -> Path:
    """Return a name for the Word file of a meeting that is not taken: here, or at home where one may not write."""
    here = Path.cwd()
    folder = here if os.access(here, os.W_OK) else Path.home()
    name = ref.replace("/", "-")
    names = (name, *(f"{name}-{number}" for number in range(2, _MOST_TRIED)))
    free = (folder / f"{one}{_SUFFIX}" for one in names if not (folder / f"{one}{_SUFFIX}").exists())
    return next(free, folder / f"{name}{_SUFFIX}")


def _path(typed: str) -> Path:
    if not typed or "\0" in typed:
        raise InputError("A file name that ends in .docx.")
    try:
        path = Path(typed).expanduser().absolute()
    except RuntimeError:
        raise InputError("There is no such home folder.") from None
    if path.suffix.lower() not in {"", _SUFFIX}:
        raise InputError(f"The name has to end in {_SUFFIX}: minutes go out as a Word file.")
    return path if path.suffix else path.with_name(path.name + _SUFFIX)


def _read_file(typed: str) -> str:
    path = _path(typed)
    try:
        if not path.parent.is_dir():
            raise InputError(f"There is no folder {path.parent}: make it first, or choose another.")
        refuse_taken(path, replace=True)
        if path.exists():
            return f"! {path.name} is already there: Enter asks before it is replaced."
    except OSError as error:
        raise InputError(f"This cannot be a file: {(error.strerror or 'the system refused').lower()}.") from None
    return f"Written as {path}."
