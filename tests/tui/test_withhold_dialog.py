"""Asking under what and how far: every key that is shown does something, and what Enter does is said."""

from typing import TYPE_CHECKING

from tests.tui.conftest import CASE, SMALL
from tests.tui.test_desk import go_to

from lpgminutes.domain.meetings import Meeting
from lpgminutes.services.cases import find_case
from lpgminutes.services.meetings import add_line
from lpgminutes.services.ports import Store

if TYPE_CHECKING:
    from tests.tui.conftest import AtTheDesk


async def test_the_mentions_turn_with_the_first_key(at_the_desk: "AtTheDesk", records: Store, case: Meeting) -> None:
    """Those that there was no room for are shown; up shows the first again."""
    for number in range(1, 9):
        add_line(records, case.ref, f"Margaret Ellwood said {number}.", item="2", who="Somebody")
    async with at_the_desk(SMALL) as person:
        go_to(person, "Margaret Ellwood")
        await person.press("w")
        assert "PgDn Mentions" in person.sees
        assert "said 4." not in person.sees
        await person.press("pagedown")
        assert "said 4." in person.sees
        await person.press("pageup", "pageup")
        assert "attendance row 1" in person.sees


async def test_the_keys_are_those_that_do_something_now(at_the_desk: "AtTheDesk") -> None:
    """Enter takes, and goes on once something is taken and nothing else is typed or highlighted."""
    async with at_the_desk(SMALL) as person:
        go_to(person, "Margaret Ellwood")
        await person.press("w")
        assert "Enter Take" in person.sees
        assert "Tab How far" in person.sees
        assert "Leave out" not in person.sees
        assert "PgDn Mentions" not in person.sees
        await person.fill("40(2)")
        assert "Enter Take" in person.sees
        await person.press("enter")
        assert "Enter Go on" in person.sees
        assert "^z Leave out" in person.sees
        await person.press("down")
        assert "Enter Take" in person.sees
        await person.press("escape")
        go_to(person, "Everybody was welcomed.")
        await person.press(*["space"] * 3, "w")
        assert "every text of the item" in person.reads
        assert "Tab How far" not in person.sees


async def test_what_goes_to_the_requester_is_told_where_it_is_typed(at_the_desk: "AtTheDesk") -> None:
    """The reason stays inside; the test and the opinion are printed in the letter."""
    async with at_the_desk() as person:
        go_to(person, "Margaret Ellwood")
        await person.press("w")
        await person.fill("36(2)(b)(ii)")
        await person.press("enter", "enter")
        assert "May stay empty. For the register; never on the copy." in person.reads
        await person.press("tab")
        await person.fill("advice would dry up")
        await person.press("tab")
        await person.fill("the chief executive, 3 May")
        assert person.reads.count("printed in the letter") == 2


async def test_escape_at_the_reason_goes_back_to_choosing_with_what_was_chosen(
    at_the_desk: "AtTheDesk", records: Store, case: Meeting
) -> None:
    """The exemptions, how far it reaches, and what was typed; Esc once more leaves."""
    async with at_the_desk(SMALL) as person:
        go_to(person, "Margaret Ellwood")
        await person.press("w", "tab")
        assert "every mention of these words" in person.reads
        for exemption in ("40(2)", "43(2)"):
            await person.fill(exemption)
            await person.press("enter")
        await person.press("enter")
        await person.fill("half a reason")
        assert "Esc Go back" in person.sees
        await person.press("escape")
        assert "FOIA s40(2) absolute; FOIA s43(2) qualified" in person.reads
        assert "every mention of these words" in person.reads
        assert "Enter Go on" in person.sees
        await person.press("enter")
        assert "half a reason" in person.sees
        await person.press("escape", "escape")
        assert "w Withhold" in person.lines[-1]
        assert find_case(records, case.ref, CASE).rules == ()
        await person.press("w")
        assert "Enter Take" in person.sees
