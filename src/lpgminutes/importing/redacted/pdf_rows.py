"""Points on a page in rows, so that a shape finds those which it lies over without asking each of them."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator

from lpgminutes.importing.redacted.pdf_geometry import Point, Shape


class _Row:
    """The points at one height, from left to right."""

    __slots__ = ("across", "left", "names", "onward")

    def __init__(self, points: list[tuple[float, int]]) -> None:
        self.across = [x for x, _ in points]
        self.names = [name for _, name in points]
        self.onward = list(range(len(points) + 1))
        self.left = len(points)

    def take(self, left: float, right: float) -> Iterator[int]:
        """Take out what stands between two places."""
        place = bisect_left(self.across, left)
        if place == len(self.across) or self.across[place] > right:
            return
        place = self._still_in(place)
        while place < len(self.across) and self.across[place] <= right:
            self.onward[place] = place + 1
            self.left -= 1
            yield self.names[place]
            place = self._still_in(place + 1)

    def _still_in(self, at: int) -> int:
        """Return the first that is still in, from a place onward."""
        onward, end = self.onward, at
        while onward[end] != end:
            end = onward[end]
        while onward[at] != end:
            onward[at], at = end, onward[at]
        return end


class Rows:
    """Points that each shape takes out of those which are left: one is taken once, however many lie over it."""

    def __init__(self, points: Iterable[tuple[Point, int]]) -> None:
        """Take points, each with a number for a name."""
        grouped: dict[float, list[tuple[float, int]]] = defaultdict(list)
        for (x, y), name in points:
            grouped[round(y, 1)].append((x, name))
        self._heights = sorted(grouped)
        self._rows = [_Row(sorted(grouped[height])) for height in self._heights]

    def take(self, shape: Shape) -> Iterator[int]:
        """Yield the names of the points that a shape lies over, and take them out."""
        box = shape.box
        first, last = bisect_left(self._heights, box.bottom), bisect_right(self._heights, box.top)
        if shape.outlines:
            for row, spans in zip(self._rows[first:last], shape.spans(self._heights[first:last]), strict=True):
                for left, right in spans:
                    yield from row.take(left, right)
            return
        for row in self._rows[first:last]:
            if row.left:
                yield from row.take(box.left, box.right)
