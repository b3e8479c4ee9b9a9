"""Seasons: ``Summer 2012``, ``autumn``, ``next spring``."""

from datetime import date

from lpgminutes.domain.due_phrases.family import Family, Reading, ask, examples, shape
from lpgminutes.domain.due_phrases.lexer import Words
from lpgminutes.domain.due_phrases.reckoning import Moment, Period

_WINTER = 3
_STARTS = (3, 6, 9, 12)
_ENDS = ((5, 31), (8, 31), (11, 30), (2, 28))


def season(number: int, year: int) -> Period:
    """Return the season that starts in a year: spring, summer, autumn, winter from 0."""
    month, day = _ENDS[number]
    return Period(date(year, _STARTS[number], 1), date(year + (number == _WINTER), month, day))


def _coming(number: int, on: date) -> Period:
    """Return the season of this kind that has not ended."""
    years = range(on.year - 1, on.year + 2)
    return next(found for found in (season(number, year) for year in years) if found.end >= on)


def _alone(words: Words, moment: Moment) -> Reading:
    return _coming(words.value("S") or 0, moment.on)


def _next(words: Words, moment: Moment) -> Reading:
    """``next summer``: this year's or the year after's, when both are ahead."""
    number = words.value("S") or 0
    coming = _coming(number, moment.on)
    later = season(number, coming.start.year + 1)
    if moment.on >= coming.start:
        return later
    if coming.start.year > moment.on.year:
        return coming
    return ask("Is that this year, or the next?", coming.end, later.end)


def _with_year(words: Words, moment: Moment) -> Reading:
    """``Winter 2020`` ends in that year or in the next."""
    number, year = words.value("S") or 0, words.value("Y")
    if year is None:
        year = moment.on.year + int("n" in words.shape)
    if number != _WINTER:
        return season(number, year)
    ends = [season(number, start).end for start in (year - 1, year)]
    ahead = [end for end in ends if end >= moment.on]
    return season(number, year) if len(ahead) == 1 else ask("Which end of that year?", *(ahead or ends))


def _winter_of_two_years(words: Words, moment: Moment) -> Reading:  # noqa: ARG001 - every reader is asked alike
    return season(words.value("S") or 0, words.value("Y") or 0)


FAMILY = Family(
    name="seasons",
    rule="Spring ends on 31 May, summer on 31 August, autumn on 30 November, winter on 28 February.",
    examples=examples(
        ("Summer 2019", "2019-08-31"), ("autumn", "2019-11-30"), ("spring", "2020-05-31"), ("winter", "2020-02-28"),
        ("by the end of the summer", "2019-08-31"), ("next autumn", "ask 2019-11-30 2020-11-30"),
        ("Winter 2020", "ask 2020-02-28 2021-02-28"), ("Winter 2019/20", "2020-02-28"),
    ),
    readers=(
        shape("[hL]?S", _alone),
        shape("nS", _next),
        shape("SY|S[hn]y", _with_year),
        shape("SY[=-][NY]", _winter_of_two_years),
    ),
)  # fmt: skip
