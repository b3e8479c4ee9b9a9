"""Spans from the meeting on: ``in two weeks``, ``5 working days``, ``tomorrow``."""

from datetime import date

from lpgminutes.domain.due_phrases.family import Family, Reading, ask, examples, shape
from lpgminutes.domain.due_phrases.lexer import Words
from lpgminutes.domain.due_phrases.reckoning import DAYS_OF_WEEK, Moment, days_after, months_after

SPAN = "(?:n|c)?N?[dtkwfmqy]"
"""The shape of a length of time."""
_HOURS_OF_DAY = 24
_MONTHS = {"m": 1, "q": 3, "y": 12}
_DAYS = {"d": 1, "w": DAYS_OF_WEEK, "f": 2 * DAYS_OF_WEEK}
_LONGEST = 400
"""More working days than this are a slip of the pen."""


def length_after(words: Words, start: date, moment: Moment, *, back: bool = False) -> date | None:
    """Return the day that lies a length of time after a day, or before it."""
    unit = words.shape[-1]
    number = words.value("N")
    count = 1 if number is None else number
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


def _longer(words: Words, moment: Moment) -> Reading:
    """Of ``2/3 weeks`` and ``a week or two`` the longer counts."""
    unit = next(letter for letter in words.shape if letter in "dtkwfmqy")
    numbers = [value for letter, value in zip(words.shape, words.values, strict=True) if letter == "N"]
    value = words.value(unit) or 1
    return length_after(Words("N" + unit, (max(numbers), value)), moment.on, moment)


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
        shape("N?[dtkwfmqy]|cN?[dtkwfmqy]|nN[dtkwfmqy]", _span),
        shape("N[/~-]N[dtkwfmqy]|[dwmqyf]/N|Nk?/Nk", _longer),
        shape("N?[dtkwfmqy]g", _ago),
    ),
)  # fmt: skip
