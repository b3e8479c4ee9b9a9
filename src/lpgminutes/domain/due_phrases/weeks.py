"""Weeks by date or number: ``w/c 5 August``, ``w/e 9 Aug``, ``first week of Sept``."""

from datetime import date
from functools import partial

from lpgminutes.domain.due_phrases.family import Family, Read, Reading, ask, examples, shape
from lpgminutes.domain.due_phrases.lexer import Words
from lpgminutes.domain.due_phrases.reckoning import (
    FRIDAY,
    MONTH_NAMES,
    Moment,
    Period,
    coming_month,
    days_after,
    monday_of,
    month_of,
    months_after,
    weekday_after,
)

_DAY_OF_WEEK = {"B": 0, "A": 1, "D": 2, "L": FRIDAY, "E": FRIDAY}
_MOST_OF_A_WEEK = 3
"""So many weekdays of a week make it a week of the month."""


def _commencing(words: Words, moment: Moment, read: Read) -> Reading:
    """A week commencing is due on the day named, which should be a Monday."""
    if words.shape in ("CO", "CN"):
        words = Words("CW" + words.shape[1], (1, 0, words.values[1]))
    day = read(words.part(1), moment)
    if isinstance(day, Period):
        return day.start if days_after(day.start, 7) > day.end else None
    if not isinstance(day, date):
        return day
    named = "W" in words.shape
    monday = monday_of(day)
    after_a_day_off = (day - monday).days == 1 and not moment.working_days.is_working(monday)
    if day == monday or named or after_a_day_off:
        return day
    return ask(f"{day.day} {MONTH_NAMES[day.month]} {day.year} is a {day:%A}. Which day is meant?", day, monday)


def _next_monday(words: Words, moment: Moment) -> Reading:  # noqa: ARG001 - every reader is asked alike
    return days_after(monday_of(moment.on), 7)


def _part_of_commencing(words: Words, moment: Moment, read: Read) -> Reading:
    """``end of w/c 3 September``: Friday; early is Tuesday, the middle Wednesday."""
    day = read(words.part(2), moment)
    return days_after(monday_of(day), _DAY_OF_WEEK[words.shape[0]]) if isinstance(day, date) else day


def _ending(words: Words, moment: Moment, read: Read) -> Reading:
    return read(words.part(words.shape.index("G") + 1), moment)


def _of_month(words: Words, moment: Moment) -> Reading:
    """``first week of Sept``: its Friday, or the last weekday of the month that it has."""
    number = None if "l" in words.shape else words.value("O") or 0
    for month in _months(words, moment):
        week = _nth_week(month, number)
        if week and (week.end >= moment.on or "Y" in words.shape):
            return week
    return None


def _some_weeks_of_month(words: Words, moment: Moment) -> Reading:
    """``first two weeks of July``, ``last fortnight in July``."""
    month = _months(words, moment)[0]
    weeks = words.value("N") or 2
    return month.end if words.shape[0] == "l" else days_after(month.start, 7 * weeks - 1)


def _months(words: Words, moment: Moment) -> tuple[Period, ...]:
    month, year = words.value("M"), words.value("Y")
    if month is not None:
        found = month_of(year, month) if year else coming_month(moment.on, month)
    else:
        first = months_after(moment.on.replace(day=1), int("n" in words.shape))
        found = month_of(first.year, first.month)
    later = months_after(found.start, 12 if month else 1)
    return (found, month_of(later.year, later.month))


def _nth_week(month: Period, number: int | None) -> Period | None:
    """Return the n-th week that has most of its weekdays in a month; the last for ``None``."""
    monday = monday_of(month.start)
    if (month.start - monday).days > FRIDAY + 1 - _MOST_OF_A_WEEK:
        monday = days_after(monday, 7)
    weeks = []
    while (month.end - monday).days + 1 >= _MOST_OF_A_WEEK:
        weeks.append(Period(max(monday, month.start), min(days_after(monday, FRIDAY), month.end)))
        monday = days_after(monday, 7)
    if number is None:
        return weeks[-1]
    return weeks[number - 1] if 1 <= number <= len(weeks) else None


def _after_next(words: Words, moment: Moment) -> Reading:
    """``the week after next``, ``the month after next``."""
    if words.shape[0] == "w":
        monday = days_after(monday_of(moment.on), 14)
        return Period(monday, days_after(monday, FRIDAY))
    first = months_after(moment.on.replace(day=1), 2)
    return month_of(first.year, first.month)


def _weekday_after_next(words: Words, moment: Moment) -> Reading:
    coming = weekday_after(moment.on, words.value("W") or 0)
    return ask("Which of these is the one after next?", days_after(coming, 7), days_after(coming, 14))


def family(read: Read) -> Family:
    """Return the family, which reads the day of the week by ``read``."""
    return Family(
        name="weeks by date",
        rule="A week commencing is due on the day named, a question when that is no Monday; a week ending on the day "
        "named; the first week of a month is the first with most of its weekdays in it, due on its Friday.",
        examples=examples(
            ("w/c 5 August", "2019-08-05"), ("week commencing 5/8", "2019-08-05"), ("wk of 5 Aug", "2019-08-05"),
            ("end of w/c 5 August", "2019-08-09"), ("w/e 9 Aug", "2019-08-09"), ("first week of Sept", "2019-09-06"),
            ("last week of July", "2019-07-31"), ("week after next", "2019-07-05"),
            ("w/c 7 August", "ask 2019-08-07 2019-08-05"),
        ),
        readers=(
            shape("nC|Cn", _next_monday),
            shape("C.+", partial(_commencing, read=read)),
            shape("[EABDL]C.+", partial(_part_of_commencing, read=read)),
            shape("E?G.+", partial(_ending, read=read)),
            shape("[Ol][wC]MY?|[Ol][wC][hn]?m", _of_month),
            shape("[Ol](?:Nw|f)MY?", _some_weeks_of_month),
            shape("[wm]an", _after_next),
            shape("Wan", _weekday_after_next),
        ),
    )  # fmt: skip
