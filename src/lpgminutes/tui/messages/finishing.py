"""What is answered about finishing the minutes of a meeting."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from lpgminutes.domain.checks import Check
    from lpgminutes.tui.messages.meeting import OpenedMeeting


@dataclass(eq=False, repr=False)
class ChecksFound(Message):
    """What should be looked at before the minutes go out."""

    checks: "tuple[Check, ...]"


@dataclass(eq=False, repr=False)
class MinutesCirculated(Message):
    """The minutes went out, and the Word file is written."""

    opened: "OpenedMeeting"
    path: str
