"""What narrows a withheld day down: its weekday, its week, its month, ``tomorrow``, or an unusual way to write it."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

from lpgminutes.domain.document import Place
from lpgminutes.domain.findings.finding import Severity
from lpgminutes.domain.findings.standing_open import Hit
from lpgminutes.domain.folding import fold
from lpgminutes.domain.sayings.written_dates import dates_in, days_in, long_date
from lpgminutes.domain.sayings.written_months import MONTH_NAMES, month_named, months_in
from lpgminutes.domain.searchable import Searchable

_NEARBY = re.compile(r"\b(?:today|tomorrow|yesterday|tonight)\b", re.IGNORECASE)
_DAY_ALONE = re.compile(
    r"(?<![^\W_])(?:(?P<weekday>(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*),?\s(?:the\s)?(?P<number>\d{1,2})(?:st|nd|rd|th)?"
    r"|(?:on|by|from|until|till|before|after|since)\sthe\s(?P<nth>\d{1,2})(?:st|nd|rd|th))"
    r"(?![\w:/%-]|[.,]\d|\s(?:of\s)?(?:"
    rf"{MONTH_NAMES}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|floor|quarter|anniversary)(?![^\W_]))"
)
"""A day without its month; ``the 3rd of June`` is a date, which is looked for as one."""
_OF_A_WEEK = re.compile(
    r"\b(?:w/?[cbe]\b|week\s+(?:commencing|beginning|ending|of|(?:that|which)\s(?:ended|ends|began|begins|starts|started))\b)\.?\s*(?:on\s+)?(?P<day>[^,;\n]{4,22})",
    re.IGNORECASE,
)
_NUMBERED_WEEK = re.compile(
    r"(?<![^\W_])(?:(?P<year>(?:19|20)\d{2})[\s-]?)?(?:(?:week|wk|cw|kw)\s?(?:no\.?\s?)?|w(?=\d\d))(?P<week>\d{1,2})"
    r"(?!\w|\s\d[a-z]{2}\b)(?:,?\s(?:of\s)?(?P<of>(?:19|20)\d{2})\b)?",
    re.IGNORECASE,
)
"""``week 26``, ``wk 26 of 2019``, ``2019-W26``, ``W26``; a postcode is none."""
_WEEKS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_WEEK_OF_A_MONTH = re.compile(
    rf"\b(?P<nth>{'|'.join(_WEEKS)}|last)\s(?:full\s)?week\s(?:of|in)\s(?P<month>{MONTH_NAMES})\b",
    re.IGNORECASE,
)
_NUMBERED_DAY = re.compile(
    r"(?<![\w/.-])(?P<year>(?:19|20)\d{2})[-/.]?(?P<numbered>\d{3})(?![\w-]|[./]\d)"
    r"|\bday\s(?P<day>\d{2,3})\b|\b(?P<nth>\d{2,3})(?:st|nd|rd|th)\sday\b",
    re.IGNORECASE,
)
"""A day by its number in the year: ``2019-178``, ``day 178``, ``the 178th day``."""
_LAST_OF_A_MONTH = 31
_SIX_DIGITS = re.compile(r"(?<!\d)(?<!\d[.,])(?<![\u00a3$\u20ac])\d{6}(?![^\W_]|[.,]\d)")
"""A day in digits alone, also within a number that is given to something: ``42/260514/0071``."""
_AMERICAN = re.compile(r"(?<![\w/.-])(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4}|\d{2})(?![\w/-])")
_CENTURY = 100
_MAY_TELL = re.compile(r"\bw/?[cbek]|week|/|w\d|[ck]w\b|\bday\b|\d{6}|\d{4}[-.]\d{3}", re.IGNORECASE)
"""What stands in every text that names a week, or a day in an unusual way: a first quick look."""


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
            found += _by_number(text.folded.text, day)
            if text.place.minute in minutes:
                found += _by_word(text.folded.text, day)
            for start, end, how in found:
                why = f"{how} the day that is withheld in {sources[0].words()}"
                yield Hit.of(text, (start, end), Severity.CHECK, why, sources[0])


def _by_number(text: str, day: date) -> Iterator[tuple[int, int, str]]:
    """Yield the day of the month where no month is named, with its weekday or its ``the``: ``Monday 3rd``."""
    for match in _found(_DAY_ALONE, text):
        weekday = (match["weekday"] or "").lower()
        number = int(match["number"] or match["nth"])
        if number == day.day and long_date(day).lower().startswith(weekday[:3]):
            yield *match.span(), "it is the weekday and the number of" if weekday else "it is the number of"


@lru_cache(maxsize=8192)
def _found(pattern: re.Pattern[str], text: str) -> tuple[re.Match[str], ...]:
    """Return what a pattern finds in a text: asked for each day that is withheld."""
    return tuple(pattern.finditer(text))


def _by_word(text: str, day: date) -> Iterator[tuple[int, int, str]]:
    weekday = long_date(day).split()[0]
    for match in re.finditer(rf"\b(?:{weekday}|{weekday[:3]})s?\b", text):
        yield *match.span(), "it is the weekday of"
    for match in _found(_NEARBY, text):
        yield *match.span(), "it may tell"
    for month in months_in(text):
        if month.month == day.month and month.year in {None, day.year}:
            start = text.find(month.words)
            yield start, start + len(month.words), "it is the month of"


def _by_week(text: str, day: date) -> Iterator[tuple[int, int, str]]:
    monday = day - timedelta(days=day.weekday())
    for match in _found(_OF_A_WEEK, text):
        for told in days_in(match["day"]):
            try:
                first = date(told.year or day.year, told.month, told.day)
            except ValueError:
                continue
            if monday - timedelta(days=1) <= first < monday + timedelta(days=7):
                yield *match.span(), "it is the week of"
    for match in _found(_WEEK_OF_A_MONTH, text):
        if month_named(match["month"]) == day.month and day in _week_of(match["nth"].lower(), day):
            yield *match.span(), "it is the week of"
    own_year, own_week, _ = day.isocalendar()
    for match in _found(_NUMBERED_WEEK, text):
        if int(match["week"]) == own_week and int(match["year"] or match["of"] or own_year) == own_year:
            yield *match.span(), "it is the week of"
    yield from _by_digits(text, day)


def _week_of(nth: str, day: date) -> frozenset[date]:
    """Return the seven days that people may call so of the month of a day."""
    last = monthrange(day.year, day.month)[1]
    end = last if nth == "last" else 7 * _WEEKS[nth]
    return frozenset(date(day.year, day.month, number) for number in range(end - 6, min(end, last) + 1))


def _by_digits(text: str, day: date) -> Iterator[tuple[int, int, str]]:
    number = day.timetuple().tm_yday
    for match in _found(_NUMBERED_DAY, text):
        is_whole = match["year"] is not None
        told = int(match["numbered"] or match["day"] or match["nth"])
        if told == number and (int(match["year"]) == day.year if is_whole else told > _LAST_OF_A_MONTH):
            yield *match.span(), "counted from the beginning of the year it is"
    for match in _found(_SIX_DIGITS, text):
        if match.group() in {f"{day:%d%m%y}", f"{day:%y%m%d}", f"{day:%m%d%y}"}:
            yield *match.span(), "with its month and its year in two digits each it is"
    for match in _found(_AMERICAN, text):
        american = (int(match["month"]), int(match["day"]), int(match["year"]) % _CENTURY)
        if american == (day.month, day.day, day.year % _CENTURY) and day.month != day.day:
            yield *match.span(), "with the month first it is"
