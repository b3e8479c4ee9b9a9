"""What a drawn shape of a Word file is filled with, and whether it lies over the text."""

from collections.abc import Mapping
from dataclasses import dataclass

from lpgminutes.importing.redacted.word_colours import WHITE, Colour, Palette, is_dark, named
from lpgminutes.importing.word.markup import DRAWING, VML, Element, W, number

BOX = f"{W}txbxContent"
"""What holds the words of a text box."""
_PLACING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_WORD_10 = "{urn:schemas-microsoft-com:office:word}"
_FILLS = frozenset({"noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"})
_LINES = frozenset({"line", "straightConnector1", "bentConnector3", "curvedConnector3"})
_SHAPES = ("{*}wsp", "{*}contentPart", *(f"{VML}{name}" for name in ("rect", "roundrect", "oval", "shape")))
_OFF = frozenset({"f", "false", "0"})
_ASIDE = frozenset({"square", "tight", "through", "topandbottom"})
"""Ways of setting the text beside a shape, so that it covers none."""
_SEEN_THROUGH = 0.5
"""How opaque a fill is at most through which words can be read: a marker's ink."""
_EMU_OF_A_POINT = 12_700
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75, "": 1 / _EMU_OF_A_POINT}


@dataclass(frozen=True, slots=True)
class Fill:
    """What lies behind the words of a shape and before those of the page."""

    colour: Colour | None
    """``None`` where it is a picture, a blend or nothing."""
    is_clear: bool = False
    """Whether what lies behind the shape shows through."""

    @property
    def is_dark(self) -> bool:
        """Whether it is the fill of a box that blacks words out."""
        return self.colour is not None and is_dark(self.colour)


_CLEAR, _UNKNOWN = Fill(None, is_clear=True), Fill(None)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a shape lies against the paragraph that it hangs on, in points."""

    left: float
    top: float
    width: float
    height: float


def shapes_of(root: Element) -> list[Element]:
    """Return the drawn shapes of a story that have an area: no lines, pictures, watermarks."""
    return [shape for shape in root.iter(*_SHAPES) if _has_area(shape)]


def fill_of(shape: Element, palette: Palette) -> Fill:
    """Return what a shape is filled with."""
    return _vml_fill(shape) if str(shape.tag).startswith(VML) else _drawn_fill(shape, palette)


def fill_behind(box: Element, palette: Palette) -> Fill:
    """Return what the words in a text box stand on."""
    shape = next(box.iterancestors(*_SHAPES), None)
    return _CLEAR if shape is None else fill_of(shape, palette)


def lies_over_text(shape: Element) -> bool:
    """Whether a shape lies in front of text that runs on under it."""
    return _stands_free(shape) and not _is_behind(shape)


def lies_behind_text(shape: Element) -> bool:
    """Whether a shape lies behind text that runs on over it."""
    return _stands_free(shape) and _is_behind(shape)


def spot_of(shape: Element) -> Spot | None:
    """Return where a shape lies; ``None`` where that is told by the page or by other shapes."""
    if any(str(outer.tag).endswith(("}wgp", "}wpc", "}group")) for outer in shape.iterancestors()):
        return None
    anchor = next(shape.iterancestors(f"{_PLACING}anchor"), None)
    return _vml_spot(_style(shape)) if anchor is None else _anchored(anchor)


def height_of(shape: Element) -> float:
    """Return how high a shape is, in points, wherever it lies."""
    anchor = next(shape.iterancestors(f"{_PLACING}anchor"), None)
    extent = anchor.find(f"{_PLACING}extent") if anchor is not None else None
    if extent is None:
        return _points(_style(shape).get("height", "0"))
    return (number(extent.get("cy")) or 0) / _EMU_OF_A_POINT


def _has_area(shape: Element) -> bool:
    if shape.find(f"{VML}imagedata") is not None or shape.find(f"{VML}textpath") is not None:
        return False
    shown = shape.find(f"{{*}}spPr/{DRAWING}prstGeom")
    return shown is None or shown.get("prst") not in _LINES


def _drawn_fill(shape: Element, palette: Palette) -> Fill:
    properties = shape.find("{*}spPr")
    said = next((e for e in properties if _local(e) in _FILLS), None) if properties is not None else None
    if said is None:
        reference = shape.find(f"{{*}}style/{DRAWING}fillRef")
        if reference is None or reference.get("idx", "0") == "0":
            return _CLEAR
        return Fill(palette.drawn(reference))
    if _local(said) == "noFill":
        return _CLEAR
    if _local(said) != "solidFill":
        return _UNKNOWN
    alpha = number(next((e.get("val") for e in said.iter(f"{DRAWING}alpha")), None))
    return _CLEAR if alpha is not None and alpha <= _SEEN_THROUGH * 100_000 else Fill(palette.drawn(said))


def _vml_fill(shape: Element) -> Fill:
    own = shape.find(f"{VML}fill")
    said: Mapping[str, str] = {} if own is None else {str(key): str(text) for key, text in own.attrib.items()}
    if shape.get("filled", "").lower() in _OFF or said.get("on", "").lower() in _OFF:
        return _CLEAR
    if said.get("type", "solid").lower() != "solid":
        return _UNKNOWN
    if _opacity(said.get("opacity", "1")) <= _SEEN_THROUGH:
        return _CLEAR
    colour = shape.get("fillcolor") or said.get("color")
    return Fill(named(colour)) if colour else Fill(WHITE)


def _opacity(text: str) -> float:
    try:
        return float(text[:-1]) / 65_536 if text.endswith("f") else float(text)
    except ValueError:
        return 1.0


def _stands_free(shape: Element) -> bool:
    anchor = next(shape.iterancestors(f"{_PLACING}anchor"), None)
    if anchor is not None:
        return anchor.find(f"{_PLACING}wrapNone") is not None
    if not str(shape.tag).startswith(VML):
        return False
    wrap = next(_outermost(shape).iter(f"{_WORD_10}wrap"), None)
    is_aside = wrap is not None and (wrap.get("type") or "").lower() in _ASIDE
    return _style(shape).get("position") == "absolute" and not is_aside


def _is_behind(shape: Element) -> bool:
    anchor = next(shape.iterancestors(f"{_PLACING}anchor"), None)
    if anchor is not None:
        return anchor.get("behindDoc", "0").lower() in {"1", "true", "on"}
    return _style(shape).get("z-index", "").startswith("-")


def _outermost(shape: Element) -> Element:
    """Return the group that a shape of the older kind stands in, or itself."""
    outer = [one for one in shape.iterancestors() if one.tag == f"{VML}group"]
    return outer[-1] if outer else shape


def _style(shape: Element) -> dict[str, str]:
    said = (part.partition(":") for part in (_outermost(shape).get("style") or "").lower().split(";"))
    return {name.strip(): text.strip() for name, _, text in said}


def _anchored(anchor: Element) -> Spot | None:
    across, down = anchor.find(f"{_PLACING}positionH"), anchor.find(f"{_PLACING}positionV")
    if across is None or across.get("relativeFrom") not in {"column", "character"}:
        return None
    if down is None or down.get("relativeFrom") not in {"paragraph", "line"}:
        return None
    left, top = (number(place.findtext(f"{_PLACING}posOffset")) for place in (across, down))
    extent = anchor.find(f"{_PLACING}extent")
    if left is None or top is None or extent is None:
        return None
    width, height = number(extent.get("cx")) or 0, number(extent.get("cy")) or 0
    return Spot(*(part / _EMU_OF_A_POINT for part in (left, top, width, height)))


def _vml_spot(style: Mapping[str, str]) -> Spot | None:
    against = (style.get(f"mso-position-{way}-relative", "text") for way in ("horizontal", "vertical"))
    aligned = (style.get(f"mso-position-{way}", "absolute") for way in ("horizontal", "vertical"))
    if any(one not in {"text", "char", "line"} for one in against) or any(one != "absolute" for one in aligned):
        return None
    sides = [_points(style.get(name, "0")) for name in ("margin-left", "margin-top", "width", "height")]
    left, top, width, height = sides
    return Spot(left, top, width, height)


def _points(text: str) -> float:
    unit = text.lstrip("+-.0123456789")
    digits = text.removesuffix(unit) if unit else text
    try:
        return float(digits) * _POINTS.get(unit, 1.0)
    except ValueError:
        return 0.0


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
