"""A store that is moved or upgraded while minutes are typed: no line goes into a file that nobody will open again."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lpgminutes.domain.meetings import Meeting
from lpgminutes.services import meetings as services
from lpgminutes.services.ports import Store

if TYPE_CHECKING:
    from tests.tui.conftest import Sitting


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody move a file that is open")
async def test_lines_wait_while_the_store_is_away(
    at_the_screens: "Sitting", records: Store, june: Meeting, store_path: Path
) -> None:
    """They are said to wait, and are recorded in their order when the file is back."""
    away = store_path.with_name("away.sqlite3")
    async with at_the_screens() as person:
        await person.press("enter")
        os.rename(store_path, away)  # noqa: PTH104 - nothing is waited for
        await person.press_at_once(*"One.", "enter", *"Two.", "enter", *"Half")
        assert "2 lines kept in memory" in person.reads
        assert "was moved away" in person.reads
        os.rename(away, store_path)  # noqa: PTH104
        await person.press("enter")
        assert person.waiting == ()
    texts = [block.text for block in services.meeting(records, june.ref).blocks()]
    assert texts[-3:] == ["One.", "Two.", "Half"]


async def test_a_line_waits_for_the_program_that_knows_the_store(
    at_the_screens: "Sitting", records: Store, june: Meeting, store_path: Path
) -> None:
    """A later version has upgraded it; what is read again and again is said to fail once."""
    with closing(sqlite3.connect(store_path)) as other:
        version = other.execute("PRAGMA user_version").fetchone()[0]
        async with at_the_screens((120, 40)) as person:
            await person.press("enter")
            other.execute(f"PRAGMA user_version = {version + 1}")
            await person.type("One.")
            await person.press("enter")
            assert "a later version" in person.reads
            await person.press("escape", "f5", "f5")
            assert person.reads.count("The store refused") == 1
        other.execute(f"PRAGMA user_version = {version}")
        async with at_the_screens() as person:
            await person.press("enter")
            assert person.waiting == ("One.",)
    assert len(services.meeting(records, june.ref).items[1].children) == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody move a file that is open")
async def test_who_leaves_lines_that_wait_is_told_that_they_are_kept(
    at_the_screens: "Sitting", june: Meeting, store_path: Path
) -> None:
    """They are there again when the minutes are."""
    away = store_path.with_name("away.sqlite3")
    async with at_the_screens() as person:
        await person.press("enter")
        os.rename(store_path, away)  # noqa: PTH104 - nothing is waited for
        await person.press_at_once(*"One.", "enter")
        await person.press("escape", "escape")
        await person.waits_for("1 line kept, to be recorded")
        os.rename(away, store_path)  # noqa: PTH104
        await person.press("enter")
        assert person.waiting == ("One.",)
