"""The unit of everything that is searched: a text, and where and how it was read."""

from dataclasses import dataclass
from enum import IntEnum

COLUMN = "table column"
"""How the cells of a table are read that stand under one another."""


class Level(IntEnum):
    """How much a reading is like words meant for people, and so what may be looked for in it."""

    NOISE = 0
    """Bytes read as letters: only long terms, or chance would find the short ones."""
    MARKUP = 1
    """Names and values for machines: no bare figures, no words of the format itself."""
    LABEL = 2
    """Names that people give: of files, styles, bookmarks; no bare figures, no words of the format."""
    TEXT = 3
    """Words that a person could read with a tool."""
    VISIBLE = 4
    """Words that a reader of the document sees."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One text taken out of the file."""

    text: str
    part: str
    how: str
    level: Level
