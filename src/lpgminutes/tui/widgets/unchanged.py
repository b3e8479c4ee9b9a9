"""What was made before from the very same things, so that a change costs what it changes."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

_Made = TypeVar("_Made")


class Unchanged:
    """Remembers what was made in this round and in the one before.

    Things are the same when they are one object: to compare what is in them takes longer than to make most of it anew.
    """

    def __init__(self) -> None:
        self._before: dict[Hashable, tuple[tuple[object, ...], Any]] = {}
        self._now: dict[Hashable, tuple[tuple[object, ...], Any]] = {}

    def begin(self) -> None:
        """Begin a round: what was not asked for in the last one is forgotten."""
        self._before, self._now = self._now, {}

    def made(self, make: Callable[..., _Made], *parts: object) -> _Made:
        """Return what is made from some things, which are held on to: no other object takes their place meanwhile."""
        key = (make, *map(id, parts))
        known = self._now.get(key) or self._before.get(key) or (parts, make(*parts))
        self._now[key] = known
        made: _Made = known[1]
        return made
