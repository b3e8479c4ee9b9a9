"""What may be answered to any screen."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from lpgminutes.domain.history import Change


@dataclass(eq=False, repr=False)
class ChangeMade(Message):
    """The latest change was taken back, or done again."""

    change: "Change"
    is_redo: bool
    count: int = 1
    """How many changes that were made in one go."""


@dataclass(eq=False, repr=False)
class UndoQuestioned(Message):
    """The latest change reaches further than a line, or is somebody else's: it is not taken back unasked."""

    change: "Change"


@dataclass(eq=False, repr=False)
class RequestFailed(Message):
    """Something that was asked for could not be done."""

    title: str
    sentence: str


@dataclass(eq=False, repr=False)
class Done(Message):
    """It was done, and there is nothing to say about it."""


@dataclass(eq=False, repr=False)
class NothingNew(Message):
    """Nobody has written since what is shown was read."""
