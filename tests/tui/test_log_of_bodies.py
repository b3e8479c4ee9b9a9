"""The action log over several bodies: each action names its own, and none does where all are of one."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from lpgminutes.domain.actions import Action
from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.meetings import Series
from lpgminutes.services.meetings import add_series, new_meeting
from lpgminutes.services.ports import Store
from lpgminutes.tui.widgets.paged_list import PAGE

if TYPE_CHECKING:
    from tests.tui.conftest import Person, Sitting

Raise = Callable[[str, int], None]


@pytest.fixture
def raised(records: Store) -> Raise:
    """Raise so many actions of a body on 1 July 2019, due on the days after."""

    def raise_actions(body: str, many: int) -> None:
        series = Series(short_name=body, name=body.title(), marking=read_marking("OFFICIAL"))
        meeting = new_meeting(
            records, add_series(records, series, who="S").short_name, date=dt.date(2019, 7, 1), who="S"
        )
        action = Action(text="see to it", owners=("Sam",), due=dt.date(2020, 1, 1), history=())
        with records.change("raise", who="S") as work:
            for number in range(many):
                own = replace(action, ref=f"{body[:2].upper()}{number}")
                work.actions.add(own, meeting=work.meetings.get(meeting.ref), raised_in=None)
            work.commit()

    return raise_actions


def _heads(person: "Person") -> list[str]:
    return next(line for line in person.lines if "Reference" in line).replace("\u25b4", "").split()


@pytest.mark.usefixtures("logged")
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (170, 50)])
async def test_each_action_names_its_body_where_there_are_several(
    at_the_screens: "Sitting", raised: Raise, size: tuple[int, int]
) -> None:
    """Before the owner, a long name shortened; the column goes with the last action of another body."""
    raised("planning-board", 2)
    async with at_the_screens(size) as person:
        await person.press("f8")
        assert [head for head in _heads(person) if head in {"Body", "Owner", "Due", "State"}] == [
            "Body",
            "Owner",
            "Due",
            "State",
        ]
        assert "planning-bo\u2026" in person.sees
        assert all(len(line) <= size[0] for line in person.lines)

        await person.press("slash")
        await person.type("series:lpg")
        assert "Body" not in _heads(person)
        assert "4 actions" in person.reads
        await person.press("ctrl+u")
        assert "Body" in _heads(person)


@pytest.mark.usefixtures("logged")
async def test_a_log_of_one_body_names_none(at_the_screens: "Sitting") -> None:
    """There is nothing to tell apart."""
    async with at_the_screens((120, 40)) as person:
        await person.press("f8")
        assert "Body" not in _heads(person)


@pytest.mark.usefixtures("logged")
async def test_a_body_whose_actions_come_after_the_first_page_is_reckoned_with(
    at_the_screens: "Sitting", raised: Raise, records: Store
) -> None:
    """Whether there are several is told of the whole list, as its length is."""
    raised("audit", PAGE + 20)
    with records.change("put off", who="S") as work:
        for one in work.actions.list(series="lpg"):
            kept = work.actions.get(one.id)
            work.actions.save(replace(kept, due=dt.date(2021, 1, 1), due_as_written=""))
        work.commit()
    async with at_the_screens((120, 40)) as person:
        await person.press("f8")
        assert f"{PAGE + 24} actions" in person.reads
        assert "AU0" in person.sees
        assert "AP0619" not in person.sees
        assert "Body" in _heads(person)
