"""Working days, and the time limit of a request for information."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from lpgminutes.errors import InputError

_DAY = timedelta(days=1)
_WEEK = 7
_SATURDAY = 5
_FOI_LIMIT = 20


class Receipt(Enum):
    """When a request that comes in on a day off counts as received."""

    STATUTORY = "statutory"
    """On that day: day 1 is the first working day after it (FOIA section 10)."""
    NEXT_WORKING_DAY = "next-working-day"
    """On the next working day, as some bodies count: one day longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingDays:
    """Weekdays that are no bank holiday, counted."""

    holidays_in: Callable[[int], frozenset[date]]
    """The bank holidays of a year; asked often, so it should remember."""
    first_year: int = 1974
    """The first year whose bank holidays are known."""
    last_year: int = 2100
    """The last year whose regular bank holidays can be worked out."""
    last_announced: int = 2100
    """The last year whose bank holidays have been announced, one-off days among them."""
    receipt: Receipt = Receipt.STATUTORY
    """How the body counts the receipt of a request."""

    def is_working(self, day: date) -> bool:
        """Return whether a day is a working day; a year that is not known is refused."""
        return day.weekday() < _SATURDAY and day not in self._holidays(day.year)

    def after(self, day: date, n: int) -> date:
        """Return the n-th working day after a day: day 1 is the first working day after it."""
        return self._count(day, n, _DAY)

    def before(self, day: date, n: int) -> date:
        """Return the n-th working day before a day."""
        return self._count(day, n, -_DAY)

    def between(self, start: date, end: date) -> int:
        """Return how many working days come after ``start``, ``end`` among them; negative when it is earlier."""
        if end < start:
            return -self.between(end, start)
        off = (day for year in range(start.year, end.year + 1) for day in self._holidays(year))
        lost = sum(1 for day in off if start < day <= end and day.weekday() < _SATURDAY)
        return _weekdays_to(end) - _weekdays_to(start) - lost

    def caution(self, day: date) -> str:
        """Return a sentence when bank holidays around a day may yet be added; empty when they are announced."""
        if day.year <= self.last_announced:
            return ""
        return f"Bank holidays are announced up to {self.last_announced}: a later one-off day is not counted yet."

    def _count(self, day: date, n: int, step: timedelta) -> date:
        left = n
        while left > 0:
            day += step
            left -= self.is_working(day)
        return day

    def _holidays(self, year: int) -> frozenset[date]:
        if not self.first_year <= year <= self.last_year:
            known = f"{self.first_year} to {self.last_year}"
            raise InputError(f"Bank holidays are known for {known}, not for {year}: count these working days by hand.")
        return self.holidays_in(year)


def foi_due(received: date, working_days: WorkingDays, *, limit: int = _FOI_LIMIT) -> date:
    """Return the last day to answer a request: the twentieth working day following its receipt.

    Where the body counts so, a request that comes in on a day off is received on the next working day.
    """
    if working_days.receipt is Receipt.NEXT_WORKING_DAY and not working_days.is_working(received):
        received = working_days.after(received, 1)
    return working_days.after(received, limit)


def _weekdays_to(day: date) -> int:
    """Return how many weekdays there are from the first day of the calendar to this one."""
    weeks, rest = divmod(day.toordinal(), _WEEK)
    return weeks * _SATURDAY + min(rest, _SATURDAY)
