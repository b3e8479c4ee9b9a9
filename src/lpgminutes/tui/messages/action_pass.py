"""What is answered to the screen of the guided pass."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from lpgminutes.domain.meetings import Block, MeetingSummary
    from lpgminutes.services.action_pass import ActionAtHand, ActionPass, Minuted


@dataclass(eq=False, repr=False)
class MeetingsAtHand(Message):
    """The meetings whose minutes are being written were read."""

    meetings: "tuple[MeetingSummary, ...]"


@dataclass(eq=False, repr=False)
class PassRead(Message):
    """It was read how far the meeting has come."""

    through: "ActionPass"


@dataclass(eq=False, repr=False)
class AtHandRead(Message):
    """An action was read, with what the chair asks about it."""

    at_hand: "ActionAtHand"


@dataclass(eq=False, repr=False)
class OutcomeMinuted(Message):
    """What became of an action was stored and minuted."""

    minuted: "Minuted"
    is_turn_over: bool
    """False after a note: something more may become of the action."""


@dataclass(eq=False, repr=False)
class PointReworded(Message):
    """A drafted point was put into other words."""

    point: "Block"


@dataclass(eq=False, repr=False)
class PointRefused(Message):
    """A point could not be put into other words; what was typed is not lost."""

    text: str
    sentence: str
