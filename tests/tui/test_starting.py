"""Starting a meeting: what the last one leaves is shown line by line, and each line can be chosen otherwise."""

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from lpgminutes import bootstrap
from lpgminutes.domain.action_log.changes import NewAction
from lpgminutes.domain.meetings import ItemState, Meeting
from lpgminutes.domain.people import Capacity
from lpgminutes.services import meetings as services
from lpgminutes.services.action_log import add_action
from lpgminutes.services.attending import AttendanceChange, attend
from lpgminutes.services.editing import Seen, set_item_state
from lpgminutes.services.meeting_life import circulate
from lpgminutes.services.ports import Store

if TYPE_CHECKING:
    from tests.tui.conftest import Sitting


@pytest.fixture
def circulated(records: Store, june: Meeting, on_1_august: dt.date) -> Meeting:
    """The June minutes as they went out: an item was not reached, an action is open."""
    attend(records, june.ref, "Priya Nandakumar", AttendanceChange(capacity=Capacity.MEMBER), who="Somebody")
    services.add_line(records, june.ref, "# Staffing", who="Somebody")
    staffing = services.meeting(records, june.ref).items[-1]
    seen = Seen(block=staffing.id or 0, revision=staffing.revision)
    set_item_state(records, june.ref, seen, ItemState.NOT_REACHED, who="Somebody")
    add_action(records, june.ref, NewAction(text="write to IAS", ref="AP0619-01"), raised_in="2.1", who="Somebody")
    circulate(
        records,
        june.ref,
        interchange=bootstrap.HouseInterchange(),
        renderers=bootstrap.HouseRenderers(),
        anyway=True,
        who="Somebody",
    )
    return services.meeting(records, june.ref)


async def test_a_meeting_starts_with_what_the_last_one_leaves(
    at_the_screens: "Sitting", records: Store, circulated: Meeting
) -> None:
    """Each line says in or out and why; Space chooses otherwise, and an action has no choice."""
    async with at_the_screens() as person:
        await person.press("a")
        await person.type("next Thu")
        assert "Thu 8 Aug 2019" in person.sees
        await person.press("enter")
        for words in ("Lot Performance Group, Thu 8 Aug 2019", "✓ in  Minutes", "AP0619-01  write to IAS"):
            assert words in person.sees
        assert "Goes in: circulated and not yet agreed." in person.reads
        await person.press("down", "space")
        assert "– out Agenda   Welcome" in person.sees
        await person.press("end", "space")
        assert "nothing to choose" in person.reads
        await person.press("enter")
        assert "lpg/2019-08-08" in person.lines[0]
    started = services.meeting(records, "lpg/2019-08-08")
    assert [item.text for item in started.items] == ["Action Points", "Staffing"]
    assert [row.name for row in started.attendance] == ["Priya Nandakumar"]
    assert started.approves == circulated.ref


async def test_the_titles_of_an_agenda_have_the_room(
    at_the_screens: "Sitting", records: Store, circulated: Meeting
) -> None:
    """A body without an agenda of its own has the reason said in full below, for the line at hand."""
    series = circulated.series
    with records.change("take the agenda out", who="Somebody") as work:
        work.series.save(replace(series, agenda=()))
        work.commit()
    async with at_the_screens() as person:
        await person.press("a")
        await person.type("next Thu")
        await person.press("enter", "down")
        assert "Agenda   Welcome" in person.sees
        assert "on the last agenda │" in person.reads
        assert "the body has none of its own." in person.reads


@pytest.mark.usefixtures("circulated")
async def test_going_back_from_the_plan_loses_nothing_that_was_filled_in(at_the_screens: "Sitting") -> None:
    """Escape leads back to the form, and from there out; nothing is started."""
    async with at_the_screens() as person:
        await person.press("a")
        await person.type("8/8/2019")
        await person.press("tab")
        await person.fill("Extraordinary Meeting")
        await person.press("enter", "escape")
        assert "Extraordinary Meeting" in person.sees
        assert "Thu 8 Aug 2019" in person.sees
        await person.press("escape")
        assert "1 meeting ·" in person.sees
