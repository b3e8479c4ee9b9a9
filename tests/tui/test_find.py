import datetime as dt
from typing import TYPE_CHECKING

import pytest

from lpgminutes.domain.action_log.changes import Close, NewAction
from lpgminutes.domain.meetings import Block, BlockKind, Meeting
from lpgminutes.services import action_log
from lpgminutes.services import meetings as services
from lpgminutes.services.ports import Store
from lpgminutes.tui.messages.find import HitsFound
from lpgminutes.tui.widgets.hit_list import HitList

if TYPE_CHECKING:
    from tests.tui.conftest import Sitting


def add(records: Store, meeting: Meeting, *lines: str) -> None:
    """Record lines at the end of the minutes."""
    for line in lines:
        services.add_line(records, meeting.ref, line, item="2", who="Somebody")


@pytest.mark.soak
async def test_hits_come_as_one_types_and_enter_goes_to_the_minute(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """Esc comes back to the hits, and once more to where one was."""
    add(records, june, *(f"Paragraph number {n} of many." for n in range(30)), "A zebra crossed the road.")
    async with at_the_screens() as person:
        await person.press("ctrl+f")
        assert "Type words" in person.reads
        await person.type("zeb")
        assert "1 hit" in person.sees
        assert "minute 2.32" in person.sees
        assert "A zebra crossed the road." in person.sees
        assert "OFFICIAL-SENSITIVE" in person.lines[0]
        await person.press("enter")
        assert june.ref in person.lines[0]
        assert "2.32  A zebra crossed the road." in person.sees
        await person.press("escape")
        assert "1 hit" in person.sees
        await person.press("escape")
        assert "Lot Performance Group" in person.sees
        assert "Series" in person.sees


async def test_a_half_typed_line_is_still_there_after_finding(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """The key works while a line is typed, takes no letter of it, and Esc gives the keyboard back to the line."""
    async with at_the_screens() as person:
        await person.press("enter")
        await person.type("half a li")
        await person.press("ctrl+f")
        await person.type("welcomed")
        assert "Everybody was welcomed." in person.sees
        await person.press("escape")
        await person.type("ne")
        assert "half a line" in person.sees
        await person.press("enter")
    assert [block.text for block in services.meeting(records, june.ref).blocks()][-1] == "half a line"


@pytest.mark.usefixtures("june")
async def test_a_meeting_that_is_open_already_is_gone_back_to(at_the_screens: "Sitting") -> None:
    """There is one screen for a meeting, with the line that is half typed in it."""
    async with at_the_screens() as person:
        await person.press("enter")
        await person.type("half")
        await person.press("ctrl+f")
        await person.type("log was gone")
        await person.press("enter")
        assert "half" in person.sees
        assert len(person.app.screen_stack) == 2
        await person.type("l")
        assert "half" in person.sees


async def test_only_what_was_asked_last_is_shown(at_the_screens: "Sitting", records: Store, june: Meeting) -> None:
    """An answer that comes late, to words that have changed since, is dropped."""
    add(records, june, "A zebra crossed.")
    async with at_the_screens() as person:
        await person.press("ctrl+f")
        await person.pilot.press(*"zebra")
        await person.pilot.press(*["backspace"] * 5, *"welco")
        await person.settle()
        assert "Everybody was welcomed." in person.sees
        person.screen.post_message(HitsFound(1, (), "OFFICIAL"))
        await person.settle()
        assert "Everybody was welcomed." in person.sees


async def test_tab_looks_in_one_kind_alone_and_in_everything_again(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """The line under the words says in which."""
    async with at_the_screens() as person:
        await person.press("ctrl+f")
        await person.type("welcomed")
        for words in ("in minutes alone · 1 hit", "in actions alone", "in decisions alone", "in people alone"):
            await person.press("tab")
            assert words in person.sees
        assert "Nothing holds all of these words." in person.sees
        await person.press("tab", "tab")
        assert "in minutes, actions, decisions, people and meetings · 1 hit" in person.sees
        await person.press("shift+tab")
        assert "in titles and places of meetings alone" in person.sees
    assert june.id


async def test_the_arrows_choose_among_the_hits(at_the_screens: "Sitting", records: Store, june: Meeting) -> None:
    """While the keyboard stays in the words."""
    add(records, june, "A zebra came.", "Another zebra came.", "A third zebra came.")
    async with at_the_screens() as person:
        await person.press("ctrl+f")
        await person.type("zebra")
        hits = person.screen.query_one(HitList)
        await person.press("down", "down")
        assert hits.cursor == 2
        await person.press("up")
        await person.type(" came")
        assert "zebra came" in person.sees
        assert hits.cursor == 0


@pytest.mark.usefixtures("june")
async def test_a_dialog_is_not_left_to_find(at_the_screens: "Sitting") -> None:
    """What is filled in there would be out of sight."""
    async with at_the_screens() as person:
        await person.press("s", "ctrl+f")
        assert "Find" not in person.lines[1]
        await person.press("escape", "ctrl+f", "ctrl+f")
        assert len(person.app.screen_stack) == 2


@pytest.mark.parametrize(
    "text", ["Ask [s40] zebra", "see [/b] zebra", "x [@click=app.quit]zebra[/]", "\u4f1a\u8b70 zebra"]
)
async def test_text_that_is_found_is_data(text: str, at_the_screens: "Sitting", records: Store, june: Meeting) -> None:
    """Neither what is found nor what is typed is markup."""
    with records.change("add a minute", who="Somebody") as work:
        work.meetings.add_block(june, Block(kind=BlockKind.MINUTE, text=text), parent=june.items[1])
        work.commit()
    async with at_the_screens((100, 30)) as person:
        await person.press("ctrl+f")
        await person.fill(f"zebra {text}")
        assert person.sees.count(text) == 2
        assert person.app.is_running


async def test_an_action_is_gone_to_in_the_action_log(at_the_screens: "Sitting", records: Store, june: Meeting) -> None:
    """Also one that is closed, which the log does not list by itself."""
    action = NewAction(text="count the stripes", owners=("Priya",), ref="AP0619-07")
    action_log.add_action(records, june.ref, action, raised_in="1.1", who="Somebody")
    closed = Close(evidence="they were counted")
    action_log.change_actions(records, ["AP0619-07"], closed, who="Somebody", on=dt.date(2019, 7, 1))
    async with at_the_screens((120, 40)) as person:
        await person.press("ctrl+f", "tab", "tab")
        await person.type("stripes")
        assert "AP0619-07" in person.sees
        await person.press("enter")
        await person.waits_for("1 action")
        assert "action log" in person.lines[0]
        assert "count the stripes" in person.sees
        await person.press("escape", "escape")
        assert "in actions alone" in person.sees
