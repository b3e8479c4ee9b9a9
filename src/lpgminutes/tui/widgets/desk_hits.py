"""Where words stand in the minutes on the desk, in the order in which one comes to them."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lpgminutes.domain.document import Place
from lpgminutes.domain.searchable import Searchable
from lpgminutes.domain.seeking import stretches_with
from lpgminutes.tui.widgets.desk_cursor import DeskCursor, Stop


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """A stretch of a text where it is printed: one that is printed twice has two."""

    stop: int
    """Which of the texts of the page."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DeskHits:
    """Every place where something that was looked for stands."""

    hits: tuple[Hit, ...] = ()

    @classmethod
    def of(cls, sought: str, stops: Iterable[Stop], texts: Mapping[Place, Searchable]) -> "DeskHits":
        """Look for words in the texts of a page."""
        return cls(
            tuple(
                Hit(number, *stretch)
                for number, stop in enumerate(stops)
                for stretch in stretches_with(sought, texts[stop.place])
            )
        )

    def at(self, cursor: DeskCursor) -> int | None:
        """Return which of the hits is chosen, counted from 0."""
        here = Hit(cursor.at, *cursor.stretch)
        at = bisect_left(self.hits, here)
        return at if cursor.chosen and self.hits[at : at + 1] == (here,) else None

    def first_from(self, stop: int, start: int) -> int:
        """Return the first hit at or behind a place of the page; past the last, the number of hits."""
        return bisect_left(self.hits, Hit(stop, start, 0))

    def next_to(self, cursor: DeskCursor, step: int) -> int:
        """Return the hit after or before what is chosen; it is not there past the first or the last."""
        at = self.at(cursor)
        if at is not None:
            return at + step
        behind = self.first_from(cursor.at, cursor.stretch[0])
        return behind if step > 0 else behind - 1

    def said(self, at: int) -> str:
        """Say which of how many a hit is."""
        return f"{at + 1} of {len(self.hits)}"


def round_the_end(at: int, hits: Sequence[Hit]) -> tuple[int, str]:
    """Return a hit that there is for one past the first or the last, and what is said of going round."""
    if at >= len(hits):
        return 0, ", from the top again"
    if at < 0:
        return len(hits) - 1, ", from the end again"
    return at, ""
