"""What a stretch of a text says in whatever words, so that two of them can be held side by side."""

from dataclasses import dataclass
from typing import Protocol, Self

_NOTHING: frozenset[str] = frozenset()


class Said(Protocol):
    """A stretch of a text that says something which other words say as well."""

    @property
    def start(self) -> int:
        """Where it begins."""
        ...

    @property
    def end(self) -> int:
        """Where it ends."""
        ...

    def may_be(self, other: Self, /) -> bool:
        """Whether both may mean the same."""
        ...

    @property
    def is_sure(self) -> bool:
        """Whether it can mean one thing alone."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A stretch of a text, with everything that it may mean."""

    says: frozenset[str]
    """What it may mean: ``Q1 2026`` is a quarter of either of two years."""
    gives: frozenset[str] = _NOTHING
    """What follows from it: ``Q1 2026/27`` is a first quarter, and says more than that."""
    is_sure: bool = False
    """Whether it can mean one thing alone."""
    start: int
    end: int

    def may_be(self, other: "Saying", /) -> bool:
        """Whether both may mean the same, or the one follows from the other."""
        follows = self.gives & other.says or other.gives & self.says
        return bool(self.says & other.says or follows)
