"""Figures as people write them, and what they are worth: ``£278,820``, ``1.278.820``, ``£279k``, ``forty per cent``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import lru_cache

_TIMES = {
    "k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "bn": 9, "billion": 9, "tn": 12, "trillion": 12,
}  # fmt: skip
_MULTIPLE = "|".join(sorted(_TIMES, key=len, reverse=True))
_TO_NINETEEN = (
    "nought one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TO_NINETY = "twenty thirty forty fifty sixty seventy eighty ninety"
_LONGEST = 40
"""Digits past which a row of them is no figure."""
_UNITS = {word: value for value, word in enumerate(_TO_NINETEEN.split())} | {"zero": 0, "nil": 0}
_TENS = {word: value for value, word in zip(range(20, 100, 10), _TO_NINETY.split(), strict=True)}
_SCALES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_SMALL = {**_UNITS, **_TENS, "dozen": 12}
_NUMBER_WORD = "|".join(sorted([*_SMALL, *_SCALES, "hundred"], key=len, reverse=True))
_SIGN = r"(?:(?P<sign>[\u00a3$\u20ac]|(?<![^\W\d_])(?:GBP|EUR|USD))\s?)?"
_AFTER = r"(?:\s?(?P<per>%|per\s?cent)|\s(?P<money>pounds?|GBP|sterling))?(?![^\W\d_])"
_POINT = r"[.\u00b7]"
_GROUPED = rf"\d{{1,3}}(?:(?:[,\s'_]\d{{3}})+(?:{_POINT}\d+)?|(?:\.\d{{3}}){{2,}})"
_IN_DIGITS = re.compile(
    rf"{_SIGN}(?<![\w.,/:-])(?P<digits>{_GROUPED}|\d+(?:{_POINT}\d+)?)(?![\d/]|[.,:]\d|-\d\d-)"
    rf"(?:\s?(?P<times>{_MULTIPLE})(?![^\W\d_]))?{_AFTER}",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(
    rf"(?<![^\W_])(?P<words>(?:(?:an?\s)?(?:{_NUMBER_WORD}))(?:(?:[\s-]+(?:and\s)?|,\s)(?:{_NUMBER_WORD}))*+"
    rf"(?:\spoint(?:\s(?:{'|'.join(_UNITS)}))+(?:\s(?P<scale>{'|'.join(_SCALES)}))?)?)(?![^\W_]){_AFTER}",
    re.IGNORECASE,
)


class Measure(Enum):
    """What a figure counts."""

    MONEY = "money"
    PERCENT = "per cent"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure in a text."""

    value: Decimal
    measure: Measure
    step: Decimal
    """The last place that is given: ``£279k`` is given to a thousand."""
    start: int
    end: int
    grain: Decimal
    """The place of its last digit that is no nought: ten thousand of ``£280,000``."""
    digits: int
    """How many digits of it tell something: two of ``£280,000``, five of ``£278,820``."""


@lru_cache(maxsize=4096)
def figures_in(text: str) -> tuple[Figure, ...]:
    """Return every figure of a folded text, in digits and in words."""
    return tuple(sorted([*_written_in_digits(text), *_written_in_words(text)], key=lambda figure: figure.start))


def _written_in_digits(text: str) -> Iterator[Figure]:
    for match in _IN_DIGITS.finditer(text):
        digits = re.sub(r"[,\s'_]", "", match["digits"]).replace("\u00b7", ".")
        digits = digits.replace(".", "") if digits.count(".") > 1 else digits
        if len(digits) > _LONGEST:
            continue
        times = Decimal(10) ** _TIMES.get((match["times"] or "").lower(), 0)
        places = len(digits.partition(".")[2])
        yield _figure(match, Decimal(digits) * times, times / Decimal(10) ** places)


def _written_in_words(text: str) -> Iterator[Figure]:
    for match in _IN_WORDS.finditer(text):
        value, step = _value_of(match["words"].lower(), _SCALES.get((match["scale"] or "").lower(), 1))
        yield _figure(match, value, step)


def _figure(match: re.Match[str], value: Decimal, step: Decimal) -> Figure:
    steps = str(int(value / step))
    told = steps.rstrip("0")
    return Figure(
        value=value,
        measure=_measure(match),
        step=step,
        start=match.start(),
        end=match.end(),
        grain=step * Decimal(10) ** (len(steps) - len(told)) if told else step,
        digits=max(len(told), 1),
    )


def _measure(match: re.Match[str]) -> Measure:
    named = match.groupdict()
    if named["per"]:
        return Measure.PERCENT
    return Measure.MONEY if named.get("sign") or named["money"] else Measure.PLAIN


def _value_of(words: str, scale: int) -> tuple[Decimal, Decimal]:
    """Return what number words come to, and their last place; ``scale`` is that of ``one point two million``."""
    whole, _, decimals = words.partition(" point ")
    total = group = 0
    for word in re.findall(r"[a-z]+", whole):
        if word == "hundred":
            group = max(group, 1) * 100
        elif word in _SCALES:
            total, group = total + max(group, 1) * _SCALES[word], 0
        else:
            group += _SMALL.get(word, 0)
    digits = "".join(str(_UNITS[word]) for word in decimals.split() if word in _UNITS)
    step = Decimal(scale) / Decimal(10) ** len(digits)
    return Decimal(f"{total + group}{digits}") * step, step
