"""Withheld days that can be reckoned: so long after an open one, by a feast, by a weekday, by how old somebody is."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from lpgminutes.domain.document import Place
from lpgminutes.domain.findings.finding import Severity
from lpgminutes.domain.findings.standing_open import Hit
from lpgminutes.domain.folding import fold
from lpgminutes.domain.sayings.feasts import feast_day, feasts_in
from lpgminutes.domain.sayings.nth_weekdays import nth_weekdays_in
from lpgminutes.domain.sayings.spans import SaidSpan, moved, said_spans_in
from lpgminutes.domain.sayings.written_dates import dates_in, days_in, forms_of_day, in_year
from lpgminutes.domain.searchable import Searchable

_AGE = re.compile(
    r"(?<![^\W_])(?:aged?\s(?:of\s)?|(?:is|was|turned|turns)\s(?:now\s)?)(?P<age>\d{1,3})(?![\w%:/-]|[.,]\d|\s(?!years?\sold|when|at|on|and)\w)"
    r"|(?<![^\W_])(?P<years>\d{1,3})[\s-]years?[\s-]old(?![^\W_])",
    re.IGNORECASE,
)
_BORN = re.compile(r"\b(?:born|birth|DOB)\W+(?:\w+\W+){0,3}?(?P<year>(?:19|20)\d{2})(?!\w)", re.IGNORECASE)
MEETING_AGAIN = re.compile(r"\bmeet\w*\b|\bnext\b|\breconvene\w*\b", re.IGNORECASE)
_AHEAD = re.compile(r"\bin\s(?:about\s|another\s)?\Z", re.IGNORECASE)
_FROM_NOW = re.compile(
    r"\s(?:ago|hence|earlier|later|from\s(?:now|today)|(?:after|before|since)\s(?:the|this|today's)\smeeting)\b"
    r"|'?\stime\b",
    re.IGNORECASE,
)
"""What stands before or behind a span of time that is counted from the day on which people speak."""
_LONGEST_BEFORE = 20
"""Letters that are looked at before a span."""


@dataclass(frozen=True, slots=True)
class _Known:
    """The days from which a reader can count."""

    held_on: date | None
    """That of the meeting."""
    coming: frozenset[date] = frozenset()
    """That of the next one."""


def days_reckoned(
    withheld: Iterable[tuple[str, Place]], texts: Sequence[Searchable], held_on: date | None
) -> Iterator[Hit]:
    """Yield what tells a withheld day to somebody who can count; ``held_on`` is the day of the meeting."""
    hidden = {(day, source) for words, source in withheld for day in dates_in(fold(words).text)}
    known = _Known(held_on, _coming(texts)) if hidden else _Known(held_on)
    telling = [text for text in texts if _may_tell(text.folded.text)] if hidden else []
    for day, source in sorted(hidden, key=lambda one: (one[0], one[1].words())):
        for text in telling:
            for start, end, how in _told(text, day, source, known):
                yield Hit.of(text, (start, end), Severity.CHECK, f"{how} in {source.words()}", source)


def _coming(texts: Iterable[Searchable]) -> frozenset[date]:
    """Return the day of the next meeting, where it is open."""
    return frozenset(day for text in texts if text.place.field == "next_meeting" for day in dates_in(text.folded.text))


@lru_cache(maxsize=4096)
def _may_tell(words: str) -> bool:
    """Whether a folded text has anything by which a day can be reckoned."""
    has_days = feasts_in(words) or nth_weekdays_in(words) or any(_said(words))
    return bool(has_days) or bool(said_spans_in(words))


def days_named(
    withheld: Iterable[tuple[str, Place]], texts: Sequence[Searchable], held_on: date | None
) -> Iterator[Hit]:
    """Yield the open dates of a day that is withheld by its name: ``Christmas Day``, ``the first Monday in May``."""
    for words, source in withheld:
        plain = fold(words).text
        for text in texts if feasts_in(plain) or nth_weekdays_in(plain) else ():
            for day in days_in(text.folded.text):
                year = day.year or (held_on.year if held_on else None)
                if year is not None and _is_named(plain, in_year(day, year)):
                    for match in forms_of_day(day).finditer(text.folded.text):
                        why = f"it is the day that is withheld in {source.words()}"
                        yield Hit.of(text, match.span(), Severity.CHECK, why, source)


def _is_named(words: str, day: date) -> bool:
    by_name = any(feast_day(match.group().lower(), day.year) == day for match in feasts_in(words))
    return by_name or any(named.is_day(day) for named in nth_weekdays_in(words))


def _told(text: Searchable, day: date, source: Place, known: _Known) -> Iterator[tuple[int, int, str]]:
    births, ages = _said(text.folded.text)
    for match in feasts_in(text.folded.text):
        if feast_day(match.group().lower(), day.year) == day:
            yield *match.span(), "it is the day that is withheld"
    for named in nth_weekdays_in(text.folded.text):
        if named.is_day(day):
            yield named.start, named.end, "it is the day that is withheld"
    for match in births:
        if int(match["year"]) == day.year:
            yield *match.span("year"), "it is the year of the day that is withheld"
    if known.held_on is not None and text.place.minute == source.minute:
        for match in ages:
            if _age(day, known.held_on) == int(match["age"] or match["years"]):
                yield *match.span(), "the day of the meeting and the age give the year of the day that is withheld"
    yield from _counted(text, day, source, known)


def _counted(text: Searchable, day: date, source: Place, known: _Known) -> Iterator[tuple[int, int, str]]:
    words = text.folded.text
    is_beside = text.place.minute == source.minute
    days = set(dates_in(words)) if is_beside else set()
    if MEETING_AGAIN.search(words):
        days |= known.coming
        if source.field == "next_meeting" and known.held_on is not None:
            days |= {known.held_on, *(in_year(said, day.year) for said in days_in(words))}
    for span in said_spans_in(words) if days or is_beside else ():
        many, unit = span.length
        now = {known.held_on} if known.held_on and is_beside and _is_from_now(words, span) else set()
        if any(day in {moved(one, int(many), unit), moved(one, -int(many), unit)} for one in days | now):
            yield span.start, span.end, "counted from an open day it gives the day that is withheld"


def _is_from_now(words: str, span: SaidSpan) -> bool:
    is_ahead = _AHEAD.search(words, max(span.start - _LONGEST_BEFORE, 0), span.start)
    return bool(is_ahead or _FROM_NOW.match(words, span.end))


@lru_cache(maxsize=4096)
def _said(words: str) -> tuple[tuple[re.Match[str], ...], ...]:
    """Return the years of birth and the ages that a folded text names."""
    return tuple(_BORN.finditer(words)), tuple(_AGE.finditer(words))


def _age(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
