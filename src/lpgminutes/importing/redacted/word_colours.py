"""The colours of a Word file: as they are written, out of its theme, in patterns, and how far two can be told apart."""

import colorsys
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from lpgminutes.importing.word.markup import DRAWING, Element, number, value

Colour: TypeAlias = tuple[float, float, float]
"""Red, green and blue, each from 0 to 1."""

BLACK: Colour = (0.0, 0.0, 0.0)
WHITE: Colour = (1.0, 1.0, 1.0)
_DARK = 0.05
"""Luminance of a ground that black letters cannot be read on: #3F3F3F, the pure dark red and the pure dark blue."""
_FLARE = 0.05
"""What WCAG adds to every luminance for the light that falls on a page."""
_OF_255 = 255.0
_DIGITS = 6
_PER_CENT = 100_000
"""DrawingML counts parts in thousandths of a per cent."""
_NAMED = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "aqua": "00FFFF", "darkblue": "000080", "navy": "000080",
    "darkcyan": "008080", "teal": "008080", "darkgray": "808080", "gray": "808080", "darkgreen": "008000",
    "green": "00FF00", "lime": "00FF00", "darkmagenta": "800080", "purple": "800080", "darkred": "800000",
    "maroon": "800000", "darkyellow": "808000", "olive": "808000", "lightgray": "C0C0C0", "silver": "C0C0C0",
    "magenta": "FF00FF", "fuchsia": "FF00FF", "red": "FF0000", "white": "FFFFFF", "yellow": "FFFF00",
}  # fmt: skip
_SLOTS = {
    "text1": "dk1", "dark1": "dk1", "tx1": "dk1", "background1": "lt1", "light1": "lt1", "bg1": "lt1",
    "text2": "dk2", "dark2": "dk2", "tx2": "dk2", "background2": "lt2", "light2": "lt2", "bg2": "lt2",
    "hyperlink": "hlink", "followedhyperlink": "folhlink",
}  # fmt: skip
"""What Word calls a colour of the theme, and what the theme calls it."""
_USUAL = {"dk1": BLACK, "lt1": WHITE}
_THIN, _DENSE = 0.2, 0.4
"""About how much of the ground the lines of a pattern take up."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of the theme, and how a file's own colours are read with them."""

    theme: Mapping[str, Colour] = field(default_factory=dict)

    def letters(self, element: Element | None) -> Colour | None:
        """Return the colour that ``w:color`` gives; ``None`` for the automatic one."""
        return self._said(element, "val", "themeColor", "theme")

    def shading(self, element: Element | None) -> Colour | None:
        """Return the colour that ``w:shd`` lays behind words: its ground, its pattern, or both mixed."""
        pattern = (value(element, "val") or "clear").lower()
        if element is None or pattern == "nil":
            return None
        ground = self._said(element, "fill", "themeFill", "themeFill")
        ink = self._said(element, "color", "themeColor", "theme")
        part = _part(pattern)
        return ground if not part else mixed(ink or BLACK, ground or WHITE, part)

    def drawn(self, fill: Element | None) -> Colour | None:
        """Return the colour that DrawingML says within an element, however it changes it; ``None`` for none."""
        chosen = next(iter(fill), None) if fill is not None else None
        if chosen is None:
            return None
        kind, said = _local(chosen), _attribute(chosen, "val")
        if kind == "schemeClr":
            colour = self._of_theme(said)
        elif kind == "prstClr":
            colour = named(said.replace("dk", "dark").replace("lt", "light"))
        else:
            colour = named(_attribute(chosen, "lastClr") or said)
        if colour is None:
            return None
        for change in chosen:
            colour = _changed(colour, _local(change), (number(_attribute(change, "val")) or 0) / _PER_CENT)
        return colour

    def _said(self, element: Element | None, plain: str, slot: str, changes: str) -> Colour | None:
        colour = self._of_theme(value(element, slot))
        if colour is None:
            return named(value(element, plain))
        tint, shade = _share(value(element, f"{changes}Tint")), _share(value(element, f"{changes}Shade"))
        return _lightened(_lightened(colour, tint, to=1.0), shade, to=0.0)

    def _of_theme(self, name: str | None) -> Colour | None:
        slot = _SLOTS.get((name or "").lower(), (name or "").lower())
        return self.theme.get(slot) or _USUAL.get(slot)


def read_palette(root: Element | None) -> Palette:
    """Read the part with the theme."""
    scheme = next(root.iter(f"{DRAWING}clrScheme"), None) if root is not None else None
    plain = Palette()
    found = {_local(slot).lower(): plain.drawn(slot) for slot in (scheme if scheme is not None else ())}
    return Palette({slot: colour for slot, colour in found.items() if colour is not None})


def named(text: str | None) -> Colour | None:
    """Return the colour of six digits, three digits after a hash, or a name; ``None`` for anything else."""
    word = (text or "").split(" ")[0].lower()
    digits = _NAMED.get(word, word.removeprefix("#"))
    if word.startswith("#") and len(digits) == _DIGITS // 2:
        digits = "".join(digit * 2 for digit in digits)
    try:
        red, green, blue = bytes.fromhex(digits if len(digits) == _DIGITS else "")
    except ValueError:
        return None
    return red / _OF_255, green / _OF_255, blue / _OF_255


def mixed(ink: Colour, ground: Colour, part: float) -> Colour:
    """Return what ink looks like that takes up a part of a ground."""
    red, green, blue = (part * over + (1 - part) * under for over, under in zip(ink, ground, strict=True))
    return red, green, blue


def luminance(colour: Colour) -> float:
    """Return how bright a colour is to the eye, from 0 to 1, as WCAG 2 reckons it."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)  # noqa: PLR2004 - the curve of sRGB
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio of WCAG 2: 1 for the same colour, 21 for black and white."""
    darker, brighter = sorted((luminance(one), luminance(other)))
    return (brighter + _FLARE) / (darker + _FLARE)


def is_dark(colour: Colour) -> bool:
    """Whether black letters cannot be read on a ground."""
    return luminance(colour) <= _DARK


def _part(pattern: str) -> float:
    if pattern.startswith("pct"):
        return (number(pattern.removeprefix("pct")) or 0) / 100
    if pattern == "solid":
        return 1.0
    return 0.0 if pattern == "clear" else _THIN if pattern.startswith("thin") else _DENSE


def _share(text: str | None) -> float:
    """Return the part, from 0 to 1, that two hexadecimal digits keep of a brightness; all of it when unsaid."""
    try:
        return int(text or "FF", 16) / _OF_255
    except ValueError:
        return 1.0


def _lightened(colour: Colour, share: float, *, to: float) -> Colour:
    hue, lightness, saturation = colorsys.rgb_to_hls(*colour)
    return colorsys.hls_to_rgb(hue, min(1.0, max(0.0, share * lightness + (1 - share) * to)), saturation)


def _changed(colour: Colour, change: str, share: float) -> Colour:
    if change in {"tint", "shade"}:
        return _lightened(colour, share, to=1.0 if change == "tint" else 0.0)
    if change == "lumMod":
        return _lightened(colour, share, to=0.0)
    if change == "lumOff":
        hue, lightness, saturation = colorsys.rgb_to_hls(*colour)
        return colorsys.hls_to_rgb(hue, min(1.0, max(0.0, lightness + share)), saturation)
    return colour


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _attribute(element: Element, name: str) -> str:
    """Return an attribute in no namespace, or in that of its element, as Word's own effects write it."""
    own = f"{str(element.tag).rpartition('}')[0]}}}{name}"
    return element.get(name) or element.get(own) or ""
