"""Quarters, halves, terms and financial years as people say them: ``Q1 2026/27`` is ``April to June 2026``."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from lpgminutes.domain.sayings.saying import Saying
from lpgminutes.domain.sayings.written_months import month_named

_NUMBERS = {
    "1": 1, "one": 1, "first": 1, "1st": 1, "cyntaf": 1, "2": 2, "two": 2, "second": 2, "2nd": 2, "latter": 2, "ail": 2,
    "3": 3, "three": 3, "third": 3, "3rd": 3, "trydydd": 3, "4": 4, "four": 4, "fourth": 4, "4th": 4, "last": 4,
    "final": 4, "pedwerydd": 4,
}  # fmt: skip
_TERMS = {
    "autumn": (9, 4), "michaelmas": (9, 4), "hydref": (9, 4), "spring": (1, 4), "lent": (1, 4), "hilary": (1, 4),
    "gwanwyn": (1, 4), "summer": (4, 4), "trinity": (4, 4), "haf": (4, 4),
}  # fmt: skip
_MONTH = (
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)(?![^\W_])|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?![^\W_])(?:\.(?=\s[a-z\d]))?)"
)
_FULL = r"(?:19|20)\d\d"
_OF_A_YEAR = (
    r"(?:,?\s(?:(?:of|in|o)\s)?(?:the\s)?(?:(?:financial|fiscal)\syear\s|FY\s?)?"
    rf"(?P<year>{_FULL}|\d\d(?=[/-]\d\d)|(?<=FY)\d\d)(?:[/-](?P<next>(?:20)?\d\d))?(?![\w%]|[/.,-]\d))?"
)
_PART = re.compile(
    rf"(?<![^\W_])(?:Q(?P<quarter>[1-4])|quarter\s(?P<numbered>[1-4]|one|two|three|four)"
    r"|(?P<nth>first|second|third|fourth|last|final|1st|2nd|3rd|4th)\squarter"
    r"|(?P<ail>ail|trydydd|pedwerydd)\schwarter|chwarter\s(?P<cyntaf>cyntaf)"
    r"|H(?P<half>[12])|(?P<other>first|second|1st|2nd|latter)\shalf|(?P<hanner>ail)\shanner"
    r"|(?P<term>autumn|michaelmas|spring|lent|hilary|summer|trinity)\sterm"
    r"|tymor\s(?:y\s|yr\s)?(?P<tymor>hydref|gwanwyn|haf))"
    rf"(?![^\W_]|-final){_OF_A_YEAR}",
    re.IGNORECASE,
)
_YEARS = re.compile(
    rf"(?<![\w/.,-])(?:(?:FY|financial\syear|fiscal\syear)\s?)?"
    rf"(?P<year>{_FULL}|(?<=FY)\d\d|(?<=FY\s)\d\d)[/-](?P<next>(?:20)?\d\d)(?![\w%]|[/.,-]\d)",
    re.IGNORECASE,
)
_ONE_YEAR = re.compile(rf"(?<![^\W_])FYE?\s?'?(?P<year>{_FULL}|\d\d)(?![\w%]|[/.,-]\d)")
_YEAR_TO = re.compile(
    r"(?<![^\W_])(?:year|FY|YE)(?:[\s-]end(?:ed|ing)?|\sto)\s(?:(?:at|on|to|in)\s)?"
    r"(?:the\s)?(?:3[01](?:st|th)?\s(?:of\s)?)?"
    rf"(?P<month>{_MONTH})\s(?P<year>{_FULL})(?!\w)",
    re.IGNORECASE,
)
_RANGE = re.compile(
    rf"(?<![^\W_])(?<!\d\s)(?<!(?:st|nd|rd|th)\s)(?:(?P<between>between)\s)?(?P<first>{_MONTH})(?:\s(?P<from>{_FULL}))?"
    rf"(?:\s?(?:to|-|until|through|(?P<and>and))\s?)(?P<last>{_MONTH})(?:,?\s(?P<year>{_FULL}))?(?![\w%])(?!\s\d)"
)
_OF_QUARTERS = {4: "quarter 1 2", 7: "quarter 2 3", 10: "quarter 3 4", 1: "quarter 4 1"}
"""By its first month, which quarter it is of a financial year, and which of a calendar year."""
_OF_HALVES = {4: "half 1", 10: "half 2", 1: "half 1", 7: "half 2"}
_A_YEAR, _A_HALF, _A_QUARTER = 12, 6, 3
_CENTURY, _SHORT = 100, 2


@lru_cache(maxsize=4096)
def said_periods_in(text: str) -> tuple[Saying, ...]:
    """Return every quarter, half, term, run of months and financial year that a folded text names."""
    parts = (*_parts(text), *_ranges(text), *_years_to(text))
    years = (year for year in _years(text) if not any(part.start <= year.start < part.end for part in parts))
    return (*parts, *years)


def _parts(text: str) -> Iterator[Saying]:
    for match in _PART.finditer(text):
        quarter = match["quarter"] or match["numbered"] or match["nth"] or match["ail"] or match["cyntaf"]
        half, term = match["half"] or match["other"] or match["hanner"], match["term"] or match["tymor"]
        year, is_financial = _year_of(match)
        if quarter:
            number = _NUMBERS[quarter.lower()]
            first = {3 * number + 1} if is_financial else {3 * number + 1, 3 * number - 2}
            yield _saying(match, year, first, _A_QUARTER, f"quarter {number}")
        elif half:
            number = _NUMBERS[half.lower()]
            first = {6 * number - 2} if is_financial else {6 * number - 2, 6 * number - 5}
            yield _saying(match, year, first, _A_HALF, f"half {number}")
        else:
            month, months = _TERMS[term.lower()]
            is_later = is_financial and month < _TERMS["autumn"][0]
            yield _saying(match, year, {month + _A_YEAR * is_later}, months, f"term {month}")


def _ranges(text: str) -> Iterator[Saying]:
    for match in _RANGE.finditer(text):
        if match["and"] and not match["between"]:
            continue
        first, last = month_named(match["first"]), month_named(match["last"])
        months = (last - first) % _A_YEAR + 1
        until = match["year"]
        year = int(match["from"] or 0) or (int(until) - (last < first) if until else None)
        named = [f"months {first} {months}"]
        if months == _A_QUARTER and first in _OF_QUARTERS:
            named += [f"quarter {number}" for number in _OF_QUARTERS[first].split()[1:]]
        elif months == _A_HALF and first in _OF_HALVES:
            named.append(_OF_HALVES[first])
        yield _saying(match, year, {first}, months, *named)


def _years_to(text: str) -> Iterator[Saying]:
    for match in _YEAR_TO.finditer(text):
        last = month_named(match["month"])
        yield _saying(match, int(match["year"]) - (last < _A_YEAR), {last % _A_YEAR + 1}, _A_YEAR)


def _years(text: str) -> Iterator[Saying]:
    for match in _YEARS.finditer(text):
        year, is_financial = _year_of(match)
        if year is not None and is_financial:
            yield _saying(match, year, {4}, _A_YEAR)
    for match in _ONE_YEAR.finditer(text):
        year = _full(match["year"])
        says = frozenset({_span(year, 4, _A_YEAR), _span(year - 1, 4, _A_YEAR)})
        yield Saying(says=says, start=match.start(), end=match.end())


def _year_of(match: re.Match[str]) -> tuple[int | None, bool]:
    """Return the year in which a period begins, and whether it is one that is written in two numbers."""
    if not match["year"]:
        return None, False
    year = _full(match["year"])
    if match["next"] is None:
        return year, False
    is_next = _full(match["next"]) == year + 1
    return (year, True) if is_next else (None, False)


def _saying(match: re.Match[str], year: int | None, first: Iterable[int], months: int, *named: str) -> Saying:
    start, end = match.span()
    if year is None:
        return Saying(says=frozenset(named), start=start, end=end)
    says = frozenset(_span(year, month, months) for month in first)
    return Saying(says=says, gives=frozenset(named), is_sure=len(says) == 1, start=start, end=end)


def _span(year: int, month: int, months: int) -> str:
    return f"{months} months from {year * _A_YEAR + month}"


def _full(year: str) -> int:
    return int(year) + (20 * _CENTURY if len(year) == _SHORT else 0)
