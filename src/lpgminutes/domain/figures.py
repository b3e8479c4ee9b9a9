"""Figures as people write them, and what they are worth: ``£278,820``, ``1.278.820``, ``£279k``, ``forty per cent``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import lru_cache

_TIMES = {
    "k": 3, "thousand": 3, "grand": 3, "thou": 3, "m": 6, "mn": 6, "mil": 6, "mill": 6, "million": 6, "bn": 9,
    "billion": 9, "tn": 12, "trillion": 12,
}  # fmt: skip
_MULTIPLE = "|".join(sorted(_TIMES, key=len, reverse=True))
_TO_NINETEEN = (
    "nought one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TO_NINETY = "twenty thirty forty fifty sixty seventy eighty ninety"
_YEAR = 4
_LONGEST = 40
"""Digits past which a row of them is no figure."""
_UNITS = {word: value for value, word in enumerate(_TO_NINETEEN.split())} | {"zero": 0, "nil": 0}
_TENS = {word: value for value, word in zip(range(20, 100, 10), _TO_NINETY.split(), strict=True)}
_VULGAR = {"1\u20442": Decimal("0.5"), "1\u20444": Decimal("0.25"), "3\u20444": Decimal("0.75")}
_SCALES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_SMALL = {**_UNITS, **_TENS, "dozen": 12}
_NUMBER_WORD = "|".join(sorted([*_SMALL, *_SCALES, "hundred"], key=len, reverse=True))
_SIGN = r"(?:(?P<sign>[\u00a3$\u20ac]|(?<![^\W\d_])(?:GBP|EUR|USD))\s?)?"
_AFTER = r"(?:\s?(?P<per>%|per\s?cent)|\s(?P<money>pounds?|GBP|sterling))?(?![^\W\d_])"
_POINT = r"[.\u00b7]"
_GROUPED = rf"\d{{1,3}}(?:(?:[,\s'_]\d{{3}})+(?:{_POINT}\d+)?|(?:\.\d{{3}}){{2,}})"
_NUMBER = rf"(?:{_GROUPED}|\d+(?:{_POINT}\d+)?)"
_IN_DIGITS = re.compile(
    rf"{_SIGN}(?<![\w.,/:-])(?:(?P<whole>\d{{0,6}})\s?(?P<part>1\u2044[24]|3\u20444)|(?P<digits>{_NUMBER}))"
    rf"(?![\d/]|[.,:]\d|-\d\d-)(?:\s?(?P<times>{_MULTIPLE})(?![^\W\d_]))?{_AFTER}",
    re.IGNORECASE,
)
_RANGE = re.compile(
    rf"{_SIGN}(?<![\w.,/:-])(?P<low>{_NUMBER})(?:\s?(?P<low_times>{_MULTIPLE})(?![^\W\d_]))?(?:\s?-\s?|\sto\s)"
    rf"(?P<to>[\u00a3$\u20ac]\s?)?(?P<high>{_NUMBER})(?![\d/-]|[.,:]\d)"
    rf"(?:\s?(?P<times>{_MULTIPLE})(?![^\W\d_]))?{_AFTER}",
    re.IGNORECASE,
)
"""Two figures of which one says for both what they count: ``\u00a35-6m``, ``10-12%``."""
_IN_WORDS = re.compile(
    rf"(?<![^\W_])(?P<words>(?:(?:an?\s)?(?:{_NUMBER_WORD}))(?:(?:[\s-]+(?:and\s)?|,\s)(?:{_NUMBER_WORD}))*+"
    rf"(?:\spoint(?:\s(?:{'|'.join(_UNITS)}))+(?:\s(?P<scale>{'|'.join(_SCALES)}))?)?)(?![^\W_])"
    rf"(?:\s(?P<times>grand|mill?)(?![^\W\d_]))?{_AFTER}",
    re.IGNORECASE,
)


_FRACTION = r"(?P<part>half|quarter|three[\s-]quarters)"
_SCALE = rf"(?P<scale>{'|'.join(_SCALES)})"
_IN_FRACTIONS = re.compile(
    rf"(?<![^\W_])(?:(?P<words>(?:{_NUMBER_WORD})(?:[\s-]+(?:and\s)?(?:{_NUMBER_WORD}))*?|\d+)\sand\s(?:an?\s)?{_FRACTION}\s"
    rf"{_SCALE}|(?:an?\s)?{_FRACTION.replace('part', 'only')}(?:\sof)?\san?\s{_SCALE.replace('scale', 'of')}"
    rf"|an?\s{_SCALE.replace('scale', 'one')}\sand\sa\s{_FRACTION.replace('part', 'more')})(?![^\W_]){_AFTER}",
    re.IGNORECASE,
)
"""``one and a half million``, ``half a million``, ``a million and a half``."""
_FRACTIONS = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "three quarters": Decimal("0.75")}


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
    """Return every figure of a folded text, in digits and in words; of a range both."""
    found: list[Figure] = []
    for figures in (_of_ranges(text), _in_fractions(text), _written_in_digits(text), _written_in_words(text)):
        surer = tuple(found)
        found += (one for one in figures if all(one.end <= other.start or other.end <= one.start for other in surer))
    return tuple(sorted(found, key=lambda figure: figure.start))


def _of_ranges(text: str) -> Iterator[Figure]:
    for match in _RANGE.finditer(text):
        low, high, times = match["low"], match["high"], match["times"]
        is_day_or_year = low[0] == "0" or high[0] == "0" or (len(low) == _YEAR and low.isdigit() and not match["sign"])
        if is_day_or_year or max(len(low), len(high)) > _LONGEST:
            continue
        ends = match.end("low_times" if match["low_times"] else "low"), match.start("to" if match["to"] else "high")
        yield _figure(match, *_worth(low, match["low_times"] or times), span=(match.start(), ends[0]))
        yield _figure(match, *_worth(high, times), span=(ends[1], match.end()))


def _in_fractions(text: str) -> Iterator[Figure]:
    for match in _IN_FRACTIONS.finditer(text):
        scale = Decimal(_SCALES[(match["scale"] or match["of"] or match["one"]).lower()])
        fraction = _FRACTIONS[re.sub(r"[\s-]+", " ", (match["part"] or match["only"] or match["more"]).lower())]
        whole = 1 if match["more"] else 0
        if words := match["words"]:
            whole = int(words) if words.isdigit() else int(_value_of(words.lower(), 1)[0])
        step = scale / (10 if fraction * 10 % 1 == 0 else 100)
        yield _figure(match, (whole + fraction) * scale, step)


def _written_in_digits(text: str) -> Iterator[Figure]:
    for match in _IN_DIGITS.finditer(text):
        if match["part"]:
            times = Decimal(10) ** _TIMES.get((match["times"] or "").lower(), 0)
            part = _VULGAR[match["part"]]
            yield _figure(match, (int(match["whole"] or 0) + part) * times, times / 100)
        elif len(match["digits"]) <= _LONGEST:
            yield _figure(match, *_worth(match["digits"], match["times"]))


def _worth(written: str, times: str | None) -> tuple[Decimal, Decimal]:
    """Return what digits come to, and their last place."""
    digits = re.sub(r"[,\s'_]", "", written).replace("\u00b7", ".")
    digits = digits.replace(".", "") if digits.count(".") > 1 else digits
    scale = Decimal(10) ** _TIMES.get((times or "").lower(), 0)
    return Decimal(digits) * scale, scale / Decimal(10) ** len(digits.partition(".")[2])


def _written_in_words(text: str) -> Iterator[Figure]:
    for match in _IN_WORDS.finditer(text):
        value, step = _value_of(match["words"].lower(), _SCALES.get((match["scale"] or "").lower(), 1))
        times = Decimal(10) ** _TIMES.get((match["times"] or "").lower(), 0)
        yield _figure(match, value * times, step * times)


def _figure(match: re.Match[str], value: Decimal, step: Decimal, span: tuple[int, int] | None = None) -> Figure:
    start, end = span or match.span()
    steps = str(int(value / step))
    told = steps.rstrip("0")
    return Figure(
        value=value,
        measure=_measure(match),
        step=step,
        start=start,
        end=end,
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
