"""Days that a sentence gives by another day: the eve of it, the Friday before it, three years from it."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from lpgminutes.domain.open_text import SENTENCE
from lpgminutes.domain.sayings.feasts import feast_day, feasts_in
from lpgminutes.domain.sayings.nth_weekdays import NthWeekday, nth_weekdays_in
from lpgminutes.domain.sayings.spans import SaidSpan, moved, said_spans_in
from lpgminutes.domain.sayings.written_dates import WrittenDay, days_in, in_year
from lpgminutes.domain.sayings.written_months import MONTH_NAMES, month_named

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_A_DAY = timedelta(days=1)
_A_WEEK = 7
_STEP = re.compile(
    r"(?<![^\W_])(?:the\s)?(?:(?P<eve>eve\sof|(?:very\s)?(?:day|night|evening)\s(?:before|preceding|prior\sto))"
    r"|(?P<morrow>(?:very\s)?(?:day|morning)\s(?:after|following)|(?:very\s)?(?:next|following)\s(?:day|morning))"
    r"|(?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s(?:(?P<before>before|preceding|prior\sto)|after|following))"
    r"(?![^\W_])",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"(?<![^\W_])(?:(?P<last>end|last\sday|close)|(?P<first>start|beginning|first\sday))\sof\s"
    rf"(?P<month>{MONTH_NAMES})"
    r"(?:,?\s(?P<year>(?:19|20)\d\d))?(?![^\W_])"
)
_LEAST_SPAN = 24 * 60
_MOST_DAYS = 4
"""Days of a sentence past which a span lies between any two of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayBeside:
    """Words that give a day to somebody who knows the days of their sentence."""

    days: tuple[WrittenDay, ...]
    """The open days of the sentence."""
    feasts: tuple[str, ...]
    numbered: tuple[NthWeekday, ...]
    """Those that have their number in a month, and bank holidays."""
    step: re.Match[str] | SaidSpan
    start: int
    end: int

    def may_be(self, day: date) -> bool:
        """Whether a certain day is so far from one of the days of its sentence."""
        known = [in_year(one, day.year) for one in self.days] + [feast_day(one, day.year) for one in self.feasts]
        known += [one.in_year(one.year or day.year) for one in self.numbered]
        if isinstance(self.step, SaidSpan):
            return day not in known and any(day in _reached(one, self.step) for one in known)
        return any(_stepped(one, self.step) == day for one in known)


@lru_cache(maxsize=4096)
def days_beside_in(text: str) -> tuple[DayBeside, ...]:
    """Return what a folded text gives by another day of the same sentence."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[DayBeside]:
    for sentence in SENTENCE.finditer(text):
        words, at = sentence.group(), sentence.start()
        steps: list[re.Match[str] | SaidSpan] = [*_STEP.finditer(words), *said_spans_in(words)]
        if not steps:
            continue
        days, feasts = days_in(words), tuple(match.group().lower() for match in feasts_in(words))
        numbered = nth_weekdays_in(words)
        for step in steps if 0 < len(days) + len(feasts) + len(numbered) <= _MOST_DAYS else ():
            start, end = (step.start, step.end) if isinstance(step, SaidSpan) else step.span()
            yield DayBeside(days=days, feasts=feasts, numbered=numbered, step=step, start=at + start, end=at + end)


def _stepped(day: date, step: re.Match[str]) -> date:
    if not step["weekday"]:
        return day - _A_DAY if step["eve"] else day + _A_DAY
    weekday = _WEEKDAYS.index(step["weekday"][:3].lower())
    if step["before"]:
        return day - timedelta(days=(day.weekday() - weekday - 1) % _A_WEEK + 1)
    return day + timedelta(days=(weekday - day.weekday() - 1) % _A_WEEK + 1)


def _reached(day: date, span: SaidSpan) -> Iterator[date]:
    """Yield the days so long after and before a day, and the last day of a term that begins with it."""
    many, unit = span.length
    if unit == "minutes" and many < _LEAST_SPAN:
        return
    after, before = moved(day, int(many), unit), moved(day, -int(many), unit)
    yield from filter(None, (after, before))
    if after is not None:
        yield after - _A_DAY
    if before is not None:
        yield before + _A_DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class EndOfMonth:
    """The first or the last day of a month, as words."""

    is_last: bool
    month: int
    year: int | None
    start: int
    end: int

    def is_day(self, day: date) -> bool:
        """Whether it is a certain day; without its year, in that of the day."""
        number = monthrange(day.year, day.month)[1] if self.is_last else 1
        return (self.month, number) == (day.month, day.day) and self.year in {None, day.year}


@lru_cache(maxsize=4096)
def ends_of_months_in(text: str) -> tuple[EndOfMonth, ...]:
    """Return where a folded text speaks of the beginning or the end of a month."""
    return tuple(
        EndOfMonth(
            is_last=match["last"] is not None,
            month=month_named(match["month"]),
            year=int(match["year"]) if match["year"] else None,
            start=match.start(),
            end=match.end(),
        )
        for match in _ENDS.finditer(text)
    )
