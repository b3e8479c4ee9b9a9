"""The lists of the desk: what is suggested and what gives something away, worked through by keys, and taken back."""

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.tui.conftest import CASE
from tests.tui.holding import records_held

from lpgminutes import bootstrap
from lpgminutes.domain.exemptions import read_exemption
from lpgminutes.domain.meetings import Meeting, SecondReading
from lpgminutes.domain.withholding import Grounds, PhraseRule
from lpgminutes.services.cases import NewCase, find_case, lift, open_case, withhold
from lpgminutes.services.meetings import add_line, set_second_reading
from lpgminutes.services.ports import Store
from lpgminutes.services.releases import ReleaseForm, make_release
from lpgminutes.services.suggestions import dismissed
from lpgminutes.tui.screens.desk.screen import DeskScreen
from lpgminutes.tui.widgets.finding_list import FindingList
from lpgminutes.tui.widgets.suggestion_list import SuggestionList

if TYPE_CHECKING:
    from tests.tui.conftest import AtTheDesk, Person

STILL_LOOKING = "Still looking: press it again when the list is there."


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
        assert f"What might be withheld ({len(before)} open)" in person.sees
        await person.press("down", "d")
        assert suggested(person) == [before[0], *before[2:]]
        assert f"What might be withheld ({len(before) - 1} open)" in person.sees
        assert not_wanted(records) == {before[1]}
        await person.press("u")
        await person.waits_for("Taken back: dismiss a suggestion.")
        assert suggested(person) == before
        assert not_wanted(records) == set()
        await person.press("ctrl+y")
        await person.waits_for("Done again: dismiss a suggestion.")
        assert suggested(person) == [before[0], *before[2:]]


@pytest.mark.soak
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


def phrase(words: str) -> PhraseRule:
    """A rule that withholds some words wherever they stand."""
    return PhraseRule(phrase=words, grounds=Grounds(exemptions=(read_exemption("s40(2)"),)))


@pytest.fixture
def released_before(records: Store, case: Meeting, tmp_path: Path) -> Meeting:
    """The minutes went out once with hardly anything withheld; now three things of them are withheld."""
    set_second_reading(records, "lpg", SecondReading.WAIVED, who="Olive")
    open_case(records, NewCase(reference="FOI2019/6", meetings=(case.ref,)), who="Olive", today=bootstrap.today())
    withhold(records, case.ref, "FOI2019/6", [phrase("welcomed")], who="Olive")
    make_release(
        records,
        case.ref,
        "FOI2019/6",
        tmp_path / "out",
        tools=bootstrap.release_tools(),
        form=ReleaseForm(),
        who="Olive",
        now=bootstrap.utc_now(),
    )
    rules = [phrase(words) for words in ("Kestrel Peak", "\u00a341,000", "The log", "welcomed")]
    withhold(records, case.ref, CASE, rules, who="Olive")
    return case


def findings(person: "Person") -> dict[str, str]:
    """The reasons for which what gives something away may stand, by what it is about."""
    return {row.text: row.accepted for row in person.screen.query_one(FindingList).rows if row.against}


async def test_what_an_earlier_release_tells_is_accepted_at_once_for_one_reason(
    at_the_desk: "AtTheDesk", records: Store, released_before: Meeting
) -> None:
    """Every text is named before, and kept on its own; one undo takes all of them back."""
    texts = {"Kestrel Peak", "\u00a341,000", "The log"}
    async with at_the_desk((80, 24)) as person:
        await person.press("f")
        assert findings(person) == dict.fromkeys(texts, "")
        await person.press("A")
        await person.waits_for("Let 3 findings stand: open in earlier release")
        assert "the release of these minutes for FOI2019/6" in person.reads
        assert all(f"\u201c{text}\u201d" in person.reads for text in texts)
        await person.fill("out by mistake")
        await person.press("enter")
        assert findings(person) == dict.fromkeys(texts, "out by mistake")
        assert len(find_case(records, released_before.ref, CASE).accepted) == len(texts)
        await person.press("A")
        await person.waits_for("Everything that is alike is accepted already")
        await person.press("u")
        await person.waits_for("Taken back: accept 3 findings.")
        assert findings(person) == dict.fromkeys(texts, "")
        assert isinstance(person.app.focused, FindingList)
    assert find_case(records, released_before.ref, CASE).accepted == ()


async def test_what_stands_open_in_the_minutes_alone_is_accepted_one_by_one(
    at_the_desk: "AtTheDesk", records: Store, case: Meeting
) -> None:
    """A key that would accept all of it says so, and does nothing."""
    rule = PhraseRule(phrase="Kestrel Peak", at="1.2", grounds=Grounds(exemptions=(read_exemption("s43(2)"),)))
    withhold(records, case.ref, CASE, [rule], who="Olive")
    async with at_the_desk((80, 24)) as person:
        await person.press("f", "A")
        await person.waits_for("Only what an earlier release tells")
        await person.press("a")
        await person.waits_for("Let it stand")


@pytest.mark.parametrize("key", ["t", "T", "d", "D", "w"])
async def test_a_key_for_a_suggestion_that_is_not_listed_yet_is_refused(
    at_the_desk: "AtTheDesk", records: Store, case: Meeting, key: str
) -> None:
    """It is said, nothing is done, nothing in the minutes is meant instead; the list has the keyboard when it comes."""
    async with at_the_desk((80, 24)) as person:
        with records_held(person):
            await person.pilot.press("g", key)
            assert "Looking\u2026" in person.reads
        await person.settle()
        assert STILL_LOOKING in person.reads
        assert not_wanted(records) == set()
        assert find_case(records, case.ref, CASE).rules == ()
        assert isinstance(person.app.focused, SuggestionList)
        assert suggested(person)


@pytest.mark.parametrize("key", ["a", "A", "w"])
async def test_a_key_for_a_finding_that_is_not_listed_yet_is_refused(
    at_the_desk: "AtTheDesk", records: Store, released_before: Meeting, key: str
) -> None:
    """While it is looked for them again, those from before stay in sight, said to be so, and are not acted on."""
    async with at_the_desk((80, 24)) as person:
        await person.press("f", "end")
        desk = person.screen
        assert isinstance(desk, DeskScreen)
        last = person.screen.query_one(FindingList).highlighted
        assert last is not None
        lifted = find_case(records, released_before.ref, CASE).rules[:1]
        lift(records, released_before.ref, CASE, lifted, remark="", who="Olive")
        with ExitStack() as looking:
            with records_held(person):
                await person.pilot.press("f5")
                looking.enter_context(records_held(person))
            for _ in range(500):
                if desk.findings is None:
                    break
                await person.pilot.pause()
            await person.pilot.press(key)
            assert "Looking again\u2026 these are from before" in person.reads
            assert "Kestrel Peak" in findings(person)
        await person.settle()
        assert STILL_LOOKING in person.reads
        assert find_case(records, released_before.ref, CASE).accepted == ()
        assert "Kestrel Peak" not in findings(person)
        assert person.screen.query_one(FindingList).highlighted == last
        assert isinstance(person.app.focused, FindingList)


async def test_what_may_be_a_firm_is_offered_everywhere_and_under_nothing_that_was_not_chosen(
    at_the_desk: "AtTheDesk", records: Store, case: Meeting
) -> None:
    """Every mention is meant first, exactly the places that were found at the next Tab; its exemption is only first."""
    add_line(
        records,
        case.ref,
        "Harrowfield Resourcing Alliance bid; Harrowfield Resourcing Alliance won.",
        item="2",
        who="Somebody",
    )
    async with at_the_desk((80, 24)) as person:
        await person.press("g")
        rows = person.screen.query_one(SuggestionList)
        rows.cursor = next(at for at, row in enumerate(rows.rows) if "Harrowfield" in row.text)
        await person.press("w")
        assert "every mention of these words" in person.reads
        assert "2 mentions in 1 text:" in person.reads
        assert "Enter takes the highlighted one" in person.reads
        await person.press("tab", "tab")
        assert "in the places that are listed, and in no others" in person.reads
        await person.press("tab")
        await person.fill("43(2)")
        await person.press("enter", "enter", "enter")
        await person.waits_for("1 withheld")
    (rule,) = find_case(records, case.ref, CASE).in_force
    assert rule.words() == "phrase: Harrowfield Resourcing Alliance"
    assert [one.short() for one in rule.grounds.exemptions] == ["s43(2)"]
