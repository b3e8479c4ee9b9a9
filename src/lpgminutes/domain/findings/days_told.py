"""What narrows a withheld day down: its weekday, its week, its month, ``tomorrow``, or the American way to write it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from lpgminutes.domain.document import Place
from lpgminutes.domain.findings.finding import Severity
from lpgminutes.domain.findings.standing_open import Hit
from lpgminutes.domain.folding import fold
from lpgminutes.domain.locating import Searchable
from lpgminutes.domain.written_dates import dates_in, days_in, long_date
from lpgminutes.domain.written_months import months_in

_NEARBY = re.compile(r"\b(?:today|tomorrow|yesterday|tonight)\b", re.IGNORECASE)
_OF_A_WEEK = re.compile(
    r"\b(?:w/?[cbe]\b|week\s+(?:commencing|beginning|ending|of)\b)\.?\s*(?:on\s+)?(?P<day>[^,;\n]{4,22})", re.IGNORECASE
)
_NUMBERED_WEEK = re.compile(r"\b(?:week|wk)\s?(?:no\.?\s?)?(?P<week>\d{1,2})\b", re.IGNORECASE)
_AMERICAN = re.compile(r"(?<![\w/.-])(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4}|\d{2})(?![\w/-])")
_CENTURY = 100
_MAY_TELL = re.compile(r"\bw/?[cbek]|week|/", re.IGNORECASE)
"""What stands in every text that names a week, or a day with the month first: a first quick look."""


def days_told(withheld: Iterable[tuple[str, Place]], texts: Sequence[Searchable]) -> Iterator[Hit]:
    """Yield what narrows a withheld day down: in its own minute by a word, anywhere by its week."""
    hidden: dict[date, list[Place]] = {}
    for words, source in withheld:
        for day in dates_in(fold(words).text):
            hidden.setdefault(day, []).append(source)
    weekly = {text.place for text in texts if _MAY_TELL.search(text.folded.text)} if hidden else set()
    for day, sources in hidden.items():
        minutes = {source.minute for source in sources if source.minute}
        for text in texts:
            found = [*_by_week(text.folded.text, day)] if text.place in weekly else []
            if text.place.minute in minutes:
                found += _by_word(text.folded.text, day)
            for start, end, how in found:
                why = f"{how} the day that is withheld in {sources[0].words()}"
                yield Hit.of(text, (start, end), Severity.CHECK, why, sources[0])


def _by_word(text: str, day: date) -> Iterator[tuple[int, int, str]]:
    weekday = long_date(day).split()[0]
    for match in re.finditer(rf"\b(?:{weekday}|{weekday[:3]})s?\b", text):
        yield *match.span(), "it is the weekday of"
    for match in _NEARBY.finditer(text):
        yield *match.span(), "it may tell"
    for month in months_in(text):
        if month.month == day.month and month.year in {None, day.year}:
            start = text.find(month.words)
            yield start, start + len(month.words), "it is the month of"


def _by_week(text: str, day: date) -> Iterator[tuple[int, int, str]]:
    monday = day - timedelta(days=day.weekday())
    for match in _OF_A_WEEK.finditer(text):
        for told in days_in(match["day"]):
            try:
                first = date(told.year or day.year, told.month, told.day)
            except ValueError:
                continue
            if monday - timedelta(days=1) <= first < monday + timedelta(days=7):
                yield *match.span(), "it is the week of"
    for match in _NUMBERED_WEEK.finditer(text):
        if int(match["week"]) == day.isocalendar().week:
            yield *match.span(), "it is the week of"
    for match in _AMERICAN.finditer(text):
        american = (int(match["month"]), int(match["day"]), int(match["year"]) % _CENTURY)
        if american == (day.month, day.day, day.year % _CENTURY) and day.month != day.day:
            yield *match.span(), "with the month first it is"
