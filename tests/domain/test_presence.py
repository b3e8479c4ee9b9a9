import datetime as dt

import pytest

from lpgminutes.domain.people import Attendance, Capacity, Mode
from lpgminutes.domain.presence import Presence, presence_of

ATTENDANCE = (
    Attendance(name="Margaret Ellwood", role="Chair", organisation="DWP", capacity=Capacity.CHAIR),
    Attendance(name="Priya Nandakumar", organisation="DWP", mode=Mode.DIALLED_IN),
    Attendance(name="Priya Nair", organisation="IAS"),
    Attendance(name="Zoë O\u2019Neill", role="Head of Estates", organisation="IAS", items=("3", "4")),
    Attendance(name="Tom Field", organisation="HR", capacity=Capacity.APOLOGIES),
    Attendance(name="Sam Okafor", organisation="HR", capacity=Capacity.APOLOGIES),
    Attendance(name="Jo Lane", organisation="HR", deputising_for="Sam Okafor"),
    Attendance(name="Ann Early", departed=dt.time(10, 30)),
)


@pytest.mark.parametrize(
    ("owner", "presence", "words"),
    [
        ("Margaret Ellwood", Presence.HERE, "Margaret Ellwood is here"),
        ("margaret ELLWOOD", Presence.HERE, "margaret ELLWOOD is here"),
        ("Priya Nandakumar", Presence.HERE, "Priya Nandakumar is here, dialled in"),
        ("Zoe O'Neill", Presence.HERE, "Zoe O'Neill is here, for items 3, 4"),
        ("Margaret", Presence.HERE, "Margaret is here"),
        ("ME", Presence.HERE, "ME is here"),
        ("Priya", Presence.AWAY, "Priya is not in the attendance"),
        ("Tom Field", Presence.AWAY, "Tom Field sent apologies"),
        ("Sam Okafor", Presence.REPRESENTED, "Sam Okafor sent apologies; Jo Lane deputises"),
        ("Ann Early", Presence.AWAY, "Ann Early left at 10:30"),
        ("Head of Estates", Presence.REPRESENTED, "Head of Estates is here: Zoë O\u2019Neill"),
        ("IAS", Presence.REPRESENTED, "IAS is here: Priya Nair and 1 more"),
        ("all", Presence.REPRESENTED, "all: 5 are here"),
        ("All members", Presence.REPRESENTED, "All members: 5 are here"),
        ("Chairman", Presence.REPRESENTED, "Chairman is here: Margaret Ellwood"),
        ("All Saints", Presence.AWAY, "All Saints is not in the attendance"),
        ("Chair of Audit", Presence.AWAY, "Chair of Audit is not in the attendance"),
        ("The Treasury", Presence.AWAY, "The Treasury is not in the attendance"),
        ("?", Presence.AWAY, "? is not in the attendance"),
    ],
)
def test_an_owner_is_looked_for_in_the_attendance(owner: str, presence: Presence, words: str) -> None:
    """By name in any writing, by the part of it that one attendee alone has, by role, by organisation."""
    found = presence_of(owner, ATTENDANCE)
    assert (found.presence, found.words) == (presence, words)


def test_without_an_attendance_nobody_is_said_to_be_away() -> None:
    """The secretary may not have come to it yet."""
    assert presence_of("Tom Field", ()).presence is Presence.UNKNOWN
