"""The letters of a font of a PDF: what each stands for, and how wide it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lpgminutes.importing.redacted.pdf_objects import entry, numbers

if TYPE_CHECKING:
    from pypdf.generic._font import Font

_MIDDLING = 0.5
"""The width of a letter of no known font, as a part of its height."""
_SPACE = 32


@dataclass(frozen=True, slots=True)
class Letter:
    """One sign as it is painted."""

    text: str
    """What it stands for; several letters for a ligature."""
    width: float
    """Of its height."""
    is_space: bool = False
    """Whether the width of blanks is added to it."""


class Letters:
    """Reads what is written in one font."""

    def __init__(self, resource: object) -> None:
        """Take a font as the resources of a page hold it."""
        from pypdf.generic import DictionaryObject
        from pypdf.generic._font import Font

        self._font: Font | None = None
        self._unit = 0.001
        self._known: dict[str, Letter] = {}
        if isinstance(resource, DictionaryObject):
            self._font = Font.from_font_resource(resource)
            own = numbers(entry(resource, "/FontMatrix"))
            self._unit = abs(own[0]) if own and entry(resource, "/Subtype") == "/Type3" else self._unit

    def read(self, shown: bytes) -> Iterator[Letter]:
        """Yield the letters that some bytes show."""
        font = self._font
        if font is None:
            for byte in shown:
                yield Letter("\ufffd", _MIDDLING, is_space=byte == _SPACE)
            return
        wide = shown.decode(font.encoding, "replace") if isinstance(font.encoding, str) else None
        for sign in wide if wide is not None else map(chr, shown):
            letter = self._known.get(sign)
            if letter is None:
                letter = self._known[sign] = self._letter(font, sign, is_wide=wide is not None)
            yield letter

    def _letter(self, font: "Font", sign: str, *, is_wide: bool) -> Letter:
        written = sign if isinstance(font.encoding, str) else font.encoding.get(ord(sign), sign)
        text = "".join(str(font.character_map.get(part, part)) for part in written)
        width = font.space_width if sign == font.space_char else font.get_text_width(sign)
        return Letter(text, float(width) * self._unit, is_space=not is_wide and ord(sign) == _SPACE)
