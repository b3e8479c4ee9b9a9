"""What is answered to the find screen."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from lpgminutes.domain.hits import Hit


@dataclass(eq=False, repr=False)
class HitsFound(Message):
    """The words were looked for."""

    serial: int
    """Which question it answers: a later one may have been asked since."""
    hits: "tuple[Hit, ...]"
    marking: str
    """The strictest marking among what was found."""


@dataclass(eq=False, repr=False)
class NotLookedFor(Message):
    """A later question was asked before this one had its turn."""
