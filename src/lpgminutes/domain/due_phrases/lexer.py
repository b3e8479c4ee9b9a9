"""From a phrase to its words, each with its letter, its value and its place."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from lpgminutes.domain.due_phrases.words import CLOSE, CONTINUATIONS, CUE, ENTRIES, SILENT, UNKNOWN

_QUOTES = "\u2019\u2018\u02bc`"
_DASHES = "\u2013\u2014\u2011\u2010\u2212"
_BLANKS = "\u00a0\u202f\u2009\u2007\t\n\r"
_PLAIN = str.maketrans(dict.fromkeys(_QUOTES, "'") | dict.fromkeys(_DASHES, "-") | dict.fromkeys(_BLANKS, " "))
_PIECE = re.compile(
    r"(?:[£$€#@]\s?[\d.,]+\w*|\d[\d.,]*\s?%)"  # money, a percentage: no day
    r"|\d+(?:\s?/\s?\d+|[.:-]\d+)*(?:[a-z]+\d*)?"
    r"|'\d\d(?!\d)"
    r"|(?:[a-z]\.){2,}[a-z]?(?![a-z])"
    r"|[a-z]{1,3}/[a-z]{1,10}(?![a-z])"
    r"|[^\W\d_]+\d*(?:/\d+)?(?:'s?(?!\w))?"
    r"|(?<=\s)-(?=\s)|[/&,;()?]"
)
_GLUED = re.compile(r"(\d+)([a-z]+)(\d*)")
_LED = re.compile(r"([^\W\d_]+?)(\d+)(?:/(\d+))?")
_NUMERIC = re.compile(r"(\d+)\s?([/.:-])\s?(\d+)(?:\s?([/.:-])\s?(\d+))?")
_HALF_DAYS = frozenset({"am", "pm", "noon", "hrs", "hr", "a.m", "p.m", "a.m.", "p.m.", "hours"})
_ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th"})
_SHORT_UNITS = {"d": "d", "w": "w", "m": "m", "y": "y", "h": "t"}
_COMPOUNDS = {
    "eow": "Ew", "eom": "Em", "eoq": "Eq", "eoy": "Ey", "eofy": "Ez", "fye": "Ez", "eonw": "Enw", "eonm": "Enm",
}  # fmt: skip
_UNSHAPED = frozenset({SILENT, CUE, CLOSE, ",", "?", "(", ")"})
_LAST_OF_HOURS = 24
_LEAST_MINUTES = 13
"""A second number from here on is no month: ``5.30`` is a time."""
_CENTURY = 2000
_DIGITS_OF_YEAR = 4
_DIGITS_OF_ISO = 8


class Token(NamedTuple):
    """A word of a phrase."""

    letter: str
    value: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a phrase that matter for its day."""

    shape: str
    values: tuple[int, ...]

    def value(self, letter: str) -> int | None:
        """Return the value of the first word of this letter."""
        at = self.shape.find(letter)
        return None if at < 0 else self.values[at]

    def part(self, start: int, end: int | None = None) -> "Words":
        """Return a stretch of the words."""
        return Words(self.shape[start:end], self.values[start:end])


def words_of(tokens: list[Token]) -> Words:
    """Return the words that have a say in the shape."""
    shaped = [token for token in tokens if token.letter not in _UNSHAPED]
    return Words("".join([token.letter for token in shaped]), tuple([token.value for token in shaped]))


def plain(phrase: str) -> str:
    """Return a phrase in lower case with plain spaces, quotes and dashes, each character in its place."""
    lowered = phrase.translate(_PLAIN)
    small = lowered.lower()
    return small if len(small) == len(phrase) else "".join(c.lower() if len(c.lower()) == 1 else c for c in lowered)


def tokens_of(text: str) -> list[Token]:
    """Return the words of a plain text."""
    pieces = [(match.group(), match.start(), match.end()) for match in _PIECE.finditer(text)]
    tokens: list[Token] = []
    at = 0
    while at < len(pieces):
        at += _take(pieces, at, tokens)
    return tokens


def _take(pieces: list[tuple[str, int, int]], at: int, tokens: list[Token]) -> int:
    """Add the tokens of the piece at a place, and return how many pieces they took."""
    piece, start, end = pieces[at]
    word = piece.rstrip("'").removesuffix("'s") if piece[-1] in "'s" else piece
    if word in CONTINUATIONS:
        for rest, phrase in CONTINUATIONS[word]:
            if _follows(pieces, at, rest):
                letter, value = ENTRIES[phrase]
                tokens.append(Token(letter, value, start, pieces[at + len(rest)][2]))
                return 1 + len(rest)
    if word in _HALF_DAYS and tokens and tokens[-1].letter == "N" and (word not in ("hours", "hrs", "hr")):
        tokens[-1] = Token(CLOSE, 0, tokens[-1].start, end)
        return 1
    known = ENTRIES.get(word)
    if known is not None:
        tokens.append(Token(known[0], known[1], start, end))
        return 1
    tokens.extend(Token(letter, value, start, end) for letter, value in _letters(piece))
    return 1


def _follows(pieces: list[tuple[str, int, int]], at: int, rest: tuple[str, ...]) -> bool:
    if at + len(rest) >= len(pieces):
        return False
    return all(
        pieces[at + n][0] == word or pieces[at + n][0].removesuffix("'s") == word
        for n, word in enumerate(rest, start=1)
    )


@lru_cache(maxsize=4096)
def _letters(piece: str) -> tuple[tuple[str, int], ...]:
    """Return the letters of a piece that is no word of the list."""
    if piece.isdigit():
        return _number(piece)
    if piece[0].isdigit():
        return _numeric(piece)
    if piece[0] == "'":
        return (("Y", _CENTURY + int(piece[1:])),)
    if piece in _COMPOUNDS:
        return tuple((letter, 1) for letter in _COMPOUNDS[piece])
    led = _LED.fullmatch(piece)
    return _led(led) if led else ((UNKNOWN, 0),)


def _number(digits: str) -> tuple[tuple[str, int], ...]:
    value = int(digits[:12])
    if len(digits) == _DIGITS_OF_YEAR and digits[:2] in ("19", "20"):
        return (("Y", value),)
    if len(digits) == _DIGITS_OF_ISO and digits[:2] in ("19", "20"):
        return (("Y", int(digits[:4])), ("-", 0), ("N", int(digits[4:6])), ("-", 0), ("N", int(digits[6:])))
    return (("N", value),) if len(digits) < _DIGITS_OF_YEAR else ((UNKNOWN, 0),)


def _numeric(piece: str) -> tuple[tuple[str, int], ...]:
    numbers = _NUMERIC.fullmatch(piece)
    if numbers:
        return _separated(numbers)
    glued = _GLUED.fullmatch(piece)
    if glued:
        return _glued(*glued.groups())
    timed = re.fullmatch(r"\d{1,2}[.:]\d\d(?:am|pm|hrs|hr|h|utc|z)", piece)
    return ((CLOSE, 0),) if timed else ((UNKNOWN, 0),)


def _separated(numbers: re.Match[str]) -> tuple[tuple[str, int], ...]:
    first, mark, second, again, third = numbers.groups()
    if third is None and _is_time(first, mark, second):
        return ((CLOSE, 0),)
    if mark == ":" or again == ":" or (again is not None and again != mark):
        return ((UNKNOWN, 0),)
    parts = (first, second) if third is None else (first, second, third)
    letters: list[tuple[str, int]] = []
    for part in parts:
        read = _number(part)
        if len(read) > 1:
            return ((UNKNOWN, 0),)
        letters += [*([(mark, 0)] if letters else []), *read]
    return tuple(letters)


def _is_time(hours: str, mark: str, minutes: str) -> bool:
    if mark not in ":." or len(minutes) != 2 or int(hours) > _LAST_OF_HOURS:  # noqa: PLR2004 - minutes have two digits
        return False
    return mark == ":" or int(minutes) == 0 or int(minutes) >= _LEAST_MINUTES


def _glued(digits: str, letters: str, more: str) -> tuple[tuple[str, int], ...]:
    """Return the letters of ``1st``, ``2wks``, ``5pm``, ``1aug19``."""
    if letters in _ORDINAL_ENDS and not more:
        return (("O", int(digits)),) if len(digits) < _DIGITS_OF_YEAR else ((UNKNOWN, 0),)
    if letters in ("am", "pm", "hrs", "noon") and not more and (letters != "hrs" or len(digits) == _DIGITS_OF_YEAR):
        return ((CLOSE, 0),)
    known = ENTRIES.get(letters) or ((_SHORT_UNITS[letters], 1) if letters in _SHORT_UNITS else None)
    if known is None or len(digits) >= _DIGITS_OF_YEAR or known[0] not in "Mdtkwfmy":
        return ((UNKNOWN, 0),)
    return (("N", int(digits)), known, *(_number(more) if more else ()))


def _led(led: re.Match[str]) -> tuple[tuple[str, int], ...]:
    """Return the letters of ``q2``, ``fy25/26``, ``aug19``."""
    word, digits, more = led.groups()
    if word in ("q", "qtr") and digits in "1234" and not more:
        return (("Q", int(digits)),)
    if word in ("q", "qtr") and digits in "1234" and more:
        return (("Q", int(digits)), ("/", 0), *_number(more))
    known = ENTRIES.get(word)
    if known is None or known[0] not in "Mz":
        return ((UNKNOWN, 0),)
    return (known, *_number(digits), *((("/", 0), *_number(more)) if more else ()))
