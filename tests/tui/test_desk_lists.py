"""The lists of the desk: what is suggested and what gives something away, worked through by keys, and taken back."""

from typing import TYPE_CHECKING

from lpgminutes.domain.meetings import Meeting
from lpgminutes.services.meetings import add_line
from lpgminutes.services.ports import Store
from lpgminutes.services.suggestions import dismissed
from lpgminutes.tui.widgets.suggestion_list import SuggestionList

if TYPE_CHECKING:
    from tests.tui.conftest import AtTheDesk, Person


def suggested(person: "Person") -> list[str]:
    """What is suggested on the screen, in its order."""
    return [row.text for row in person.screen.query_one(SuggestionList).rows]


def not_wanted(records: Store) -> set[str]:
    """What the body does not want suggested again."""
    return {one.text for one in dismissed(records, "lpg")}


async def test_a_dismissed_suggestion_comes_back_with_undo(
    at_the_desk: "AtTheDesk", records: Store, case: Meeting
) -> None:
    """The list follows, the screen says what was taken back, and redo dismisses it again."""
    async with at_the_desk((80, 24)) as person:
        await person.press("g")
        before = suggested(person)
        await person.press("down", "d")
        assert suggested(person) == [before[0], *before[2:]]
        assert not_wanted(records) == {before[1]}
        await person.press("u")
        await person.waits_for("Taken back: dismiss a suggestion.")
        assert suggested(person) == before
        assert not_wanted(records) == set()
        await person.press("ctrl+y")
        await person.waits_for("Done again: dismiss a suggestion.")
        assert suggested(person) == [before[0], *before[2:]]


async def test_all_of_a_kind_are_dismissed_at_once_and_come_back_after_a_restart(
    at_the_desk: "AtTheDesk", records: Store, case: Meeting
) -> None:
    """One undo brings all of them back; somebody else is asked first."""
    add_line(records, case.ref, "It was \u00a35 or \u00a36 then.", item="1", who="Somebody")
    sums = {"\u00a341,000", "\u00a35", "\u00a36"}
    async with at_the_desk((80, 24)) as person:
        await person.press("g", "end")
        before = suggested(person)
        await person.press("D", "y")
        assert set(suggested(person)) == set(before) - sums
        assert not_wanted(records) == sums
    async with at_the_desk((80, 24), who="Rhys") as person:
        await person.press("u")
        await person.waits_for("It was done by Olive.")
        await person.press("y")
        await person.waits_for("Taken back: dismiss 3 suggestions.")
    async with at_the_desk((80, 24)) as person:
        await person.press("g")
        assert suggested(person) == before
        assert not_wanted(records) == set()
