"""Asks where a release goes, and how its marks are written; or which folder is held against what went out."""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lpgminutes.domain.document import MarkStyle
from lpgminutes.domain.enclosures import Enclosure, read_enclosures
from lpgminutes.errors import InputError
from lpgminutes.services.releases import ReleaseForm
from lpgminutes.tui.dialogs.file_names import place_of
from lpgminutes.tui.dialogs.form import Field, Form

_MOST_FOLDERS = 100
"""Folders of one meeting that are tried: beyond them somebody names one."""
_STYLES = {
    MarkStyle.TEXT: "as [redacted: s40(2)]",
    MarkStyle.HOUSE: "as XXXX S40(2)",
    MarkStyle.PSEUDONYM: "as [Official A: s40(2)] or [Person B: s40(2)], a letter for each person in this copy alone",
}


@dataclass(frozen=True, slots=True)
class ReleasePlan:
    """Where a release goes, how it looks, and what else goes in."""

    folder: str
    form: ReleaseForm


class AskReleaseFolder(Form[ReleasePlan]):
    """The folder, new or empty, and the mark style."""

    DONE_BY_ENTER = "Release"

    def __init__(self, consequence: str, folder: str, *, review: str = "", letter_lacks: Sequence[str] = ()) -> None:
        super().__init__()
        self._consequence, self._folder, self._review = consequence, folder, review
        self._letter_lacks = tuple(letter_lacks)
        """The exemptions of which a letter has to give a test or an opinion that is not recorded."""

    def heading(self) -> str:
        """Say what is done."""
        return "Make the release"

    def words(self) -> str:
        """Say what goes out."""
        return self._consequence

    def fields(self) -> tuple[Field, ...]:
        """Return the three fields."""
        styles = tuple(style.value for style in MarkStyle)
        return (
            Field(id="folder", label="Folder", read=_read_new_folder, value=self._folder),
            Field(
                id="marks",
                label="Marks",
                read=_read_marks,
                value=MarkStyle.TEXT.value,
                completions=styles,
                is_replaced=True,
            ),
            Field(
                id="enclosed", label="With", read=self._read_enclosed, completions=tuple(one.value for one in Enclosure)
            ),
        )

    def _read_enclosed(self, typed: str) -> str:
        enclosed = read_enclosures(typed)
        if Enclosure.LETTER in enclosed and self._letter_lacks:
            raise InputError(
                f"The letter has to give what is not recorded yet for {', '.join(self._letter_lacks)}: "
                "Esc, then f lists it, and c records it for all that rely on it."
            )
        names = sorted(one.value for one in enclosed)
        if not names:
            return f"Nothing else. It can be: {', '.join(one.value for one in Enclosure)}."
        said = f"With the {' and the '.join(names)}, under the same marks."
        return f"{said} {self._review}" if Enclosure.LETTER in enclosed and self._review else said

    def value(self) -> ReleasePlan:
        """Return the plan."""
        enclosures = read_enclosures(self.typed("enclosed"))
        return ReleasePlan(
            self.typed("folder"), ReleaseForm(mark_style=_style(self.typed("marks")), enclosures=enclosures)
        )


class AskFolder(Form[str]):
    """The folder of a release."""

    DONE_BY_ENTER = "Check"

    def __init__(self, folder: str) -> None:
        super().__init__()
        self._folder = folder

    def heading(self) -> str:
        """Say what is done."""
        return "Is a folder still what went out?"

    def fields(self) -> tuple[Field, ...]:
        """Return the one field."""
        return (Field(id="folder", label="Folder", read=_read_folder, value=self._folder),)

    def value(self) -> str:
        """Return the folder."""
        return self.typed("folder")


def free_folder(named: str, meeting: str) -> str:
    """Return a folder that can be made: one that holds the release of other minutes is followed by the meeting's."""
    of_meeting = f"{named}-{meeting.replace('/', '-')}"
    numbered = (f"{of_meeting}-{number}" for number in range(2, _MOST_FOLDERS))
    for folder in (named, of_meeting, *numbered):
        with contextlib.suppress(InputError):
            _read_new_folder(folder)
            return folder
    return named


def _read_new_folder(typed: str) -> str:
    if not typed:
        raise InputError("A folder that is new or empty: nothing in it is ever overwritten.")
    folder = place_of(typed)
    with _told():
        if folder.is_symlink() or (folder.exists() and (not folder.is_dir() or any(folder.iterdir()))):
            raise InputError("There is something in it already: name a folder that is new or empty.")
        if not folder.absolute().parent.is_dir():
            raise InputError(f"There is no folder {folder.absolute().parent} to make it in.")
    return f"New: {folder.absolute()}. It is made whole, or not at all."


def _read_folder(typed: str) -> str:
    if not typed:
        raise InputError("The folder that the release was written to.")
    with _told():
        if not place_of(typed).is_dir():
            raise InputError("There is no such folder.")
    return "Each file is held against the record of what went out, byte for byte."


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """Turn what the system says of a name that can be none into a sentence."""
    try:
        yield
    except OSError as error:
        raise InputError(f"This cannot be a folder: {(error.strerror or 'the system refused').lower()}.") from None


def _read_marks(typed: str) -> str:
    style = _style(typed)
    others = " or ".join(other.value for other in MarkStyle if other is not style)
    return f"Written {_STYLES[style]}. It can be: {others}."


def _style(typed: str) -> MarkStyle:
    try:
        return MarkStyle(typed.strip().lower())
    except ValueError:
        raise InputError(f"One of: {', '.join(style.value for style in MarkStyle)}.") from None
