"""What a check of a finished file answers."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

UNREADABLE = "unreadable"
"""The code of a risk that says that something could not be looked into; such a file is never clean."""


_BREAK = re.compile(r"[\n\r\t\x00<>]|  +")
_WIDEST = 200
"""Letters on either side of what was found that still count to its line."""


class Standing(NamedTuple):
    """One stretch of what was read that holds a withheld text."""

    words: str
    """As they stand: they can be read in the file."""
    line: str
    """The line, or the cell of a table, that they stand in."""

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Standing":
        """Return a stretch of a text with its line."""
        before, after = text[max(start - _WIDEST, 0) : start], text[end : end + _WIDEST]
        line = _BREAK.split(before)[-1] + text[start:end] + _BREAK.split(after)[0]
        return cls(text[start:end], line.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A withheld text that stands in the file, in one part and one disguise."""

    term: str
    part: str
    how: str
    stands: tuple[Standing, ...] = field(default=(), compare=False, repr=False)
    """Every stretch that holds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """A structure that does not belong in a release; ``detail`` never quotes the document."""

    code: str
    part: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """All that was found in one file."""

    hits: tuple[Hit, ...]
    risky: tuple[Risk, ...]
    parts: tuple[str, ...] = ()
    """Every part that was looked into."""

    @property
    def clean(self) -> bool:
        """Whether every part could be read and none holds withheld text."""
        return not self.hits and not any(risk.code == UNREADABLE for risk in self.risky)
