"""The list of cases: opened from anywhere, counted in working days, one line for each meeting in scope."""

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from lpgminutes import bootstrap
from lpgminutes.domain.meetings import Meeting
from lpgminutes.services.cases import NewCase, find_case, open_case, rename_case
from lpgminutes.services.ports import Store

if TYPE_CHECKING:
    from tests.tui.conftest import AtTheDesk, Sitting


@pytest.mark.usefixtures("june", "on_1_august")
async def test_a_case_is_opened_with_its_receipt_and_listed_with_the_days_that_are_left(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """What is typed is read under each field; the meeting at hand is in scope."""
    async with at_the_screens() as person:
        await person.press("enter", "escape", "f12")
        assert "There is no case yet." in person.sees

        await person.press("a")
        assert june.ref in person.sees
        await person.fill("FOI2019/101")
        await person.press("tab", "ctrl+u")
        await person.fill("8/7/2019")
        assert "Wednesday 7 August 2019" in person.reads
        await person.press("enter")

        await person.waits_for("! 3 working days left")
        assert "proposed" in person.sees
        assert "with A Tester" in person.sees
    kept = find_case(records, june.ref, "FOI2019/101")
    assert (kept.received, kept.handler) == (dt.date(2019, 7, 8), "A Tester")


@pytest.mark.usefixtures("on_1_august")
async def test_what_is_late_is_said_in_words_and_what_is_refused_keeps_what_was_typed(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """A meeting that is not there is refused where it is typed."""
    received = dt.date(2019, 6, 28)
    open_case(
        records,
        NewCase(reference="FOI2019/7", meetings=(june.ref,), received=received),
        who="Priya",
        today=bootstrap.today(),
    )
    async with at_the_screens((120, 40)) as person:
        await person.press("f12")
        await person.waits_for("! late by 3 working days")
        assert "with Priya" in person.sees

        await person.press("e", "tab", "end")
        await person.fill(", lpg/2020-01-01")
        await person.press("enter")
        assert "! There is no meeting lpg/2020-01-01" in person.reads
        await person.press("escape", "e", "tab", "tab", "tab", "ctrl+u")
        await person.fill("FOI2019/8")
        await person.press("shift+tab", "shift+tab", "shift+tab", "ctrl+u")
        await person.fill("9/8/2019")
        assert "is still to come" in person.reads
        await person.press("ctrl+u")
        await person.fill("1/7/2019")
        await person.press("enter")
        await person.waits_for("FOI2019/8")
        assert "FOI2019/7" not in person.sees
        await person.press("escape")
        assert "Lot Performance Group" in person.sees
    assert find_case(records, june.ref, "FOI2019/8").received == dt.date(2019, 7, 1)


async def test_the_case_stays_on_the_desk_when_its_renaming_is_taken_back(
    at_the_desk: "AtTheDesk", records: Store
) -> None:
    """By the reference that it then has; and when it is done again."""
    rename_case(records, "FOI2019/7", "FOI2019/70", who="Olive")
    async with at_the_desk() as person:
        assert "FOI2019/70" in person.sees
        await person.press("u")
        await person.waits_for("Taken back: rename a case")
        assert "FOI2019/70" not in person.sees
        await person.press("U")
        await person.waits_for("FOI2019/70")
        assert "There is no case" not in person.sees


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("23 July", "23 Jul 2019: to be answered by"),
        ("3 August", "3 Aug 2018: to be answered by"),
        ("2019-07-23", "23 Jul 2019: to be answered by"),
        ("July", "! The day on which the request came in"),
        ("30 February", "! "),
    ],
)
@pytest.mark.usefixtures("on_1_august", "june")
async def test_the_day_of_receipt_is_read_in_words_and_shown_as_it_was_read(
    at_the_screens: "Sitting", typed: str, read: str
) -> None:
    """Without a year it is the latest that has come; a month alone is no day."""
    async with at_the_screens((120, 40)) as person:
        await person.press("f12", "a", "tab", "ctrl+u")
        await person.fill(typed)
        assert read in person.reads


@pytest.mark.usefixtures("on_1_august", "june")
async def test_the_day_that_a_new_case_begins_with_goes_when_another_is_typed(at_the_screens: "Sitting") -> None:
    """It is today, and nobody has to take it out first; in a case that is put right the day stands as recorded."""
    async with at_the_screens((120, 40)) as person:
        await person.press("enter", "escape", "f12", "a")
        await person.fill("FOI2019/9")
        await person.press("tab", *"8 July")
        assert "8 Jul 2019: to be answered by" in person.reads
        await person.press("enter")
        await person.waits_for("working days left")
        await person.press("e", *" 2019")
        assert "2019-07-08 2019" in person.reads


@pytest.mark.usefixtures("on_1_august", "june")
async def test_a_meeting_that_is_not_there_is_answered_with_those_that_are(at_the_screens: "Sitting") -> None:
    """Whoever types the body alone, or nothing, is told what to type."""
    async with at_the_screens((120, 40)) as person:
        await person.press("f12", "a", "tab", "tab", "ctrl+u")
        assert "The minutes that the request asks for" in person.reads
        assert "lpg/2019-06-27." in person.reads
        await person.fill("lpg")
        assert "! There is no meeting lpg: there is lpg/2019-06-27" in person.reads


@pytest.mark.usefixtures("on_1_august")
async def test_what_there_is_no_room_for_is_left_out_whole(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """The days that are left stand in every line; the day of receipt, which the due date follows from, may go."""
    received = dt.date(2019, 7, 1)
    open_case(
        records,
        NewCase(reference="FOI2019/7", meetings=(june.ref,), received=received),
        who="Priya Nandakumar",
        today=dt.date(2019, 8, 1),
    )
    async with at_the_screens((80, 24)) as person:
        await person.press("f12")
        await person.waits_for("late by 2 working days")
        assert "with Priya" in person.reads
        assert "received" not in person.sees
    async with at_the_screens((120, 40)) as person:
        await person.press("f12")
        await person.waits_for("with Priya Nandakumar \N{MIDDLE DOT} received 1 Jul 2019")
