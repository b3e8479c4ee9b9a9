"""Places and shapes on a page of a PDF, in its units."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
AS_IT_IS: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_HAIR = 0.02


def multiplied(first: Matrix, then: Matrix) -> Matrix:
    """Return the matrix that does one after the other."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def moved(x: float, y: float, matrix: Matrix) -> Point:
    """Return where a matrix puts a point."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


@dataclass(frozen=True, slots=True)
class Box:
    """An upright box."""

    left: float
    bottom: float
    right: float
    top: float

    @classmethod
    def around(cls, points: Sequence[Point]) -> "Box":
        """Return the smallest box around some points."""
        across, up = [x for x, _ in points], [y for _, y in points]
        return cls(min(across), min(up), max(across), max(up))

    @property
    def width(self) -> float:
        """How wide it is."""
        return max(self.right - self.left, 0.0)

    @property
    def height(self) -> float:
        """How high it is."""
        return max(self.top - self.bottom, 0.0)

    @property
    def area(self) -> float:
        """How much of the page it takes up."""
        return self.width * self.height

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top

    def within(self, other: "Box") -> "Box":
        """Return what of it lies in another; without area when none does."""
        return Box(
            max(self.left, other.left),
            max(self.bottom, other.bottom),
            min(self.right, other.right),
            min(self.top, other.top),
        )

    def joined(self, other: "Box") -> "Box | None":
        """Return the box that two make which share a side or lie one in the other; nothing where they make none."""
        both = Box(
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )
        common = self.within(other)
        if common.right - common.left < -_HAIR or common.top - common.bottom < -_HAIR:
            return None
        gap = both.area - self.area - other.area + common.area
        return both if gap <= _HAIR * (both.width + both.height) else None

    def corners(self, matrix: Matrix = AS_IT_IS) -> tuple[Point, ...]:
        """Return its corners, in turn, where a matrix puts them."""
        turn = (
            (self.left, self.bottom),
            (self.right, self.bottom),
            (self.right, self.top),
            (self.left, self.top),
        )
        return tuple(moved(x, y, matrix) for x, y in turn)


@dataclass(frozen=True, slots=True)
class Shape:
    """What a step of the drawing paints over."""

    box: Box
    """Around all of it, within what the page shows at that step."""
    outlines: tuple[tuple[Point, ...], ...] = ()
    """Its edges, each closed; none where the box is the shape."""
    is_even_odd: bool = False

    @classmethod
    def of(cls, outlines: Sequence[Sequence[Point]], clip: Box, *, is_even_odd: bool = False) -> "Shape | None":
        """Return what closed edges paint over; nothing when that is nothing."""
        closed = tuple(tuple(outline) for outline in outlines if len(outline) > 2)  # noqa: PLR2004 - two are a line
        if not closed:
            return None
        box = Box.around([point for outline in closed for point in outline]).within(clip)
        if box.width < _HAIR or box.height < _HAIR:
            return None
        return cls(box, () if len(closed) == 1 and _is_upright(closed[0]) else closed, is_even_odd)

    @property
    def fullness(self) -> float:
        """How much of its box it fills, from 0 to 1; a rough measure."""
        if not self.outlines:
            return 1.0
        twice = abs(sum(_twice_area(outline) for outline in self.outlines))
        return min(twice / 2 / self.box.area, 1.0) if self.box.area else 0.0

    def spans(self, heights: Sequence[float]) -> list[list[Point]]:
        """Return for each of some sorted heights the stretches that it paints over there, from left to right."""
        crossings: list[list[tuple[float, int]]] = [[] for _ in heights]
        for outline in self.outlines:
            for (x1, y1), (x2, y2) in pairwise((*outline, outline[0])):
                if y1 == y2:
                    continue
                slope, way = (x2 - x1) / (y2 - y1), 1 if y1 < y2 else -1
                for at in range(bisect_left(heights, min(y1, y2)), bisect_left(heights, max(y1, y2))):
                    crossings[at].append((x1 + (heights[at] - y1) * slope, way))
        return [self._stretches(sorted(row)) for row in crossings]

    def _stretches(self, crossings: Sequence[tuple[float, int]]) -> list[Point]:
        found: list[Point] = []
        depth = 0
        for (x, way), (following, _) in pairwise(crossings):
            depth += 1 if self.is_even_odd else way
            if depth % 2 if self.is_even_odd else depth:
                left, right = max(x, self.box.left), min(following, self.box.right)
                if left < right:
                    found.append((left, right))
        return found


def thick_line(start: Point, end: Point, width: float, *, reaches_on: bool) -> tuple[Point, ...]:
    """Return the edge of a line as wide as it is drawn; ``reaches_on`` says whether its ends stick out."""
    across, up = end[0] - start[0], end[1] - start[1]
    length = hypot(across, up)
    if not length:
        across, up, length = 1.0, 0.0, 1.0
    across, up = across / length * width / 2, up / length * width / 2
    on = 1 if reaches_on else 0
    first = (start[0] - on * across, start[1] - on * up)
    last = (end[0] + on * across, end[1] + on * up)
    return (
        (first[0] - up, first[1] + across),
        (last[0] - up, last[1] + across),
        (last[0] + up, last[1] - across),
        (first[0] + up, first[1] - across),
    )


def curve(start: Point, first: Point, second: Point, end: Point) -> list[Point]:
    """Return points on a curve, the end last."""
    found = []
    for step in range(1, 9):
        t = step / 8
        u = 1 - t
        weights = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
        ends = (start, first, second, end)
        found.append(
            (
                sum(weight * point[0] for weight, point in zip(weights, ends, strict=True)),
                sum(weight * point[1] for weight, point in zip(weights, ends, strict=True)),
            )
        )
    return found


def _is_upright(outline: Sequence[Point]) -> bool:
    """Whether an edge is that of an upright box, perhaps with points between its corners."""
    box = Box.around(outline)
    at_edges = all(
        min(abs(x - box.left), abs(x - box.right)) < _HAIR or min(abs(y - box.bottom), abs(y - box.top)) < _HAIR
        for x, y in outline
    )
    return at_edges and abs(abs(_twice_area(outline)) / 2 - box.area) <= _HAIR * (box.width + box.height)


def _twice_area(outline: Sequence[Point]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(outline, (*outline[1:], outline[0]), strict=True))
