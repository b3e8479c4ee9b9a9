"""Withheld days that can be reckoned: so long after an open one, by a feast, by how old somebody is."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

from lpgminutes.domain.document import Place
from lpgminutes.domain.findings.finding import Severity
from lpgminutes.domain.findings.standing_open import Hit
from lpgminutes.domain.folding import fold
from lpgminutes.domain.said_spans import said_spans_in
from lpgminutes.domain.searchable import Searchable
from lpgminutes.domain.written_dates import dates_in

_FEASTS = {
    "new year's day": (1, 1), "burns night": (1, 25), "valentine's day": (2, 14), "st david's day": (3, 1),
    "st patrick's day": (3, 17), "st george's day": (4, 23), "may day": (5, 1), "midsummer day": (6, 24),
    "halloween": (10, 31), "bonfire night": (11, 5), "guy fawkes night": (11, 5), "armistice day": (11, 11),
    "st andrew's day": (11, 30), "christmas eve": (12, 24), "christmas day": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31), "hogmanay": (12, 31),
}  # fmt: skip
_BY_EASTER = {"good friday": -2, "easter sunday": 0, "easter day": 0, "easter monday": 1, "ash wednesday": -46}
_FEAST = re.compile(rf"(?<![^\W_])(?:{'|'.join([*_FEASTS, *_BY_EASTER])})(?![^\W_])", re.IGNORECASE)
_AGE = re.compile(
    r"(?<![^\W_])(?:aged?\s(?:of\s)?|(?:is|was|turned|turns)\s(?:now\s)?)(?P<age>\d{1,3})(?![\w%:/-]|[.,]\d|\s(?!years?\sold|when|at|on|and)\w)"
    r"|(?<![^\W_])(?P<years>\d{1,3})[\s-]years?[\s-]old(?![^\W_])",
    re.IGNORECASE,
)
_BORN = re.compile(r"\b(?:born|birth|DOB)\W+(?:\w+\W+){0,3}?(?P<year>(?:19|20)\d{2})(?!\w)", re.IGNORECASE)
_MEETING_AGAIN = re.compile(r"\bmeet\w*\b|\bnext\b|\breconvene\w*\b", re.IGNORECASE)
_HOURS_OF_A_DAY, _MONTHS_OF_A_YEAR = 24, 12


def days_reckoned(
    withheld: Iterable[tuple[str, Place]], texts: Sequence[Searchable], held_on: date | None
) -> Iterator[Hit]:
    """Yield what tells a withheld day to somebody who can count; ``held_on`` is the day of the meeting."""
    hidden = {(day, source) for words, source in withheld for day in dates_in(fold(words).text)}
    for day, source in sorted(hidden, key=lambda one: (one[0], one[1].words())):
        for text in texts:
            for start, end, how in _told(text, day, source, held_on):
                yield Hit.of(text, (start, end), Severity.CHECK, f"{how} in {source.words()}", source)


def _told(text: Searchable, day: date, source: Place, held_on: date | None) -> Iterator[tuple[int, int, str]]:
    feasts, births, ages = _said(text.folded.text)
    for match in feasts:
        if _feast(match.group().lower(), day.year) == day:
            yield *match.span(), "it is the day that is withheld"
    for match in births:
        if int(match["year"]) == day.year:
            yield *match.span("year"), "it is the year of the day that is withheld"
    if held_on is not None and text.place.minute == source.minute:
        for match in ages:
            if _age(day, held_on) == int(match["age"] or match["years"]):
                yield *match.span(), "the day of the meeting and the age give the year of the day that is withheld"
    yield from _counted(text, day, source, held_on)


def _counted(text: Searchable, day: date, source: Place, held_on: date | None) -> Iterator[tuple[int, int, str]]:
    words = text.folded.text
    known = set(dates_in(words)) if text.place.minute == source.minute else set()
    if source.field == "next_meeting" and held_on is not None and _MEETING_AGAIN.search(words):
        known.add(held_on)
    for span in said_spans_in(words) if known else ():
        many, unit = span.length
        if any(day in {_moved(one, int(many), unit), _moved(one, -int(many), unit)} for one in known):
            yield span.start, span.end, "counted from an open day it gives the day that is withheld"


@lru_cache(maxsize=4096)
def _said(words: str) -> tuple[tuple[re.Match[str], ...], ...]:
    """Return the feasts, the years of birth and the ages that a folded text names."""
    return tuple(_FEAST.finditer(words)), tuple(_BORN.finditer(words)), tuple(_AGE.finditer(words))


@lru_cache(maxsize=1024)
def _feast(name: str, year: int) -> date:
    if name in _BY_EASTER:
        return _easter(year) + timedelta(days=_BY_EASTER[name])
    return date(year, *_FEASTS[name])


def _easter(year: int) -> date:
    """Return Easter Sunday by the Gregorian computus."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = epact + weekday - 7 * ((golden + 11 * epact + 22 * weekday) // 451) + 114
    return date(year, shift // 31, shift % 31 + 1)


def _age(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _moved(day: date, many: int, unit: str) -> date | None:
    """Return the day so many hours or months on; ``None`` where there is none."""
    try:
        if unit == "hours":
            return day + timedelta(days=many // _HOURS_OF_A_DAY) if many % _HOURS_OF_A_DAY == 0 else None
        months = day.year * _MONTHS_OF_A_YEAR + day.month - 1 + many
        return date(months // _MONTHS_OF_A_YEAR, months % _MONTHS_OF_A_YEAR + 1, day.day)
    except (ValueError, OverflowError):
        return None
