"""Shares of a whole as people say them, as so many per cent: ``two thirds of``, ``one in five``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from functools import lru_cache
from itertools import pairwise

from lpgminutes.domain.sayings.figures import Measure, figures_in
from lpgminutes.domain.sayings.number_words import TO_TWENTY
from lpgminutes.domain.sayings.parts import OF_MANY, is_whole_then_part

_COUNTS = {word: count for word, count in TO_TWENTY.items() if count}
_PARTS = {
    "half": 2, "halve": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10,
}  # fmt: skip
_COUNT = rf"(?:{'|'.join(sorted(_COUNTS, key=len, reverse=True))}|\d{{1,3}})"
_FRACTION = re.compile(
    rf"(?<![^\W_])(?:(?P<some>an?|{_COUNT})[\s-])?(?P<part>{'|'.join(_PARTS)})(?:(?P<many>s)(?![^\W_])|(?=\s(?:of|the|is|was|will|more|less)\b|[\W_]*\Z))",
    re.IGNORECASE,
)
_ANY_FRACTION = re.compile(
    rf"(?<![^\W_])(?P<some>an?|{_COUNT})[\s-](?P<part>{'|'.join(_PARTS)})(?P<many>s)?(?![^\W_])", re.IGNORECASE
)
_RATIO = re.compile(
    rf"(?<![^\W_])(?P<some>{_COUNT})\s(?:in|out\sof|(?<=\d\s)of(?=\s\d))\s(?:every\s)?(?P<all>{_COUNT})(?![^\W_]|[.,]\d)",
    re.IGNORECASE,
)
_SCORE = re.compile(r"(?<![\w/.,])(?P<some>\d{1,3})/(?P<all>5|10|20|50|100)(?![\w/]|[.,]\d)")
_MOST_OF_MANY = 100_000
_IN_A_HUNDRED = re.compile(r"(?<![\w.,:/-])(?P<some>\d{1,2})(?P<sign>[:/])(?P<rest>\d{1,2})(?![\w:/-]|[.,]\d)")
"""Two shares that make up a whole: ``60:40``."""
_WELSH = {"hanner": 50, "chwarter": 25, "tri chwarter": 75, "traean": 33}
_IN_WELSH = re.compile(
    r"(?<![^\W_])(?P<part>tri\schwarter|hanner|chwarter|traean)\s(?=y\s|yr\s|o\s|o'r\s|ein\s)", re.IGNORECASE
)
_BASIS_POINTS = re.compile(r"(?<![\w.,])(?P<some>\d{1,4})\s?(?:basis\spoints?|bps)(?![^\W_])", re.IGNORECASE)
_WHOLE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidShare:
    """A share that a text names."""

    percent: Decimal
    start: int
    end: int

    def is_as_much_as(self, other: "SaidShare") -> bool:
        """Whether two shares are the same, or one is the other with fewer decimals: a third is 33 per cent.

        Decimals are rounded or cut off: two thirds are 66.7 per cent, or 66.6.
        """
        places = min(_decimals(self.percent), _decimals(other.percent))
        near, far = abs(self.percent - other.percent), Decimal(10) ** -places
        is_rounded = round(self.percent, places) == round(other.percent, places)
        return near < far and (is_rounded or (places > 0 and _cut(self.percent, places) == _cut(other.percent, places)))


def _cut(percent: Decimal, places: int) -> Decimal:
    return percent.quantize(Decimal(10) ** -places, rounding=ROUND_DOWN)


def _decimals(percent: Decimal) -> int:
    """Return how many decimals a share has."""
    exponent = percent.normalize().as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


@lru_cache(maxsize=4096)
def said_shares_in(text: str) -> tuple[SaidShare, ...]:
    """Return every share that a folded text names, in words or per cent."""
    return (*_percents(text), *_in_words(text), *_in_two_numbers(text))


@lru_cache(maxsize=4096)
def perhaps_shares_in(text: str) -> tuple[SaidShare, ...]:
    """Return what may be shares in a folded text, for somebody who then reckons: ``up by a fifth``, ``one in four``."""
    return (*_percents(text), *_fractions(_ANY_FRACTION, text), *_ratios(text))


def _percents(text: str) -> Iterator[SaidShare]:
    for figure in figures_in(text):
        if figure.measure is Measure.PERCENT:
            yield SaidShare(percent=figure.value, start=figure.start, end=figure.end)


def _in_words(text: str) -> Iterator[SaidShare]:
    yield from _fractions(_FRACTION, text)
    for match in _BASIS_POINTS.finditer(text):
        yield SaidShare(percent=Decimal(match["some"]) / _WHOLE, start=match.start(), end=match.end())
    yield from _ratios(text)


def _fractions(pattern: re.Pattern[str], text: str) -> Iterator[SaidShare]:
    for match in pattern.finditer(text):
        some, parts = _count(match["some"] or "a"), _PARTS[match["part"].lower()]
        if some < parts and (some > 1) is bool(match["many"]):
            yield SaidShare(percent=Decimal(some * _WHOLE) / parts, start=match.start(), end=match.end())


def _ratios(text: str) -> Iterator[SaidShare]:
    for match in (*_RATIO.finditer(text), *_SCORE.finditer(text)):
        some, everything = _count(match["some"]), _count(match["all"])
        if 0 < some < everything:
            yield SaidShare(percent=Decimal(some * _WHOLE) / everything, start=match.start(), end=match.end())


def _in_two_numbers(text: str) -> Iterator[SaidShare]:
    """Yield the shares that two numbers give: ``thirty of the forty``, ``of 120 patients, 36``, ``60:40``."""
    counts = [one for one in figures_in(text) if one.measure is Measure.PLAIN and one.step == 1]
    for one, other in pairwise(counts):
        is_part_first = OF_MANY.fullmatch(text, one.end, other.start) is not None
        if is_part_first or is_whole_then_part(text, one, other):
            some, many = (one, other) if is_part_first else (other, one)
            is_said = _RATIO.match(text, one.start)
            if not is_said and 0 < some.value < many.value < _MOST_OF_MANY:
                yield SaidShare(percent=some.value * _WHOLE / many.value, start=one.start, end=other.end)
    for match in _IN_A_HUNDRED.finditer(text):
        if int(match["some"]) + int(match["rest"]) == _WHOLE:
            yield SaidShare(percent=Decimal(match["some"]), start=match.start(), end=match.end())
    for match in _IN_WELSH.finditer(text):
        percent = _WELSH[" ".join(match["part"].lower().split())]
        yield SaidShare(percent=Decimal(percent), start=match.start(), end=match.end("part"))


def _count(written: str) -> int:
    word = written.lower()
    return int(word) if word.isdigit() else _COUNTS.get(word, 1)
