"""Working days, and the twenty of a request for information."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpgminutes import bootstrap
from lpgminutes.dates.bank_holidays import Nations, bank_holidays, working_days
from lpgminutes.domain.working_days import Receipt, WorkingDays, foi_due
from lpgminutes.errors import InputError

UK = bootstrap.working_days()
DAYS = st.dates(date(2000, 1, 1), date(2028, 12, 31))


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2019-07-08", "2019-08-07"), ("2025-04-04", "2025-05-07"), ("2020-10-01", "2020-10-29"),
        ("2026-03-02", "2026-03-31"), ("2024-12-20", "2025-01-23"), ("2026-03-13", "2026-04-15"),
        ("2025-12-19", "2026-01-22"), ("2026-03-14", "2026-04-15"), ("2026-06-20", "2026-07-20"),
        ("2026-07-03", "2026-08-04"), ("2026-11-27", "2026-12-30"), ("2026-12-07", "2027-01-08"),
    ],
)  # fmt: skip
def test_twenty_working_days_follow_the_receipt(received: str, due: str) -> None:
    """A holiday anywhere in the United Kingdom is no working day, whoever answers."""
    assert foi_due(date.fromisoformat(received), UK) == date.fromisoformat(due)


def test_a_body_may_count_from_the_next_working_day() -> None:
    """A request that comes in on a Saturday then has a day more; one on a weekday has not."""
    saturday, friday = date(2026, 3, 14), date(2026, 3, 13)

    later = replace(UK, receipt=Receipt.NEXT_WORKING_DAY)

    assert foi_due(saturday, later) == date(2026, 4, 16)
    assert foi_due(friday, later) == foi_due(friday, UK)


def test_scottish_law_counts_scottish_holidays_alone() -> None:
    """St Patrick's Day is a working day in Scotland, St Andrew's Day is none; Easter Monday is one."""
    scotland = working_days(Nations.SCOTLAND)

    assert scotland.is_working(date(2026, 3, 17))
    assert scotland.is_working(date(2026, 4, 6))
    assert not scotland.is_working(date(2026, 11, 30))
    assert not UK.is_working(date(2026, 3, 17))


def test_the_one_off_days_of_past_years_are_known() -> None:
    """Jubilees, a wedding, a coronation and a funeral: no rule gives them."""
    one_off = {date(2011, 4, 29), date(2012, 6, 5), date(2022, 6, 3), date(2022, 9, 19), date(2023, 5, 8)}

    assert {day for day in one_off if UK.is_working(day)} == set()


@given(DAYS, st.integers(1, 60))
def test_counting_on_and_counting_between_agree(day: date, n: int) -> None:
    """The n-th working day after a day is one, and n working days lie up to it; and the same way back."""
    after = UK.after(day, n)

    assert UK.is_working(after)
    assert UK.between(day, after) == n
    assert UK.between(after, day) == -n
    assert UK.before(after + timedelta(days=1), 1) == after


@given(DAYS, st.integers(0, 500))
def test_between_is_what_a_finger_on_the_calendar_counts(start: date, length: int) -> None:
    """The formula gives what going day by day gives."""
    days = [start + timedelta(days=n) for n in range(1, length + 1)]

    assert UK.between(start, start + timedelta(days=length)) == sum(UK.is_working(day) for day in days)


def test_a_year_without_known_holidays_is_refused_with_a_sentence() -> None:
    """Nothing is counted on a guess."""
    with pytest.raises(InputError, match=r"known for 1974 to 2100, not for 1950"):
        UK.after(date(1950, 3, 1), 5)


def test_a_year_not_yet_announced_is_warned_of() -> None:
    """A later jubilee may still be added."""
    assert UK.caution(date(2028, 12, 31)) == ""
    assert "announced up to 2028" in UK.caution(date(2029, 1, 1))


def test_each_year_is_worked_out_once() -> None:
    """The provider is asked for a year, and remembers."""
    assert bank_holidays(2019) is bank_holidays(2019)


def test_the_count_stands_on_whatever_provider_it_is_given() -> None:
    """The domain knows no library."""
    plain = WorkingDays(holidays_in=lambda year: frozenset({date(year, 1, 2)}))  # 2 January 2019 was a Wednesday

    assert plain.after(date(2019, 1, 1), 1) == date(2019, 1, 3)
