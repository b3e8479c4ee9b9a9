"""Days by their number in a month: ``the second Monday in May``, ``last Tuesday of June 2026``, ``last day of May``."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from lpgminutes.domain.sayings.written_months import month_named

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NTH = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": 0}
_NTH_WEEKDAY = re.compile(
    rf"(?<![^\W_])(?P<nth>{'|'.join(_NTH)})\s(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|)day)\s(?:in|of)\s"
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?:,?\s(?P<year>(?:19|20)\d\d))?(?![^\W_])",
    re.IGNORECASE,
)
_NEAR_MONTH = re.compile(
    rf"(?<![^\W_])(?P<nth>{'|'.join(_NTH)})\s(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|)day)\s(?:in|of)\s(?:the\s)?"
    r"(?:(?P<last>last|previous|preceding)|(?P<next>next|coming|following)|this|present|current)\smonth(?![^\W_])",
    re.IGNORECASE,
)
_BANK_HOLIDAY = re.compile(
    r"(?<![^\W_])(?:(?P<early>(?:early\s)?May(?:\sday)?)|(?P<spring>spring|late\sMay|Whitsun)|(?P<summer>(?:late\s)?summer|August))"
    r"\sbank\sholiday(?:\sMonday)?(?:,?\s(?P<year>(?:19|20)\d\d))?(?![^\W_])",
    re.IGNORECASE,
)
"""Those of England and Wales that are Mondays; that one was moved in some year is not known here."""
_A_WEEK, _MONTHS = 7, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class NthWeekday:
    """A weekday of a month, by its number; nought is the last."""

    nth: int
    weekday: int | None
    """``None`` for any day."""
    month: int
    year: int | None
    start: int
    end: int

    def in_year(self, year: int) -> date:
        """Return the day that it is in a year."""
        if self.weekday is None:
            return date(year, self.month, self.nth or monthrange(year, self.month)[1])
        if self.nth == 0:
            last = date(year, self.month, monthrange(year, self.month)[1])
            return last.replace(day=last.day - (last.weekday() - self.weekday) % _A_WEEK)
        first = date(year, self.month, 1)
        return first.replace(day=1 + (self.weekday - first.weekday()) % _A_WEEK + _A_WEEK * (self.nth - 1))

    def is_day(self, day: date) -> bool:
        """Whether it is a certain day; without its year, in that of the day."""
        return self.year in {None, day.year} and self.in_year(day.year) == day


@lru_cache(maxsize=4096)
def nth_weekdays_in(text: str) -> tuple[NthWeekday, ...]:
    """Return every weekday of a month that a folded text names by its number, and the bank holidays that are such."""
    lower = text.lower()
    is_numbered = "day in " in lower or "day of " in lower
    return (*(_numbered(text) if is_numbered else ()), *(_holidays(text) if "bank holiday" in lower else ()))


@lru_cache(maxsize=4096)
def near_months_days_in(text: str, held_on: date) -> tuple[NthWeekday, ...]:
    """Return every day of the month of a meeting, or of the one before or after it, that a text names by its number."""
    found = []
    for match in _NEAR_MONTH.finditer(text):
        months = held_on.year * _MONTHS + held_on.month - 1 + bool(match["next"]) - bool(match["last"])
        named = match["weekday"][:3].lower()
        day = NthWeekday(
            nth=_NTH[match["nth"].lower()],
            weekday=None if named == "day" else _WEEKDAYS.index(named),
            month=months % _MONTHS + 1,
            year=months // _MONTHS,
            start=match.start(),
            end=match.end(),
        )
        found.append(day)
    return tuple(found)


def _numbered(text: str) -> Iterator[NthWeekday]:
    for match in _NTH_WEEKDAY.finditer(text):
        named, month = match["weekday"][:3].lower(), month_named(match["month"])
        weekday = None if named == "day" else _WEEKDAYS.index(named)
        yield _day(match, _NTH[match["nth"].lower()], weekday, month)


def _holidays(text: str) -> Iterator[NthWeekday]:
    for match in _BANK_HOLIDAY.finditer(text):
        nth, month = (1, 5) if match["early"] else (0, 5) if match["spring"] else (0, 8)
        yield _day(match, nth, 0, month)


def _day(match: re.Match[str], nth: int, weekday: int | None, month: int) -> NthWeekday:
    year = int(match["year"]) if match["year"] else None
    return NthWeekday(nth=nth, weekday=weekday, month=month, year=year, start=match.start(), end=match.end())
