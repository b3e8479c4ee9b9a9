"""Withheld figures that the open figures beside them give: a rest, a sum, so many at a price, a share, with tax."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import combinations

from lpgminutes.domain.document import MinutesDocument, Place
from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity
from lpgminutes.domain.folding import fold
from lpgminutes.domain.locating import Located
from lpgminutes.domain.open_text import texts_of, with_marks
from lpgminutes.domain.sayings.figures import Figure, Measure, figures_in
from lpgminutes.domain.sayings.shares import perhaps_shares_in
from lpgminutes.domain.sayings.written_dates import days_in
from lpgminutes.domain.withheld_words import withheld_words

_TOTAL = re.compile(
    r"\b(?:totals?|totall?ing|in all|altogether|together|sum|of which|compris\w+|made up|combined|overall|split|"
    r"balance|closing|opening|left)\b",
    re.IGNORECASE,
)
_A_MONTH = re.compile(r"\b(?:months?|monthly|pcm|annual(?:ly)?|years?|yearly|annum)\b", re.IGNORECASE)
_HALF = re.compile(r"\b(?:half|halv\w+|twice|doubl\w+)\b", re.IGNORECASE)
_THRICE = re.compile(r"\b(?:trebl\w+|tripl\w+|three\stimes)\b", re.IGNORECASE)
TAX = re.compile(r"\bVAT\b")
VAT = Decimal("1.2")
"""The standard rate since 2011."""
_PENNY, _POUND = Decimal("0.01"), Decimal(1)
_MULTIPLES = (
    (TAX, VAT, "with or without VAT", _POUND),
    (_A_MONTH, Decimal(12), "by the month or the year", _POUND),
    (_HALF, Decimal(2), "halved or doubled", _PENNY),
    (_THRICE, Decimal(3), "times three", _PENNY),
)
"""What a sum is said to be of another: the words, how many times, how a reader is told, and how near it has to be."""
_WHOLE = Decimal(100)
_LEAST = 10
"""Figures under ten fit together by chance."""
_MOST_FIGURES, _MOST_OF_THREE = 16, 8
"""Figures in a minute past which some fit together by chance."""
_YEARS = range(1900, 2100)
_MOST_AT_A_PRICE = 1000


@dataclass(frozen=True, slots=True)
class _Way:
    """How a figure can be worked out."""

    words: str
    is_certain: bool = False


def computable(original: MinutesDocument, copy: MinutesDocument, located: Located) -> Iterator[Finding]:
    """Yield withheld figures that the open figures of the same minute give, or for sums those of the same item."""
    hidden: dict[str, dict[tuple[Decimal, Measure], str]] = {}
    for words, place in withheld_words(original, located.spans):
        for figure in figures_in(fold(words).text) if not days_in(words) else ():
            hidden.setdefault(place.minute, {}).setdefault((figure.value, figure.measure), words)
    for item in copy.items if hidden else ():
        said = {minute.number: list(texts_of(minute)) for minute in item.minutes}
        open_words = {number: fold(" ".join(map(with_marks, texts))).text for number, texts in said.items()}
        everything = " ".join(open_words.values())
        for number, texts in said.items():
            yield from _given(hidden.get(number, {}), open_words[number], everything, texts[0].place)


def _given(hidden: Mapping[tuple[Decimal, Measure], str], words: str, around: str, place: Place) -> Iterator[Finding]:
    for (value, measure), written in hidden.items():
        way = _way(value, measure, words, is_only=len(hidden) == 1)
        if way is None and measure is Measure.MONEY and value >= _MOST_AT_A_PRICE:
            way = _way_around(value, words, around)
        if way is not None:
            yield Finding(
                kind=FindingKind.SUM_COMPUTABLE,
                severity=Severity.GIVES_AWAY if way.is_certain else Severity.CHECK,
                text=written,
                places=(place,),
                explanation=f"It can be worked out: {way.words}",
            )


def _way(value: Decimal, measure: Measure, words: str, *, is_only: bool) -> _Way | None:
    """Return how a figure can be worked out from the open words of its minute, surest first."""
    alike = [figure.value for figure in _figures(words, measure)]
    plain = [figure.value for figure in _figures(words, Measure.PLAIN)]
    if is_only and value >= _LEAST and _TOTAL.search(words) and (way := _of_all(value, alike or plain)):
        return way
    ways: list[Iterator[_Way]] = [_rest(value, measure, alike)]
    if value >= _LEAST and measure is Measure.MONEY:
        ways += [_of_two(value, alike), _of_three(value, alike), _by_price(value, alike, plain)]
    if value >= _LEAST and measure is not Measure.PERCENT:
        ways += [_of_share(value, alike, _shares(words)), _multiples(value, measure, alike, words)]
    return next((way for some in ways for way in some), None)


def _way_around(value: Decimal, words: str, around: str) -> _Way | None:
    """Return how a sum can be worked out from the sums of its item, and the shares of its own minute."""
    sums = [figure.value for figure in _figures(around, Measure.MONEY)]
    ways = _of_two(value, sums) if _TOTAL.search(around) else iter(())
    return next(ways, None) or next(_of_share(value, sums, _shares(words)), None)


def _shares(words: str) -> list[Decimal]:
    return [share.percent for share in perhaps_shares_in(words)[:_MOST_FIGURES]]


@lru_cache(maxsize=1024)
def _figures(words: str, measure: Measure) -> tuple[Figure, ...]:
    found = [one for one in figures_in(words) if one.measure is measure and one.value]
    kept = [one for one in found if not (measure is Measure.PLAIN and one.step == 1 and one.value in _YEARS)]
    return tuple(kept[:_MOST_FIGURES])


def _of_all(value: Decimal, others: Sequence[Decimal]) -> _Way | None:
    total, rest = max(others, default=Decimal(0)), sum(others) - max(others, default=Decimal(0))
    if len(others) > 1 and total - rest == value:
        return _Way("the other figures of this minute leave it over from the total.", is_certain=True)
    if len(others) > 1 and total + rest == value:
        return _Way("it is the sum of the other figures of this minute.", is_certain=True)
    return None


def _rest(value: Decimal, measure: Measure, others: Sequence[Decimal]) -> Iterator[_Way]:
    """Yield that all the others come to it, or leave it over from one of them or from a hundred per cent."""
    if measure is Measure.PERCENT and len(others) > 1 and sum(others) + value == _WHOLE:
        yield _Way("the other shares of this minute leave it over of a hundred per cent.")
    total, everything = max(others, default=Decimal(0)), sum(others)
    if len(others) > 1 and 2 * total - everything == value:
        yield _Way("the other figures of this minute leave it over from the largest of them.")
    if len(others) > 1 and everything == value >= _LEAST:
        yield _Way("the other figures of this minute come to it.")


def _of_two(value: Decimal, others: Iterable[Decimal]) -> Iterator[_Way]:
    known = Counter(figure for figure in others if figure != value)
    for one in known:
        if known[one - value] > (one == one - value):
            yield _Way(f"{_shown(one)} less {_shown(one - value)}.")
        if known[value - one] > (one == value - one):
            yield _Way(f"{_shown(one)} and {_shown(value - one)}.")


def _of_three(value: Decimal, others: Sequence[Decimal]) -> Iterator[_Way]:
    if 2 < len(others) <= _MOST_OF_THREE:  # noqa: PLR2004 - there are three of them
        for one, other in combinations(others, 2):
            third = one + other - value
            if third in others and third not in {one, other}:
                yield _Way(f"{_shown(one)} and {_shown(other)}, less {_shown(third)}.")


def _by_price(value: Decimal, others: Iterable[Decimal], counts: Sequence[Decimal]) -> Iterator[_Way]:
    known = {count for count in counts if 1 < count <= _MOST_AT_A_PRICE}
    for price in others if known else ():
        if value / price in known:
            yield _Way(f"{_shown(value / price)} times {_shown(price)}.")


def _of_share(value: Decimal, others: Iterable[Decimal], shares: Sequence[Decimal]) -> Iterator[_Way]:
    for other in others:
        for share in shares:
            part = other * share / _WHOLE
            if any(abs(given - value) <= _PENNY for given in (part, other + part, other - part)):
                yield _Way(f"{_shown(other)} and {_shown(round(share, 2))} per cent.")


def _multiples(value: Decimal, measure: Measure, others: Sequence[Decimal], words: str) -> Iterator[_Way]:
    for pattern, factor, how, near in _MULTIPLES:
        # A sum is rounded to the pound; what is counted is so many times as many or not.
        slack = near if measure is Measure.MONEY else _PENNY
        for other in others if pattern.search(words) else ():
            if other != value and (abs(other * factor - value) <= slack or abs(other / factor - value) < slack):
                yield _Way(f"{_shown(other)} {how}.")


def _shown(figure: Decimal) -> str:
    return f"{figure.normalize():,f}"
