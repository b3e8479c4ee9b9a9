"""What stands in figures in a due phrase: ``12/8``, ``1st``, ``2wks``, ``Q2``, ``FY25/26``, ``5.30pm``."""

import re
from functools import lru_cache

from lpgminutes.domain.due_phrases.words import CLOSE, ENTRIES, UNKNOWN, Entry

Letters = tuple[Entry, ...]

_WORD: Letters = ((UNKNOWN, 0),)
FIGURES: Entry = (UNKNOWN, 1)
"""An unknown word with figures in it, which may be part of a date."""
_UNREADABLE: Letters = (FIGURES,)
_TIME: Letters = ((CLOSE, 1),)
_MARKS = {"/": "=", ".": ".", "-": "-"}
"""The letters of the marks inside a numeric date; a slash between words is another."""
_GLUED = re.compile(r"(\d+)([a-z]+)(\d*)")
_LED = re.compile(r"([^\W\d_]+?)(\d+)(?:/(\d+))?")
_NUMERIC = re.compile(r"(\d+)\s?([/.:-])\s?(\d+)(?:\s?([/.:-])\s?(\d+))?")
_CLOCK = re.compile(
    r"\d{1,2}[.:]\d\d(?:am|pm|hrs|hr|h|utc|z)|\d{1,2}:\d\d:\d\d"
    r"|\d{1,2}(?:[.:]\d\d)?-\d{1,2}(?:[.:]\d\d)?(?:am|pm)|\d{1,2}:\d\d-\d{1,2}:\d\d"
)
_MOMENT = re.compile(r"(?<=-\d\d)t\d\d:?\d\d.*")
"""The time in a moment as computers write it."""
_ON_THE_QUARTER = re.compile(r"(?:0[6-9]|1[0-8]|2[1-3])(?:00|15|30|45)")
"""Four figures that are an hour of the office: ``1700``; ``1900`` and ``2000`` are years."""
_ENDS_OF_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_ENDS_OF_TIMES = frozenset({"am", "pm", "noon"})
_SHORT_UNITS = {"d": "d", "w": "w", "m": "m", "y": "y", "h": "t"}
_COUNTABLE = "Mdtkwfmy"
COMPOUNDS = {
    "eow": "Ew", "eom": "Em", "eoq": "Eq", "eoy": "yE", "eofy": "Ez", "fye": "Ez", "midweek": "Dw", "midmonth": "Dm",
    "monthend": "Em", "yearend": "yE", "y/e": "yE",
}  # fmt: skip
_CENTURY = 2000
_DIGITS_OF_YEAR = 4
_DIGITS_OF_ISO = 8
_LAST_HOUR = 24
_LEAST_MINUTES = 13
"""A second number from here on is no month: ``5.30`` is a time."""


@lru_cache(maxsize=4096)
def letters_of(piece: str) -> Letters:
    """Return the letters of a piece that is no word of the vocabulary."""
    if piece in COMPOUNDS:
        return tuple((letter, 1) for letter in COMPOUNDS[piece])
    if piece[0] == "'":
        return (("Y", _CENTURY + int(piece[1:])),)
    if piece[0].isdecimal():
        return _number(piece) if piece.isdecimal() else _figures(piece)
    if _CLOCK.fullmatch(piece):
        return _TIME
    led = _LED.fullmatch(piece)
    return _led(*led.groups()) if led else _WORD


def _number(digits: str) -> Letters:
    if not digits.isascii():
        return _UNREADABLE
    if len(digits) < _DIGITS_OF_YEAR:
        return (("N", int(digits)),)
    if _ON_THE_QUARTER.fullmatch(digits):
        return _TIME
    if digits[:2] not in ("19", "20"):
        return _UNREADABLE
    if len(digits) == _DIGITS_OF_ISO:
        return (("Y", int(digits[:4])), ("-", 0), ("N", int(digits[4:6])), ("-", 0), ("N", int(digits[6:])))
    return (("Y", int(digits)),) if len(digits) == _DIGITS_OF_YEAR else _UNREADABLE


def _figures(piece: str) -> Letters:
    if _CLOCK.fullmatch(piece):
        return _TIME
    numbers = _NUMERIC.fullmatch(_MOMENT.sub("", piece))
    if numbers:
        return _separated(*numbers.groups())
    glued = _GLUED.fullmatch(piece)
    return _glued(*glued.groups()) if glued else _UNREADABLE


def _separated(first: str, mark: str, second: str, again: str | None, third: str | None) -> Letters:
    """Return the letters of two or three numbers with one mark between them."""
    if third is None:
        if _is_time(first, mark, second):
            return _TIME
        parts: tuple[str, ...] = (first, second)
    else:
        if again != mark or len(third) not in (2, 4):
            return _UNREADABLE
        parts = (first, second, third)
    letters = [_number(part) for part in parts]
    if mark == ":" or any(len(read) > 1 or read[0][0] == UNKNOWN for read in letters):
        return _UNREADABLE
    return tuple(entry for read in letters for entry in ((_MARKS[mark], 0), *read))[1:]


def _is_time(hours: str, mark: str, minutes: str) -> bool:
    if mark not in ":." or len(minutes) != 2 or int(hours) > _LAST_HOUR:  # noqa: PLR2004 - minutes have two digits
        return False
    return mark == ":" or int(minutes) == 0 or int(minutes) >= _LEAST_MINUTES


def _glued(digits: str, letters: str, more: str) -> Letters:
    """Return the letters of ``1st``, ``2wks``, ``5pm``, ``1aug19``."""
    if len(digits) == _DIGITS_OF_YEAR and letters in ("hrs", "h", "hours"):
        return _TIME
    if len(digits) >= _DIGITS_OF_YEAR or (more and letters not in ENTRIES):
        return _UNREADABLE
    if letters in _ENDS_OF_ORDINALS:
        return (("O", int(digits)),)
    if letters in _ENDS_OF_TIMES:
        return _TIME
    known = ENTRIES.get(letters) or ((_SHORT_UNITS[letters], 1) if letters in _SHORT_UNITS else None)
    if known is None or known[0] not in _COUNTABLE:
        return _UNREADABLE
    return (("N", int(digits)), known, *(_number(more) if more else ()))


def _led(word: str, digits: str, more: str | None) -> Letters:
    """Return the letters of ``q2``, ``h1``, ``fy25/26``, ``aug19``."""
    span = (("=", 0), *_number(more)) if more else ()
    if word in ("q", "qtr") and digits in ("1", "2", "3", "4"):
        return (("Q", int(digits)), *((("/", 0), *_number(more)) if more else ()))
    if word == "h" and digits in ("1", "2") and not more:
        return (("Z", int(digits)),)
    known = ENTRIES.get(word)
    if known is None or known[0] not in "Mz":
        return _UNREADABLE
    return (known, *_number(digits), *span)
