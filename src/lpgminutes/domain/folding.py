"""Folding a text for search: apostrophes, dashes, spaces and accents made plain, with the way back kept."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_SIGNS = (
    dict.fromkeys("\u2018\u2019\u201b\u02bb\u02bc\u02b9\u2032\u00b4\uff07\ua78c", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-")
    | dict.fromkeys(
        "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u2800\u3000",
        " ",
    )
)
_SPELT_OUT = {
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ħ": "h", "Ħ": "H",
    "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "þ": "th", "Þ": "Th",
    "\u0131": "i", "\u115f": "", "\u1160": "", "\u3164": "", "\uffa0": "",
}  # fmt: skip
"""Letters that Unicode does not take apart, and the Hangul fillers: letters that print nothing."""
_READ_AS: Final = _SIGNS | _SPELT_OUT
_RUNS = re.compile(r"[\x00-\x7f]+|[^\x00-\x7f]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_FEW = 16
"""So many letters are sooner put in one after the other than all at once."""
_UNSEEN = frozenset({"Mn", "Me", "Cf"})


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text that can say which stretch of the original a stretch of it came from."""

    text: str
    origin: tuple[int, ...] | None
    """For each folded character its place in the original; ``None`` when nothing moved."""
    length: int
    """The length of the original."""

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the original behind a stretch: whole characters, with their accents."""
        if self.origin is None:
            return start, end
        beyond = self.origin[end] if end < len(self.origin) else self.length
        return self.origin[start], max(beyond, self.origin[end - 1] + 1)


def fold(text: str) -> Folded:
    """Fold a text, keeping its case."""
    as_typed = text.replace("`", "'")
    if text.isascii():
        return Folded(as_typed, None, len(text))
    apart = {character: _letters(character) for character in set(_BEYOND_ASCII.findall(text))}
    if all(len(letters) == 1 for letters in apart.values()):
        return Folded(_replaced(as_typed, apart), None, len(text))
    pieces: list[str] = []
    origin: list[int] = []
    for run in _RUNS.finditer(as_typed):
        letters = apart.get(run.group(), run.group())
        pieces.append(letters)
        origin += [run.start()] * len(letters) if run.group() in apart else range(*run.span())
    return Folded("".join(pieces), tuple(origin), len(text))


def _replaced(text: str, letters: Mapping[str, str]) -> str:
    """Put one letter for another; those put in are none of those that go, in whatever order that is done."""
    if len(letters) > _FEW:
        return text.translate({ord(given): letter for given, letter in letters.items()})
    for given, letter in letters.items():
        text = text.replace(given, letter)
    return text


def plain(text: str) -> str:
    """Return a text folded, its case kept, for those who do not ask for the way back."""
    return text if text.isascii() and "`" not in text else fold(text).text


def folded(text: str) -> str:
    """Return the folded text in one case, for comparing."""
    return " ".join(fold(text).text.casefold().split())


@lru_cache(maxsize=4096)
def _letters(character: str) -> str:
    """Return what a character beyond ASCII is read as; of what that is, nothing is left to fold."""
    if (known := _READ_AS.get(character)) is not None:
        return known
    apart = unicodedata.normalize("NFKD", character)
    if apart != character:
        return "".join(letter if letter.isascii() else _letters(letter) for letter in apart).replace("`", "'")
    return "" if unicodedata.category(character) in _UNSEEN else character
