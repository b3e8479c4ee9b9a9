"""Quarters and financial years: ``Q2``, ``end Q1 FY25/26``, ``year end``."""

from datetime import date

from lpgminutes.domain.due_phrases.family import Family, Reading, ask, examples, shape
from lpgminutes.domain.due_phrases.lexer import Words
from lpgminutes.domain.due_phrases.reckoning import (
    MONTHS_OF_YEAR,
    Moment,
    Period,
    financial_year,
    financial_year_of,
    full_year,
    month_of,
    months_after,
)

_QUARTERS = 4
_SPAN = "(?:Y[=-][NY]|N[=-]N)"
"""A financial year in two numbers: ``2025/26``."""


def quarter(start: date, number: int) -> Period:
    """Return a quarter of the year that starts on a day."""
    first = months_after(start, 3 * (number - 1))
    last = months_after(first, 2)
    return Period(first, month_of(last.year, last.month).end)


def _number(words: Words) -> int:
    if "l" in words.shape:
        return _QUARTERS
    for letter in "QON":
        value = words.value(letter)
        if value is not None:
            return value
    return 0


def _quarter(words: Words, moment: Moment) -> Reading:
    """A quarter alone is the next of the financial year that has not ended."""
    number = _number(words)
    if not 1 <= number <= _QUARTERS:
        return None
    starting = financial_year_of(moment.on)
    if "z" in words.shape:
        return quarter(financial_year(starting + int("n" in words.shape)).start, number)
    found = quarter(financial_year(starting).start, number)
    return found if found.end >= moment.on else quarter(financial_year(starting + 1).start, number)


def _quarter_of_span(words: Words, moment: Moment) -> Reading:  # noqa: ARG001 - every reader is asked alike
    starting = _starting(words.part(-3))
    number = _number(words.part(0, -3))
    return quarter(date(starting, 4, 1), number) if starting and 1 <= number <= _QUARTERS else None


def _quarter_after_span(words: Words, moment: Moment) -> Reading:
    """``FY 20/21 Q1``."""
    start = int(words.shape[0] == "z")
    span, rest = words.part(start, start + 3), words.part(start + 3)
    return _quarter_of_span(Words(rest.shape + span.shape, rest.values + span.values), moment)


def _quarter_of_year(words: Words, moment: Moment) -> Reading:
    """``Q1 2025`` is a quarter of the calendar year, or of a financial year: a question."""
    year, number = full_year(words.values[-1]), _number(words.part(0, -1))
    if not 1 <= number <= _QUARTERS:
        return None
    financial = [quarter(date(start, 4, 1), number).end for start in (year, year - 1)]
    if "z" in words.shape:
        return _which(moment, *reversed(financial))
    return _which(moment, quarter(date(year, 1, 1), number).end, financial[0])


def _which(moment: Moment, *days: date) -> Reading:
    ahead = [day for day in days if day >= moment.on]
    return ask("Which year is meant, the calendar year or a financial year?", *(ahead or days))


def _quarter_of_some_year(words: Words, moment: Moment) -> Reading:
    year = moment.on.year + int("n" in words.shape)
    return _quarter_of_year(Words(words.shape[0] + "Y", (words.values[0], year)), moment)


def _calendar_quarter(words: Words, moment: Moment) -> Reading:
    year = words.value("Y")
    found = quarter(date(year or moment.on.year, 1, 1), _number(words))
    return found if year or found.end >= moment.on else quarter(date(moment.on.year + 1, 1, 1), _number(words))


def _half(words: Words, moment: Moment) -> Reading:
    number = words.values[0]
    starts = (date(moment.on.year + ahead, month, 1) for month in (4, 1) for ahead in (-1, 0, 1))
    ends = sorted(quarter(start, 2 * number).end for start in starts)
    return ask(
        "Half of which year, the financial or the calendar year?", *[end for end in ends if end >= moment.on][:2]
    )


def _starting(span: Words) -> int | None:
    """Return the year in which ``2025/26`` starts, if that is one."""
    first, second = span.values[0], span.values[-1]
    starting = full_year(first)
    return starting if full_year(second) == starting + 1 or second == (starting + 1) % 100 else None


def _span(words: Words, moment: Moment) -> Reading:
    starting = _starting(words.part(-3))
    second = words.values[-1]
    if starting is None:
        return month_of(words.value("Y") or 0, second) if "z" not in words.shape and second <= MONTHS_OF_YEAR else None
    if "z" not in words.shape and second <= MONTHS_OF_YEAR:
        end = financial_year(starting).end
        return ask("Is that a financial year, or a month?", month_of(starting, second).end, end)
    return (
        financial_year(starting) if words.shape[-3] == "Y" or "z" in words.shape or second > moment.on.month else None
    )


def _single(words: Words, moment: Moment) -> Reading:
    """``FY26`` ends or starts in that year: a question."""
    year = full_year(words.values[-1])
    return _which(moment, financial_year(year - 1).end, financial_year(year).end)


def _year_end(words: Words, moment: Moment) -> Reading:  # noqa: ARG001 - as above
    calendar = date(moment.on.year, MONTHS_OF_YEAR, 31)
    financial = financial_year(financial_year_of(moment.on)).end
    return ask("The end of which year, the calendar or the financial year?", *sorted((calendar, financial)))


def _named_year(words: Words, moment: Moment) -> Reading:
    """A tax year ends on 5 April; an academic year in July or August."""
    later = int("n" in words.shape)
    if words.value("j") == 0:
        this = date(moment.on.year, 4, 5)
        return this.replace(year=this.year + later + (this < moment.on))
    ends = [date(moment.on.year + (moment.on.month > month) + later, month, 31) for month in (7, 8)]
    return ask("When does that year end?", *ends)


FAMILY = Family(
    name="quarters and financial years",
    rule="Quarters are those of the financial year, which ends on 31 March. A quarter with a single year, FY with a "
    "single year, and year end may mean another year, and are questions.",
    examples=examples(
        ("Q2", "2019-09-30"), ("end of Q3", "2019-12-31"), ("end of the first quarter", "2019-06-30"),
        ("end of the quarter", "2019-06-30"), ("next quarter", "2019-09-30"),
        ("end of the financial year", "2020-03-31"), ("end Q1 FY20/21", "2020-06-30"), ("2019/20", "2020-03-31"),
        ("Q1 2020", "ask 2020-03-31 2020-06-30"), ("FY20", "ask 2020-03-31 2021-03-31"),
        ("year end", "ask 2019-12-31 2020-03-31"), ("end of the tax year", "2020-04-05"),
    ),
    readers=(
        shape("E?Q|QE|E?[Ol]q|E?qN|E?[Ol]q[hn]?z|E?Q[hn]?z", _quarter),
        shape(f"E?(?:Q|[Ol]q|qN)z?{_SPAN}", _quarter_of_span),
        shape(f"z?{_SPAN}(?:Q|[Ol]q)", _quarter_after_span),
        shape("E?(?:Q|[Ol]q|qN)z?[YN]", _quarter_of_year),
        shape("(?:Q|[Ol]q)[hn]?y", _quarter_of_some_year),
        shape("E?uy?(?:Q|Oq)Y?", _calendar_quarter),
        shape("E?Z", _half),
        shape(f"E?z{_SPAN}|E?Y[=-][NY]|EN[=-]N", _span),
        shape("E?z[YN]", _single),
        shape("yE", _year_end),
        shape("E?[hn]?j", _named_year),
    ),
)  # fmt: skip
