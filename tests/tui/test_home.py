import asyncio
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lpgminutes.domain.actions import Action
from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.meetings import Meeting, Series
from lpgminutes.services import meetings as services
from lpgminutes.services.ports import Store

if TYPE_CHECKING:
    from tests.tui.conftest import Sitting


def _add_action(records: Store, meeting: Meeting, *, due: dt.date | None) -> None:
    with records.change("add an action", who="Somebody") as work:
        raised = Action(text="Look into it.", owners=("Finance",), due=due)
        work.actions.add(raised, meeting=meeting, raised_in=None)
        work.commit()


async def test_a_meeting_shows_status_marking_and_its_actions_in_words(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """Overdue is said in a word and a sign, so that nothing hangs on colour."""
    _add_action(records, june, due=dt.date(2019, 7, 1))
    _add_action(records, june, due=None)
    async with at_the_screens() as person:
        assert "27 Jun 2019" in person.sees
        assert "draft" in person.sees
        assert "2 open actions · ! 1 overdue" in person.sees
        assert "1 meeting · 2 open actions · ! 1 overdue" in person.sees


async def test_the_banner_says_the_strictest_marking_of_what_is_shown(
    at_the_screens: "Sitting", records: Store, lpg: Series
) -> None:
    """One sensitive meeting among others makes the list sensitive."""
    for day, marking in ((1, "OFFICIAL"), (2, "OFFICIAL-SENSITIVE - COMMERCIAL"), (3, "OFFICIAL")):
        services.new_meeting(
            records, lpg.short_name, date=dt.date(2020, 1, day), marking=read_marking(marking), who="Somebody"
        )
    async with at_the_screens() as person:
        assert "OFFICIAL-SENSITIVE - COMMERCIAL" in person.lines[0]


@pytest.mark.usefixtures("june")
async def test_a_series_narrows_the_meetings(at_the_screens: "Sitting", records: Store) -> None:
    """The highlighted series decides which meetings are listed, and what the totals count."""
    other = Series(short_name="board", name="House Board", marking=read_marking("OFFICIAL"))
    services.add_series(records, other, who="Somebody")
    async with at_the_screens() as person:
        assert "1 meeting ·" in person.sees
        await person.press("tab", "down")
        assert "Meetings of House Board" in person.sees
        assert "No meeting yet." in person.sees
        await person.press("down")
        assert "Meetings of Lot Performance Group" in person.sees
        assert "27 Jun 2019" in person.sees


@pytest.mark.usefixtures("june")
@pytest.mark.parametrize("size", [(40, 10), (80, 24), (120, 40)])
async def test_the_row_of_every_series_says_so_and_brings_every_meeting_back(
    at_the_screens: "Sitting", records: Store, size: tuple[int, int]
) -> None:
    """Gone down to one body and up again, one sees the meetings of all."""
    other = Series(short_name="board", name="House Board", marking=read_marking("OFFICIAL"))
    services.add_series(records, other, who="Somebody")
    async with at_the_screens(size) as person:
        assert "Every series" in person.sees
        await person.press("tab", "down")
        assert "No meeting yet." in person.sees
        await person.press("up")
        assert "Every series" in person.sees
        assert "27 Jun 2019" in person.sees


async def test_the_highlight_stays_on_its_meeting_when_the_list_is_read_again(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """A meeting that somebody else adds above does not move the highlight to another one."""
    async with at_the_screens() as person:
        services.new_meeting(records, "lpg", date=dt.date(2020, 1, 1), who="Somebody")
        await person.press("f5")
        assert "1 Jan 2020" in person.sees
        await person.press("enter")
        assert june.ref in person.lines[0]


async def test_a_series_that_is_refused_is_asked_for_again_with_what_was_typed(
    at_the_screens: "Sitting", records: Store, lpg: Series
) -> None:
    """A short name that is taken costs no typing."""
    async with at_the_screens() as person:
        await person.press("s")
        await person.fill("lpg")
        await person.press("tab")
        await person.fill("Another Group Altogether")
        await person.press("enter")
        assert "Add a series" in person.sees
        assert "Another Group Altogether" in person.sees
        assert "belongs to Lot Performance Group already" in person.reads
    assert services.all_series(records) == (lpg,)


async def test_a_marking_above_the_tier_is_refused_while_it_is_typed(at_the_screens: "Sitting") -> None:
    """The refusal stands under the field, and Enter does not save."""
    async with at_the_screens() as person:
        await person.press("s")
        await person.fill("hq")
        await person.press("tab")
        await person.fill("Headquarters")
        await person.press("tab")
        await person.fill("S E C R E T")
        assert "! SECRET is above what may be kept here" in person.reads
        await person.press("enter")
        assert "Add a series" in person.sees
        await person.press("escape")
        assert "There are no records yet." in person.sees


@pytest.mark.usefixtures("lpg")
async def test_a_date_that_is_none_keeps_the_dialog_open(at_the_screens: "Sitting") -> None:
    """The 30th of February is said to be no date; a date in words is read."""
    async with at_the_screens() as person:
        await person.press("a", "ctrl+u")
        await person.fill("30/2/2019")
        assert "! There is no 30 February: February has 28 days." in person.reads
        await person.press("enter")
        assert "Start a meeting" in person.sees
        await person.press("ctrl+u")
        await person.fill("27th June 2019")
        assert "Thu 27 Jun 2019" in person.sees


async def test_a_file_that_is_no_store_is_said_and_can_be_tried_again(
    at_the_screens: "Sitting", store_path: Path
) -> None:
    """The screens stay up with the sentence; once the file is gone F5 opens a new store."""
    await asyncio.to_thread(store_path.write_text, "these are not records", encoding="utf-8")
    async with at_the_screens() as person:
        assert "F5 tries again" in person.sees
        assert "OFFICIAL" in person.lines[0]
        await asyncio.to_thread(store_path.unlink)
        await person.press("f5")
        assert "There are no records yet." in person.sees


@pytest.mark.usefixtures("june", "records")
async def test_what_somebody_else_did_is_taken_back_only_after_a_yes(at_the_screens: "Sitting") -> None:
    """Enter answers No; y takes it back."""
    async with at_the_screens() as person:
        await person.press("enter")
        await person.press("escape", "u")
        assert "Take back: add a line?" in person.sees
        assert "It was done by Somebody" in person.reads
        await person.press("enter")
        assert "The log was gone through." in person.sees
        await person.press("u", "y")
        await person.waits_for("Taken back")
        assert "The log was gone through." not in person.sees


@pytest.mark.parametrize("size", [(40, 12), (60, 15), (80, 24), (120, 40), (300, 80)])
@pytest.mark.usefixtures("june")
async def test_every_size_shows_the_marking_the_help_key_and_the_meeting(
    size: tuple[int, int], at_the_screens: "Sitting"
) -> None:
    """What matters is never cut off: marking above, F1 below, the meeting between; here and in the minutes."""
    async with at_the_screens(size) as person:
        assert "OFFICIAL-SENSITIVE" in person.lines[0]
        assert "F1 Help" in person.lines[-1]
        assert "27 Jun 2019" in person.sees
        assert all(len(line) <= size[0] for line in person.lines)
        await person.press("enter")
        assert "OFFICIAL-SENSITIVE" in person.lines[0]
        assert "F1 Help" in person.lines[-1]
        await person.press("ctrl+up")
        assert "Under 1" in person.sees
        await person.press("escape", "f1")
        assert "OFFICIAL-SENSITIVE" in person.lines[0]


@pytest.mark.usefixtures("lpg")
async def test_a_long_marking_is_shown_whole_on_a_narrow_screen(at_the_screens: "Sitting", records: Store) -> None:
    """A marking is wrapped, never cut."""
    marking = read_marking("OFFICIAL-SENSITIVE - RECIPIENTS ONLY - PERSONAL DATA - HARROWFIELD HOUSE")
    services.new_meeting(records, "lpg", date=dt.date(2020, 1, 1), marking=marking, who="Somebody")
    async with at_the_screens((40, 12)) as person:
        assert marking.printed in person.reads
