"""What is answered about the versions of a meeting's minutes."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from lpgminutes.domain.comparison import ParagraphChange
    from lpgminutes.domain.history import Version


@dataclass(eq=False, repr=False)
class VersionsRead(Message):
    """The versions of a meeting were read, oldest first."""

    ref: str
    marking: str
    versions: "tuple[Version, ...]"


@dataclass(eq=False, repr=False)
class VersionsCompared(Message):
    """Two states of the minutes were compared; ``after`` is ``None`` for the minutes as they are now."""

    before: int
    after: int | None
    changes: "tuple[ParagraphChange, ...]"
    """Those that are not the same, in reading order."""
