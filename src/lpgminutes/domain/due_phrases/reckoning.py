"""Reckoning with days: what is the end of a month, the next such day, Easter."""

import calendar
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple

from lpgminutes.domain.due_dates import NO_SUCH
from lpgminutes.domain.working_days import WorkingDays

DAYS_OF_WEEK = 7
MONTHS_OF_YEAR = 12
FRIDAY = 4
APRIL = 4
MONTH_NAMES = calendar.month_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When and where a phrase is said."""

    on: date
    working_days: WorkingDays
    next_meeting: date | None = None
    body: str = ""
    """The body's names, so that its own meetings are told from others'."""


class Period(NamedTuple):
    """A stretch of days, said as a whole: due on its last."""

    start: date
    end: date


class NoSuchDay(Exception):
    """A day that is in no calendar: the sentence says so."""


def day_of(year: int, month: int, day: int) -> date:
    """Return a day, or say why there is none."""
    if not 1 <= month <= MONTHS_OF_YEAR:
        raise NoSuchDay(f"{NO_SUCH}month {month}.")
    if not MINYEAR <= year <= MAXYEAR:
        raise NoSuchDay(f"{NO_SUCH}year {year}.")
    days = calendar.monthrange(year, month)[1]
    if not 1 <= day <= days:
        in_year = f" in {year}" if (month, day) == (2, 29) else ""
        raise NoSuchDay(f"{NO_SUCH}{day} {MONTH_NAMES[month]}{in_year}: {MONTH_NAMES[month]} has {days} days.")
    return date(year, month, day)


def ordinal(number: int) -> str:
    """Return ``1st``, ``2nd``, ``11th``."""
    teens = number // 10 % 10 == 1
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def full_year(year: int) -> int:
    """Return a year in four digits; two digits are of this century."""
    return year + 2000 if year < 100 else year  # noqa: PLR2004 - of two digits


def month_of(year: int, month: int) -> Period:
    """Return a month."""
    return Period(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def year_of(year: int) -> Period:
    """Return a calendar year."""
    return Period(date(year, 1, 1), date(year, MONTHS_OF_YEAR, 31))


def months_after(day: date, months: int) -> date:
    """Return the same day some months later; the last of the month where there is no such day."""
    year, month = divmod(day.year * MONTHS_OF_YEAR + day.month - 1 + months, MONTHS_OF_YEAR)
    if not MINYEAR <= year <= MAXYEAR:
        raise NoSuchDay("That is too far away to reckon with.")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def days_after(day: date, days: int) -> date:
    """Return the day some days later."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        raise NoSuchDay("That is too far away to reckon with.") from None


def monday_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def weekday_after(day: date, weekday: int) -> date:
    """Return the first such weekday after a day."""
    return day + timedelta(days=(weekday - day.weekday() - 1) % DAYS_OF_WEEK + 1)


def week_after(day: date, weeks: int) -> Period:
    """Return a week from Monday to Friday: a day's own for 0, the next for 1."""
    monday = days_after(monday_of(day), weeks * DAYS_OF_WEEK)
    return Period(monday, days_after(monday, FRIDAY))


def coming_month(on: date, month: int) -> Period:
    """Return the month of this name that has not ended."""
    return month_of(on.year + (month < on.month), month)


def quarter_of(on: date, quarters: int = 0) -> Period:
    """Return the quarter of a day, or one some quarters later."""
    months = (on.month - 1) // 3 * 3 - on.month + 1 + quarters * 3
    first = months_after(date(on.year, on.month, 1), months)
    return Period(first, month_of(*_year_month(months_after(first, 2))).end)


def financial_year(starting: int) -> Period:
    """Return the financial year that starts in April of a year."""
    return Period(date(starting, APRIL, 1), date(starting + 1, APRIL - 1, 31))


def financial_year_of(on: date) -> int:
    """Return the year in which the financial year of a day started."""
    return on.year - (on.month < APRIL)


def easter(year: int) -> date:
    """Return Easter Sunday, by the rule of the Gregorian calendar (Meeus, Jones and Butcher)."""
    century, in_century = divmod(year, 100)
    golden = year % 19
    leaps, rest = divmod(century, 4)
    moon = (19 * golden + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    fours, ones = divmod(in_century, 4)
    weekday = (32 + 2 * rest + 2 * fours - moon - ones) % DAYS_OF_WEEK
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _year_month(day: date) -> tuple[int, int]:
    return day.year, day.month
