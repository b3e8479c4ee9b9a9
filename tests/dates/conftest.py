"""What the tests of dates share: the house's reader, and readings in short."""

from collections.abc import Callable

import pytest

from lpgminutes import bootstrap
from lpgminutes.domain.due_dates import DueKind, DueReading
from lpgminutes.services.ports import DateReader

InShort = Callable[[DueReading], str]


@pytest.fixture(scope="session")
def house() -> DateReader:
    """The reader, as the program uses it."""
    return bootstrap.house_dates()


@pytest.fixture(scope="session")
def in_short() -> InShort:
    """Write a reading as the tables do: a date, or a kind with its dates."""

    def written(read: DueReading) -> str:
        days = (read.due,) if read.due else read.choices
        kind = () if read.kind is DueKind.DATE else (read.kind.value,)
        return " ".join([*kind, *(day.isoformat() for day in days)])

    return written
