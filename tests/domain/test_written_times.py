"""Hours as people write them: read to the letter, and what is no hour is never guessed."""

import datetime as dt

import pytest

from lpgminutes.domain.sayings.written_times import hours_apart, read_hour
from lpgminutes.errors import InputError

HOURS = (
    ("10:00", dt.time(10)),
    ("9.30", dt.time(9, 30)),
    ("0930 hrs", dt.time(9, 30)),
    ("1400", dt.time(14)),
    (" 2pm ", dt.time(14)),
    ("2.30 p.m.", dt.time(14, 30)),
    ("12am", dt.time(0)),
    ("", None),
)


@pytest.mark.parametrize(("written", "hour"), HOURS)
def test_an_hour_is_read_as_offices_write_it(written: str, hour: dt.time | None) -> None:
    """With a colon, a point, neither, or by the half of the day."""
    assert read_hour(written) == hour


@pytest.mark.parametrize("written", ["10", "25:00", "10:60", "13pm", "10:00 or so", "10:00 11:00", "noonish"])
def test_what_is_no_hour_is_refused_with_what_to_write(written: str) -> None:
    """A bare number names none, and nothing is left out in silence."""
    with pytest.raises(InputError, match="is no hour: write it as 10:15 or 2pm"):
        read_hour(written)


APART = (
    ("4 September, 14:00 to 16:00", "4 September", dt.time(14), dt.time(16), ""),
    ("Wed 4 Sep from 2pm until 3.30pm", "Wed 4 Sep", dt.time(14), dt.time(15, 30), ""),
    ("2019-09-04 14.00-16.00", "2019-09-04", dt.time(14), dt.time(16), ""),
    ("next Thursday at 9:30", "next Thursday", dt.time(9, 30), None, ""),
    ("04.09", "04.09", None, None, ""),
    ("4.9.2019", "4.9.2019", None, None, ""),
    ("14:00 to 16:00", "", dt.time(14), dt.time(16), ""),
    ("4 September 14:00 in Leeds", "4 September in Leeds", dt.time(14), None, "in Leeds"),
    ("4/9/26 14 hundred", "4/9/26 14 hundred", None, None, "14 hundred"),
)


@pytest.mark.parametrize(("text", "phrase", "start", "end", "rest"), APART, ids=[one[0] for one in APART])
def test_the_hours_of_a_day_are_told_from_the_day(
    text: str, phrase: str, start: dt.time | None, end: dt.time | None, rest: str
) -> None:
    """What is neither is named, so that nothing typed is dropped."""
    apart = hours_apart(text)

    assert (apart.phrase, apart.start, apart.end, apart.rest) == (phrase, start, end, rest)


def test_more_hours_than_a_start_and_an_end_are_refused() -> None:
    """Nobody guesses which two are meant."""
    with pytest.raises(InputError, match="There are 3 hours"):
        hours_apart("4 September 10:00 11:00 12:00")
