"""A disk that takes nothing more: it is said, typing goes on, and when there is room again every line arrives.

The refusals are the system's own: a limit on the size of the files that this process may write, which the store and
the journal meet as they would meet the end of a disk.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Connection, Engine, event

from lpgminutes.domain.meetings import Meeting
from lpgminutes.services import meetings as services
from lpgminutes.services.ports import Store

if TYPE_CHECKING:
    from tests.tui.conftest import Sitting

pytestmark = pytest.mark.soak
"""A full disk is tried with every run by one line typed on it in a terminal; here are all the cases."""

resource = pytest.importorskip("resource", reason="limits of this kind are POSIX")


@contextmanager
def _nothing_can_be_written() -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def _held_up(store_path: Path) -> Iterator[None]:
    """Let another program write, so that nobody else can."""
    with closing(sqlite3.connect(store_path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def _out_of_reach_after_each_commit(code: int = sqlite3.SQLITE_IOERR) -> Iterator[None]:
    """Let the statement after each commit fail, as on a share that drops out."""
    state = {"is_away": False}

    def drop_out(_: Connection) -> None:
        state["is_away"] = True

    def fail(*_: object) -> None:
        if state["is_away"]:
            state["is_away"] = False
            failure = sqlite3.OperationalError("disk I/O error")
            failure.sqlite_errorcode = code
            raise failure

    event.listen(Engine, "commit", drop_out)
    event.listen(Engine, "before_cursor_execute", fail)
    try:
        yield
    finally:
        event.remove(Engine, "commit", drop_out)
        event.remove(Engine, "before_cursor_execute", fail)


def _texts(records: Store, meeting: Meeting) -> list[str]:
    return [block.text for block in services.meeting(records, meeting.ref).blocks()]


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 10)])
async def test_lines_typed_on_a_full_disk_wait_and_arrive_in_their_order(
    at_the_screens: "Sitting", records: Store, june: Meeting, size: tuple[int, int]
) -> None:
    """It is said under the line and at the top; what is half typed is untouched; Enter tries at once."""
    async with at_the_screens(size) as person:
        await person.press("enter")
        with _nothing_can_be_written():
            await person.fill("The disk was full.")
            await person.press("enter")
            assert "! 1 line kept in memory" in person.reads
            await person.fill("Nobody noticed.")
            await person.press("enter", "enter")
            assert "! 2 lines kept in memory" in person.reads
            assert "! in memory only" in person.lines[1]
            await person.fill("And so")
            assert "And so" in person.sees
        assert _texts(records, june)[-1] == "The log was gone through."
        await person.fill(" on.")
        await person.press("enter")
        assert "in memory" not in person.reads
        assert "saved" in person.lines[1]
    assert _texts(records, june)[-3:] == ["The disk was full.", "Nobody noticed.", "And so on."]


async def test_a_line_that_is_asked_for_again_while_the_store_is_slow_is_recorded_once(
    at_the_screens: "Sitting", records: Store, june: Meeting, store_path: Path
) -> None:
    """Another program holds the records up; whoever presses Enter again and again meanwhile gets one line for it."""
    async with at_the_screens() as person:
        await person.press("enter")
        with _nothing_can_be_written():
            for line in ("Minuted once.", "And once more."):
                await person.fill(line)
                await person.press("enter")
            assert "! 2 lines kept in memory" in person.reads
        with _held_up(store_path):
            for _ in range(5):
                person.send("enter")
                await person.pilot.pause()
        await person.settle()
        assert "in memory" not in person.reads
    assert _texts(records, june)[-2:] == ["Minuted once.", "And once more."]
    assert _texts(records, june).count("Minuted once.") == 1


@pytest.mark.soak
async def test_lines_keep_their_order_when_the_store_is_free_again_between_two_of_them(
    at_the_screens: "Sitting", records: Store, june: Meeting, store_path: Path
) -> None:
    """The first gave up while another program held the records; the second, right behind it, does not go ahead."""
    async with at_the_screens() as person:
        await person.press("enter")
        with _held_up(store_path):
            person.send(*"First.", "enter", *"Second.", "enter", *"Third.", "enter")
            while "kept in memory" not in person.reads:
                await person.pilot.pause()
        await person.press("enter")
        assert "in memory" not in person.reads
    assert _texts(records, june)[-3:] == ["First.", "Second.", "Third."]


@pytest.mark.parametrize("code", [sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CORRUPT])
async def test_a_line_is_recorded_once_when_the_store_drops_out_right_after_it(
    at_the_screens: "Sitting", records: Store, june: Meeting, code: int
) -> None:
    """What could not be read is only the next reference: the line is stored, and is neither kept nor said to wait."""
    line = "Priya took an action to check the figures by Friday."
    async with at_the_screens() as person:
        await person.press("enter")
        await person.fill(line)
        with _out_of_reach_after_each_commit(code):
            await person.press("enter")
            assert "kept in memory" not in person.reads
            assert "Not recorded" not in person.reads
        await person.waits_for("Priya took an action to check the figures")
        await person.press("enter", "enter")
    assert len(services.meeting(records, june.ref).actions) == len(june.actions) + 1
    assert sum("check the figures" in text for text in _texts(records, june)) == 1


@pytest.mark.parametrize("is_pasted", [True, False])
async def test_lines_go_under_a_new_item_when_the_store_drops_out_right_after_it(
    at_the_screens: "Sitting", records: Store, june: Meeting, *, is_pasted: bool
) -> None:
    """Another window has written just before, so that the meeting has to be read with the item, and cannot be."""
    async with at_the_screens() as person:
        await person.press("enter")
        services.add_line(records, june.ref, "From the other window.", item="1", who="Somebody")
        with _out_of_reach_after_each_commit():
            await person.paste("# Finance\nCosts rose." if is_pasted else "# Finance")
            await person.press("enter")
        if not is_pasted:
            await person.fill("Costs rose.")
            await person.press("enter")
        await person.waits_for("Under 3 Finance")
        while "kept in memory" in person.reads:  # where the failure met the second line itself
            await person.press("enter")
    _, log, finance = services.meeting(records, june.ref).items
    assert [minute.text for minute in log.children] == ["The log was gone through."]
    assert (finance.text, [minute.text for minute in finance.children]) == ("Finance", ["Costs rose."])


async def test_a_paragraph_is_saved_when_the_store_drops_out_right_after_it(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """It is not said to be unsaved, and nothing is asked about it."""
    async with at_the_screens() as person:
        await person.press("enter", "up")
        await person.fill(" Twice.")
        with _out_of_reach_after_each_commit():
            await person.press("enter")
            assert "Not saved" not in person.reads
        await person.waits_for("The log was gone through. Twice.")
        assert "Editing" not in person.sees
    assert _texts(records, june)[-1] == "The log was gone through. Twice."


async def test_lines_typed_while_a_new_item_is_on_its_way_go_under_it(
    at_the_screens: "Sitting", records: Store, june: Meeting, store_path: Path
) -> None:
    """Another program holds the records up for a moment: whoever types on meanwhile minutes the new item."""
    async with at_the_screens() as person:
        await person.press("enter")
        with _held_up(store_path):
            for line in ("# Finance", "Costs rose.", "- Vans: doubled", "Nobody knew why."):
                person.send(*line, "enter")
            await person.pilot.pause()
        await person.settle()
    _, log, finance = services.meeting(records, june.ref).items
    assert [minute.text for minute in log.children] == ["The log was gone through."]
    assert [minute.text for minute in finance.children] == ["Costs rose.", "Nobody knew why."]
    assert [point.text for point in finance.children[0].children] == ["doubled"]


async def test_lines_that_wait_behind_a_new_item_go_under_it(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """As if there had been room; those that were typed under another item stay there."""
    async with at_the_screens() as person:
        await person.press("enter")
        with _nothing_can_be_written():
            for line in ("# Finance", "Costs rose.", "- Vans: doubled"):
                await person.fill(line)
                await person.press("enter")
            await person.press("ctrl+up")
            await person.fill("Coffee was served.")
            await person.press("enter")
            assert "! 4 lines kept in memory" in person.reads
        await person.press("enter")
    welcome, _, finance = services.meeting(records, june.ref).items
    assert [minute.text for minute in welcome.children] == ["Everybody was welcomed.", "Coffee was served."]
    assert finance.text == "Finance"
    assert [minute.text for minute in finance.children] == ["Costs rose."]
    assert [point.text for point in finance.children[0].children] == ["doubled"]


async def test_a_paragraph_that_cannot_be_saved_stays_open_with_what_was_typed(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """Enter saves it when there is room."""
    async with at_the_screens() as person:
        await person.press("enter", "up")
        assert "Editing 2.1" in person.sees
        await person.fill(" Twice.")
        with _nothing_can_be_written():
            await person.press("enter")
            assert "! Not saved: The store" in person.reads
            assert "gone through. Twice." in person.reads
        await person.press("enter")
        assert "Editing" not in person.sees
    assert _texts(records, june)[-1] == "The log was gone through. Twice."


@pytest.mark.parametrize(("way_out", "way_back"), [(("escape", "escape"), ("l",)), (("ctrl+q",), ())])
async def test_what_is_in_memory_alone_is_not_left_behind_unasked(
    at_the_screens: "Sitting", records: Store, june: Meeting, way_out: tuple[str, ...], way_back: tuple[str, ...]
) -> None:
    """Whoever leaves is told once what that would cost; everything else goes on."""
    async with at_the_screens() as person:
        await person.press("enter")
        with _nothing_can_be_written():
            await person.fill("A line")
            await person.press("enter")
            await person.press(*way_out)
            await person.waits_for("Make room first")
            assert june.ref in person.lines[0]
            await person.press("f8")
            assert "action log" in person.lines[0]
            await person.press("escape")
        await person.press(*way_back, "enter")
    assert _texts(records, june)[-1] == "A line"


async def test_a_half_typed_line_that_no_disk_takes_is_said_and_asked_about(
    at_the_screens: "Sitting", june: Meeting
) -> None:
    """Asked twice, the program leaves all the same."""
    async with at_the_screens() as person:
        await person.press("enter")
        with _nothing_can_be_written():
            await person.fill("Half a")
            await person.waits_for("What you type is in memory only")
            await person.press("escape", "escape")
            await person.waits_for("Make room first")
            assert june.ref in person.lines[0]
            await person.press("escape")
            assert june.ref not in person.lines[0]
