"""Dates as people write them: each way of writing one is found, and no other day is taken for it."""

import time
from datetime import date
from datetime import time as clock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpgminutes.domain.sayings.written_dates import (
    WrittenDay,
    dates_in,
    days_in,
    forms_of,
    forms_of_day,
    long_date,
    no_such_day,
    short_date,
    when,
)

DAYS = st.dates(date(1950, 1, 1), date(2049, 12, 31))
ROMANS = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
FIRST_OF_AUGUST = date(2019, 8, 1)


@pytest.mark.parametrize(
    "written",
    [
        "1 August 2019", "1st August", "1st of August, 2019", "the first of August", "August 1st",
        "Aug 1, 2019",
        "1 Aug '19", "1-Aug-2019", "1/Aug/19", "01/08/2019", "1/8/19", "01.08.19", "2019-08-01",
        "2019/08/01",
        "20190801", "01082019", "2019-W31-4", "2019W314",
        "01/08", "Thu 1 Aug", "31 July-1 August 2019", "1-2 August 2019", "1 and 2 August",
        "1st\nAugust  2019", "1 August at 19:00", "1AUG19", "1 August 1430 hrs", "AUGUST 1",
        "1st day of August 2019", "1.viii.2019", "01/VIII/19", "1-viii-2019", "1 VIII 2019",
    ],
)  # fmt: skip
def test_every_usual_form_of_a_date_is_found(written: str) -> None:
    """Day first or month first, in words or figures, with the year or without."""
    assert forms_of(FIRST_OF_AUGUST).search(f"It is {written}, they say.")


@pytest.mark.parametrize(
    "written",
    [
        "11 August", "21st August", "1 August 2018", "1 August, 2020", "1/8 of the staff", "1.8",
        "August 19",
        "August 10", "4.1 August", "1 Augustus", "2019-08-011", "01/08/2018", "2019-W31-5", "2018-W31-4", "August", "1",
        "the first item", "1.vii.2019", "1.viii.2018", "11.viii.2019", "1 viii", "1-viii.2019",
    ],
)  # fmt: skip
def test_no_other_day_is_taken_for_it(written: str) -> None:
    """Another day, month or year, a fraction, a number: not this date."""
    assert not forms_of(FIRST_OF_AUGUST).search(f"It is {written} they say.")


@given(
    DAYS,
    st.sampled_from(
        [
            "{0.day} {1} {0.year}",
            "{0:%d/%m/%Y}",
            "{0:%Y-%m-%d}",
            "{1} {0.day}, {0.year}",
            "{0:%G-W%V-%u}",
            "{0.day}.{2}.{0.year}",
        ]
    ),
)
def test_a_date_that_is_written_is_read_and_found_again(day: date, pattern: str) -> None:
    """What is read out of a text as a date is the day, and its own forms find it."""
    written = pattern.format(day, f"{day:%B}", ROMANS[day.month - 1])
    assert dates_in(f"On {written}.") == (day,)
    found = forms_of(day).search(f"On {written}.")
    assert found
    assert found.group() == written


@given(DAYS, DAYS)
def test_a_full_date_is_found_only_as_itself(day: date, other: date) -> None:
    """Of two days, the forms of the one find the other only if they are the same day."""
    assert bool(forms_of(day).search(f"On {long_date(other)}.")) == (day == other)


@given(DAYS)
def test_the_printed_forms_are_read_back(day: date) -> None:
    """What the minutes print of a date can be read out of them."""
    assert dates_in(long_date(day)) == dates_in(short_date(day)) == (day,)


def test_a_day_without_its_year_is_looked_for_in_any() -> None:
    """A withheld ``12th July`` is given away by 12/07/2019."""
    assert days_in("due 12th July") == (WrittenDay(day=12, month=7),)
    assert dates_in("due 12th July") == ()
    pattern = forms_of_day(WrittenDay(day=12, month=7))
    assert all(pattern.search(text) for text in ("12/07/2019", "July 12", "12 July 2020", "12th of July"))


@pytest.mark.parametrize(
    "text",
    [
        "31 February 2019",
        "31/02/2019",
        "May 2019",
        "13.5",
        "99/99/2019",
        "0 May 2019",
        "2019-W53-1",
        "31.ii.2019",
        "3 x 12 metres",
        "4 v 12",
        "4 v 2012",
    ],
)
def test_what_is_no_day_is_not_read_as_one(text: str) -> None:
    """There is no 31 February, and a month alone is no day."""
    assert days_in(text) == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("31 February 2027", "There is no 31 February: February has 28 days."),
        ("by 31/02/2028", "There is no 31 February: February has 29 days."),
        ("30 Feb", "There is no 30 February: February has 29 days."),
        ("2026-11-31", "There is no 31 November: November has 30 days."),
        ("30 November, 1 Feb and 99/99/2019", ""),
    ],
)
def test_it_is_said_of_a_day_that_there_is_none(text: str, said: str) -> None:
    """With how many days the month has."""
    assert no_such_day(text) == said


def test_when_says_what_is_known() -> None:
    """Date and times as printed, or the part that is known."""
    assert when(date(2019, 6, 27), clock(10), clock(12, 30)) == "Thursday 27 June 2019, 10:00 to 12:30"
    assert when(date(2019, 6, 27), None, None) == "Thursday 27 June 2019"
    assert when(None, None, None) == ""


@pytest.mark.parametrize("text", ["1 " * 30_000, "1" + " " * 60_000, "may " * 15_000, "1-" * 30_000, "1 and " * 10_000])
def test_long_texts_made_to_tire_a_search_are_done_at_once(text: str) -> None:
    """Dates are searched for in time that grows with the text, and no faster."""
    began = time.process_time()
    assert not forms_of(FIRST_OF_AUGUST).search(text)
    days_in(text)
    assert time.process_time() - began < 2
