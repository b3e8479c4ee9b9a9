"""Pictures on a page of a PDF, as far as they cover what lies under them; their pixels are seldom known."""

from typing import Any

from lpgminutes.importing.redacted.pdf_colour import Colour, space_of
from lpgminutes.importing.redacted.pdf_objects import entry, number
from lpgminutes.importing.redacted.pdf_state import Paint

_SMALL = 65_536
"""Pixels of a picture that is looked at for being of one colour."""
_READABLE = frozenset({None, "/FlateDecode", "/Fl"})


def paint_of(picture: object, stencil: Paint, resources: object, *, content: bytes | None = None) -> Paint:
    """Return what a picture covers its place with.

    ``stencil`` is what it is painted with when it is a mere shape, ``content`` its pixels where it does not hold them.
    """
    pixels = _bytes(picture) if content is None else content
    if entry(picture, "/ImageMask") is True or entry(picture, "/IM") is True:
        return Paint(stencil.colour, is_whole=stencil.is_whole and set(pixels) == {0})
    clear = entry(picture, "/SMask")
    is_whole = set(_bytes(clear)) == {255} if clear is not None else entry(picture, "/Mask") is None
    return Paint(_one_colour(picture, pixels, resources), is_whole)


def _one_colour(picture: object, content: bytes, resources: object) -> Colour | None:
    space = space_of(entry(picture, "/ColorSpace") or entry(picture, "/CS"), resources)
    depth = number(entry(picture, "/BitsPerComponent") or entry(picture, "/BPC"), 0)
    if space is None or not content or depth != 8 or entry(picture, "/Decode") is not None:  # noqa: PLR2004 - a byte
        return None
    pixel = content[: space.count]
    if content != pixel * (len(content) // space.count):
        return None
    return space.colour([value if space.family == "indexed" else value / 255 for value in pixel])


def _bytes(picture: Any) -> bytes:  # noqa: ANN401 - a PDF may hold anything anywhere
    """Return the pixels of a small picture that is not packed as photographs are."""
    wide = number(entry(picture, "/Width") or entry(picture, "/W"), _SMALL)
    high = number(entry(picture, "/Height") or entry(picture, "/H"), _SMALL)
    if wide * high > _SMALL or entry(picture, "/Filter") not in _READABLE or not hasattr(picture, "get_data"):
        return b""
    return bytes(picture.get_data())
