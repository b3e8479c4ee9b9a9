"""Weeks, months, years, and their ends: ``end of July``, ``next week``, ``mid-August``."""

from lpgminutes.domain.due_dates import DueKind
from lpgminutes.domain.due_phrases.family import Answer, Family, Reading, ask, examples, shape
from lpgminutes.domain.due_phrases.lexer import Words
from lpgminutes.domain.due_phrases.reckoning import (
    FRIDAY,
    MONTH_NAMES,
    Moment,
    Period,
    coming_month,
    days_after,
    financial_year,
    financial_year_of,
    full_year,
    month_of,
    months_after,
    quarter_of,
    week_after,
    year_of,
)


def unit_period(unit: str, ahead: int, moment: Moment) -> Period:
    """Return this week, month, quarter, year or financial year, or one so many ahead."""
    on = moment.on
    if unit in "we":
        week = week_after(on, ahead)
        return week if unit == "w" else Period(days_after(week.start, FRIDAY + 1), days_after(week.start, FRIDAY + 2))
    if unit == "m":
        first = months_after(on.replace(day=1), ahead)
        return month_of(first.year, first.month)
    if unit == "q":
        return quarter_of(on, ahead)
    return year_of(on.year + ahead) if unit == "y" else financial_year(financial_year_of(on) + ahead)


def _this_or_next(words: Words, moment: Moment) -> Reading:
    if words.shape == "e" and words.values[0] == 2:  # noqa: PLR2004 - "by the weekend": before it begins
        return week_after(moment.on, 0).end
    if words.shape == "nw" and words.values[0] == 2:  # noqa: PLR2004 - "the next week", not "next week"
        return days_after(moment.on, 7)
    if words.shape == "nm" and words.values[0] == 2:  # noqa: PLR2004 - as above
        return months_after(moment.on, 1)
    return unit_period(words.shape[-1], int(words.shape[0] == "n"), moment)


def _next(words: Words, moment: Moment) -> Reading:
    """``the week following``."""
    return unit_period(words.shape[0], 1, moment)


def _start_of_financial_year(words: Words, moment: Moment) -> Reading:  # noqa: ARG001 - every reader is asked alike
    starting = financial_year_of(moment.on)
    this = financial_year(starting).start
    return this if this == moment.on else financial_year(starting + 1).start


def _end_of_unit(words: Words, moment: Moment) -> Reading:
    return unit_period(words.shape.strip("ELhn"), int("n" in words.shape), moment).end


def _some_time(words: Words, moment: Moment) -> Reading:  # noqa: ARG001 - every reader is asked alike
    return Answer(kind=DueKind.NONE, text="no date: kept as words")


def _month(words: Words, moment: Moment) -> Reading:
    return coming_month(moment.on, words.value("M") or 0)


def _month_end(words: Words, moment: Moment) -> Reading:
    """``EOM July``."""
    rest = words.part(2)
    return _month_and_year(rest, moment) if "Y" in rest.shape else _month(rest, moment)


def _new_financial_year(words: Words, moment: Moment) -> Reading:
    start = financial_year(financial_year_of(moment.on) + 1).start
    is_new = words.values[0] == 2  # noqa: PLR2004 - and no other: which year is meant is not said
    return ask("The new financial year is long. By which day?", start) if is_new else None


def _next_month_by_name(words: Words, moment: Moment) -> Reading:
    """``next May``: this year's or the year after's, when both are ahead."""
    month = words.value("M") or 0
    coming = coming_month(moment.on, month)
    if coming.start.year > moment.on.year:
        return coming
    later = month_of(coming.start.year + 1, month)
    if moment.on >= coming.start:
        return later
    return ask(f"Is that {MONTH_NAMES[month]} {coming.end.year}, or a year later?", coming.end, later.end)


def _month_and_year(words: Words, moment: Moment) -> Reading:
    if "y" in words.shape:
        return month_of(moment.on.year + int("n" in words.shape), words.value("M") or 0)
    return month_of(words.value("Y") or 0, words.value("M") or 0)


def _numeric_month(words: Words, moment: Moment) -> Reading:  # noqa: ARG001 - every reader is asked alike
    numbers = [value for letter, value in zip(words.shape, words.values, strict=True) if letter in "NY"]
    year, month = sorted(numbers, reverse=True)
    return month_of(year, month) if 1 <= month <= 12 else None  # noqa: PLR2004 - months


def _last_of_months(words: Words, moment: Moment) -> Reading:
    """Of ``June/July`` the last counts."""
    return _month_and_year(words.part(-2), moment) if words.shape[-1] == "Y" else _month(words.part(-1), moment)


def _year(words: Words, moment: Moment) -> Reading:  # noqa: ARG001 - as above
    return year_of(full_year(words.value("Y") or 0))


FAMILY = Family(
    name="weeks, months and years",
    rule="A week ends on its Friday, a month alone on its last day, the next such month that has not ended; of two "
    "months the later.",
    examples=examples(
        ("end of the week", "2019-06-21"), ("EOW", "2019-06-21"), ("next week", "2019-06-28"),
        ("end of next week", "2019-06-28"), ("end of month", "2019-06-30"), ("month end", "2019-06-30"),
        ("next month", "2019-07-31"), ("end July", "2019-07-31"), ("July", "2019-07-31"), ("May", "2020-05-31"),
        ("June/July", "2019-07-31"), ("September 2020", "2020-09-30"), ("End 2019", "2019-12-31"),
        ("next July", "ask 2019-07-31 2020-07-31"),
    ),
    readers=(
        shape("L", _some_time),
        shape("[hn][wmqyz]|[hn]e|e", _this_or_next),
        shape("[wm]n", _next),
        shape("B[hn]?z", _start_of_financial_year),
        shape("zE", _end_of_unit),
        shape("[EL][hn]?[wmqyze]|[wmq]E", _end_of_unit),
        shape("[EhL]?M|ME", _month),
        shape("EmMY?", _month_end),
        shape("z", _new_financial_year),
        shape("nM", _next_month_by_name),
        shape("[EL]?M/?Y|MYE|YM|M[hn]y", _month_and_year),
        shape("N[=.-]Y", _numeric_month),
        shape("M[/~+]?MY?|M/M/MY?", _last_of_months),
        shape("[EL]?y?Y|YE", _year),
    ),
)  # fmt: skip
