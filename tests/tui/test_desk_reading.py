"""The second reading at the desk: what is left to do is said to whoever is there, and reading on shows a screenful."""

from typing import TYPE_CHECKING

import pytest
from tests.tui.conftest import CASE, SMALL

from lpgminutes import bootstrap
from lpgminutes.domain.exemptions import read_exemption
from lpgminutes.domain.meetings import Meeting
from lpgminutes.domain.withholding import Acceptance, Grounds, PhraseRule
from lpgminutes.services.cases import accept, find_case, withhold
from lpgminutes.services.meetings import add_line
from lpgminutes.services.ports import Store
from lpgminutes.services.second_reading import agree, ask_for_reading, visit_texts
from lpgminutes.tui.widgets.desk_paper import DeskPaper

if TYPE_CHECKING:
    from tests.tui.conftest import AtTheDesk, Person

_LINES = 30
_PATIENCE = 400


def with_many_lines(records: Store, case: Meeting) -> None:
    """Let the minutes be longer than a screen, with one thing withheld that is to be agreed."""
    for number in range(1, _LINES + 1):
        add_line(records, case.ref, f"Point {number} was noted.", item="2", who="Somebody")
    rule = PhraseRule(phrase="Kestrel Peak", grounds=Grounds(exemptions=(read_exemption("s40(2)"),)))
    withhold(records, case.ref, CASE, [rule], who="Olive")
    ask_for_reading(records, case.ref, CASE, who="Olive")


def unread(person: "Person") -> int:
    """How many texts are not read, as the status says."""
    return int(next(part for part in person.lines[1].split("\N{MIDDLE DOT}") if "unread" in part).split()[1])


async def fewer_unread(person: "Person", than: int) -> int:
    """Wait until fewer texts are unread; returns how many."""
    for _ in range(_PATIENCE):
        if "unread" not in person.lines[1]:
            return 0
        if unread(person) < than:
            return unread(person)
        await person.settle()
    raise AssertionError(f"still {than} unread:\n{person.sees}")


async def test_the_next_unread_text_comes_with_as_much_after_it_as_there_is_room_for(
    at_the_desk: "AtTheDesk", records: Store, case: Meeting
) -> None:
    """A reader who reads on by n does not read one text of each screen."""
    with_many_lines(records, case)
    async with at_the_desk(SMALL, who="Rhys") as person:
        await person.waits_for("unread")
        before = await fewer_unread(person, than=_LINES + 10)
        await person.press("n")
        paper = person.screen.query_one(DeskPaper)
        assert paper.cursor.here is not None
        assert paper.tops[paper.cursor.here.clause] == paper.scroll_offset.y
        assert await fewer_unread(person, than=before) <= before - paper.size.height // 2 + 1


def with_a_long_text(records: Store, case: Meeting) -> None:
    """Let a text be higher than two screens, and another come after it."""
    sentences = " ".join(f"Sentence {number} of it says that the bids were gone through." for number in range(1, 91))
    for line in (f"{sentences} It ends here.", "The next text."):
        add_line(records, case.ref, line, item="2", who="Somebody")
    rule = PhraseRule(phrase="Kestrel Peak", grounds=Grounds(exemptions=(read_exemption("s40(2)"),)))
    withhold(records, case.ref, CASE, [rule], who="Olive")


async def rested(person: "Person") -> None:
    """Wait until what is in sight counts as seen."""
    paper = person.screen.query_one(DeskPaper)
    for _ in range(_PATIENCE):
        await person.settle()
        if paper._resting is None:
            return
    raise AssertionError(f"still not at rest:\n{person.sees}")


@pytest.mark.parametrize("key", ["n", pytest.param("pagedown", marks=pytest.mark.soak)])
async def test_a_text_that_is_higher_than_the_screen_is_read_when_its_end_was_in_sight(
    at_the_desk: "AtTheDesk", records: Store, case: Meeting, key: str
) -> None:
    """A key goes through it page by page, from its first line to its last."""
    with_a_long_text(records, case)
    async with at_the_desk(SMALL, who="Rhys") as person:
        await person.waits_for("unread")
        await rested(person)
        for _ in range(_PATIENCE):
            if "Minute 2.2" in person.reads:
                break
            await person.press(key if key == "n" else "down")
            await rested(person)
        assert "Sentence 1 of it" in person.reads
        before = unread(person)
        assert "It ends here." not in person.reads
        for _ in range(10):
            if "It ends here." in person.reads:
                break
            assert unread(person) == before
            await person.press(key)
            await rested(person)
        assert "It ends here." in person.reads
        assert await fewer_unread(person, than=before) < before
        await person.press("pagedown")
        assert "Minute 2.3" in person.reads
        await person.press("up")
        for _ in range(10):
            if "Sentence 1 of it" in person.reads:
                break
            assert "Minute 2.2" in person.reads
            await person.press("pageup")
        assert "Sentence 1 of it" in person.reads


async def test_whoever_agrees_before_everything_is_read_is_told_what_comes_then(
    at_the_desk: "AtTheDesk", records: Store, case: Meeting
) -> None:
    """The set waits to be agreed as a whole: each sentence on the way says by which key."""
    with_many_lines(records, case)
    async with at_the_desk(SMALL, who="Rhys") as person:
        await person.waits_for("unread")
        await person.press("Y")
        assert "press Y once more." in person.reads
        await person.press("y")
        await person.waits_for("unread")
        await person.press("f6")
        assert "n goes to what is not read. Y then agrees" in person.reads
        await person.press("escape", "Y")
        assert "Each withholding is agreed, and" in person.reads
        left = unread(person)
        while left:
            await person.press("n")
            left = await fewer_unread(person, than=left)
        assert "Every text is read: Y agrees" in person.reads
        assert "? set to agree" in person.lines[1]
        await person.press("f6")
        assert "Y agrees to the set as a whole." in person.reads
        await person.press("escape", "Y")
        assert "Agree to the set as a whole?" in person.reads
        await person.press("y")
        await person.waits_for("✓ agreed")
        await person.press("Y")
        await person.waits_for("Everything is read")
    assert find_case(records, case.ref, CASE).agreement is not None


async def test_a_proposer_is_told_how_somebody_else_comes_to_read_it(
    at_the_desk: "AtTheDesk", records: Store, case: Meeting
) -> None:
    """And of no key that a proposer may not use."""
    rule = PhraseRule(phrase="Kestrel Peak", grounds=Grounds(exemptions=(read_exemption("s40(2)"),)))
    withhold(records, case.ref, CASE, [rule], who="Olive")
    async with at_the_desk(SMALL) as person:
        await person.press("f6")
        assert "s asks for it:" in person.reads
        assert "Y to all" not in person.reads
        await person.press("escape", "s")
        await person.waits_for("1 to agree")
        await person.press("f6")
        await person.waits_for("It was asked for:")


async def test_a_set_that_the_reader_changed_last_is_agreed_by_the_one_who_proposed_it(
    at_the_desk: "AtTheDesk", records: Store, case: Meeting
) -> None:
    """Between two people that is the way out, and it is told to both."""
    rule = PhraseRule(phrase="Kestrel Peak", grounds=Grounds(exemptions=(read_exemption("s40(2)"),)))
    withhold(records, case.ref, CASE, [rule], who="Olive")
    visit_texts(records, case.ref, CASE, who="Rhys")
    agree(records, case.ref, CASE, interchange=bootstrap.HouseInterchange(), who="Rhys", now=bootstrap.utc_now())
    accepted = Acceptance(finding="person-described", text="he", reason="it tells nothing")
    accept(records, case.ref, CASE, accepted, who="Rhys")
    async with at_the_desk(SMALL, who="Rhys") as person:
        await person.waits_for("? set to agree")
        await person.press("Y")
        await person.waits_for("You changed the set last")
        await person.press("f6")
        assert "You changed the set last: another person" in person.reads
    async with at_the_desk(SMALL) as person:
        await person.waits_for("? set to agree")
        await person.press("f6")
        assert "Y agrees to the set as a whole." in person.reads
        await person.press("escape", "Y", "y")
        await person.waits_for("✓ agreed")


async def test_escape_puts_a_list_away_before_it_leaves_the_desk(at_the_desk: "AtTheDesk") -> None:
    """The minutes have the keyboard then; with no list shown the cases come back."""
    async with at_the_desk(SMALL) as person:
        for key in "lfg":
            await person.press(key)
            await person.press("escape")
            assert isinstance(person.app.focused, DeskPaper)
            assert "What might be withheld" not in person.sees
        await person.press("escape")
        assert "received" in person.reads or "left" in person.reads
        assert not person.screen.query(DeskPaper)
