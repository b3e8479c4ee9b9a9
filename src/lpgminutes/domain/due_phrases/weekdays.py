"""Weekdays: ``Friday``, ``next Friday``, ``a week on Tuesday``, ``first Monday in July``."""

from datetime import date

from lpgminutes.domain.due_phrases.family import Family, Reading, ask, examples, shape
from lpgminutes.domain.due_phrases.lexer import Words
from lpgminutes.domain.due_phrases.reckoning import (
    DAYS_OF_WEEK,
    Moment,
    NoSuchDay,
    coming_month,
    days_after,
    monday_of,
    month_of,
    months_after,
    weekday_after,
)


def _weekday(words: Words, moment: Moment) -> date:
    return weekday_after(moment.on, words.value("W") or 0)


def _later(words: Words, moment: Moment) -> Reading:
    """Of ``Mon-Weds`` the later counts."""
    return weekday_after(weekday_after(moment.on, words.values[0]), words.values[1])


def _this(words: Words, moment: Moment) -> Reading:
    """``this Thursday``, said on a Thursday, is today or in a week."""
    coming = _weekday(words, moment)
    if moment.on.weekday() == words.value("W"):
        return ask("Is that today, or in a week?", moment.on, coming)
    return coming


def _of_week(words: Words, moment: Moment) -> Reading:
    """Return the weekday of this week or the next: ``next Friday``, ``Tuesday next week``."""
    weeks = int("n" in words.shape)
    return days_after(monday_of(moment.on), weeks * DAYS_OF_WEEK + (words.value("W") or 0))


def _weeks_on(words: Words, moment: Moment) -> Reading:
    """``Friday week``, ``two weeks on Tuesday``: so many weeks after the coming one."""
    weeks = (words.value("N") or 1) * (2 if "f" in words.shape else 1)
    start = _weekday(words, moment) if "W" in words.shape else days_after(moment.on, words.value("R") or 0)
    return days_after(start, weeks * DAYS_OF_WEEK)


def _of_month(words: Words, moment: Moment) -> Reading:
    """``first Monday in July``, ``last Friday of the month``."""
    for month in _months(words, moment.on):
        found = nth_weekday(month, words.value("W") or 0, None if "l" in words.shape else words.value("O") or 0)
        if found >= moment.on or "Y" in words.shape:
            return found
    return None


def _months(words: Words, on: date) -> tuple[date, ...]:
    """Return the first days of the months that are meant, the likelier first."""
    month = words.value("M")
    if month is None:
        first = date(on.year, on.month, 1)
        if "n" in words.shape:
            return (months_after(first, 1),)
        return (first,) if "h" in words.shape else (first, months_after(first, 1))
    year = words.value("Y")
    if year is not None:
        return (date(year, month, 1),)
    coming = coming_month(on, month).start
    return (coming, months_after(coming, 12))


def nth_weekday(first: date, weekday: int, n: int | None) -> date:
    """Return the n-th such weekday of a month, or its last for ``None``."""
    if n is None:
        return days_after(weekday_after(month_of(first.year, first.month).end, weekday), -DAYS_OF_WEEK)
    found = days_after(weekday_after(days_after(first, -1), weekday), (n - 1) * DAYS_OF_WEEK)
    if found.month != first.month or n < 1:
        raise NoSuchDay(f"There are not {n} such weekdays in that month.")
    return found


FAMILY = Family(
    name="weekdays",
    rule='A weekday is the next such day after the day of the meeting; "next" Friday is the Friday of next week; '
    "Friday week is a week after the coming Friday.",
    examples=examples(
        ("by Friday", "2019-06-21"), ("this Fri", "2019-06-21"), ("next Friday", "2019-06-28"),
        ("next Tuesday", "2019-06-25"), ("Thurs", "2019-06-27"), ("Friday week", "2019-06-28"),
        ("a week on Tuesday", "2019-07-02"), ("a week today", "2019-06-27"), ("Tuesday next week", "2019-06-25"),
        ("first Monday in July", "2019-07-01"), ("last Friday of the month", "2019-06-28"),
        ("this Thursday", "ask 2019-06-20 2019-06-27"),
    ),
    readers=(
        shape("W|cW", _weekday),
        shape("hW", _this),
        shape("nW|Wn|Wnw|nwW|Whw|hwW", _of_week),
        shape("WW", _later),
        shape("N?[wf][WR]|[WR]N?[wf]", _weeks_on),
        shape("OW[hn]?m|OWMY?|lW[hn]?m|lWMY?", _of_month),
    ),
)  # fmt: skip
