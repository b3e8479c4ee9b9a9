"""The least attendance for valid business."""

import datetime as dt

import pytest

from lpgminutes.domain.people import Attendance, Capacity, Mode
from lpgminutes.domain.quorum import quorum_of, read_quorum
from lpgminutes.errors import InputError

NEEDED = [
    ("5", 5), ("5 members", 5), ("1/3", 3), ("a third of members", 3), ("half", 5), ("more than half", 5), ("50%", 5),
    ("two thirds of the members", 6), ("all", 9), ("Half of its members, in person", 5),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "needed"), NEEDED)
def test_a_rule_is_a_number_or_a_share(rule: str, needed: int) -> None:
    """Of nine members."""
    read = read_quorum(rule)

    assert read
    assert read.needed(9) == needed


@pytest.mark.parametrize("rule", ["many", "5 or so", "1/0", "3/2", "150%"])
def test_what_is_no_rule_is_refused(rule: str) -> None:
    """With what can be written."""
    with pytest.raises(InputError, match="more than half"):
        read_quorum(rule)


def row(name: str, capacity: Capacity = Capacity.MEMBER, **more: object) -> Attendance:
    """A row of an attendance."""
    return Attendance(name=name, capacity=capacity, **more)  # type: ignore[arg-type]


def test_members_here_count_and_deputies_for_members_who_are_away() -> None:
    """Not guests, not observers, not who has left; a member who is here is not counted twice."""
    attendance = [
        row("Chair", Capacity.CHAIR),
        row("Here"),
        row("Left", departed=dt.time(11)),
        row("Away", Capacity.APOLOGIES),
        row("Also away", Capacity.APOLOGIES),
        row("Deputy", Capacity.IN_ATTENDANCE, deputising_for="Away"),
        row("Deputy of one who is here", Capacity.IN_ATTENDANCE, deputising_for="Here"),
        row("Guest", Capacity.IN_ATTENDANCE),
        row("Observer", Capacity.OBSERVER),
    ]
    quorum = quorum_of("more than half", attendance)

    assert quorum
    assert quorum.words() == "quorate: 3 of 5 members, 3 needed"


def test_who_dials_in_counts_unless_the_rule_says_in_person() -> None:
    """Some bodies ask for the room."""
    attendance = [row("A"), row("B", mode=Mode.DIALLED_IN)]
    anyhow, in_person = quorum_of("2", attendance), quorum_of("2 in person", attendance)

    assert anyhow
    assert in_person
    assert (anyhow.is_quorate, in_person.is_quorate) == (True, False)


def test_a_body_without_a_rule_has_no_quorum() -> None:
    """Nothing is said then."""
    assert quorum_of("", [row("A")]) is None
