"""Spans of time as people say them: ``12 months`` is ``a year``, ``a fortnight`` is ``14 days``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from lpgminutes.domain.sayings.figures import Measure, figures_in

_DAY = 24 * 60
_MINUTES = {
    "minute": 1, "min": 1, "hour": 60, "hr": 60, "day": _DAY, "week": 7 * _DAY, "wk": 7 * _DAY, "fortnight": 14 * _DAY,
}  # fmt: skip
_MONTHS = {"month": 1, "mth": 1, "year": 12, "yr": 12}
_UNIT = rf"(?P<unit>{'|'.join((*_MINUTES, *_MONTHS))})s?(?P<half>\sand\sa\shalf)?(?![^\W_])"
_AFTER_A_FIGURE = re.compile(
    rf"(?:\sand\sa\s(?P<more>half))?[\s-]?(?:(?:sick|calendar|clear|consecutive|full|whole)\s)?{_UNIT}", re.IGNORECASE
)
_ONE = re.compile(rf"(?<![^\W_])(?:an?\s|(?=fortnight)){_UNIT}", re.IGNORECASE)
_HALF_A_YEAR = re.compile(r"(?<![^\W_])half\sa\syear(?![^\W_])", re.IGNORECASE)
_HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidSpan:
    """A span of time that a text names."""

    length: tuple[Decimal, str]
    """So many minutes or months, of which neither is a number of the other."""
    start: int
    end: int


@lru_cache(maxsize=4096)
def said_spans_in(text: str) -> tuple[SaidSpan, ...]:
    """Return every span of time that a folded text names, in minutes or months."""
    halves = tuple(_half_years(text))
    ends = {one.end for one in halves}
    return (*_counted(text), *halves, *(one for one in _single(text) if one.end not in ends))


def _half_years(text: str) -> Iterator[SaidSpan]:
    for match in _HALF_A_YEAR.finditer(text):
        yield SaidSpan(length=_length(_HALF, "year"), start=match.start(), end=match.end())


def _counted(text: str) -> Iterator[SaidSpan]:
    for figure in figures_in(text):
        match = _AFTER_A_FIGURE.match(text, figure.end) if figure.measure is Measure.PLAIN and figure.value else None
        if match:
            many = figure.value + (_HALF if match["half"] or match["more"] else 0)
            yield SaidSpan(length=_length(many, match["unit"]), start=figure.start, end=match.end())


def _single(text: str) -> Iterator[SaidSpan]:
    for match in _ONE.finditer(text):
        many = 1 + (_HALF if match["half"] else Decimal(0))
        yield SaidSpan(length=_length(many, match["unit"]), start=match.start(), end=match.end())


def _length(many: Decimal, unit: str) -> tuple[Decimal, str]:
    minutes = _MINUTES.get(unit.lower())
    return (many * minutes, "minutes") if minutes else (many * _MONTHS[unit.lower()], "months")


def moved(day: date, many: int, unit: str) -> date | None:
    """Return the day so many minutes or months on; ``None`` where there is none."""
    try:
        if unit == "minutes":
            return day + timedelta(days=many // _DAY) if many % _DAY == 0 else None
        months = day.year * _MONTHS["year"] + day.month - 1 + many
        return date(months // _MONTHS["year"], months % _MONTHS["year"] + 1, day.day)
    except (ValueError, OverflowError):
        return None
