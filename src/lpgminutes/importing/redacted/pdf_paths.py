"""The shapes that a drawing fills, draws the edges of, or lets through."""

from collections.abc import Sequence
from itertools import pairwise
from math import hypot

from lpgminutes.importing.redacted.pdf_geometry import Box, Point, Shape, curve, moved, thick_line
from lpgminutes.importing.redacted.pdf_objects import numbers
from lpgminutes.importing.redacted.pdf_state import Drawing, Ground, Paint, State

_FILLS = frozenset({b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"})
_DRAWS = frozenset({b"S", b"s", b"B", b"B*", b"b", b"b*"})
_CLOSES = frozenset({b"s", b"b", b"b*"})
_ENDS = _FILLS | _DRAWS | {b"n"}
_THICK = 2.0
"""How thick a line is at least that can cover words."""


class Path:
    """The shape that is being put together."""

    def __init__(self, drawing: Drawing) -> None:
        """Take the drawing to fill it on."""
        self._drawing = drawing
        self._outlines: list[list[Point]] = []
        self._clips: bytes = b""

    def step(self, state: State, operator: bytes, operands: Sequence[object], *, is_shown: bool) -> None:
        """Take one step of a shape."""
        if operator in _ENDS:
            self._end(state, operator, is_shown=is_shown)
        elif operator in {b"W", b"W*"}:
            self._clips = operator
        elif operator == b"h":
            self._close()
        else:
            self._on(state, operator, numbers(operands))

    def _on(self, state: State, operator: bytes, values: Sequence[float]) -> None:
        if operator == b"re":
            x, y, width, height = values
            box = Box(x, y, x + width, y + height)
            corners = list(box.corners(state.matrix))
            self._outlines.append([*corners, corners[0]])
            return
        points = [moved(x, y, state.matrix) for x, y in zip(values[::2], values[1::2], strict=True)]
        if operator == b"m":
            self._outlines.append(points[:1])
        elif operator == b"l":
            self._outlines[-1].append(points[0])
        elif operator == b"c":
            self._outlines[-1] += curve(self._outlines[-1][-1], points[0], points[1], points[2])
        elif operator == b"v":
            self._outlines[-1] += curve(self._outlines[-1][-1], self._outlines[-1][-1], points[0], points[1])
        elif operator == b"y":
            self._outlines[-1] += curve(self._outlines[-1][-1], points[0], points[1], points[1])

    def _close(self) -> None:
        if self._outlines and len(self._outlines[-1]) > 1:
            start = self._outlines[-1][0]
            self._outlines[-1].append(start)
            self._outlines.append([start])

    def _end(self, state: State, operator: bytes, *, is_shown: bool) -> None:
        if operator in _CLOSES:
            self._close()
        outlines, self._outlines = self._outlines, []
        if operator in _FILLS and is_shown:
            shape = Shape.of(outlines, state.clip, is_even_odd=operator.endswith(b"*"))
            self._add(state, shape, state.fill, state.fill_opacity)
        if operator in _DRAWS and is_shown:
            self._lines(state, outlines)
        if self._clips:
            points = [point for outline in outlines for point in outline]
            state.clip = state.clip.within(Box.around(points)) if points else state.clip
            self._clips = b""

    def _lines(self, state: State, outlines: Sequence[Sequence[Point]]) -> None:
        width = state.line_width * hypot(state.matrix[0], state.matrix[1])
        if width < _THICK or state.is_dashed:
            return
        for outline in outlines:
            for start, end in pairwise(outline):
                edge = thick_line(start, end, width, reaches_on=state.cap > 0)
                self._add(state, Shape.of([edge], state.clip), state.line, state.line_opacity)

    def _add(self, state: State, shape: Shape | None, paint: Paint, opacity: float) -> None:
        if shape is not None and not state.is_faint(opacity):
            covers = state.covers(paint, opacity)
            seen_as = paint.colour if covers else None
            self._drawing.add(Ground(shape, self._drawing.steps, seen_as, covers))
