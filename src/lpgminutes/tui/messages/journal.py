"""What is answered about the journal of the half-typed line."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from lpgminutes.journal import Leftover, Trouble


@dataclass(eq=False, repr=False)
class JournalFound(Message):
    """Where the journal of a meeting goes, and what was left behind there."""

    stem: "Path"
    leftovers: "tuple[Leftover, ...]"
    recorded: frozenset[str]
    """The moments of those lines that were entered and are recorded."""
    became: "Mapping[str, int]" = field(default_factory=dict)
    """The blocks that they are, by their moments."""


@dataclass(eq=False, repr=False)
class JournalTroubled(Message):
    """The disk refuses the half-typed line, or takes it again."""

    trouble: "Trouble"
