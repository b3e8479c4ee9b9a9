"""Lines typed before there is an item are kept by themselves, and come under the first; none is glued to another."""

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.meetings import Meeting, Series
from lpgminutes.services import meetings as services
from lpgminutes.services.ports import Store

if TYPE_CHECKING:
    from tests.tui.conftest import Sitting


@pytest.fixture
def bare(records: Store) -> Meeting:
    """A draft of a body without an agenda."""
    services.add_series(
        records, Series(short_name="bare", name="Bare Body", marking=read_marking("OFFICIAL")), who="Somebody"
    )
    return services.new_meeting(records, "bare", date=dt.date(2019, 6, 27), who="Somebody")


def _minutes(records: Store, meeting: Meeting) -> list[tuple[str, list[str]]]:
    items = services.meeting(records, meeting.ref).items
    return [(item.text, [block.text for block in item.children]) for item in items]


async def test_lines_before_the_first_item_come_under_it(
    at_the_screens: "Sitting", records: Store, bare: Meeting
) -> None:
    """In their order, before what is typed after its title; the screen says in a sentence where they are."""
    async with at_the_screens() as person:
        await person.press("enter")
        await person.type("Cllr Toller in the chair")
        assert "kept for the first item: begin that with # and its title" in person.reads
        await person.press("enter")
        assert "1 line kept for the first item" in person.reads
        await person.press(*"Seven came.", "enter")
        assert "2 lines kept for the first item" in person.reads
        await person.press_at_once(*"# Apologies", "enter", *"None.", "enter")
        assert "kept for" not in person.reads
    assert _minutes(records, bare) == [("Apologies", ["Cllr Toller in the chair", "Seven came.", "None."])]


async def test_pasted_lines_before_the_first_item_come_under_it(
    at_the_screens: "Sitting", records: Store, bare: Meeting
) -> None:
    """One Enter records all of the paste."""
    async with at_the_screens() as person:
        await person.press("enter")
        await person.paste("Cllr Toller in the chair\nSeven came.\n# Apologies\nNone.")
        await person.press("enter")
        assert person.waiting == ()
    assert _minutes(records, bare) == [("Apologies", ["Cllr Toller in the chair", "Seven came.", "None."])]


async def test_lines_kept_for_the_first_item_outlive_the_meeting_being_left(
    at_the_screens: "Sitting", records: Store, bare: Meeting
) -> None:
    """They are there again; an item that somebody else began meanwhile takes them."""
    async with at_the_screens() as person:
        await person.press("enter", *"Seven came.", "enter", "escape", "escape", "enter")
        assert person.waiting == ("Seven came.",)
        await person.press("enter")
        services.add_line(records, bare.ref, "# Apologies", who="Somebody")
        await person.waits_for("1.1 Seven came.")
        assert "Under 1 Apologies" in person.reads
    assert _minutes(records, bare) == [("Apologies", ["Seven came."])]


async def test_what_is_typed_behind_a_refused_line_is_not_glued_to_it(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """The refused one waits behind it, and is recorded when it can be."""
    services.add_line(records, june.ref, "# Finance", who="Somebody")
    async with at_the_screens() as person:
        await person.press("enter", *"#3", "enter")
        await person.press(*"- a point", "enter")
        assert "! Not recorded:" in person.reads
        await person.press(*"A minute.", "enter")
        assert person.waiting == ()
    (minute,) = services.meeting(records, june.ref).items[2].children
    assert (minute.text, [point.text for point in minute.children]) == ("A minute.", ["a point"])
