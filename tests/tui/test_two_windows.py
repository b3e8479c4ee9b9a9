"""Two windows on one meeting see each other's lines, and neither writes over the other."""

from typing import TYPE_CHECKING

import pytest
from tests.tui.conftest import CASE

from lpgminutes.domain.exemptions import read_exemption
from lpgminutes.domain.meetings import Meeting
from lpgminutes.domain.withholding import Grounds, PhraseRule
from lpgminutes.services import meetings as services
from lpgminutes.services.cases import find_case, withhold
from lpgminutes.services.ports import Store
from lpgminutes.services.second_reading import reject

if TYPE_CHECKING:
    from tests.tui.conftest import AtTheDesk, Sitting


async def test_a_line_of_another_window_comes_by_itself(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """Nothing has to be pressed, and the line that is being typed here stays as it is."""
    async with at_the_screens() as person:
        await person.press("enter")
        await person.fill("Half a line")
        services.add_line(records, june.ref, "Written in the other window.", item="2", who="Somebody")
        await person.waits_for("2.2 Written in the other window.")
        assert "Half a line" in person.sees
        await person.waits_for("2.3 Half a line")


@pytest.mark.usefixtures("june")
async def test_lines_of_both_windows_stand_under_one_another(at_the_screens: "Sitting") -> None:
    """Whoever is first has the number; nothing is lost and nothing overwritten."""
    async with at_the_screens() as one, at_the_screens() as other:
        await one.press("enter")
        await other.press("enter")
        await one.fill("First thought.")
        await other.fill("Second thought.")
        await one.press("enter")
        await other.press("enter")
        for person in (one, other):
            await person.waits_for("2.2 First thought.")
            await person.waits_for("2.3 Second thought.")


async def test_what_came_while_a_dialog_was_open_is_there_when_it_is_closed(
    at_the_screens: "Sitting", records: Store, june: Meeting
) -> None:
    """Under a dialog nothing is drawn anew; nothing is missed either."""
    async with at_the_screens((80, 24)) as person:
        await person.press("enter")
        await person.press("ctrl+g")
        await person.waits_for("Go to an item")
        services.add_line(records, june.ref, "Somebody else wrote this.", item="2", who="Somebody")
        await person.press("escape")
        await person.waits_for("Somebody else wrote this.")


async def test_what_a_second_reader_does_comes_to_the_desk_of_the_officer(
    at_the_desk: "AtTheDesk", records: Store, case: Meeting
) -> None:
    """And a line that is corrected under the desk: nothing has to be pressed, and one stays where one is."""
    rule = PhraseRule(phrase="Kestrel Peak", grounds=Grounds(exemptions=(read_exemption("s40(2)"),)))
    withhold(records, case.ref, CASE, [rule], who="Olive")
    async with at_the_desk() as person:
        await person.press("l")
        assert "1 withheld" in person.lines[1]
        reject(records, case.ref, CASE, [find_case(records, case.ref, CASE).rules[0]], remark="is public", who="Rhys")
        await person.waits_for("0 withheld")
        assert "Rejected by: Rhys. Because: is public." in person.reads
        await person.press("escape")
        services.add_line(records, case.ref, "Somebody else wrote this.", item="2", who="Somebody")
        await person.waits_for("Somebody else wrote this.")
        await person.press("down", "w")
        await person.waits_for("Exemption")
        withhold(records, case.ref, CASE, [rule], who="Rhys")
        await person.press("escape")
        await person.waits_for("1 withheld")
