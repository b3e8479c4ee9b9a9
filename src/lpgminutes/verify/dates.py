"""Withheld dates: reading a term as a date, and finding that date in a text in any usual written form."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_WELSH = (
    "ionawr", "chwefror", "mawrth", "ebrill", "mai", "mehefin",
    "gorffennaf", "awst", "medi", "hydref", "tachwedd", "rhagfyr",
)  # fmt: skip
_ORDINALS = re.findall(
    r"[a-z-]+",
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third "
    "twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth "
    "thirty-first",
)
_WEEKDAY = re.compile(r"^(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,?\s+", re.IGNORECASE)
_LAST_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+$", re.IGNORECASE)
_HOURS = re.compile(r"(?<=\d)\s*[-\u2013]\s*(?=\d)")
_CENTURY_TURN = 70


class Day(NamedTuple):
    """A calendar day, perhaps of no stated year."""

    day: int
    month: int
    year: int | None


class FoundDay(NamedTuple):
    """A day that stands in a text, and from where to where."""

    day: Day
    start: int
    end: int


def read_day(term: str) -> Day | None:
    """Read a whole term as a date; None when it is anything else."""
    text = _WEEKDAY.sub("", term.strip().lower()).strip()
    for found in _any_day().find(text, text.title()):
        if found.start == 0 and not text[found.end :].strip(" ."):
            return found.day
    return None


def rewritten(term: str) -> Iterator[str]:
    """Give a term that holds a full date among other words with that date, and hours, in other forms."""
    lowered = term.lower()
    found = next((found for found in _any_day().find(lowered, term) if found.day.year), None)
    if found is None:
        return
    before, after = _LAST_WEEKDAY.sub("", term[: found.start]), term[found.end :]
    for form in written_forms(found.day):
        yield f"{before}{form}{after}"
        yield f"{before}{form}{_HOURS.sub(' to ', after)}"


@cache
def _any_day() -> "DayFinder":
    return DayFinder([Day(1, month, None) for month in range(1, 13)], any_day=True)


def written_forms(day: Day) -> tuple[str, ...]:
    """Give the date in words and in figures, in the forms long enough for a plain search."""
    month = _MONTHS[day.month - 1]
    number, suffix = day.day, _suffix(day.day)
    if day.year is None:
        return (f"{number} {month}", f"{number}{suffix} {month}", f"{month} {number}")
    year = day.year
    return (
        f"{number} {month} {year}",
        f"{number}{suffix} {month} {year}",
        f"{number:02} {month} {year}",
        f"{number} {month[:3]} {year}",
        f"{month} {number} {year}",
        f"{month} {number}{suffix} {year}",
        f"{number:02}/{day.month:02}/{year}",
        f"{year}-{day.month:02}-{number:02}",
    )


class DayFinder:
    """Finds certain days in a text, in one pass for each way that a date can begin."""

    def __init__(self, days: list[Day], *, any_day: bool = False) -> None:
        """Look for these days only, or with ``any_day`` for every day of their months."""
        self._days = days
        self._any_day = any_day
        self._names = {name[:3] for day in days for name in (_MONTHS[day.month - 1], _WELSH[day.month - 1])}
        months = "|".join(sorted({_month_pattern(day.month) for day in days}))
        ordinals = "|".join(sorted({_ORDINALS[day.day - 1] for day in days}, key=len, reverse=True))
        self._day_first = re.compile(
            rf"(?<!\d[.,])(?P<day>\d\d?)[ \t]?(?:st|nd|rd|th)?{_GAP}(?:(?:day\s)?of\s+)?"
            rf"(?P<month>{months})(?![a-z])\.?{_YEAR}"
        )
        self._month_first = re.compile(
            rf"(?<![a-z])(?P<month>{months})(?![a-z])\.?{_GAP}(?:the\s)?(?P<day>\d\d?)(?!\d)(?:st|nd|rd|th)?(?!:\d)"
            r"(?:[\s,./-]{1,3}(?P<year>(?:19|20)\d\d)(?!\d))?"
        )
        self._in_words = re.compile(
            rf"(?<![a-z-])(?P<ordinal>{ordinals})\s+(?:day\s+)?(?:of\s+)?(?P<month>{months})(?![a-z]){_YEAR}"
        )

    def find(self, lowered: str, folded: str) -> Iterator[FoundDay]:
        """Give every stretch that is one of the days; the text comes in lower case and in its own."""
        if not self._days:
            return
        for found, month_at in self._written(lowered):
            in_capitals = month_at < 0 or folded[month_at].isupper() or found.day.year is not None
            if (in_capitals or found.day.month not in _VERBS) and self._wanted(found.day):
                yield found

    def _wanted(self, found: Day) -> bool:
        if self._any_day:
            return 1 <= found.month <= 12 and 1 <= found.day <= monthrange(found.year or 2000, found.month)[1]  # noqa: PLR2004
        return any(
            (found.day, found.month) == (day.day, day.month)
            and (found.year is None or day.year is None or found.year == day.year)
            for day in self._days
        )

    def _written(self, text: str) -> Iterator[tuple[FoundDay, int]]:
        """Give every date-like stretch, and where its month's name stands."""
        has_names = any(name in text for name in self._names)
        for run in _RUN.finditer(text):
            if has_names and (match := self._day_first.match(text, run.start())):
                yield self._worded(int(match["day"]), match), match.start("month")
            elif match := _DIGITS.match(text, run.start()):
                yield _in_digits(match), -1
            elif (match := _WEEK.match(text, run.start())) and (found := _in_week(match)):
                yield found, -1
            elif match := _ROMAN.match(text, run.start()):
                yield _with_roman_month(match), -1
        if not has_names:
            return
        for match in self._month_first.finditer(text):
            if not _DAY_BEFORE.search(text[max(0, match.start() - 8) : match.start()]):
                yield self._worded(int(match["day"]), match), match.start("month")
        for match in self._in_words.finditer(text):
            yield self._worded(_ORDINALS.index(match["ordinal"]) + 1, match), match.start("month")

    def _worded(self, number: int, match: re.Match[str]) -> FoundDay:
        year = match["year"]
        full, end = _full_year(year), match.end()
        if full is not None and len(year) == 2 and not self._any_day:  # noqa: PLR2004
            # Two figures after a date may be a time or a count; only the right ones are a year.
            known = any((number, full) == (day.day, day.year) for day in self._days)
            if not known and match.string[match.end() - 3] not in "/-'":
                full, end = None, match.end() - 2
        text = match.string[match.start() : end].rstrip(" ,./'-\n\t")
        return FoundDay(Day(number, _month_number(match["month"]), full), match.start(), match.start() + len(text))


_VERBS = frozenset({3, 5})
"""March and May, which are months only with a capital letter or a year."""
_DAY_BEFORE = re.compile(r"\d(?:st|nd|rd|th)?(?:\sof)?\s$")
_GAP = r"[ \t,./-]{0,3}\n?[ \t]{0,2}"
"""What may stand inside a date: also one end of a line, but not the end of a paragraph or a cell."""
_YEAR = r"(?:[ \t,./'-]{0,3}\n?(?P<year>(?:19|20)\d\d|\d\d)(?!\d))?"
_RUN = re.compile(r"\d+")
_DIGITS = re.compile(
    r"(?<!\d[./-])(?P<d1>\d\d?)(?P<gap1>\s?[./-]\s?)(?P<m1>\d\d?)(?P=gap1)(?P<y1>\d{4}|\d\d)(?!\d)(?![./-]\d)"
    r"|(?P<y2>(?:19|20)\d\d)(?P<gap2>[-/. _]?)(?P<m2>0\d|1[0-2])(?P=gap2)(?P<d2>[0-3]\d)(?!\d)"
    r"|(?P<d3>[0-3]\d)(?P<m3>0\d|1[0-2])(?P<y3>(?:19|20)\d\d)(?!\d)"
    r"|(?<![/.-])(?P<d4>[0-3]\d)/(?P<m4>0\d|1[0-2])(?![\d/.-])(?P<y4>)"
)
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_ROMAN = re.compile(
    rf"(?<!\d[./-])(?P<day>\d\d?)(?P<gap>[ ./-])(?P<month>{'|'.join(_ROMANS)})(?P=gap)"
    r"(?P<year>(?:19|20)\d\d|(?<! )\d\d)(?<! [ivx] \d{4})(?!\d)"
)
_WEEK = re.compile(r"(?P<year>(?:19|20)\d\d)-?w(?P<week>\d\d)-?(?P<weekday>[1-7])(?!\d)")


def _with_roman_month(match: re.Match[str]) -> FoundDay:
    """Read a day whose month is given in Roman figures: 27.vi.2019."""
    month = _ROMANS.index(match["month"]) + 1
    return FoundDay(Day(int(match["day"]), month, _full_year(match["year"])), *match.span())


def _in_week(match: re.Match[str]) -> FoundDay | None:
    """Read a day that is given by the week of its year: 2019-w26-4."""
    try:
        day = date.fromisocalendar(int(match["year"]), int(match["week"]), int(match["weekday"]))
    except ValueError:
        return None
    return FoundDay(Day(day.day, day.month, day.year), *match.span())


def _in_digits(match: re.Match[str]) -> FoundDay:
    form = next(number for number in "1234" if match[f"d{number}"])
    year = _full_year(match[f"y{form}"] or None)
    return FoundDay(Day(int(match[f"d{form}"]), int(match[f"m{form}"]), year), *match.span())


def _month_pattern(month: int) -> str:
    name = _MONTHS[month - 1]
    if name == "september":
        return "sept(?:ember)?|sep|medi"
    english = name if len(name) == 3 else f"{name[:3]}(?:{name[3:]})?"  # noqa: PLR2004
    return f"{english}|{_WELSH[month - 1]}"


def _month_number(written: str) -> int:
    return next(
        n for n, names in enumerate(zip(_MONTHS, _WELSH, strict=True), 1) if written[:3] in {m[:3] for m in names}
    )


def _full_year(written: str | None) -> int | None:
    if written is None:
        return None
    if len(written) == 4:  # noqa: PLR2004
        return int(written)
    return int(written) + (2000 if int(written) < _CENTURY_TURN else 1900)


def _suffix(number: int) -> str:
    if number in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
