"""Dates as people write them: how we print one, and how to find one in a text."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WELSH_MONTHS = (
    "Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin",
    "Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth",
    "twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth",
    "twenty-sixth",
    "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first",
)  # fmt: skip
_ORDINAL = r"(?:\s?(?:st|nd|rd|th))?"
_GAP = r"[\s.,/-]*+(?:(?:day\s++)?of\b\s*+)?"
"""What may stand between a day and its month: ``1 August``, ``1st of August``, ``1st day of August``, ``1-Aug``."""
_COMING = r"(?:\s*+(?:-|/|&|,(?:\s*+(?:and|or))?+|and|or|to)\s*+\d{1,2}(?:\s?(?:st|nd|rd|th))?(?!\d)){0,6}"
"""The other days of ``1 and 2 August``, ``1-2 August`` or ``1, 8 and 15 August``."""
_ANY_MONTH = "|".join([*_MONTHS, "Sept", *(name[:3] for name in _MONTHS), *_WELSH_MONTHS])
_ANY_YEAR = r"(?P<year>(?:19|20)\d{2}|'\d{2})"
_DAY_FIRST = re.compile(
    rf"(?<!\w)(?<!\d[.,])(?P<day>\d{{1,2}}){_ORDINAL}{_GAP}(?P<month>{_ANY_MONTH})(?![^\W\d_])"
    rf"(?:[\s.,/-]*+{_ANY_YEAR}(?!\d))?",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"(?<!\w)(?<!\d\s)(?<!(?:st|nd|rd|th)\s)(?P<month>{_ANY_MONTH})\.?\s++(?:the\s+)?(?P<day>\d{{1,2}}){_ORDINAL}(?![\w:%]|[.,]\d)(?:,?\s++{_ANY_YEAR}(?!\d))?",
    re.IGNORECASE,
)
_ISO = re.compile(r"(?<![\w-])(?P<year>\d{4})(?P<sep>[-/.])(?P<month>\d{2})(?P=sep)(?P<day>\d{2})(?![\w-])")
_SLASHED = re.compile(
    r"(?<![\w/.-])(?P<day>\d{1,2})(?P<sep>[/.-])(?P<month>\d{1,2})(?P=sep)(?P<year>\d{4}|\d{2})(?![\w/-])"
)
_ISO_WEEK = re.compile(r"(?<![\w-])(?P<year>\d{4})-?W(?P<week>\d{2})-?(?P<weekday>[1-7])(?![\w-])", re.IGNORECASE)
"""A day by the week of its year: ``2019-W26-4`` is the Thursday of week 26."""
_ROMAN_MONTHS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_WITH_ROMAN_MONTH = re.compile(
    rf"(?<![\w/.-])(?P<day>\d{{1,2}})(?P<sep>[ /.-])(?P<month>{'|'.join(_ROMAN_MONTHS)})(?P=sep)"
    r"(?P<year>\d{4}|(?<! )\d{2})(?<! [ivx] \d{4})(?![\w/-])",
    re.IGNORECASE,
)
"""A day with the number of its month in Roman figures, as some write by hand: ``27.vi.2019``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenDay:
    """A day as a text gives it: perhaps without its year."""

    day: int
    month: int
    year: int | None = None

    def __str__(self) -> str:
        if self.year is None:
            return f"{self.day} {_MONTHS[self.month - 1]}"
        return long_date(date(self.year, self.month, self.day))


def long_date(day: date) -> str:
    """Return ``Thursday 27 June 2019``, in English whatever the machine's language."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """Return ``27 Jun 2019``."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


def weekday_date(day: date) -> str:
    """Return ``Thu 27 Jun 2019``."""
    return f"{_WEEKDAYS[day.weekday()][:3]} {short_date(day)}"


def when(day: date | None, start: time | None, end: time | None) -> str:
    """Return the date and times of a meeting as printed; empty when nothing is known."""
    hours = " to ".join(moment.strftime("%H:%M") for moment in (start, end) if moment is not None)
    return ", ".join(part for part in (long_date(day) if day else "", hours) if part)


def dates_in(text: str) -> tuple[date, ...]:
    """Return every full date written in a text, day first where only numbers are given."""
    return tuple(date(day.year, day.month, day.day) for day in days_in(text) if day.year is not None)


@lru_cache(maxsize=8192)
def days_in(text: str) -> tuple[WrittenDay, ...]:
    """Return every date written in a text, with its year or without any."""
    patterns = (_DAY_FIRST, _MONTH_FIRST, _ISO, _SLASHED, _WITH_ROMAN_MONTH)
    found = [_day(match) for pattern in patterns for match in pattern.finditer(text)]
    found += map(_day_of_week, _ISO_WEEK.finditer(text))
    return tuple(dict.fromkeys(day for day in found if day is not None))


def in_year(said: WrittenDay, year: int) -> date:
    """Return a day, of the year in question where it says none; a leap day of another year is its eve."""
    year = said.year or year
    return date(year, said.month, min(said.day, monthrange(year, said.month)[1]))


def no_such_day(text: str) -> str:
    """Return the sentence on a day that is written in a text and is none, ``31/2/2019``; empty where all are days."""
    for pattern in (_DAY_FIRST, _MONTH_FIRST, _ISO, _SLASHED):
        for match in pattern.finditer(text):
            day, month = int(match["day"]), _month_number(match["month"])
            if _day(match) is None and day and 1 <= month <= len(_MONTHS):
                digits = (match["year"] or "").lstrip("'")
                days = monthrange(int(digits) if len(digits) == 4 else _LEAP_YEAR, month)[1]  # noqa: PLR2004 - in full
                name = _MONTHS[month - 1]
                return f"There is no {day} {name}: {name} has {days} days."
    return ""


def forms_of(day: date) -> re.Pattern[str]:
    """Return a pattern for every usual written form of a date, with the year or without any."""
    return forms_of_day(WrittenDay(day=day.day, month=day.month, year=day.year))


@lru_cache(maxsize=256)
def forms_of_day(day: WrittenDay) -> re.Pattern[str]:
    """Return a pattern for every usual written form of a day; one given without its year is found in any."""
    number = rf"(?:0?{day.day}{_ORDINAL}|{_ORDINALS[day.day - 1].replace('-', '[ -]?')})"
    year = rf"(?:{day.year}|'?{day.year % 100:02d}(?!:))" if day.year else r"(?:(?:19|20)\d{2}|'?\d{2}(?!:))"
    full_year = str(day.year) if day.year else r"(?:19|20)\d{2}"
    roman = _ROMAN_MONTHS[day.month - 1]
    month = rf"{_month_pattern(day.month)}(?![^\W\d_])"
    tail = rf"(?:[\s.,/-]*+{year}(?!\w|-\d)|(?!\w)(?!,?\s+(?:19|20)\d{{2}}))"
    # In "see section 3. September 3rd" the day that belongs to the month is the one behind it.
    day_behind = rf"\.?\s++(?:the\s+)?{number}"
    written = rf"(?:{number}{_COMING}{_GAP}{month}(?!{day_behind}(?!\d))|{month}{day_behind}){tail}"
    # Digits alone are a date behind letters too, as in the name of a file: lpg_20190627.
    year_first = rf"{full_year}(?P<iso>[-/.]?){day.month:02d}(?P=iso){day.day:02d}"
    alone = (year_first, f"{day.day:02d}{day.month:02d}{full_year}", *_by_week(day))
    numeric = (
        rf"{full_year}(?P<bare>[-/.])0?{day.month}(?P=bare)0?{day.day}(?!\w)",
        rf"0?{day.day}(?P<sep>[/.-])0?{day.month}(?P=sep){year}(?!\w)",
        rf"0?{day.day}/0?{day.month}(?![\w/-]|\.\d|\s+of\b)",
        rf"0?{day.day}(?P<beside>[/.-]){roman}(?P=beside){year}(?!\w)",
        *((rf"0?{day.day} {roman} {full_year}(?!\w)",) if len(roman) > 1 else ()),
    )
    day_first = rf"(?<!\w)(?<!\d[.,])(?:{written}|(?<!\d[/.-])(?:{'|'.join(numeric)}))"
    return re.compile(rf"{day_first}|(?<!\d)(?<!\d[/.,-])(?:{'|'.join(alone)})(?!\d)", re.IGNORECASE)


def _by_week(day: WrittenDay) -> Iterator[str]:
    if day.year:
        year, week, weekday = date(day.year, day.month, day.day).isocalendar()
        yield f"{year}-?W{week:02d}-?{weekday}"


def _month_pattern(month: int) -> str:
    name = _MONTHS[month - 1]
    short = "Sept?" if month == 9 else name[:3]  # noqa: PLR2004 - September is cut in two ways
    return f"(?:{name}|{short}|{_WELSH_MONTHS[month - 1]})"


def _day(match: re.Match[str]) -> WrittenDay | None:
    written = match["year"]
    digits = written.lstrip("'") if written else ""
    year = int(digits) + (2000 if len(digits) == 2 else 0) if digits else None  # noqa: PLR2004 - of two digits
    day, month = int(match["day"]), _month_number(match["month"])
    try:
        date(year or _LEAP_YEAR, month, day)
    except ValueError:
        return None
    return WrittenDay(day=day, month=month, year=year)


def _day_of_week(match: re.Match[str]) -> WrittenDay | None:
    try:
        day = date.fromisocalendar(int(match["year"]), int(match["week"]), int(match["weekday"]))
    except ValueError:
        return None
    return WrittenDay(day=day.day, month=day.month, year=day.year)


_LEAP_YEAR = 2000


def _month_number(written: str) -> int:
    if written.isdigit():
        return int(written)
    if written.lower() in _ROMAN_MONTHS:
        return _ROMAN_MONTHS.index(written.lower()) + 1
    head = written[:3].lower()
    named = zip(_MONTHS, _WELSH_MONTHS, strict=True)
    return next(n for n, names in enumerate(named, start=1) if head in (name[:3].lower() for name in names))
