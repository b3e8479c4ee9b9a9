"""Points on a page in rows, so that a shape finds those which it lies over without asking each of them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator

from lpgminutes.importing.redacted.pdf_geometry import Point, Shape


class _Row:
    """The points at one height, from left to right."""

    def __init__(self, points: list[tuple[float, int]]) -> None:
        self.across = [x for x, _ in points]
        self.names = [name for _, name in points]
        self.onward = list(range(len(points) + 1))
        self.left = len(points)


class Rows:
    """Points that are taken out one by one; what is out costs nothing more."""

    def __init__(self, points: Iterable[tuple[Point, int]]) -> None:
        """Take points, each with a number for a name."""
        grouped: dict[float, list[tuple[float, int]]] = defaultdict(list)
        for (x, y), name in points:
            grouped[round(y, 1)].append((x, name))
        self._heights = sorted(grouped)
        self._rows = [_Row(sorted(grouped[height])) for height in self._heights]
        self._onward = list(range(len(self._rows) + 1))

    def under(self, shape: Shape) -> Iterator[tuple[int, "Taken"]]:
        """Yield the names of the points that a shape lies over, each with the way to take it out."""
        at = _found(self._onward, bisect_left(self._heights, shape.box.bottom))
        while at < len(self._rows) and self._heights[at] <= shape.box.top:
            row = self._rows[at]
            for left, right in shape.spans(self._heights[at]):
                place = _found(row.onward, bisect_left(row.across, left))
                while place < len(row.across) and row.across[place] <= right:
                    yield row.names[place], Taken(self, at, place)
                    place = _found(row.onward, place + 1)
            at = _found(self._onward, at + 1)

    def take_out(self, at: int, place: int) -> None:
        """Take a point out."""
        row = self._rows[at]
        row.onward[place] = place + 1
        row.left -= 1
        if not row.left:
            self._onward[at] = at + 1


class Taken:
    """Takes one point out."""

    __slots__ = ("_at", "_place", "_rows")

    def __init__(self, rows: Rows, at: int, place: int) -> None:
        """Take the place of a point."""
        self._rows, self._at, self._place = rows, at, place

    def __call__(self) -> None:
        """Take the point out."""
        self._rows.take_out(self._at, self._place)


def _found(onward: list[int], at: int) -> int:
    """Return the first that is still in, from a place onward."""
    end = at
    while onward[end] != end:
        end = onward[end]
    while onward[at] != end:
        onward[at], at = end, onward[at]
    return end
