"""Spans from the meeting on: ``in two weeks``, ``5 working days``, ``tomorrow``."""

from datetime import date

from lpgminutes.domain.due_phrases.family import Family, Reading, ask, examples, shape
from lpgminutes.domain.due_phrases.lexer import Words
from lpgminutes.domain.due_phrases.reckoning import (
    DAYS_OF_WEEK,
    Moment,
    coming_month,
    days_after,
    month_of,
    months_after,
    week_after,
)

_HOURS_OF_DAY = 24
_MONTHS = {"m": 1, "q": 3, "y": 12}
_DAYS = {"d": 1, "w": DAYS_OF_WEEK, "f": 2 * DAYS_OF_WEEK}
_UNITS = frozenset("dtkwfmqy")
_LONGEST = 400
"""More working days than this are a slip of the pen."""


def length_after(
    words: Words, start: date, moment: Moment, *, back: bool = False, is_clear: bool = False
) -> date | None:
    """Return the day that lies a length of time after a day, or before it; of clear days neither end is counted."""
    unit = words.shape[-1]
    number = words.value("N")
    count = (1 if number is None else number) + (is_clear and unit in "dk")
    sign = -1 if back else 1
    if unit == "k":
        return _working(start, count * words.values[-1], moment, back=back)
    if unit == "t":
        return days_after(start, sign * (count // _HOURS_OF_DAY))
    if unit in _MONTHS:
        return months_after(start, sign * count * _MONTHS[unit])
    return days_after(start, sign * count * _DAYS[unit])


def _working(start: date, count: int, moment: Moment, *, back: bool) -> date | None:
    if not 0 < count <= _LONGEST:
        return None
    days = moment.working_days
    return days.before(start, count) if back else days.after(start, count)


def _relative_day(words: Words, moment: Moment) -> Reading:
    return days_after(moment.on, words.values[0])


def _span(words: Words, moment: Moment) -> Reading:
    return length_after(words, moment.on, moment)


def _together(words: Words, moment: Moment) -> Reading:
    """``two weeks and three days``: one after the other."""
    first = length_after(words.part(0, 2), moment.on, moment)
    return length_after(words.part(-2), first, moment) if first else None


def _working_day_of_month(words: Words, moment: Moment) -> Reading:
    """``first working day of July``, ``last working day of the month``."""
    month, year = words.value("M"), words.value("Y")
    if month is None:
        first = months_after(moment.on.replace(day=1), int("n" in words.shape))
    else:
        first = date(year, month, 1) if year else coming_month(moment.on, month).start
    if "l" in words.shape:
        return moment.working_days.before(months_after(first, 1), 1)
    return moment.working_days.after(days_after(first, -1), words.value("O") or 1)


def _longer(words: Words, moment: Moment) -> Reading:
    """Of ``2/3 weeks``, ``a week or two`` and ``a day or a week`` the longer counts."""
    waiting: list[int] = []
    lengths: list[Words] = []
    unit, size = "", 0
    for letter, value in zip(words.shape, words.values, strict=True):
        if letter == "N":
            waiting.append(value)
        elif letter in _UNITS:
            unit, size = letter, value
            lengths += [Words("N" + unit, (number, size)) for number in waiting]
            waiting.clear()
    lengths += [Words("N" + unit, (number, size)) for number in waiting]
    if words.shape[1] == "=" and words.values[0] > words.values[2]:
        return None
    days = [length_after(length, moment.on, moment) for length in lengths]
    return max((day for day in days if day), default=None)


def _within(words: Words, moment: Moment) -> Reading:
    """``within the week`` may be this week, or seven days."""
    on = moment.on
    ends = (week_after(on, 0).end, days_after(on, 7)) if words.values[0] == 1 else _month_from(on)
    return ask("Is that its end, or so long from today?", *ends)


def _month_from(on: date) -> tuple[date, date]:
    return month_of(on.year, on.month).end, months_after(on, 1)


def _ago(words: Words, moment: Moment) -> Reading:
    found = length_after(words.part(0, -1), moment.on, moment, back=True)
    return found and ask("That is in the past. Which day is meant?", found)


FAMILY = Family(
    name="spans",
    rule="Counted from the day of the meeting; of two numbers the larger. Working days leave out weekends and the bank "
    "holidays of every part of the United Kingdom; the first is the day after the meeting.",
    examples=examples(
        ("tomorrow", "2019-06-21"), ("in two weeks", "2019-07-04"), ("2 weeks' time", "2019-07-04"),
        ("fortnight", "2019-07-04"), ("within the next month", "2019-07-20"), ("2/3 weeks", "2019-07-11"),
        ("a week or two", "2019-07-04"), ("5 working days", "2019-06-27"), ("within 48 hours", "2019-06-22"),
        ("10wd", "2019-07-04"), ("EOD", "2019-06-20"),
    ),
    readers=(
        shape("R", _relative_day),
        shape("N[dtkwfmqy]|f|[nhc]N[dtkwfmqy]|c[dkwfmqy]|n[dk]|[hn]f", _span),
        shape("X", _within),
        shape("[Ol]k[hn]?m|[Ol]kMY?", _working_day_of_month),
        shape("N[=/~+-]N[dtkwfmqy]|n?N?[dkwmqy]/N|N[dkwmqy]/N[dkwmqy]", _longer),
        shape(r"N[yqmwfd]\+?N[mwd]", _together),
        shape("N[dtkwfmqy]g", _ago),
    ),
)  # fmt: skip
