from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lpgminutes import bootstrap
from lpgminutes.services import meetings as services

if TYPE_CHECKING:
    from tests.tui.conftest import Sitting


SIZES = [(80, 24), pytest.param((120, 40), marks=pytest.mark.soak)]


@pytest.mark.parametrize("size", SIZES)
async def test_a_first_meeting_is_minuted_by_keyboard_alone(
    size: tuple[int, int], at_the_screens: "Sitting", store_path: Path
) -> None:
    """From nothing to minutes, and one step back: every step by key, all of it in the store."""
    async with at_the_screens(size) as person:
        assert "There are no records yet." in person.sees
        assert "bring in minutes that you have as files" in person.sees

        await person.press("s")
        await person.type("LPG")
        await person.press("tab")
        await person.fill("Lot Performance Group")
        await person.press("tab")
        await person.fill("official-sensitive")
        assert "Printed as OFFICIAL-SENSITIVE." in person.reads
        await person.press("enter")
        assert "No meeting yet." in person.sees
        assert "OFFICIAL-SENSITIVE" in person.lines[0]

        await person.press("a")
        await person.type("27/6/2019")
        assert "Thu 27 Jun 2019" in person.sees
        await person.press("enter")
        assert "lpg/2019-06-27" in person.lines[0]

        await person.type("# Welcome")
        assert "item 1" in person.sees
        await person.press("enter")
        await person.fill("Everybody was welcomed.")
        assert "minute 1.1" in person.sees
        await person.press("enter")
        await person.fill("- Apologies: none were sent.")
        assert "point under 1.1" in person.sees
        await person.press("enter")
        await person.press("escape")
        assert "1.1   Everybody was welcomed." in person.sees
        assert "Apologies: none were sent." in person.sees

        await person.press("u")
        assert "Apologies" not in person.sees
        await person.waits_for("Taken back")
        await person.press("U")
        assert "Apologies: none were sent." in person.sees
        await person.press("escape")
        assert "1 meeting · no open actions · none overdue" in person.sees

    with closing(bootstrap.open_store(str(store_path))) as records:
        kept = services.meeting(records, "lpg/2019-06-27")
    (item,) = kept.items
    (minute,) = item.children
    (point,) = minute.children
    assert (item.text, minute.text) == ("Welcome", "Everybody was welcomed.")
    assert (point.label, point.text) == ("Apologies", "none were sent.")
