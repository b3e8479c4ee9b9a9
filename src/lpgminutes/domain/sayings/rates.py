"""What is paid for a time, and how much of a week is worked: ``£3,000 a month``, ``£36,000 pa``; ``0.6 FTE``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from lpgminutes.domain.sayings.figures import Measure, figures_in

_TIMES_A_YEAR = {"day": 260, "week": 52, "fortnight": 26, "month": 12, "quarter": 4, "year": 1, "annum": 1}
_PER = re.compile(
    rf"\s?(?:/|(?:per|an?|each|every|for\s(?:the|a|each|every))\s)(?P<unit>{'|'.join(_TIMES_A_YEAR)})(?![^\W_])"
    r"|\s?(?P<short>p\.?a\.?|p\.?c\.?m\.?|pw|pd)(?![^\W_])|\s(?P<adverb>daily|weekly|monthly|quarterly|annually|yearly)(?![^\W_])",
    re.IGNORECASE,
)
_SHORT = {"pa": "year", "pcm": "month", "pw": "week", "pd": "day"}
_ADVERBS = {
    "daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter", "annually": "year", "yearly": "year",
}  # fmt: skip
_BEFORE = re.compile(
    r"\b(?P<adjective>daily|weekly|monthly|quarterly|annual|yearly)\s(?:\w+\s){1,3}(?:of|is|was|at|,)\s\Z",
    re.IGNORECASE,
)
_FULL_TIME = re.compile(r"\s?(?:F\.?T\.?E|W\.?T\.?E)(?![^\W_])")
_DAYS = re.compile(r"\sdays?\s(?:a|per|each|every)\s?week(?![^\W_])", re.IGNORECASE)
_WORKING_DAYS = 5
_SLACK = Decimal(12)
"""Pounds of a year within which a monthly sum was rounded."""
_LEAST_A_YEAR = 5_000
"""Pounds from which a sum without a time may be that of a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidRate:
    """A pay or a part of full time that a text names."""

    sort: str
    worth: Decimal
    """Pounds of a year, or the part of a week."""
    start: int
    end: int

    def may_be(self, other: "SaidRate", /) -> bool:
        """Whether two rates come to the same."""
        slack = _SLACK if self.sort == "pay" else 0
        return self.sort == other.sort and abs(self.worth - other.worth) <= slack

    @property
    def is_sure(self) -> bool:
        """Whether it can mean one thing alone: never, for much comes to as much."""
        return False


@lru_cache(maxsize=4096)
def said_rates_in(text: str) -> tuple[SaidRate, ...]:
    """Return every pay for a time, and every part of full time, that a folded text names."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[SaidRate]:
    for figure in figures_in(text):
        if figure.measure is Measure.MONEY and (said := _time_of(text, figure.start, figure.end)):
            unit, end = said
            worth = figure.value * _TIMES_A_YEAR[unit]
            yield SaidRate(sort="pay", worth=worth, start=figure.start, end=end)
        elif figure.measure is Measure.PLAIN and figure.value:
            full, days = _FULL_TIME.match(text, figure.end), _DAYS.match(text, figure.end)
            if full and figure.value < 1:
                yield SaidRate(sort="time", worth=figure.value, start=figure.start, end=full.end())
            elif days and figure.value < _WORKING_DAYS:
                worth = figure.value / _WORKING_DAYS
                yield SaidRate(sort="time", worth=worth, start=figure.start, end=days.end())


def held_rates_in(text: str) -> tuple[SaidRate, ...]:
    """Return the rates that a withheld text names; a sum that is all of it may be that of a year."""
    if found := said_rates_in(text):
        return found
    sums = [one for one in figures_in(text) if one.measure is Measure.MONEY]
    if len(sums) == 1 and sums[0].value >= _LEAST_A_YEAR:
        return (SaidRate(sort="pay", worth=sums[0].value, start=sums[0].start, end=sums[0].end),)
    return ()


def _time_of(text: str, start: int, end: int) -> tuple[str, int] | None:
    if match := _PER.match(text, end):
        adverb, short = (match["adverb"] or "").lower(), (match["short"] or "").lower().replace(".", "")
        unit = (match["unit"] or "").lower() or _SHORT.get(short, "") or _ADVERBS[adverb]
        return unit, match.end()
    if before := _BEFORE.search(text[max(start - 40, 0) : start]):
        return _ADVERBS.get(before["adjective"].lower(), "year"), end
    return None
