"""What is answered to the screen of an import."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from lpgminutes.domain.papers import Paper


@dataclass(eq=False, repr=False)
class PaperRead(Message):
    """A file was read."""

    path: str
    paper: "Paper"
    before: str
    """The ref of the meeting that came in from this very file before; empty when none did."""


@dataclass(eq=False, repr=False)
class PaperRefused(Message):
    """A file could not be read."""

    path: str
    sentence: str


@dataclass(eq=False, repr=False)
class PaperKept(Message):
    """A paper is in the records."""

    path: str
    ref: str
    is_new: bool
    """False when the records held it already."""
    warnings: tuple[str, ...]


@dataclass(eq=False, repr=False)
class PaperNotKept(Message):
    """A paper could not be kept; the corrections are not lost."""

    path: str
    sentence: str
