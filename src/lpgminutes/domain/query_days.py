"""Days as they are typed to filter a list: short, and always one reading.

A day without a year is the nearest one to today. Months, weeks and years are spans of days.
"""

import calendar
import datetime as dt
import re

from lpgminutes.domain.action_log.query import Span

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORTEST_NAME = 3
_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?", re.ASCII)
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?", re.ASCII)
_NAMED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ -]?([a-z]{3,9})[ -]?(\d{4}|\d{2})?", re.ASCII)
_MONTH = re.compile(r"([a-z]{3,9})[ -]?(\d{4}|\d{2})?", re.ASCII)
_YEAR = re.compile(r"(?:19|20)\d{2}", re.ASCII)
_SHIFT = re.compile(r"([+-]\d{1,4})([dwm]?)", re.ASCII)
_UNITS = {"": 1, "d": 1, "w": 7}
_WEEK = dt.timedelta(days=7)
_DAY = dt.timedelta(days=1)
_CENTURY = 2000


def read_days(written: str, *, today: dt.date) -> Span | None:
    """Return the days that are meant, or ``None`` when it is not written in one of these ways.

    ``2019-08-01``, ``1/8``, ``1/8/19``, ``1aug``, ``1 August 2019``, ``aug``, ``aug19``, ``2019-08``, ``2019``,
    ``today``, ``yesterday``, ``tomorrow``, ``fri`` (the coming one), ``thisweek``, ``lastmonth``, ``nextyear``,
    ``+7``, ``-2w``.
    """
    words = " ".join(written.casefold().replace(",", " ").split())
    try:
        return _relative(words, today) or _written(words, today)
    except (ValueError, OverflowError):
        return None


def _relative(words: str, today: dt.date) -> Span | None:
    near = {"today": 0, "yesterday": -1, "tomorrow": 1}
    if words in near:
        return _one(today + near[words] * _DAY)
    if (weekday := _place_of(words, _WEEKDAYS)) is not None:
        return _one(today + ((weekday - today.weekday()) % 7 or 7) * _DAY)
    if shift := _SHIFT.fullmatch(words):
        count, unit = int(shift[1]), shift[2]
        return _one(_months_on(today, count) if unit == "m" else today + count * _UNITS[unit] * _DAY)
    way = {"last": -1, "this": 0, "next": 1}.get(words[:4])
    return None if way is None else _period(words[4:].strip(), way, today)


def _period(unit: str, way: int, today: dt.date) -> Span | None:
    match unit:
        case "week":
            monday = today - today.weekday() * _DAY + way * _WEEK
            return Span(monday, monday + 6 * _DAY)
        case "month":
            first = _months_on(today.replace(day=1), way)
            return _month(first.year, first.month)
        case "year":
            return _year(today.year + way)
        case _:
            return None


def _written(words: str, today: dt.date) -> Span | None:
    if iso := _ISO.fullmatch(words):
        year, month = int(iso[1]), int(iso[2])
        return _one(dt.date(year, month, int(iso[3]))) if iso[3] else _month(year, month)
    if _YEAR.fullmatch(words):
        return _year(int(words))
    if slashed := _SLASHED.fullmatch(words):
        return _one(_day(int(slashed[1]), int(slashed[2]), slashed[3], today))
    if (named := _NAMED.fullmatch(words)) and (number := _month_number(named[2])):
        return _one(_day(int(named[1]), number, named[3], today))
    if (alone := _MONTH.fullmatch(words)) and (number := _month_number(alone[1])):
        return _month(_full_year(alone[2]) if alone[2] else _day(15, number, None, today).year, number)
    return None


def _day(day: int, month: int, year: str | None, today: dt.date) -> dt.date:
    """Return a day; without its year the nearest one to today."""
    if year:
        return dt.date(_full_year(year), month, day)
    near: list[dt.date] = []
    for candidate in (today.year - 1, today.year, today.year + 1):
        try:
            near.append(dt.date(candidate, month, day))
        except ValueError:  # 29 February
            continue
    return min(near, key=lambda one: abs(one - today))


def _full_year(written: str) -> int:
    return int(written) + (_CENTURY if len(written) == 2 else 0)  # noqa: PLR2004 - of two digits


def _month_number(written: str) -> int | None:
    place = _place_of(written, _MONTHS)
    return None if place is None else place + 1


def _place_of(written: str, names: tuple[str, ...]) -> int | None:
    """Return which of some names is meant by its first letters, three at least."""
    if len(written) < _SHORTEST_NAME:
        return None
    return next((place for place, name in enumerate(names) if name.startswith(written)), None)


def _months_on(day: dt.date, count: int) -> dt.date:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _one(day: dt.date) -> Span:
    return Span(day, day)


def _month(year: int, month: int) -> Span:
    return Span(dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1]))


def _year(year: int) -> Span:
    return Span(dt.date(year, 1, 1), dt.date(year, 12, 31))
