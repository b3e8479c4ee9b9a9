"""Figures as people write them, and what they are worth: ``£278,820``, ``1.278.820``, ``£279k``, ``forty per cent``."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import lru_cache

from lpgminutes.domain.sayings.number_words import TO_TWENTY

_TIMES = {
    "k": 3, "thousand": 3, "grand": 3, "thou": 3, "m": 6, "mn": 6, "mil": 6, "mill": 6, "million": 6, "bn": 9,
    "billion": 9, "tn": 12, "trillion": 12,
}  # fmt: skip
_LOOSE_TIMES = ("grand", "thou", "mill", "mil")
_NO_STREET = r"(?!\s(?-i:[A-Z]))"
"""``12 Mill Lane`` and ``20 Grand Avenue`` are addresses."""
_MULTIPLE = "|".join(
    f"{times}{_NO_STREET if times in _LOOSE_TIMES else ''}" for times in sorted(_TIMES, key=len, reverse=True)
)
_TO_NINETY = "twenty thirty forty fifty sixty seventy eighty ninety"
_YEAR, _SHORT = 4, 3
_LONGEST = 40
"""Digits past which a row of them is no figure."""
_UNITS = {word: value for word, value in TO_TWENTY.items() if word != "twenty"} | {"zero": 0, "nil": 0}
_TENS = {word: value for value, word in zip(range(20, 100, 10), _TO_NINETY.split(), strict=True)}
_VULGAR = {"1\u20442": Decimal("0.5"), "1\u20444": Decimal("0.25"), "3\u20444": Decimal("0.75")}
_SCALES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_SMALL = {**_UNITS, **_TENS, "dozen": 12}
_NUMBER_WORD = "|".join(sorted([*_SMALL, *_SCALES, "hundred"], key=len, reverse=True))
_SIGN = r"(?:(?P<sign>[\u00a3$\u20ac]|(?<![^\W\d_])(?:GBP|EUR|USD))\s?)?"
_AFTER = r"(?:\s?(?P<per>%|per\s?cent|y\scant)|\s(?P<money>pounds?|GBP|sterling))?(?![^\W\d_])"
_POINT = r"[.\u00b7]"
_GROUPED = rf"\d{{1,3}}(?:(?:[,\s'_]\d{{3}})+(?:{_POINT}\d+)?|,\s\d{{3}}(?:,\s?\d{{3}})+|(?:\.\d{{3}}){{2,}})"
_NUMBER = rf"(?:{_GROUPED}|\d+(?:{_POINT}\d+)?)"
_IN_DIGITS = re.compile(
    rf"{_SIGN}(?<![\w.,/:-])(?:(?P<whole>\d{{0,6}})\s?(?P<part>1\u2044[24]|3\u20444)|(?P<digits>{_NUMBER}))"
    rf"(?![\d/]|[.,:]\d|-\d\d-)(?:\s?(?P<times>{_MULTIPLE})(?![^\W\d_]))?{_AFTER}",
    re.IGNORECASE,
)
_PENCE = re.compile(r"(?<![\w.,/-])(?P<pence>\d{1,3})(?:p|\s?pence)(?![\w-])")
_BOUND = (
    rf"(?:\d{{1,3}}(?:(?:[,\s'_]\d{{3}}(?!\d))++(?:{_POINT}\d++)?|(?:\.\d{{3}}(?!\d)){{2,}}+)|\d++(?:{_POINT}\d++)?)"
)
_RANGE = re.compile(
    rf"{_SIGN}(?<![\w.,/:\u2044-])(?<!\d[\s'_])(?P<low>{_BOUND})(?:\s?(?P<low_times>{_MULTIPLE})(?![^\W\d_]))?"
    rf"(?:(?P<dash>-)|\sto\s)(?P<to>[\u00a3$\u20ac]\s?)?(?P<high>{_BOUND})(?![\d/\u2044-]|[.,:]\d)"
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


_FRACTION = r"(?:half|quarter|three[\s-]quarters)"
_SCALE = rf"(?:{'|'.join(_SCALES)})"
_COUNTED = rf"(?P<words>(?:{_NUMBER_WORD})(?:[\s-]+(?:and\s)?(?:{_NUMBER_WORD})){{0,6}}?|\d{{1,6}})"
_IN_FRACTIONS = re.compile(
    rf"(?<![^\W_])(?:{_COUNTED}\sand\s(?:(?:an?\s)?(?P<part>{_FRACTION})\s(?P<scale>{_SCALE})|a\s(?P<bare>{_FRACTION}))"
    rf"|(?:an?\s)?(?P<only>{_FRACTION})(?:\sof)?\san?\s(?P<of>{_SCALE})"
    rf"|an?\s(?P<one>{_SCALE})\sand\sa\s(?P<more>{_FRACTION}))(?![^\W_]){_AFTER}",
    re.IGNORECASE,
)
"""``one and a half million``, ``two and a half``, ``half a million``, ``a million and a half``."""
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
    """Return every figure of a folded text, in digits and in words; those of a range in each way they may be meant."""
    fractions, digits = tuple(_in_fractions(text)), tuple(_written_in_digits(text))
    words = (one for one in _written_in_words(text) if not _overlaps(one, fractions) and not _is_within(one, digits))
    found = [*fractions, *digits, *words, *_in_pence(text)]
    known = {(one.start, one.value, one.measure) for one in found}
    found += (one for one in _of_ranges(text) if (one.start, one.value, one.measure) not in known)
    return tuple(sorted(found, key=lambda figure: figure.start))


def _overlaps(one: Figure, others: Sequence[Figure]) -> bool:
    """Whether a figure shares characters with one of others, which are in order and apart."""
    following = bisect_right(others, one.start, key=_end)
    return following < len(others) and others[following].start < one.end


def _is_within(one: Figure, others: Sequence[Figure]) -> bool:
    """Whether a figure is a part of one of others: the ``million`` of ``2.1 million``."""
    following = bisect_right(others, one.start, key=_end)
    return following < len(others) and others[following].start <= one.start and one.end <= others[following].end


def _end(figure: Figure) -> int:
    return figure.end


def _of_ranges(text: str) -> Iterator[Figure]:
    """Yield the figures of ranges; where the second may say for both what they count, the first comes in both ways."""
    for match in _RANGE.finditer(text):
        low, high, times, sign = match["low"], match["high"], match["times"], match["sign"] or match["to"]
        is_day_or_year = low[0] == "0" or high[0] == "0" or (len(low) == _YEAR and low.isdigit() and not sign)
        if is_day_or_year or max(len(low), len(high)) > _LONGEST:
            continue
        ends = match.end("low_times" if match["low_times"] else "low"), match.start("to" if match["to"] else "high")
        money = Measure.MONEY if match["sign"] else Measure.PLAIN
        yield _figure(*_worth(low, match["low_times"]), money, (match.start(), ends[0]))
        if len(low) <= _SHORT and not match["low_times"] and not (match["to"] and not match["sign"]):
            shared = (
                Measure.PERCENT if match["per"] and not match["sign"] else Measure.MONEY if match["money"] else money
            )
            if times or shared is not money:
                yield _figure(*_worth(low, times), shared, (match.start(), ends[0]))
        is_money = match["to"] or match["money"] or (match["sign"] and match["dash"])
        measure = Measure.PERCENT if match["per"] else Measure.MONEY if is_money else Measure.PLAIN
        yield _figure(*_worth(high, times), measure, (ends[1], match.end()))


def _in_fractions(text: str) -> Iterator[Figure]:
    for match in _IN_FRACTIONS.finditer(text):
        scale = Decimal(_SCALES.get((match["scale"] or match["of"] or match["one"] or "").lower(), 1))
        written = match["part"] or match["bare"] or match["only"] or match["more"]
        fraction = _FRACTIONS[re.sub(r"[\s-]+", " ", written.lower())]
        whole = 1 if match["more"] else 0
        if words := match["words"]:
            whole = int(words) if words.isdigit() else int(_value_of(words.lower(), 1)[0])
        step = scale / (10 if fraction * 10 % 1 == 0 else 100)
        yield _figure((whole + fraction) * scale, step, _measure(match), match.span())


def _written_in_digits(text: str) -> Iterator[Figure]:
    for match in _IN_DIGITS.finditer(text):
        if match["part"]:
            times = Decimal(10) ** _TIMES.get((match["times"] or "").lower(), 0)
            part = _VULGAR[match["part"]]
            value = (int(match["whole"] or 0) + part) * times
            yield _figure(value, times / 100, _measure(match), match.span())
        elif len(match["digits"]) <= _LONGEST:
            yield _figure(*_worth(match["digits"], match["times"]), _measure(match), match.span())


def _in_pence(text: str) -> Iterator[Figure]:
    for match in _PENCE.finditer(text):
        yield _figure(Decimal(int(match["pence"])) / 100, Decimal("0.01"), Measure.MONEY, match.span())


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
        yield _figure(value * times, step * times, _measure(match), match.span())


def _figure(value: Decimal, step: Decimal, measure: Measure, span: tuple[int, int]) -> Figure:
    steps = str(int(value / step))
    told = steps.rstrip("0")
    return Figure(
        value=value,
        measure=measure,
        step=step,
        start=span[0],
        end=span[1],
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
        elif word == "dozen":
            group = max(group, 1) * _SMALL[word]
        else:
            group += _SMALL.get(word, 0)
    digits = "".join(str(_UNITS[word]) for word in decimals.split() if word in _UNITS)
    step = Decimal(scale) / Decimal(10) ** len(digits)
    return Decimal(f"{total + group}{digits}") * step, step
