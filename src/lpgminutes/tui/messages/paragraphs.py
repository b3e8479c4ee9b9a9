"""What is answered about a paragraph."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from lpgminutes.errors import LpgMinutesError
    from lpgminutes.services.editing import Edited, Paragraph
    from lpgminutes.tui.messages.meeting import OpenedMeeting


@dataclass(eq=False, repr=False)
class ParagraphChanged(Message):
    """A paragraph was changed."""

    edited: "Edited"
    opened: "OpenedMeeting | None"
    """The meeting with it; ``None`` where that could not be read: that it is changed stands."""
    typed: str
    """What was typed for it; empty when it was changed by a key."""


@dataclass(eq=False, repr=False)
class ParagraphRefused(Message):
    """A paragraph could not be changed; what was typed is not lost."""

    error: "LpgMinutesError"
    block: int
    typed: str


@dataclass(eq=False, repr=False)
class ParagraphFound(Message):
    """A paragraph as it is now, beside what was typed for it."""

    paragraph: "Paragraph"
    typed: str
    opened: "OpenedMeeting"


@dataclass(eq=False, repr=False)
class ParagraphGone(Message):
    """A paragraph is not there any more; what was typed for it is."""

    typed: str
    sentence: str
