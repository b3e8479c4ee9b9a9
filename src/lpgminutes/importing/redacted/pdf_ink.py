"""What a page of a PDF paints, in order: its words with the look they have, and whatever else may lie over them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from typing import Any

from lpgminutes.importing.redacted.pdf_geometry import AS_IT_IS, Box, Matrix, Shape, multiplied
from lpgminutes.importing.redacted.pdf_layers import Layers
from lpgminutes.importing.redacted.pdf_objects import entry, matrix_of, numbers, text_of
from lpgminutes.importing.redacted.pdf_paths import Path
from lpgminutes.importing.redacted.pdf_pictures import paint_of
from lpgminutes.importing.redacted.pdf_settings import SETTINGS, set_from_resources
from lpgminutes.importing.redacted.pdf_state import Drawing, Ground, Paint, Spoken, State
from lpgminutes.importing.redacted.pdf_writing import Pen

MOST_OPERATIONS = 300_000
"""Steps of the drawing of one page: a full page of text takes some thousands."""
LARGEST_DRAWING = 8 * 1024 * 1024
"""Bytes of the drawing of one page or form, unpacked."""
_MOST_FORMS = 12
"""How many forms may be drawn one within the other."""
_SHOWS = frozenset({b"Tj", b"TJ", b"'", b'"'})
_BROKEN = (ArithmeticError, AttributeError, IndexError, KeyError, TypeError, ValueError)
"""What a step whose numbers are wrong or lacking fails with; it is passed over, as a viewer does."""
_UNIT = Box(0, 0, 1, 1)

Step = tuple[Sequence[object], bytes]


class TooMuch(Exception):
    """A page is drawn in more steps than a page of minutes can be."""


class Ink:
    """Follows the drawing of one page, and of whatever is pinned on it."""

    def __init__(self, sheet: Box, layers: Layers) -> None:
        """Begin an empty page."""
        self.drawing = Drawing(sheet)
        self._layers = layers
        self._state = State(clip=sheet)
        self._saved: list[State] = []
        self._path = Path(self.drawing)
        self._pen = Pen(self.drawing)
        self._resources: object = None
        self._depth = 0
        self._hidden = 0
        """How many layers that are switched off the drawing is within."""
        self._marked: list[tuple[bool, str, int]] = []
        self._forms: dict[int, tuple[object, Sequence[Step]]] = {}
        self._operations: Mapping[bytes, Callable[[Sequence[object]], None]] = {
            b"q": lambda _: self._saved.append(copy(self._state)),
            b"Q": lambda _: self._back(),
            b"cm": self._change,
            b"gs": lambda values: set_from_resources(self._state, values, self._resources, self._pen),
            b"Tf": lambda values: self._pen.font(self._state, values, self._resources),
            b"Do": self._place,
            b"INLINE IMAGE": self._inline,
            b"sh": lambda _: self._ground(Shape(self._state.clip), Paint(None)),
            b"BMC": lambda _: self._marked.append((False, "", len(self.drawing.writings))),
            b"BDC": self._mark,
            b"EMC": lambda _: self._unmark(),
        }

    def draw(self, steps: Iterable[Step], resources: object) -> None:
        """Take the steps of a drawing."""
        before, self._resources = self._resources, resources
        for operands, operator in steps:
            self.drawing.steps += 1
            if self.drawing.steps > MOST_OPERATIONS:
                raise TooMuch
            try:
                self._step(operator, operands)
            except _BROKEN:
                continue
        self._resources = before

    def draw_form(self, form: Any, matrix: Matrix = AS_IT_IS) -> None:  # noqa: ANN401 - a PDF may hold anything
        """Draw a form: a drawing with a place of its own."""
        if self._depth >= _MOST_FORMS or not hasattr(form, "get_data"):
            return
        kept, saved, self._saved = copy(self._state), self._saved, []
        own = matrix_of(entry(form, "/Matrix"))
        self._state.matrix = multiplied(own, multiplied(matrix, self._state.matrix))
        edges = numbers(entry(form, "/BBox"))
        if len(edges) == len(_UNIT.corners()):
            seen = Box.around(Box(*edges).corners(self._state.matrix))
            self._state.clip = self._state.clip.within(seen)
        if entry(form, "/Group") is not None:
            self._state.enter_group()
        self._depth += 1
        self.draw(self._steps(form), entry(form, "/Resources") or self._resources)
        self._depth -= 1
        self._state, self._saved = kept, saved

    def pin(self, shape: Shape | None, paint: Paint, *, opacity: float = 1.0, is_proposal: bool = False) -> None:
        """Lay over the page what an annotation without a drawing of its own looks like."""
        self.drawing.steps += 1
        self._state = State(clip=self.drawing.sheet, fill_opacity=opacity)
        if shape is not None and is_proposal:
            self.drawing.grounds.append(Ground(shape, self.drawing.steps, None, is_proposal=True))
        elif shape is not None:
            self._ground(shape, paint)

    def begin_anew(self, *, blend: str) -> None:
        """Forget every setting, before the next thing that is pinned on the page in some way of mixing colours."""
        self._state, self._saved, self._hidden = State(clip=self.drawing.sheet, group_blend=blend), [], 0
        self._pen.is_off = False

    def _step(self, operator: bytes, operands: Sequence[object]) -> None:
        if operator in _SHOWS:
            self._pen.show(self._state, operator, operands)
        elif operator in self._operations:
            self._operations[operator](operands)
        elif operator in self._pen.operations:
            self._pen.operations[operator](self._state, operands)
        elif operator in SETTINGS:
            SETTINGS[operator](self._state, operands, self._resources)
        else:
            self._path.step(self._state, operator, operands, is_shown=not self._hidden)

    def _back(self) -> None:
        if self._saved:
            self._state = self._saved.pop()

    def _change(self, operands: Sequence[object]) -> None:
        a, b, c, d, e, f = numbers(operands)
        self._state.matrix = multiplied((a, b, c, d, e, f), self._state.matrix)

    def _ground(self, shape: Shape, paint: Paint, *, is_picture: bool = False) -> None:
        state = self._state
        if self._hidden or state.is_faint(state.fill_opacity):
            return
        covers = state.covers(paint, state.fill_opacity)
        seen_as = paint.colour if covers else None
        self.drawing.add(Ground(shape, self.drawing.steps, seen_as, covers, is_picture))

    def _place(self, operands: Sequence[object]) -> None:
        placed = entry(self._resources, "/XObject", str(operands[0]))
        is_off = self._layers.is_off(entry(placed, "/OC"))
        self._hide(1 if is_off else 0)
        if entry(placed, "/Subtype") == "/Image":
            self._picture(placed)
        else:
            self.draw_form(placed)
        self._hide(-1 if is_off else 0)

    def _inline(self, operands: Any) -> None:  # noqa: ANN401 - the reader's own form for it
        settings = operands["settings"]
        is_packed = entry(settings, "/F") is not None or entry(settings, "/Filter") is not None
        self._picture(settings, content=b"" if is_packed else bytes(operands["data"]))

    def _picture(self, picture: object, *, content: bytes | None = None) -> None:
        shape = Shape.of([_UNIT.corners(self._state.matrix)], self._state.clip)
        if shape is not None:
            paint = paint_of(picture, self._state.fill, self._resources, content=content)
            self._ground(shape, paint, is_picture=True)

    def _steps(self, form: Any) -> Sequence[Step]:  # noqa: ANN401 - as above
        if id(form) not in self._forms:
            from pypdf.generic import ContentStream

            if len(form.get_data()) > LARGEST_DRAWING:
                raise TooMuch
            self._forms[id(form)] = (form, ContentStream(form, None, "bytes").operations)
        return self._forms[id(form)][1]

    def _mark(self, operands: Sequence[object]) -> None:
        told = operands[1]
        told = entry(self._resources, "/Properties", told) if isinstance(told, str) else told
        is_off = operands[0] == "/OC" and self._layers.is_off(told)
        self._marked.append((is_off, text_of(entry(told, "/ActualText")), len(self.drawing.writings)))
        self._hide(1 if is_off else 0)

    def _unmark(self) -> None:
        is_off, words, first = self._marked.pop()
        self._hide(-1 if is_off else 0)
        if words:
            shown = "".join(letter for writing in self.drawing.writings[first:] for letter in writing.letters)
            self.drawing.spoken.append(Spoken(words, shown))

    def _hide(self, by: int) -> None:
        self._hidden += by
        self._pen.is_off = self._hidden > 0
