"""Ages as people say them: ``born 1972`` is ``aged 54`` in 2026, ``in her fifties``, and ``Year 10`` is 14 or 15."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from lpgminutes.domain.sayings.figures import Measure, figures_in
from lpgminutes.domain.sayings.saying import Saying
from lpgminutes.domain.sayings.written_dates import dates_in

_YEAR = r"(?P<year>(?:19|20)\d{2})(?!\w)"
_BORN = re.compile(
    r"\b(?:born|birth|DOB|d\.?o\.?b\.?|ganed|ganwyd)\b[^\w;!?]{1,3}"
    rf"(?:\w{{1,30}}[^\w;!?]{{1,3}}){{0,3}}?(?:\d{{1,2}}[^\w;!?]{{1,3}}){{0,2}}{_YEAR}",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:\baged?|\bage\sof|\b(?:turns?|turned|turning)|\bwill\sbe|\b(?:is|was|are)(?:\snow)?(?=\s\d+[\s-]year)|\boed|(?:\bat|\bby|\bfrom|\bretired\sat)(?:\sthe\sage\sof)?)\s\Z",
    re.IGNORECASE,
)
_SURELY_BEFORE = re.compile(r"(?:\baged?|\bage\sof|\b(?:turns?|turned|turning)|\boed)\s\Z", re.IGNORECASE)
_AFTER = re.compile(r"[\s-]years?[\s-](?:old|of\sage)(?![^\W_])|\s?(?:yo|y/o)(?![^\W_])", re.IGNORECASE)
_IN = re.compile(r"\sin\s(?P<year>(?:19|20)\d{2})(?!\w)")
_WILL_BE = re.compile(r"\bwill\sbe\s\Z", re.IGNORECASE)
_THINGS_AFTER = re.compile(r"\s(?!in\b|on\b|and\b|when\b|by\b|next\b|this\b|soon\b|or\b)[\w]", re.IGNORECASE)
_COMING = re.compile(r"(?:\bturns?|\bturning|\bwill\sbe)\s\Z", re.IGNORECASE)
_NEXT_YEAR = re.compile(r"\A[\s,]*(?:\w+\s){0,2}next\s(?:year|January|February|March|April|May|June)\b", re.IGNORECASE)
_TENS = {
    "teens": 10, "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90,
}  # fmt: skip
_OF_TENS = {"teenage": 10, "quinquagenarian": 50, "sexagenarian": 60, "septuagenarian": 70, "octogenarian": 80,
            "nonagenarian": 90, "centenarian": 100}  # fmt: skip
_DECADE = re.compile(
    rf"\b(?:his|her|their|your|ei|my)\s(?:early|mid|middle|late)?[\s-]?(?P<tens>{'|'.join(_TENS)}|\d0s)\b"
    rf"|\b(?P<of>{'|'.join(_OF_TENS)})r?s?\b",
    re.IGNORECASE,
)
_PUPIL = re.compile(
    r"(?<![^\W_])(?:(?:Year|Yr|Blwyddyn)\s?|Y)(?P<group>\d{1,2})\s(?:pupil|student|child|boy|girl|learner)(?![^\W_])"
    r"|\b(?:disgybl|plentyn|(?:pupil|student|child|boy|girl|learner)\sin)\s(?:Year|Yr|Blwyddyn)\s?(?P<behind>\d{1,2})(?!\w)"
)
_SINCE = re.compile(r"(?:\w+\s)?(?:in\s|since\s|from\s)?(?P<year>(?:19|20)\d\d)")
_SERVED = re.compile(
    r"(?<![\w.,-])(?P<many>\d{1,2})\syears'?\s(?:of\s(?:\w+\s)?)?(?:service|employment|membership|ago|earlier|in\s(?:post|office))\b",
    re.IGNORECASE,
)
"""How long somebody has been somewhere, which tells since which year."""
_OF_A_GROUP = 4
"""Years from the number of a school year to the younger of its two ages."""
_SCHOOL = range(4, 19)
_LEAST_YEARS = 3
"""Years before a meeting from which a withheld day may be that of a birth."""
_OLDEST = 110


@lru_cache(maxsize=4096)
def said_ages_in(text: str, on: date | None) -> tuple[Saying, ...]:
    """Return every age and year of birth that a folded text names, as at a day."""
    return tuple(_found(text, on))


def births_in(text: str, on: date | None) -> tuple[Saying, ...]:
    """Return what a withheld text says of an age; a day that is long past may be that of a birth."""
    if found := said_ages_in(text, on):
        return found
    if since := _SINCE.fullmatch(text):
        return (Saying(says=frozenset({f"since {since['year']}"}), start=0, end=len(text)),)
    days = [day for day in dates_in(text) if on and _LEAST_YEARS < on.year - day.year < _OLDEST]
    return tuple(
        Saying(says=frozenset({_born(day.year)}), gives=_tens_of(_age_on(day, on)), start=0, end=len(text))
        for day in days
        if on
    )


def _found(text: str, on: date | None) -> Iterator[Saying]:
    for match in _BORN.finditer(text):
        year = int(match["year"])
        ages = (on.year - year - 1, on.year - year) if on else ()
        gives = frozenset[str]().union(*map(_tens_of, ages))
        yield Saying(says=frozenset({_born(year)}), gives=gives, start=match.start("year"), end=match.end())
    for figure in figures_in(text):
        may_be_one = figure.measure is Measure.PLAIN and figure.step == 1 and figure.value < _OLDEST
        if may_be_one and (end := _end_of_age(text, figure.start, figure.end)):
            yield _aged(text, int(figure.value), (figure.start, end), on)
    for match in _SERVED.finditer(text) if on else ():
        says = {f"since {on.year - int(match['many']) - more}" for more in (0, 1)} if on else set[str]()
        yield Saying(says=frozenset(says), start=match.start(), end=match.end())
    for match in _DECADE.finditer(text):
        tens = _OF_TENS[match["of"].lower()] if match["of"] else _TENS.get(match["tens"].lower(), 0)
        tens = tens or int(match["tens"][:-1])
        yield Saying(says=frozenset({f"tens {tens}"}), start=match.start(), end=match.end())
    for match in _PUPIL.finditer(text):
        group = int(match["group"] or match["behind"])
        yield Saying(says=frozenset({f"group {group}"}), start=match.start(), end=match.end())


def _end_of_age(text: str, start: int, end: int) -> int:
    """Return where an age ends that begins with a figure; nought where it is none."""
    after = _AFTER.match(text, end)
    if after:
        return after.end()
    before = text[max(start - 30, 0) : start]
    if _SURELY_BEFORE.search(before):
        return end
    return end if _BEFORE.search(before) and _WILL_BE.search(before) and not _THINGS_AFTER.match(text, end) else 0


def _aged(text: str, age: int, span: tuple[int, int], on: date | None) -> Saying:
    start, end = span
    before = text[max(start - 30, 0) : start]
    in_year = _IN.match(text, end)
    says = {f"age {age}"}
    year = int(in_year["year"]) if in_year else on.year if on else None
    if _COMING.search(before) and year is not None:
        year += bool(_NEXT_YEAR.match(text[end : end + 40])) and not in_year
        says = {_born(year - age)}
    elif year is not None:
        says |= {_born(year - age), _born(year - age - 1)}
    groups = {f"group {age - _OF_A_GROUP}", f"group {age - _OF_A_GROUP - 1}"} if age in _SCHOOL else set[str]()
    return Saying(says=frozenset(says), gives=_tens_of(age) | groups, start=start, end=end)


def _born(year: int) -> str:
    return f"born {year}"


def _tens_of(age: int) -> frozenset[str]:
    return frozenset({f"tens {age // 10 * 10}"})


def _age_on(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
