"""Folding a text for search: apostrophes, dashes, spaces and accents made plain, with the way back kept."""

import unicodedata
from dataclasses import dataclass

_PLAIN = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201b\u02bc\u02b9\u2032\u00b4`\uff07", "'")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d", "-")
    | dict.fromkeys(
        "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
        " ",
    )
)
_UNDECOMPOSED = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "s", "æ": "a", "Æ": "A"}
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text that can say which stretch of the original a stretch of it came from."""

    text: str
    origin: tuple[int, ...] | None
    """For each folded character its place in the original; ``None`` when nothing moved."""
    length: int
    """The length of the original."""

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the original behind ``start`` to ``end``."""
        if self.origin is None:
            return start, end
        return self.origin[start], self.origin[end] if end < len(self.origin) else self.length


def fold(text: str) -> Folded:
    """Fold a text, keeping its case."""
    plain = text if text.isascii() else text.translate(_PLAIN).translate(_UNDECOMPOSED)
    if plain.isascii():
        return Folded(plain, None, len(text))
    letters: list[str] = []
    origin: list[int] = []
    for place, character in enumerate(plain):
        for letter in unicodedata.normalize("NFKD", character):
            if not unicodedata.combining(letter) and unicodedata.category(letter) != "Cf":
                letters.append(letter)
                origin.append(place)
    return Folded("".join(letters), tuple(origin), len(text))


def folded(text: str) -> str:
    """Return the folded text in one case, for comparing."""
    return " ".join(fold(text).text.casefold().split())
