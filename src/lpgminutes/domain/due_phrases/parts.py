"""Parts of a period: ``mid-August``, ``early next week``, ``start of the month``, ``late July``."""

from datetime import date
from functools import partial

from lpgminutes.domain.due_phrases.absolute_dates import on_day
from lpgminutes.domain.due_phrases.family import Family, Read, Reading, ask, examples, shape
from lpgminutes.domain.due_phrases.lexer import Words
from lpgminutes.domain.due_phrases.reckoning import Moment, Period, days_after, month_of, months_after, weekday_after

_DAY_OF_MONTH = {"B": 1, "A": 10, "D": 15}
_WEEKDAY = {"B": 0, "A": 1, "D": 2}
"""Monday, Tuesday, Wednesday."""
_LONGEST_WEEK = 7
_LONGEST_MONTH = 31
_DAYS_OF_MONTH = 30.4
_QUARTERS = 4


def _of_month_by_name(words: Words, moment: Moment) -> Reading:
    return on_day(moment, words.value("M") or 0, _DAY_OF_MONTH[words.shape[0]])


def _of_this_month(words: Words, moment: Moment) -> Reading:
    """``mid month``: the next such day."""
    day = _DAY_OF_MONTH[words.shape[0]]
    this = month_of(moment.on.year, moment.on.month)
    found = this.start.replace(day=day)
    return found if found >= moment.on else days_after(this.end, day)


def _of_this_week(words: Words, moment: Moment) -> Reading:
    """``mid week``: the next such day, today among them."""
    return weekday_after(days_after(moment.on, -1), _WEEKDAY[words.shape[0]])


def _of_this_year(words: Words, moment: Moment, read: Read) -> Reading:
    return _of_period(Words(words.shape[0] + "hy", (1, 1, 1)), moment, read)


def _of_period(words: Words, moment: Moment, read: Read) -> Reading:
    """Return the part of whatever period follows."""
    part = words.shape[0]
    period = read(words.part(1), moment)
    if isinstance(period, date):
        return period if part in "EL" else None
    if not isinstance(period, Period):
        return period
    return _part(part, period)


def _part(part: str, period: Period) -> Reading:
    length = (period.end - period.start).days + 1
    if part in "EL":
        return period.end
    if part == "B":
        return period.start
    if length <= _LONGEST_WEEK:
        return days_after(period.start, _WEEKDAY[part])
    if length <= _LONGEST_MONTH:
        return period.start.replace(day=_DAY_OF_MONTH[part])
    which = "Early in" if part == "A" else "The middle of"
    months = round(length / _DAYS_OF_MONTH)
    rough = months_after(period.start, (months - 1) // (_QUARTERS if part == "A" else 2))
    return ask(f"{which} so long a time is no day. By which day?", month_of(rough.year, rough.month).end)


def _later_part(words: Words, moment: Moment, read: Read) -> Reading:
    """Of ``mid to late July`` the later part counts."""
    return read(words.part(2 if words.shape[1] in "/~+" else 1), moment)


def family(read: Read) -> Family:
    """Return the family, which reads the period itself by ``read``."""
    return Family(
        name="parts of a week or a month",
        rule="Early in a month is the 10th, the middle the 15th, late its last day; early in a week is Tuesday, the "
        "middle Wednesday, late Friday; the start is the first day. Of two parts the later. A part of a season or a "
        "year is a question.",
        examples=examples(
            ("mid-August", "2019-08-15"), ("early September", "2019-09-10"), ("late July", "2019-07-31"),
            ("mid to late July", "2019-07-31"), ("Mid/End August", "2019-08-31"), ("start of July", "2019-07-01"),
            ("early next week", "2019-06-25"), ("midweek", "2019-06-26"), ("mid next month", "2019-07-15"),
            ("early autumn", "ask 2019-09-30"), ("mid-June", "ask 2020-06-15 2019-06-15"),
        ),
        readers=(
            shape("[ABD]M", _of_month_by_name),
            shape("[ABD]h?m", _of_this_month),
            shape("[ABD]w", _of_this_week),
            shape("[ABD]y", partial(_of_this_year, read=read)),
            shape("[EABDL][/~+]?[EABDL].+", partial(_later_part, read=read)),
            shape("[EABDL][^/~+]+", partial(_of_period, read=read)),
        ),
    )  # fmt: skip
