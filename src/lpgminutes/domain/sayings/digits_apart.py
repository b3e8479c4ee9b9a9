"""Figures whose digits stand apart: ``2 7 8``, ``2-7-8``, ``27 88 20``, ``two seven eight``, ``four one point six``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

_FEWEST = 3
"""Digits from which a row of single ones is a figure; two are a score, or a pair of Lots."""
_SURELY_ONE = 5
"""Digits from which a row is one figure, however they are parted: a list, a date and a paragraph number have fewer."""
_WORDS = {
    "zero": "0", "oh": "0", "nought": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
    "seven": "7", "eight": "8", "nine": "9", "point": ".",
}  # fmt: skip
_OF_LISTS = frozenset(",./\u00b7")
_NEXT = r"(?P=gap)(?:\.(?P=gap))?\d{1,3}"
_IN_DIGITS = re.compile(
    r"\d(?<![\w.,/-]\d)(?<!\d[\s_*|]\d)\d{0,2}(?P<gap> {1,3}| ?[-_*|,./\u00b7] ?)(?:\.(?P=gap))?\d{1,3}"
    rf"(?:{_NEXT})*(?![^\W_]|(?P=gap)\d|[.,/-]\d)"
)
_DIGIT = rf"(?:{'|'.join(word for word in _WORDS if word != 'point')}|\d)"
_IN_WORDS = re.compile(
    rf"(?<![^\W_])(?<!\d[\s,.-]){_DIGIT}(?P<gap>,?[\s-])(?:point(?P=gap))?{_DIGIT}"
    rf"(?:(?P=gap)(?:point(?P=gap))?{_DIGIT})+(?![^\W_]|[\s.,/-]\d)",
    re.IGNORECASE,
)
_TOKEN = re.compile(rf"{'|'.join(_WORDS)}|\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class DigitsApart:
    """A row of digits, read as one figure."""

    value: Decimal
    start: int
    end: int
    is_sure: bool
    """Whether it can hardly be a list, a range, a date or the number of a paragraph."""


@lru_cache(maxsize=4096)
def digits_apart(text: str) -> tuple[DigitsApart, ...]:
    """Return every row of digits in a folded text that may be one figure; what begins with a nought is a code."""
    return tuple(
        DigitsApart(value=Decimal(digits), start=match.start(), end=match.end(), is_sure=is_sure)
        for digits, match, is_sure in (*_written_in_digits(text), *_written_in_words(text))
        if digits.count(".") <= 1 and digits[0] != "0"
    )


def _written_in_digits(text: str) -> Iterator[tuple[str, re.Match[str], bool]]:
    for match in _IN_DIGITS.finditer(text):
        row, gap = match.group(), match["gap"]
        digits = row.replace(gap, "")
        are_single = re.search(r"\d\d", row) is None
        if len(digits) >= (_FEWEST if are_single else _SURELY_ONE):
            yield digits, match, are_single and (_OF_LISTS.isdisjoint(gap) or len(digits) >= _SURELY_ONE)


def _written_in_words(text: str) -> Iterator[tuple[str, re.Match[str], bool]]:
    for match in _IN_WORDS.finditer(text):
        row = match.group().lower()
        if any(map(str.isalpha, row)):
            digits = "".join(_WORDS.get(token, token) for token in _TOKEN.findall(row))
            yield digits, match, "," not in row or len(digits) >= _SURELY_ONE
