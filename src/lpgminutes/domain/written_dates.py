"""Dates as people write them: how we print one, and how to find one in a text."""

import re
from datetime import date, time
from functools import lru_cache

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ANY_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" if name[3:] else name for name in _MONTHS) + "|Sept"
_ORDINAL = r"(?:\s?(?:st|nd|rd|th))?"
_WRITTEN = re.compile(
    rf"(?<!\w)(?P<day>\d{{1,2}}){_ORDINAL}(?:\s+of)?\s+(?P<month>{_ANY_MONTH})\.?,?\s+(?P<year>\d{{4}})(?!\w)",
    re.IGNORECASE,
)
_ISO = re.compile(r"(?<![\w-])(\d{4})-(\d{2})-(\d{2})(?![\w-])")
_SLASHED = re.compile(r"(?<![\w/.-])(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})(?![\w/-])")


def long_date(day: date) -> str:
    """Return ``Thursday 27 June 2019``, in English whatever the machine's language."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """Return ``27 Jun 2019``."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


def when(day: date | None, start: time | None, end: time | None) -> str:
    """Return the date and times of a meeting as printed; empty when nothing is known."""
    hours = " to ".join(moment.strftime("%H:%M") for moment in (start, end) if moment is not None)
    return ", ".join(part for part in (long_date(day) if day else "", hours) if part)


def dates_in(text: str) -> tuple[date, ...]:
    """Return every full date written in a text, day first where only numbers are given."""
    numbers = [
        (match["year"], _month_number(match["month"]), match["day"]) for match in _WRITTEN.finditer(text)
    ]
    numbers += [match.groups() for match in _ISO.finditer(text)]
    numbers += [(match[3], match[2], match[1]) for match in _SLASHED.finditer(text)]
    return tuple(day for day in (_day(*parts) for parts in numbers) if day is not None)


@lru_cache(maxsize=256)
def forms_of(day: date) -> re.Pattern[str]:
    """Return a pattern for every usual written form of a date, with the year or without any."""
    number, month = rf"0?{day.day}{_ORDINAL}", _month_pattern(day.month)
    year = rf"(?:{day.year}|'?{day.year % 100:02d}(?!:))"
    tail = rf"(?:,?\s+{year}(?!\w)|(?!\w)(?!,?\s+\d{{4}}))"
    slashed = rf"0?{day.day}(?P<sep>[/.-])0?{day.month}(?P=sep){year}(?!\w)"
    unfinished = rf"0?{day.day}/0?{day.month}(?![\w/-])(?!\.\d)"
    forms = (
        rf"{number}(?:\s+of)?\s+{month}\.?{tail}",
        rf"{month}\.?\s+{number}{tail}",
        rf"{day.year}-{day.month:02d}-{day.day:02d}(?!\w)",
        slashed,
        unfinished,
    )
    return re.compile(rf"(?<![\w/.-])(?:{'|'.join(forms)})", re.IGNORECASE)


def _month_pattern(month: int) -> str:
    name = _MONTHS[month - 1]
    short = "Sept?" if month == 9 else name[:3]  # noqa: PLR2004 - September is cut in two ways
    return f"(?:{name}|{short})"


def _month_number(written: str) -> int:
    return next(n for n, name in enumerate(_MONTHS, start=1) if name[:3].lower() == written[:3].lower())


def _day(year: str, month: str | int, day: str) -> date | None:
    full = int(year) + (2000 if len(year) == 2 else 0)  # noqa: PLR2004 - a year of two digits
    try:
        return date(full, int(month), int(day))
    except ValueError:
        return None
