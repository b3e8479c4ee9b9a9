"""References of actions: from the pattern of the series, each once."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpgminutes.domain.action_log.references import next_reference

JUNE = dt.date(2019, 6, 27)


@pytest.mark.parametrize(
    ("pattern", "taken", "following"),
    [
        (None, [], "AP0619-01"),
        ("AP{mm}{yy}-{nn}", ["AP0619-01", "AP0619-03", "AP0519-07"], "AP0619-04"),
        ("{yyyy}/{mm}-{nn}", ["2019/06-09"], "2019/06-10"),
        ("AP{nnn}", ["AP041", "ap042"], "AP043"),
        ("{body}/{fy}/{nnn}", ["GBP/1920/001"], "GBP/1920/002"),
        ("{nn}/{yy}", ["99/19"], "100/19"),
        ("Action", [], "Action-01"),
        ("{other}{nn}", [], "{other}01"),
    ],
)
def test_the_next_reference_follows_the_pattern(pattern: str | None, taken: list[str], following: str) -> None:
    """The number goes on from the highest; the date is the meeting's; {fy} runs from April to March."""
    assert next_reference(pattern, body="gbp", date=JUNE, taken=taken) == following


@pytest.mark.parametrize(
    ("day", "year"), [(dt.date(2020, 3, 31), "1920"), (dt.date(2020, 4, 1), "2021"), (dt.date(1999, 5, 1), "9900")]
)
def test_the_financial_year_turns_on_the_first_of_april(day: dt.date, year: str) -> None:
    """As public bodies count."""
    assert next_reference("{fy}-{nn}", body="x", date=day, taken=()) == f"{year}-01"


def test_a_meeting_without_a_date_leaves_the_date_out() -> None:
    """And still numbers its actions."""
    assert next_reference("AP{mm}{yy}-{nn}", body="x", date=None, taken=["AP-01"]) == "AP-02"


patterns = st.lists(
    st.sampled_from(
        ["{yyyy}", "{yy}", "{mm}", "{nn}", "{nnn}", "{fy}", "{body}", "AP", "/", "-", "(", ".", "\\", "{x}"]
    ),
    max_size=6,
).map("".join)


@given(pattern=patterns, count=st.integers(1, 12), date=st.none() | st.dates(dt.date(1980, 1, 1), dt.date(2080, 1, 1)))
def test_no_reference_is_given_twice(pattern: str, count: int, date: dt.date | None) -> None:
    """Whatever the pattern, in any case."""
    taken: list[str] = []
    for _ in range(count):
        taken.append(next_reference(pattern, body="lpg", date=date, taken=taken))
    assert len({reference.casefold() for reference in taken}) == count
