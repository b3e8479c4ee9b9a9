"""The bank holidays of the United Kingdom, from the ``holidays`` library."""

from datetime import date
from enum import Enum
from functools import cache

from lpgminutes.domain.working_days import Receipt, WorkingDays

_FIRST_YEAR = 1974
"""New Year's Day became a bank holiday in England and Wales."""
_LAST_ANNOUNCED = 2028
"""GOV.UK names the days about two years ahead; raise this with each release of the library."""


class Nations(Enum):
    """Whose bank holidays count, by the library's names of the parts of the country."""

    UNITED_KINGDOM = ("ENG", "WLS", "SCT", "NIR")
    """A holiday anywhere is no working day (FOIA section 10(6))."""
    ENGLAND_AND_WALES = ("ENG", "WLS")
    SCOTLAND = ("SCT",)
    """Scottish law counts Scottish holidays alone (FOISA section 73)."""


@cache
def bank_holidays(year: int, nations: Nations = Nations.UNITED_KINGDOM) -> frozenset[date]:
    """Return the bank holidays of a year in any of the nations."""
    from holidays import country_holidays

    return frozenset(day for nation in nations.value for day in country_holidays("GB", subdiv=nation, years=year))


def working_days(nations: Nations = Nations.UNITED_KINGDOM, *, receipt: Receipt = Receipt.STATUTORY) -> WorkingDays:
    """Return the working days of the nations; nothing is loaded before the first count."""
    return WorkingDays(
        holidays_in=lambda year: bank_holidays(year, nations),
        first_year=_FIRST_YEAR,
        last_announced=_LAST_ANNOUNCED,
        receipt=receipt,
    )
