"""Who comes and goes, by one key; and the check list before the minutes go out."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lpgminutes import bootstrap
from lpgminutes.domain.meetings import Approval, ItemState, Meeting, MeetingStatus
from lpgminutes.domain.people import Capacity, Conduct
from lpgminutes.services import meetings as services
from lpgminutes.services.attending import arrive, attending, declarations
from lpgminutes.services.meeting_life import circulate, plan, start
from lpgminutes.services.ports import Store

if TYPE_CHECKING:
    from tests.tui.conftest import Sitting


async def test_people_come_and_go_by_one_key(at_the_screens: "Sitting", records: Store, june: Meeting) -> None:
    """The time is that of now; what was noted is shown at once, and taken back like anything else."""
    arrive(records, june.ref, "Priya Nandakumar", at=dt.time(0, 0), who="Somebody")
    async with at_the_screens((120, 40)) as person:
        await person.press("enter")
        await person.press("f3", "d")
        await person.waits_for("left")
        await person.press("s")
        await person.waits_for("apologies")
        await person.press("n")
        await person.fill("Tom Marsh")
        await person.press("enter")
        await person.waits_for("Tom Marsh")
        await person.press("escape")
        await person.type("Typing goes on.")
        await person.waits_for("Typing goes on.")
    rows = {row.name: row for row in attending(records, june.ref).attendance}
    assert rows["Priya Nandakumar"].capacity is Capacity.APOLOGIES
    assert rows["Priya Nandakumar"].departed is None
    assert rows["Tom Marsh"].is_here


@pytest.mark.soak
async def test_the_check_list_leads_to_its_places_and_lets_the_minutes_go(
    at_the_screens: "Sitting", records: Store, june: Meeting, tmp_path: Path
) -> None:
    """What is to be looked at is listed; circulating freezes the minutes and writes the Word file."""
    services.add_line(records, june.ref, "? The figure is to be checked.", item="2", who="Somebody")
    async with at_the_screens((120, 40)) as person:
        await person.press("enter")
        await person.press("f6")
        await person.waits_for("to look at before the minutes go out")
        await person.press("c")
        assert "things not put right?" in person.reads
        await person.press("y", "ctrl+u")
        await person.fill(str(tmp_path / "june"))
        assert "june.docx" in "".join(person.sees.split())
        await person.press("enter")
        await person.waits_for("The minutes are circulated")
    assert services.meeting(records, june.ref).status is MeetingStatus.CIRCULATED
    assert (tmp_path / "june.docx").read_bytes()[:2] == b"PK"


@pytest.mark.soak
async def test_nothing_goes_out_where_the_file_cannot_be_kept(
    at_the_screens: "Sitting", records: Store, june: Meeting, tmp_path: Path
) -> None:
    """A folder that is missing is said while it is typed; a file that is there is replaced only after a yes."""
    there = tmp_path / "there.docx"
    there.write_bytes(b"somebody's")
    async with at_the_screens((120, 40)) as person:
        await person.press("enter", "f6", "c", "y", "ctrl+u")
        await person.fill(str(tmp_path / "nowhere" / "june.docx"))
        await person.press("enter")
        assert "! There is no folder" in person.reads
        await person.press("ctrl+u")
        await person.fill(str(there))
        await person.press("enter")
        assert "Replace there.docx?" in person.sees
        await person.press("enter")
        assert there.read_bytes() == b"somebody's"
        assert services.meeting(records, june.ref).status is MeetingStatus.DRAFT
        await person.press("enter", "y")
        await person.waits_for("The minutes are circulated")
    assert there.read_bytes()[:2] == b"PK"


@pytest.mark.soak
async def test_the_last_minutes_are_agreed_by_a_line_and_those_that_went_out_by_a_key(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """At the next meeting y puts the line down; on the list of meetings it asks for the corrections."""
    interchange, renderers = bootstrap.HouseInterchange(), bootstrap.HouseRenderers()
    circulate(records, june.ref, interchange=interchange, renderers=renderers, anyway=True, who="Somebody")
    july = start(records, plan(records, "lpg", date=dt.date(2019, 7, 25)), who="Somebody")
    async with at_the_screens((120, 40)) as person:
        await person.press("enter", "escape", "y")
        assert "= The minutes of 27 June 2019 were agreed" in person.sees
        assert f"approves {june.ref}" in person.reads
        await person.press("enter")
        assert services.meeting(records, june.ref).status is MeetingStatus.APPROVED
        await person.press("escape", "y")
        await person.waits_for("were approved already")
        await person.press("u", "escape")
        assert services.meeting(records, june.ref).status is MeetingStatus.CIRCULATED
        await person.press("down", "y")
        assert f"The minutes of {june.ref} were agreed" in person.sees
        await person.fill("Tom was there; 41 not 14")
        assert "2 corrections" in person.reads
        await person.press("enter")
        await person.waits_for("are approved")
    approved = services.meeting(records, june.ref)
    assert approved.approval == Approval(
        at=july.ref, date=dt.date(2019, 7, 25), corrections=("Tom was there", "41 not 14")
    )


@pytest.mark.soak
async def test_an_interest_is_declared_changed_and_taken_out(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """Person and item at hand are filled in; what was done is one of three, by its beginning."""
    arrive(records, june.ref, "Priya Nandakumar", at=dt.time(10, 0), who="Somebody")
    async with at_the_screens((120, 40)) as person:
        await person.press("enter", "f3", "c")
        await person.fill("owns [shares] in the firm")
        await person.press("tab")
        await person.type("wi")
        await person.press("enter")
        await person.settle()
        (declared,) = declarations(records, june.ref)
        assert (declared.name, declared.nature) == ("Priya Nandakumar", "owns [shares] in the firm")
        assert declared.conduct is Conduct.WITHDREW
        await person.press("I")
        assert "owns [shares] in the firm" in person.sees
        await person.press("e", "shift+tab", "ctrl+u")
        await person.fill("9")
        assert "! There is no item 9" in person.reads
        await person.press("ctrl+u")
        await person.fill("1")
        await person.press("enter")
        assert [row.item for row in declarations(records, june.ref)] == ["1"]
        await person.press("I", "x")
        assert declarations(records, june.ref) == ()


@pytest.mark.soak
async def test_an_item_is_taken_out_of_order_and_keeps_its_number(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """It stands before those not reached; one that is next as it is says so."""
    for title in ("# Staffing", "# Estates"):
        services.add_line(records, june.ref, title, who="Somebody")
    async with at_the_screens((120, 40)) as person:
        await person.press("enter", "f2", "end", "b")
        items = services.meeting(records, june.ref).items
        assert [item.text for item in items] == ["Welcome", "Action Points", "Estates", "Staffing"]
        assert [item.number for item in items] == ["1", "2", "4", "3"]
        await person.press("b")
        await person.waits_for("is the next one as it is")
        await person.press("end", "s", "n")
        await person.settle()
        assert services.meeting(records, june.ref).items[3].state is ItemState.NOT_REACHED


@pytest.mark.parametrize("keys", [("s",), ("d",)])
async def test_the_next_key_is_about_whoever_was_added_just_now(
    keys: tuple[str, ...], at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """Not about the first of the list."""
    arrive(records, june.ref, "Priya Nandakumar", at=None, who="Somebody")
    async with at_the_screens((120, 40)) as person:
        await person.press("enter", "f3", "n")
        await person.fill("Tom Marsh")
        await person.press("enter")
        await person.waits_for("Tom Marsh")
        await person.press(*keys)
    rows = {row.name: row for row in attending(records, june.ref).attendance}
    assert rows["Priya Nandakumar"].is_here
    assert not rows["Tom Marsh"].is_here


async def test_somebody_is_added_in_a_capacity(at_the_screens: "Sitting", records: Store, june: Meeting) -> None:
    """It may be typed behind the name or in its field; somebody in the list who is named again keeps theirs."""
    arrive(records, june.ref, "Priya Nandakumar", at=None, who="Somebody")
    async with at_the_screens() as person:
        await person.press("enter", "f3", "n")
        await person.fill("Joan Smith (Chair)")
        assert "Joan Smith; chair." in person.reads
        await person.press("enter")
        await person.settle()
        await person.press("n")
        await person.fill("Rae Bell, Head of Waste")
        await person.press("tab")
        await person.fill("off")
        assert "! One of: chair, member" in person.reads
        await person.press("ctrl+u")
        await person.fill("mem")
        await person.press("enter")
        await person.settle()
        await person.press("n")
        await person.fill("rae")
        await person.press("enter")
        await person.settle()
    rows = {row.name: (row.capacity, row.role) for row in attending(records, june.ref).attendance}
    assert rows["Joan Smith"] == (Capacity.CHAIR, "")
    assert rows["Rae Bell"] == (Capacity.MEMBER, "Head of Waste")


async def test_a_row_is_put_right(at_the_screens: "Sitting", records: Store, june: Meeting) -> None:
    """Name, capacity and times as they were; what is left as it stands is not touched."""
    arrive(records, june.ref, "Priya Nandakumar", at=dt.time(9, 0), who="Somebody")
    async with at_the_screens() as person:
        await person.press("enter", "f3", "e")
        await person.fill("cha")
        await person.press("shift+tab", "ctrl+u")
        await person.fill("Priya Nanda")
        await person.press("tab", "tab", "tab", "tab", "ctrl+u", "tab")
        await person.fill("25")
        await person.press("enter")
        assert "! 25 is no hour" in person.reads
        await person.press("ctrl+u")
        await person.fill("9.40")
        await person.press("enter")
        await person.waits_for("left 09:40")
    (row,) = (row for row in attending(records, june.ref).attendance if row.name == "Priya Nanda")
    assert (row.capacity, row.arrived, row.departed) == (Capacity.CHAIR, None, dt.time(9, 40))


@pytest.mark.parametrize(
    ("title", "item"), [("Declarations of interest", None), ("Interests", None), ("Interesting sites", "3")]
)
async def test_an_interest_bears_on_no_item_while_interests_are_declared(
    title: str, item: str | None, at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """It bears on one that comes later, which is for a person to say."""
    services.add_line(records, june.ref, f"# {title}", who="Somebody")
    services.add_line(records, june.ref, "Nothing so far.", who="Somebody")
    arrive(records, june.ref, "Priya Nandakumar", at=None, who="Somebody")
    async with at_the_screens((120, 40)) as person:
        await person.press("enter")
        await person.type("#3")
        await person.press("enter", "f3", "c")
        await person.fill("owns shares")
        await person.press("enter")
        await person.settle()
    assert [row.item for row in declarations(records, june.ref)] == [item]


async def test_what_is_said_under_the_line_is_broken_anew_beside_the_people(
    at_the_screens: "Sitting", june: Meeting
) -> None:
    """Nothing of it is cut off where the pane takes its columns, and it is one row again without."""
    async with at_the_screens((80, 24)) as person:
        await person.press("enter")
        assert "? to check @ name ; phrase" in person.reads
        await person.press("f3")
        assert "\N{HORIZONTAL ELLIPSIS}" not in "".join(line[:46] for line in person.strips[-6:])
        assert "decision ? to check" in person.reads
        await person.press("f3")
        assert any("# item  - point" in line and "; phrase" in line for line in person.lines)


async def test_a_key_stands_once_in_the_bar_beside_the_people(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """Of minutes that went out as well, where n goes to the next item everywhere else: here it adds somebody."""
    arrive(records, june.ref, "Priya Nandakumar", at=None, who="Somebody")
    with records.change("circulate", who="Somebody") as work:
        work.meetings.set_status(services.meeting(records, june.ref), MeetingStatus.CIRCULATED)
        work.commit()
    async with at_the_screens((120, 40)) as person:
        await person.press("enter")
        assert "n Next item" in person.lines[-1]
        await person.press("f3")
        assert "n Add" in person.lines[-1]
        assert "Next item" not in person.lines[-1]
