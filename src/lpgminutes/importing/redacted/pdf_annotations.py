"""What is pinned on a page of a PDF: boxes and strokes over it, remarks, fields, redactions that nobody applied."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from lpgminutes.domain.reviewing.copy import HiddenWay
from lpgminutes.importing.redacted.pdf_colour import Space, is_dark
from lpgminutes.importing.redacted.pdf_geometry import Box, Matrix, Point, Shape, curve, thick_line
from lpgminutes.importing.redacted.pdf_ink import Ink, TooMuch
from lpgminutes.importing.redacted.pdf_layers import Layers
from lpgminutes.importing.redacted.pdf_objects import entry, matrix_of, number, numbers, parts, text_of
from lpgminutes.importing.redacted.pdf_state import Paint

_PASSIVE = frozenset({"/Link", "/Widget", "/Popup", "/FreeText"})
_SHOWN_IN_PLACE = frozenset({"/FreeText", "/Widget"})
"""Kinds whose words stand on the page itself."""
_HIDDEN, _NO_VIEW = 2, 32
_PLAIN_STAMPS = frozenset(
    {
        *("/Approved", "/AsIs", "/Confidential", "/Departmental", "/Draft", "/Experimental", "/Expired", "/Final"),
        *("/ForComment", "/ForPublicRelease", "/NotApproved", "/NotForPublicRelease", "/Sold", "/TopSecret"),
    }
)
"""Stamps that every reader of PDFs draws in its own way, as an outline."""
_ROUND = 0.5523
"""How far the handles of a curve reach that is a quarter of a circle."""


@dataclass(slots=True)
class Pinned:
    """What was found pinned on a page."""

    lines: list[str] = field(default_factory=list)
    """Words that are shown, and that no drawing holds."""
    hidden: list[tuple[HiddenWay, str]] = field(default_factory=list)
    broken: int = 0


def pin_all(annotations: Sequence[object], ink: Ink, layers: Layers) -> Pinned:
    """Lay everything that is pinned on a page over its drawing; what is broken is counted and passed over."""
    pinned = Pinned()
    for annotation in annotations:
        if not isinstance(annotation, Mapping):
            continue
        try:
            _pin(annotation, ink, layers, pinned)
        except TooMuch:
            raise
        except Exception:  # noqa: BLE001 - a broken annotation fails in any way that there is
            pinned.broken += 1
    return pinned


def _pin(annotation: Mapping[str, Any], ink: Ink, layers: Layers, pinned: Pinned) -> None:
    kind = str(entry(annotation, "/Subtype"))
    is_shown = not int(number(entry(annotation, "/F"), 0)) & (_HIDDEN | _NO_VIEW)
    is_shown = is_shown and not layers.is_off(entry(annotation, "/OC"))
    words = text_of(entry(annotation, "/Contents"))
    if kind == "/FileAttachment":
        named = entry(annotation, "/FS", "/UF") or entry(annotation, "/FS", "/F")
        pinned.hidden.append((HiddenWay.ATTACHED, text_of(named) or "a file without a name"))
    if words and (kind not in _PASSIVE or (kind == "/FreeText" and not is_shown)):
        pinned.hidden.append((HiddenWay.COMMENT, words))
    edges = numbers(entry(annotation, "/Rect"))
    if len(edges) != 4 or kind in {"/Link", "/Popup"}:  # noqa: PLR2004 - left, bottom, right, top
        return
    place = Box.around([edges[:2], edges[2:]])
    if kind == "/Redact":
        for outline in _quads(annotation) or [place.corners()]:
            ink.pin(Shape.of([outline], ink.drawing.sheet), Paint(), is_proposal=True)
    elif is_shown:
        _show(annotation, kind, place, ink, pinned)


def _show(annotation: Mapping[str, Any], kind: str, place: Box, ink: Ink, pinned: Pinned) -> None:
    look = _look(annotation)
    ink.begin_anew(blend="/Multiply" if kind == "/Highlight" else "/Normal")
    if look is not None:
        ink.draw_form(look, _placing(look, place))
        return
    if kind in _SHOWN_IN_PLACE:
        pinned.lines += (text_of(entry(annotation, "/Contents")) or value_of(annotation)).splitlines()
    if kind in _DRAWN:
        opacity = number(entry(annotation, "/CA"), 1)
        for outline, colour in _DRAWN[kind](annotation, place):
            if len(colour) in {1, 3, 4}:
                paint = Paint(Space("device", len(colour)).colour(colour))
                if kind != "/Highlight" or is_dark(paint.colour):
                    ink.pin(Shape.of([outline], ink.drawing.sheet), paint, opacity=opacity)


def value_of(holder: object) -> str:
    """Return what is written in a field of a form, or in the field that it is a part of."""
    seen = 0
    while holder is not None and seen < 20:  # noqa: PLR2004 - fields within fields
        kind, value = entry(holder, "/FT"), entry(holder, "/V")
        if value is not None:
            told = [text_of(part) for part in parts(value)] or [_words(value)]
            return "" if kind == "/Btn" else ", ".join(filter(None, told))
        holder, seen = entry(holder, "/Parent"), seen + 1
    return ""


def _words(value: Any) -> str:  # noqa: ANN401 - a PDF may hold anything anywhere
    return text_of(value.get_data() if hasattr(value, "get_data") else value)


def _look(annotation: Mapping[str, Any]) -> object:
    """Return the drawing that shows it; nothing when a reader of PDFs has to think of one."""
    look = entry(annotation, "/AP", "/N")
    state = entry(annotation, "/AS")
    if look is not None and not hasattr(look, "get_data"):
        look = entry(look, str(state)) if state is not None else None
    return look


def _placing(look: object, place: Box) -> Matrix:
    """Return the matrix that fits a drawing into the place of its annotation."""
    edges = numbers(entry(look, "/BBox"))
    box = Box.around(Box(*edges).corners(matrix_of(entry(look, "/Matrix"))))
    wide = place.width / box.width if box.width else 1.0
    high = place.height / box.height if box.height else 1.0
    return (wide, 0, 0, high, place.left - box.left * wide, place.bottom - box.bottom * high)


Outlines = Iterator[tuple[Sequence[Point], Sequence[float]]]


def _pairs(values: Sequence[float]) -> list[Point]:
    return list(zip(values[::2], values[1::2], strict=False))


def _quads(annotation: Mapping[str, Any]) -> list[Sequence[Point]]:
    points = _pairs(numbers(entry(annotation, "/QuadPoints")))
    quads = [points[at : at + 4] for at in range(0, len(points) - 3, 4)]
    return [Box.around(quad).corners() for quad in quads]


def _highlight(annotation: Mapping[str, Any], place: Box) -> Outlines:
    for quad in _quads(annotation) or [place.corners()]:
        yield quad, numbers(entry(annotation, "/C"))


def _square(annotation: Mapping[str, Any], place: Box) -> Outlines:
    yield place.corners(), numbers(entry(annotation, "/IC"))


def _circle(annotation: Mapping[str, Any], place: Box) -> Outlines:
    x, y = (place.left + place.right) / 2, (place.bottom + place.top) / 2
    wide, high = place.width / 2, place.height / 2
    edge: list[Point] = []
    for right, up in ((1, 1), (-1, 1), (-1, -1), (1, -1)):
        turns = right * up > 0
        start = (x + right * wide, y) if turns else (x, y + up * high)
        end = (x, y + up * high) if turns else (x + right * wide, y)
        beside = (x + right * wide, y + up * high * _ROUND)
        above = (x + right * wide * _ROUND, y + up * high)
        handles = (beside, above) if turns else (above, beside)
        edge += curve(start, *handles, end)
    yield edge, numbers(entry(annotation, "/IC"))


def _polygon(annotation: Mapping[str, Any], _: Box) -> Outlines:
    yield _pairs(numbers(entry(annotation, "/Vertices"))), numbers(entry(annotation, "/IC"))


def _strokes(annotation: Mapping[str, Any], _: Box) -> Outlines:
    lists = [numbers(one) for one in parts(entry(annotation, "/InkList"))]
    lists += [numbers(entry(annotation, "/L")), numbers(entry(annotation, "/Vertices"))]
    width = number(entry(annotation, "/BS", "/W"), 1)
    for points in map(_pairs, lists):
        for start, end in pairwise(points):
            yield thick_line(start, end, width, reaches_on=False), numbers(entry(annotation, "/C"))


def _free_text(annotation: Mapping[str, Any], place: Box) -> Outlines:
    yield place.corners(), numbers(entry(annotation, "/C"))


def _stamp(annotation: Mapping[str, Any], place: Box) -> Outlines:
    if str(entry(annotation, "/Name") or "/Draft") not in _PLAIN_STAMPS:
        yield place.corners(), (0.5,)


_DRAWN: Mapping[str, Callable[[Mapping[str, Any], Box], Outlines]] = {
    "/Highlight": _highlight,
    "/Square": _square,
    "/Circle": _circle,
    "/Polygon": _polygon,
    "/Ink": _strokes,
    "/Line": _strokes,
    "/PolyLine": _strokes,
    "/FreeText": _free_text,
    "/Stamp": _stamp,
}
