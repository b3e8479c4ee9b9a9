"""One after the other at the desk: a list goes on to the next thing, and what is said of a case is of all of it."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.tui.conftest import CASE, SMALL

from lpgminutes import bootstrap
from lpgminutes.domain.exemptions import read_exemption
from lpgminutes.domain.findings import FindingKind
from lpgminutes.domain.meetings import Meeting, SecondReading
from lpgminutes.domain.withholding import Acceptance, Grounds, PhraseRule
from lpgminutes.services.cases import NewCase, accept_all, find_case, open_case, withhold
from lpgminutes.services.meetings import add_line, set_second_reading
from lpgminutes.services.ports import Store
from lpgminutes.services.releases import ReleaseForm, make_release
from lpgminutes.tui.widgets.case_list import CaseList
from lpgminutes.tui.widgets.desk_paper import DeskPaper
from lpgminutes.tui.widgets.finding_list import FindingList
from lpgminutes.tui.widgets.rule_list import RuleList

if TYPE_CHECKING:
    from tests.tui.conftest import AtTheDesk, Person, Sitting

WITHHELD = ("Kestrel Peak", "\u00a341,000", "The log", "welcomed")
AUGUST = "lpg/2019-08-01"


def phrase(words: str, at: str | None = None) -> PhraseRule:
    """A rule that withholds some words."""
    return PhraseRule(phrase=words, at=at, grounds=Grounds(exemptions=(read_exemption("s40(2)"),)))


@pytest.fixture
def four_withheld(records: Store, case: Meeting) -> Meeting:
    """Four things are withheld, none of which is agreed."""
    withhold(records, case.ref, CASE, [phrase(words) for words in WITHHELD], who="Olive")
    return case


def highlighted(person: "Person") -> str:
    """What the highlighted withholding withholds."""
    row = person.screen.query_one(RuleList).highlighted
    assert row is not None
    assert isinstance(row.rule, PhraseRule)
    return row.rule.phrase


async def test_the_list_of_what_is_withheld_goes_on_to_the_next_when_one_was_dealt_with(
    at_the_desk: "AtTheDesk", four_withheld: Meeting
) -> None:
    """What was rejected goes to the end of the list, and does not take the reader with it; after the last, back."""
    async with at_the_desk(SMALL, who="Rhys") as person:
        await person.press("l", "r")
        await person.fill("is public")
        await person.press("enter")
        assert highlighted(person) == WITHHELD[1]
        await person.press("y")
        assert highlighted(person) == WITHHELD[2]
        await person.press("up", "x")
        await person.press("enter")
        assert highlighted(person) == WITHHELD[2]
        await person.press("down", "y")
        assert highlighted(person) == WITHHELD[2]
        await person.press("u")
        await person.waits_for("Taken back")
        assert isinstance(person.app.focused, RuleList)


async def test_the_findings_go_on_to_the_next_when_one_was_accepted(
    at_the_desk: "AtTheDesk", records: Store, case: Meeting
) -> None:
    """And the reason is a sentence of its own in what is told of an accepted one."""
    add_line(records, case.ref, "The \u00a341,000 of Kestrel Peak were minuted.", item="2", who="Somebody")
    rules = [phrase(words, at="1.2") for words in ("Kestrel Peak", "\u00a341,000")]
    withhold(records, case.ref, CASE, rules, who="Olive")
    async with at_the_desk(SMALL) as person:
        await person.press("f")
        rows = person.screen.query_one(FindingList)
        assert len(rows.rows) > 1
        second = rows.key_of(rows.rows[1])
        first = rows.rows[0].text
        await person.press("a")
        await person.fill("it is public")
        await person.press("enter")
        assert rows.highlighted is not None
        assert rows.key_of(rows.highlighted) == second
        assert find_case(records, case.ref, CASE).accepted[0].text == first
        await person.press("end")
        assert "Accepted: it is public." in person.reads


async def test_how_many_words_are_chosen_is_said(at_the_desk: "AtTheDesk") -> None:
    """By keys and by the pointer alike."""
    async with at_the_desk(SMALL) as person:
        paper = person.screen.query_one(DeskPaper)
        place = next(place for place, text in paper.cursor.words.items() if "Kestrel Peak" in text)
        paper.go_to(place)
        await person.press("right")
        assert "· word ·" in person.reads
        await person.press("L", "L")
        assert "· 3 words ·" in person.reads
        line = next(n for n, text in enumerate(person.lines) if "read the bid" in text)
        start = person.lines[line].index("read")
        await person.pilot.mouse_down(offset=(start, line))
        await person.pilot.hover(offset=(start + len("read the bid") - 1, line))
        await person.pilot.mouse_up(offset=(start + len("read the bid") - 1, line))
        await person.settle()
        assert "· 3 words ·" in person.reads


async def test_a_request_is_answered_when_all_its_minutes_went_out(
    at_the_screens: "Sitting", records: Store, august: Meeting, case: Meeting, tmp_path: Path
) -> None:
    """The desk of the ones that did says how many days are left for the others, as the list does."""
    set_second_reading(records, "lpg", SecondReading.WAIVED, who="Olive")
    new = NewCase(reference=CASE, meetings=(case.ref, august.ref), received=bootstrap.today(), renames=CASE)
    open_case(records, new, who="Olive", today=bootstrap.today())
    for number, meeting in enumerate((case, august)):
        make_release(
            records,
            meeting.ref,
            CASE,
            tmp_path / str(number),
            tools=bootstrap.release_tools(),
            form=ReleaseForm(),
            who="Olive",
            now=bootstrap.utc_now(),
        )
        async with at_the_screens((120, 40), who="Olive") as person:
            await person.press("f12")
            await person.waits_for("released")
            rows = person.screen.query_one(CaseList)
            rows.highlight((CASE, case.ref))
            await person.press("enter")
            await person.waits_for("no second reader")
            assert ("answered" in person.lines[1]) == bool(number)
            assert ("20 days left" in person.lines[1]) == (not number)


async def test_the_release_of_other_minutes_of_a_case_is_offered_a_folder_of_its_own(
    at_the_desk: "AtTheDesk", records: Store, case: Meeting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that is taken is not offered; and the style of the marks is replaced by what is typed."""
    monkeypatch.chdir(tmp_path)
    set_second_reading(records, "lpg", SecondReading.WAIVED, who="Olive")
    named, of_meeting = tmp_path / "release-foi2019-7", tmp_path / "release-foi2019-7-lpg-2019-06-27"
    async with at_the_desk() as person:
        for taken, offered in ((None, named), (named, of_meeting), (of_meeting, tmp_path / f"{of_meeting.name}-2")):
            if taken:
                taken.mkdir()
                (taken / "schedule.csv").write_text("of other minutes", encoding="utf-8")
            await person.press("f6")
            await person.waits_for("Make the release")
            assert f"{offered.name} " in person.reads
            await person.press("escape")
        await person.press("f6")
        await person.waits_for("Make the release")
        await person.press("tab")
        assert "It can be: house or" in person.reads
        await person.fill("house")
        assert "Written as XXXX S40(2)." in person.reads


async def test_references_that_begin_alike_are_told_apart_in_the_list_of_cases(
    at_the_screens: "Sitting", records: Store, case: Meeting
) -> None:
    """The column grows with the longest, within two fifths of the line; the desk names the whole of it."""
    references = [f"FOI-REQ-2026-00012{number}" for number in (3, 4)]
    for reference in references:
        open_case(records, NewCase(reference=reference, meetings=(case.ref,)), who="Olive", today=bootstrap.today())
    async with at_the_screens(SMALL, who="Olive") as person:
        await person.press("f12")
        await person.waits_for(references[0])
        assert references[1] in person.sees
        person.screen.query_one(CaseList).highlight((references[1], case.ref))
        await person.press("enter")
        await person.waits_for(f"{references[1]} ·")


async def test_the_public_view_begins_as_the_copy_does(
    at_the_screens: "Sitting", records: Store, four_withheld: Meeting, tmp_path: Path
) -> None:
    """What the copy says of itself, what its marks mean and how far the minutes have come, word for word."""
    set_second_reading(records, "lpg", SecondReading.WAIVED, who="Olive")
    accepted = [Acceptance(finding=kind.value, text="", reason="seen") for kind in FindingKind]
    accept_all(records, four_withheld.ref, CASE, accepted, who="Olive")
    make_release(
        records,
        four_withheld.ref,
        CASE,
        tmp_path / "out",
        tools=bootstrap.release_tools(),
        form=ReleaseForm(),
        who="Olive",
        now=bootstrap.utc_now(),
    )
    printed = (tmp_path / "out" / "foi2019-7-minutes.txt").read_text(encoding="utf-8")
    note = " ".join(
        printed[printed.index("Released under") : printed.index("Date:")].replace("Status:", "Status").split()
    )
    assert "s40(2): Personal information" in note
    async with at_the_screens(SMALL, who="Olive") as person:
        await person.press("f12")
        await person.waits_for("answered")
        await person.press("enter")
        await person.waits_for("no second reader")
        assert "Released under" not in person.reads
        assert "Status Draft minutes" in person.reads
        await person.press("v")
        assert note in person.reads


async def test_what_is_taken_back_is_said_by_what_it_withheld(
    at_the_desk: "AtTheDesk", records: Store, case: Meeting
) -> None:
    """One of many keys pressed is told from the others; of several at once the first, and how many more."""
    withhold(records, case.ref, CASE, [phrase(words) for words in WITHHELD[1:]], who="Olive")
    withhold(records, case.ref, CASE, [phrase(WITHHELD[0])], who="Olive")
    async with at_the_desk() as person:
        await person.press("u")
        await person.waits_for("Taken back: withhold: phrase: Kestrel Peak.")
        await person.press("u")
        await person.waits_for("Taken back: withhold: phrase: The log and 2 more.")
        await person.press("ctrl+y")
        await person.waits_for("Done again: withhold: phrase: The log and 2 more.")
