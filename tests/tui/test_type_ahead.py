"""Keys that are pressed before a screen is read: each acts on what it was meant for, in order, or on nothing."""

import datetime as dt
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest

from lpgminutes.domain.meetings import Meeting
from lpgminutes.services import meetings as services
from lpgminutes.services.ports import Store

Sitting = Callable[..., AbstractAsyncContextManager[Any]]
UNDO_AND_MORE = ("u", "p", "d", "a", "t", "e", "d")
"""Letters each of which is a command of some list."""


async def test_a_line_typed_before_the_minutes_are_there_is_a_line_of_them(
    at_the_screens: Sitting, june: Meeting, records: Store
) -> None:
    """The first key opens the meeting, the rest is its line; no letter is taken for a command of the list."""
    before = records.latest_change()
    async with at_the_screens(ahead=("enter", *UNDO_AND_MORE)) as person:
        assert "updated" in person.reads
        assert records.latest_change() == before
        await person.press("enter")
        assert "updated" in [block.text for block in services.meeting(records, june.ref).blocks()]


async def test_the_keys_that_go_to_a_meeting_go_first(at_the_screens: Sitting, june: Meeting, records: Store) -> None:
    """Down and Enter open the second one, as they would a moment later."""
    services.new_meeting(records, "lpg", date=dt.date(2019, 8, 1), who="Somebody")
    async with at_the_screens(ahead=("down", "enter", "h", "e", "r", "e")) as person:
        assert person.screen.banner.place == june.ref
        assert "here" in person.reads


async def test_keys_in_the_action_log_wait_for_it(at_the_screens: Sitting, logged: Meeting) -> None:
    """What is pressed right after the log was asked for acts on the row that it would have acted on."""
    async with at_the_screens(size=(120, 40)) as person:
        await person.pilot.press("f8")
        await person.press_at_once("down", "down")
        assert person.screen.at_hand.ref == "AP0619-04"


async def test_who_does_not_want_to_wait_leaves_and_takes_the_keys_along(
    at_the_screens: Sitting, june: Meeting, records: Store
) -> None:
    """After Escape nothing that was typed before it is done."""
    before = records.latest_change()
    async with at_the_screens(ahead=(*UNDO_AND_MORE, "escape")) as person:
        assert june.ref not in person.screen.banner.place
        assert records.latest_change() == before
        await person.press("enter")
        assert person.screen.banner.place == june.ref
        assert "updated" not in person.reads


async def test_keys_that_were_meant_for_records_that_cannot_be_read_are_dropped(
    at_the_screens: Sitting, tmp_path: Path
) -> None:
    """The sentence stands, nothing else opens, and the next key works."""
    (tmp_path / "not-a-store.sqlite3").write_text("not a database", encoding="utf-8")
    async with at_the_screens(location=str(tmp_path / "not-a-store.sqlite3"), ahead=("enter", "s", "i")) as person:
        assert person.screen is person.app.screen_stack[0]
        await person.press("f1")
        assert person.app.screen is not person.app.screen_stack[0]


@pytest.mark.parametrize("keys", ["".join(UNDO_AND_MORE) * 20])
async def test_many_keys_arrive_whole_and_in_order(at_the_screens: Sitting, june: Meeting, keys: str) -> None:
    """Type ahead of any length; a key that comes while they go on is behind them."""
    async with at_the_screens(size=(160, 50), ahead=("enter", *keys)) as person:
        await person.press_at_once("e", "n", "d")
        assert person.screen.queue.current == keys + "end"
