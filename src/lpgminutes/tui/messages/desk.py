"""What is answered to the release desk."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from lpgminutes.domain.exemptions import Exemption
    from lpgminutes.domain.findings import Finding
    from lpgminutes.domain.suggesting import Suggestion
    from lpgminutes.services.desk import DeskView
    from lpgminutes.services.release_check import ReleaseCheck
    from lpgminutes.services.releases import MadeRelease


@dataclass(eq=False, repr=False)
class DeskRead(Message):
    """A case was read as it stands now."""

    view: "DeskView"
    said: str = ""
    """What was done to it, when something was."""


@dataclass(eq=False, repr=False)
class FindingsRead(Message):
    """A case was examined for what still gives it away."""

    revision: int
    """Of the case that was examined: a later one has findings of its own."""
    findings: "tuple[Finding, ...]"


@dataclass(eq=False, repr=False)
class SuggestionsRead(Message):
    """It was looked for what might have to be withheld."""

    revision: int
    """Of the case that it was looked for: a later one has suggestions of its own."""
    suggestions: "tuple[Suggestion, ...]"


@dataclass(eq=False, repr=False)
class ExemptionsRead(Message):
    """What was relied on before is known."""

    recent: "tuple[Exemption, ...]"


@dataclass(eq=False, repr=False)
class ReleaseMade(Message):
    """A release went out."""

    folder: str
    made: "MadeRelease"


@dataclass(eq=False, repr=False)
class ReleaseNotMade(Message):
    """Nothing was released."""

    sentence: str


@dataclass(eq=False, repr=False)
class FolderChecked(Message):
    """A folder was held against what went out."""

    folder: str
    check: "ReleaseCheck"


@dataclass(eq=False, repr=False)
class UndoInCaseQuestioned(Message):
    """What would be taken back is somebody else's, or the case itself."""

    what: str
    who: str
