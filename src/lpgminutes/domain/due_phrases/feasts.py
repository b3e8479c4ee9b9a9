"""Days with a name: ``before Christmas``, ``Easter``, ``August bank holiday``."""

from collections.abc import Callable
from datetime import date

from lpgminutes.domain.due_phrases.family import Family, Reading, ask, examples, shape
from lpgminutes.domain.due_phrases.lexer import Words
from lpgminutes.domain.due_phrases.reckoning import Moment, days_after, easter
from lpgminutes.domain.due_phrases.vocabulary import Feast

_DAYS: dict[int, Callable[[int], date]] = {
    Feast.CHRISTMAS: lambda year: date(year, 12, 25),
    Feast.EASTER: lambda year: days_after(easter(year), -2),
    Feast.NEW_YEAR: lambda year: date(year, 1, 1),
    Feast.CHRISTMAS_EVE: lambda year: date(year, 12, 24),
    Feast.BOXING_DAY: lambda year: date(year, 12, 26),
    Feast.NEW_YEARS_EVE: lambda year: date(year, 12, 31),
    Feast.NEW_YEARS_DAY: lambda year: date(year, 1, 1),
    Feast.GOOD_FRIDAY: lambda year: days_after(easter(year), -2),
    Feast.EASTER_MONDAY: lambda year: days_after(easter(year), 1),
    Feast.CHRISTMAS_DAY: lambda year: date(year, 12, 25),
    Feast.EASTER_SUNDAY: easter,
}
_SEASONS = frozenset({Feast.CHRISTMAS, Feast.EASTER, Feast.NEW_YEAR})
"""Said of some days, of which the first is a day off."""


def feast_day(words: Words, moment: Moment) -> date | None:
    """Return the next such feast, or that of the year named."""
    day_in = _DAYS[words.value("H") or 0]
    year = words.value("Y")
    if year is not None:
        return day_in(year)
    years = (moment.on.year, moment.on.year + 1)
    return next(day for day in map(day_in, years) if day >= moment.on or day.year > moment.on.year)


def _feast(words: Words, moment: Moment) -> Reading:
    """By or before a feast is the day before; a day such as Good Friday is itself."""
    day = feast_day(words, moment)
    before = words.shape[0] == "b" or words.value("H") in _SEASONS
    return day and days_after(day, -1 if before else 0)


def _new_year(words: Words, moment: Moment) -> Reading:  # noqa: ARG001 - every reader is asked alike
    year = moment.on.year + 1
    return ask("The new year is long. By which day?", date(year, 1, 31))


def _bank_holiday(words: Words, moment: Moment) -> Reading:
    """The parts of the country differ: a question."""
    month = words.value("M")
    years = (moment.on.year, moment.on.year + 1)
    days = sorted(day for year in years for day in moment.working_days.holidays_in(year))
    ahead = [day for day in days if day >= moment.on and month in (None, day.month)]
    return ask("Which bank holiday is meant?", *ahead[:2]) if ahead else None


FAMILY = Family(
    name="feasts",
    rule="By or before Christmas is 24 December, New Year 31 December, Easter the Thursday before Good Friday. A bank "
    "holiday by that name is a question.",
    examples=examples(
        ("before Christmas", "2019-12-24"), ("by Xmas", "2019-12-24"), ("before Easter", "2020-04-09"),
        ("Easter 2020", "2020-04-09"), ("Good Friday", "2020-04-10"), ("before New Year", "2019-12-31"),
        ("in the new year", "ask 2020-01-31"), ("August bank holiday", "ask 2019-08-05 2019-08-26"),
    ),
    readers=(
        shape("b?[hn]?HY?", _feast),
        shape("A?v", _new_year),
        shape("[ABDE]?M?oW?|oWM?", _bank_holiday),
    ),
)  # fmt: skip
