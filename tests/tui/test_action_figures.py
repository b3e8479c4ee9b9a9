"""Ageing and slippage by owner, as bars with their numbers in words."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.tui.conftest import Sitting


@pytest.mark.usefixtures("logged")
async def test_the_figures_of_the_list_stand_in_bars_and_in_words(at_the_screens: "Sitting") -> None:
    """By owner; one with several owners counts for each, and once in the sum."""
    async with at_the_screens((80, 40)) as person:
        await person.press("f8")
        await person.press("i")
        assert "All open actions, as at Thursday 1 August 2019" in person.sees
        assert "Sam Okafor                \u2593\u2593                2 open, the oldest 35 days" in person.sees
        assert "? nobody                  \u2593" in person.sees
        assert "4 open, the oldest 35 days; 4 4 to 12 weeks" in person.reads
        assert "! 1 overdue, by 31 days at most" in person.reads
        assert "Priya Nandakumar          \u25a0 " in person.sees
        assert "1 of 1 slipped, once together, 7 days in all" in person.reads
        await person.press("escape")
        assert "4 actions" in person.sees


@pytest.mark.usefixtures("logged")
async def test_the_figures_are_those_of_what_is_listed(at_the_screens: "Sitting") -> None:
    """A filter narrows them; nothing listed is said."""
    async with at_the_screens((80, 40)) as person:
        await person.press("f8")
        await person.press("slash")
        await person.type("owner:pri")
        await person.press("enter")
        await person.press("i")
        assert "Open actions: owner:pri, as at" in person.sees
        assert "Sam Okafor" not in person.sees
        await person.press("escape")
        await person.press("slash")
        await person.type(" zeppelin")
        await person.press("enter")
        await person.press("i")
        assert "No open action is listed." in person.sees
