"""Days by number: ``1 August``, ``5.8.19``, ``Monday 5th``."""

from collections.abc import Iterator
from datetime import date
from itertools import count, islice

from lpgminutes.domain.due_phrases.family import Family, Reading, ask, examples, shape
from lpgminutes.domain.due_phrases.lexer import Words
from lpgminutes.domain.due_phrases.reckoning import (
    MONTH_NAMES,
    MONTHS_OF_YEAR,
    Moment,
    NoSuchDay,
    day_of,
    days_after,
    financial_year,
    full_year,
    month_of,
    months_after,
    ordinal,
    weekday_after,
)

_LATELY = 31
"""A day without its year that passed so few days ago is more likely to be a slip than a year away."""
_SOON = 62
_LEAP_YEARS_APART = 8
_YEARS_AHEAD = 2
_LONGEST_MONTH = 31
_FIRST_PLAIN_YEAR = 10
"""A smaller number after a month is a year only when it is near."""


def on_day(moment: Moment, month: int, day: int, weekday: int | None = None) -> Reading:
    """Return the next such day; a question when it has only just passed or the weekday does not fit."""
    found = _next_such(moment.on, month, day)
    passed = _last_such(moment.on, month, day)
    if weekday is not None:
        return _fitting(moment, found, passed, weekday)
    if passed is not None and passed < moment.on and (moment.on - passed).days <= _LATELY:
        return ask(f"{day} {MONTH_NAMES[month]} has just passed. Which year is meant?", found, passed)
    return found


def _next_such(on: date, month: int, day: int) -> date:
    for year in range(on.year, on.year + _LEAP_YEARS_APART + 1):
        if (month, day) == (2, 29) and not _is_leap(year):
            continue
        found = day_of(year, month, day)
        if found >= on:
            return found
    return day_of(on.year, month, day)


def _last_such(on: date, month: int, day: int) -> date | None:
    """Return the latest such day up to today, within a year."""
    for year in (on.year, on.year - 1):
        if (month, day) == (2, 29) and not _is_leap(year):
            continue
        found = day_of(year, month, day)
        if found <= on:
            return found
    return None


def _is_leap(year: int) -> bool:
    return month_of(year, 2).end.day == 29  # noqa: PLR2004 - the leap day


def _fitting(moment: Moment, found: date, passed: date | None, weekday: int) -> Reading:
    if found.weekday() == weekday:
        return found
    if passed is not None and passed.weekday() == weekday and (moment.on - passed).days <= _LATELY:
        return passed
    return contradiction(found, weekday, moment.on)


def contradiction(day: date, weekday: int, on: date) -> Reading:
    """Return the question that a weekday raises which is not that of the day."""
    near = min((days_after(day, n) for n in range(-3, 4)), key=lambda other: other.weekday() != weekday)
    choices = (day, near) if near >= on else (day,)
    return ask(f"{day.day} {MONTH_NAMES[day.month]} {day.year} is a {day:%A}. Which day is meant?", *choices)


def _checked(found: date, words: Words, moment: Moment) -> Reading:
    weekday = words.value("W")
    return found if weekday in (None, found.weekday()) else contradiction(found, weekday or 0, moment.on)


def _numbers(words: Words) -> list[int]:
    return [value for letter, value in zip(words.shape, words.values, strict=True) if letter in "NOY"]


def _day_month(words: Words, moment: Moment) -> Reading:
    (day,) = _numbers(words)
    return on_day(moment, words.value("M") or 0, day, words.value("W"))


def _day_month_year(words: Words, moment: Moment) -> Reading:
    day, year = _numbers(words)
    if year < _FIRST_PLAIN_YEAR and abs(full_year(year) - moment.on.year) > _YEARS_AHEAD:
        return None
    return _checked(day_of(full_year(year), words.value("M") or 0, day), words, moment)


def _year_first(words: Words, moment: Moment) -> Reading:
    year, *rest = _numbers(words)
    month = words.value("M")
    month, day = (month, rest[0]) if month else (rest[0], rest[1])
    return _checked(day_of(year, month, day), words, moment)


def _month_number(words: Words, moment: Moment) -> Reading:
    """``Aug 5`` is a day; ``Sept 24`` may be a year as well."""
    month, number = words.value("M") or 0, words.value("N") or 0
    year = full_year(number)
    as_year = moment.on.year <= year <= moment.on.year + _YEARS_AHEAD
    if not as_year:
        return on_day(moment, month, number)
    end = month_of(year, month).end
    if number > _LONGEST_MONTH:
        return month_of(year, month)
    try:
        day = on_day(moment, month, number)
    except NoSuchDay:
        return month_of(year, month)
    choices = [found for found in (day, end) if isinstance(found, date) and found >= moment.on]
    return ask(f"Is that {number} {MONTH_NAMES[month]}, or {MONTH_NAMES[month]} {year}?", *choices)


def _numeric(words: Words, moment: Moment) -> Reading:
    """Day first; what can only be month first is a question."""
    numbers = _numbers(words)
    day, month = numbers[:2]
    year = full_year(numbers[2]) if len(numbers) > 2 else None  # noqa: PLR2004 - a third number is the year
    if month > MONTHS_OF_YEAR >= day and month <= _LONGEST_MONTH:
        return _american(day, month, year, moment)
    if year is None and month == day + 1 > MONTHS_OF_YEAR + 1:
        return financial_year(full_year(day))
    if year is not None:
        return _checked(day_of(year, month, day), words, moment)
    return on_day(moment, month, day, words.value("W"))


def _american(month: int, day: int, year: int | None, moment: Moment) -> Reading:
    found = [day_of(year, month, day) if year else _next_such(moment.on, month, day)]
    if year is None and moment.on.year <= full_year(day) <= moment.on.year + _YEARS_AHEAD:
        found.append(month_of(full_year(day), month).end)
    return ask(f"There is no month {day}. Is {day} {MONTH_NAMES[month]} meant, month first?", *found)


def _day_alone(words: Words, moment: Moment) -> Reading:
    """``the 12th`` is the next 12th; ``Monday 5th`` the next 5th that is a Monday."""
    (day,) = _numbers(words)
    if not 1 <= day <= _LONGEST_MONTH:
        return None
    days = _such_days(moment.on, day)
    first = next(days)
    weekday = words.value("W")
    if weekday is not None:
        return _on_weekday(first, days, weekday, moment.on)
    if first == moment.on:
        return ask(f"Is that today, or the {ordinal(day)} of next month?", first, next(days))
    return first


def _on_weekday(first: date, later: Iterator[date], weekday: int, on: date) -> Reading:
    """Return the first of the days that is such a weekday, within two months; else ask."""
    for day in (first, *islice(later, 2)):
        if day.weekday() == weekday and (day - on).days <= _SOON:
            return day
    near = weekday_after(days_after(first, -4), weekday)
    name = f"{ordinal(first.day)} of {MONTH_NAMES[first.month]}"
    return ask(f"The {name} is a {first:%A}. Which day is meant?", first, near)


def _such_days(on: date, day: int) -> Iterator[date]:
    """Yield the days of this number in the months to come, today among them."""
    for ahead in count():
        month = month_of(on.year + (on.month + ahead - 1) // 12, (on.month + ahead - 1) % 12 + 1)
        if day <= month.end.day and (ahead or day >= on.day):
            yield month.end.replace(day=day)


def _bare_number(words: Words, moment: Moment) -> Reading:
    (day,) = words.values
    if not 1 <= day <= _LONGEST_MONTH:
        return None
    return ask(f"Is that the {ordinal(day)} of the month?", next(_such_days(moment.on, day)))


def _of_month(words: Words, moment: Moment) -> Reading:
    """``28th inst``, ``5th of next month``."""
    (day,) = _numbers(words)
    ahead = words.value("i") if "i" in words.shape else int("n" in words.shape)
    first = months_after(date(moment.on.year, moment.on.month, 1), ahead or 0)
    return _checked(day_of(first.year, first.month, day), words, moment)


def _day_of_some_month(words: Words, moment: Moment) -> Reading:
    """``15th of the month``: the next 15th."""
    return _day_alone(words.part(0, -1), moment)


def _some_days(words: Words, moment: Moment) -> Reading:
    """Of ``1-2 August`` the last counts."""
    at = words.shape.index("M")
    return _day_month_of_last(words.part(at - 1), moment)


def _day_month_of_last(words: Words, moment: Moment) -> Reading:
    return _day_month_year(words, moment) if len(words.shape) > 2 else _day_month(words, moment)  # noqa: PLR2004


FAMILY = Family(
    name="days by number",
    rule="Day before month, in words or figures; without a year, the next such day. A weekday that does not fit, a "
    "day that has just passed and a two-figure number that may be a year are questions.",
    examples=examples(
        ("1st August 2019", "2019-08-01"), ("12/8", "2019-08-12"), ("5.8.19", "2019-08-05"), ("31/3", "2020-03-31"),
        ("2019-08-05", "2019-08-05"), ("Mon 5 Aug", "2019-08-05"), ("Monday 5th", "2019-08-05"),
        ("the 12th", "2019-07-12"), ("30th inst", "2019-06-30"), ("Monday 6 August", "ask 2019-08-06 2019-08-05"),
        ("Sept 20", "ask 2019-09-20 2020-09-30"), ("9/18", "ask 2019-09-18"), ("9/19", "ask 2019-09-19 2019-09-30"),
        ("31 June", "unread"),
        ("10 June", "ask 2020-06-10 2019-06-10"), ("2 August 2018", "ask 2018-08-02 2019-08-02"),
        ("1 August 2024", "ask 2024-08-01"), ("between 21-25 May 2020", "2020-05-25"),
    ),
    readers=(
        shape("W?[NO]/?MW?", _day_month),
        shape("M[O]W?|WM[NO]", _day_month),
        shape("W?[NO][/~]?M[/~]?[NY]|M[/~]?[NO][/~]?YW?|WM[NO]Y|[NO]MYW|M/N=Y", _day_month_year),
        shape("Y-N-N|Y=N=N|Y[.]N[.]N|YM[NO]|Y[NO]M", _year_first),
        shape("MN", _month_number),
        shape("W?N[=.-]NW?|W?N=N=[NY]W?|W?N-N-[NY]W?|W?N[.]N[.][NY]W?", _numeric),
        shape("NNY", _numeric),
        shape("W?[O]W?|W[N]", _day_alone),
        shape("N", _bare_number),
        shape("W?[NO]i|W?[NO][hn]m", _of_month),
        shape("W?Om", _day_of_some_month),
        shape("F?(?:[NO][=/~+-]){1,3}[NO]M[NY]?|OOM[NY]?", _some_days),
    ),
)  # fmt: skip
