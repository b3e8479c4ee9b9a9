"""What an exemption asks for and the case lacks: found on the desk, gone to, and recorded from there."""

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.tui.conftest import CASE, SMALL
from textual.widgets import Static

from lpgminutes.domain.exemptions import read_exemption
from lpgminutes.domain.meetings import Meeting, SecondReading
from lpgminutes.domain.withholding import Grounds, PhraseRule, Rule
from lpgminutes.services.cases import find_case, withhold
from lpgminutes.services.meetings import add_line, set_second_reading
from lpgminutes.services.ports import Store
from lpgminutes.tui.widgets.desk_paper import DeskPaper
from lpgminutes.tui.widgets.finding_list import FindingList

if TYPE_CHECKING:
    from tests.tui.conftest import AtTheDesk, Person


def phrase(words: str, *cited: str) -> PhraseRule:
    """Words that are withheld wherever they stand, with no record of a test."""
    return PhraseRule(
        phrase=words, grounds=Grounds(exemptions=tuple(map(read_exemption, cited)), reason="asked by IAS")
    )


def in_force(records: Store, case: Meeting) -> dict[str, Rule]:
    """What the case withholds, by its words."""
    return {rule.words(): rule for rule in find_case(records, case.ref, CASE).in_force}


async def go_to_finding(person: "Person", words: str) -> None:
    """Highlight the finding that is about some words."""
    findings = person.screen.query_one(FindingList)
    await person.press("f")
    await person.waits_for(words)
    findings.cursor = next(at for at, row in enumerate(findings.rows) if words in row.kind.value)
    await person.settle()


async def test_a_test_that_is_lacking_is_recorded_once_for_all_that_rely_on_it(
    at_the_desk: "AtTheDesk", records: Store, case: Meeting
) -> None:
    """The finding says by which key, the key leads to the record alone, and one undo takes it back."""
    rules = [phrase("Kestrel Peak", "s43(2)", "s41(1)"), phrase("£41,000", "s43(2)"), phrase("Welcome", "s41(1)")]
    withhold(records, case.ref, CASE, rules, who="Olive")
    async with at_the_desk(SMALL) as person:
        await person.press("end")
        await go_to_finding(person, "public")
        assert "none is recorded. c records it for all that rely on it." in person.reads
        assert "Enter Open  c Change  a Accept" in person.lines[-1]
        await person.press("c")
        assert "The public interest test for FOIA s43(2)" in person.reads
        assert "It is recorded with 2 withholdings under it." in person.reads
        await person.press("enter")
        assert "! Why withholding it" in person.reads
        await person.fill("the bid is live")
        await person.press("enter")
        await person.waits_for("Nothing gives away")
        kept = in_force(records, case)
        tests = {words: rule.grounds.public_interest for words, rule in kept.items()}
        assert tests == {
            "phrase: Kestrel Peak": "the bid is live",
            "phrase: £41,000": "the bid is live",
            "phrase: Welcome": "",
        }
        assert {rule.grounds.reason for rule in kept.values()} == {"asked by IAS"}
        await person.press("u")
        await person.waits_for("Needs public interest test")


async def test_a_finding_about_an_exemption_leads_to_what_relies_on_it(
    at_the_desk: "AtTheDesk", records: Store, case: Meeting
) -> None:
    """Enter goes to its place, and x lifts it rather than what the minutes happen to be at."""
    withhold(records, case.ref, CASE, [phrase("Welcome", "s40(2)"), phrase("£41,000", "s36(2)(b)(ii)")], who="Olive")
    async with at_the_desk(SMALL) as person:
        await person.press("home", "down", "down")
        await go_to_finding(person, "qualified")
        await person.press("x")
        assert "Lift: phrase: £41,000" in person.reads
        await person.press("escape", "c")
        assert "The qualified person's opinion for FOIA s36(2)(b)(ii)" in person.reads
        await person.press("escape", "enter")
        paper = person.screen.query_one(DeskPaper)
        assert "£41,000" in paper.cursor.text
        assert person.app.focused is paper


async def test_what_stands_open_is_offered_under_what_the_same_words_are_withheld_under(
    at_the_desk: "AtTheDesk", records: Store, case: Meeting
) -> None:
    """Not under what happened to be relied on last; and no key is shown that would do nothing."""
    add_line(records, case.ref, "Kestrel Peak was asked again.", item="2", who="Somebody")
    withhold(records, case.ref, CASE, [replace(phrase("Kestrel Peak", "s43(2)"), at="1.2")], who="Olive")
    withhold(records, case.ref, CASE, [phrase("Welcome", "s42(1)")], who="Olive")
    async with at_the_desk() as person:
        await go_to_finding(person, "elsewhere")
        assert "Accept alike" not in person.sees
        await person.press("w")
        offered = [line for line in person.lines if "FOIA s" in line and "│" in line]
        assert "FOIA s43(2)" in offered[0]


async def test_a_limb_that_is_lacking_is_cited_in_all_that_lack_it_at_once(
    at_the_desk: "AtTheDesk", records: Store, case: Meeting
) -> None:
    """Its limbs are offered first; the reason of each and what else it rests on stay, and one undo takes it back."""
    rules = [phrase("Kestrel Peak", "s43", "s41(1)"), phrase("£41,000", "s43"), phrase("Welcome", "s41(1)")]
    withhold(records, case.ref, CASE, rules, who="Olive")
    async with at_the_desk(SMALL) as person:
        await go_to_finding(person, "missing")
        assert "c says which, for all that cite it." in person.reads
        await person.press("c")
        assert "FOIA s43, in all 2 that cite it" in person.reads
        offered = [line for line in person.lines if "FOIA s4" in line and "qualified" in line]
        assert ["s43(1)" in offered[0], "s43(2)" in offered[1]] == [True, True]
        await person.press("escape", "c", "down", "enter", "enter")
        await person.waits_for("3 withheld")
        cited = {
            words: [one.short() for one in rule.grounds.exemptions] for words, rule in in_force(records, case).items()
        }
        assert cited == {
            "phrase: Kestrel Peak": ["s43(2)", "s41(1)"],
            "phrase: £41,000": ["s43(2)"],
            "phrase: Welcome": ["s41(1)"],
        }
        assert {rule.grounds.reason for rule in in_force(records, case).values()} == {"asked by IAS"}
        await person.press("u")
        await person.waits_for("Limb missing")


async def test_what_is_not_listed_among_many_is_said_to_be_elsewhere(
    at_the_desk: "AtTheDesk", records: Store, case: Meeting
) -> None:
    """Of twelve that rely on an exemption nine have a key of their own."""
    for number in range(12):
        add_line(records, case.ref, f"Bid {number}x was read.", item="2", who="Somebody")
    rules = [phrase(f"Bid {number}x", "s36(2)(b)(ii)") for number in range(12)]
    withhold(records, case.ref, CASE, rules, who="Olive")
    async with at_the_desk(SMALL) as person:
        await go_to_finding(person, "qualified")
        await person.press("x")
        assert "And 3 more: each can be gone to in the list" in person.reads
        assert "a  all 12 of them" in person.sees


async def test_a_letter_is_not_offered_without_the_tests_that_it_has_to_give(
    at_the_desk: "AtTheDesk", records: Store, case: Meeting
) -> None:
    """It is said where the letter is asked for, of all of them, and by which keys they are recorded."""
    rules = [phrase("Kestrel Peak", "s43(2)"), phrase("£41,000", "s38(1)(b)")]
    withhold(records, case.ref, CASE, rules, who="Olive")
    set_second_reading(records, "lpg", SecondReading.WAIVED, who="Olive")
    async with at_the_desk() as person:
        await person.press("f6")
        await person.waits_for("Make the release")
        await person.press("tab", "tab")
        await person.fill("actions")
        assert "not recorded yet" not in person.reads
        await person.fill(", letter")
        await person.press("enter")
        assert "! The letter has to give what is not recorded yet for" in person.reads
        said = person.app.screen.query_one("#enclosed-reading", Static).render()
        assert all(cited in str(said) for cited in ("FOIA s43(2)", "FOIA s38(1)(b)", "c records it"))
        await person.press("escape", "f", "c")
        await person.fill("the bid is live")
        await person.press("enter")
        await person.waits_for("Needs public interest test")
