"""A meeting to read lines against: people here, away and in the register, an item at hand, a day."""

import datetime as dt

import pytest

from lpgminutes import bootstrap
from lpgminutes.domain.capture import CaptureContext, ItemAtHand, KnownPeople
from lpgminutes.domain.people import Attendance, Capacity, Person

HERE = ("Margaret Ellwood", "Priya Nandakumar", "Aled Bowen-Price", "Sam Okoro", "Sam Price", "Mary O’Brien")


@pytest.fixture(scope="session")
def people() -> KnownPeople:
    """Six present, one who sent apologies, two in the register only."""
    present = [Attendance(name=name, role="PIP Lead", organisation="DWP") for name in HERE]
    away = Attendance(name="Tobias Renwick", organisation="DWP", capacity=Capacity.APOLOGIES)
    register = [
        Person(name="Tom Hughes", organisation="IAS"),
        Person(name="Priya Shah", organisation="Treasury"),
        Person(name="Wilma Marsh", organisation="IAS", initials="WMa"),
    ]
    return KnownPeople([*present, away], register)


@pytest.fixture(scope="session")
def context(people: KnownPeople) -> CaptureContext:
    """Item 3 is at hand; the minutes of 16 May are to be approved."""
    return CaptureContext(
        people=people,
        items=(("1", "Welcome"), ("3", "Performance"), ("5", "AOB")),
        item=ItemAtHand(number="3", next_minute="3.4", last_minute="3.3", has_points=True),
        next_item="6",
        next_action="AP0619-06",
        date=dt.date(2019, 6, 27),
        next_meeting=dt.date(2019, 8, 1),
        dates=bootstrap.house_dates(),
        approves="lpg/2019-05-16",
        approves_date=dt.date(2019, 5, 16),
    )
