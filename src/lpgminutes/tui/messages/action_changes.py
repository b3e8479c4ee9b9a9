"""What is answered when actions are changed."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from lpgminutes.domain.action_log.changes import ActionChange


@dataclass(eq=False, repr=False)
class ActionsChanged(Message):
    """A change was made to actions."""

    change: "ActionChange"
    refs: tuple[str, ...]
    """What the changed actions are called."""


@dataclass(eq=False, repr=False)
class ActionChangeRefused(Message):
    """A change could not be made; what was filled in is not lost."""

    draft: "ActionChange"
    sentence: str


@dataclass(eq=False, repr=False)
class OwnersRead(Message):
    """The names that may own an action were read."""

    names: tuple[str, ...]
