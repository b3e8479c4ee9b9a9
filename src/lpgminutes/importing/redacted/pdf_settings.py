"""The steps of a drawing that set its colours, its lines and how much is seen through it."""

from collections.abc import Callable, Mapping, Sequence

from lpgminutes.importing.redacted.pdf_colour import GREY, INKS, LIGHTS, Space, space_of
from lpgminutes.importing.redacted.pdf_objects import entry, number, numbers, parts
from lpgminutes.importing.redacted.pdf_state import Paint, State
from lpgminutes.importing.redacted.pdf_writing import Pen

Setting = Callable[[State, Sequence[object], object], None]
_SHADING = 2
"""The kind of pattern that leaves no gaps."""


def set_from_resources(state: State, values: Sequence[object], resources: object, pen: Pen) -> None:
    """Take a set of settings that the resources hold under a name."""
    kept = entry(resources, "/ExtGState", str(values[0]))
    state.fill_opacity = number(entry(kept, "/ca"), state.fill_opacity)
    state.line_opacity = number(entry(kept, "/CA"), state.line_opacity)
    state.line_width = number(entry(kept, "/LW"), state.line_width)
    blend = entry(kept, "/BM")
    if blend is not None:
        state.blend = str(blend if isinstance(blend, str) else (parts(blend) or ["/Normal"])[0])
    mask = entry(kept, "/SMask")
    if mask is not None:
        state.is_masked = mask != "/None"
    font = parts(entry(kept, "/Font"))
    if len(font) > 1:
        pen.take(state, font[0], number(font[1], state.size))


def _fill_with(space: Space) -> Setting:
    def taken(state: State, values: Sequence[object], _: object) -> None:
        state.fill_space, state.fill = space, Paint(space.colour(numbers(values)))

    return taken


def _draw_with(space: Space) -> Setting:
    def taken(state: State, values: Sequence[object], _: object) -> None:
        state.line_space, state.line = space, Paint(space.colour(numbers(values)))

    return taken


def _fill_space(state: State, values: Sequence[object], resources: object) -> None:
    state.fill_space = space_of(values[0], resources)
    state.fill = Paint(state.fill_space.colour(state.fill_space.first) if state.fill_space else None)


def _line_space(state: State, values: Sequence[object], resources: object) -> None:
    state.line_space = space_of(values[0], resources)
    state.line = Paint(state.line_space.colour(state.line_space.first) if state.line_space else None)


def _fill(state: State, values: Sequence[object], resources: object) -> None:
    state.fill = _paint(state.fill_space, values, resources)


def _line(state: State, values: Sequence[object], resources: object) -> None:
    state.line = _paint(state.line_space, values, resources)


def _paint(space: Space | None, values: Sequence[object], resources: object) -> Paint:
    if isinstance(values[-1], str):
        kind = entry(resources, "/Pattern", values[-1], "/PatternType")
        return Paint(None, is_whole=kind == _SHADING)
    return Paint(space.colour(numbers(values)) if space else None)


SETTINGS: Mapping[bytes, Setting] = {
    b"g": _fill_with(GREY),
    b"rg": _fill_with(LIGHTS),
    b"k": _fill_with(INKS),
    b"G": _draw_with(GREY),
    b"RG": _draw_with(LIGHTS),
    b"K": _draw_with(INKS),
    b"cs": _fill_space,
    b"CS": _line_space,
    b"sc": _fill,
    b"scn": _fill,
    b"SC": _line,
    b"SCN": _line,
    b"w": lambda state, values, _: setattr(state, "line_width", numbers(values)[0]),
    b"J": lambda state, values, _: setattr(state, "cap", int(numbers(values)[0])),
    b"d": lambda state, values, _: setattr(state, "is_dashed", bool(parts(values[0]))),
}
