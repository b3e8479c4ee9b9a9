"""The release desk: what is withheld beside what the reader will get, from the first word to a release."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.tui.conftest import CASE

from lpgminutes import bootstrap
from lpgminutes.domain.exemptions import read_exemption
from lpgminutes.domain.meetings import Meeting
from lpgminutes.domain.withholding import PersonRule, ReleaseCase, RuleStatus, SpanRule
from lpgminutes.services import meetings as services
from lpgminutes.services.cases import NewCase, change_withholding, find_case, open_case
from lpgminutes.services.ports import Store
from lpgminutes.tui.widgets.desk_paper import DeskPaper

if TYPE_CHECKING:
    from tests.tui.conftest import AtTheDesk, Person, Sitting


def go_to(person: "Person", words: str) -> None:
    """Bring the text that holds some words to hand."""
    paper = person.screen.query_one(DeskPaper)
    place = next(place for place, text in paper.cursor.words.items() if words in text)
    paper.go_to(place)


def kept(records: Store, meeting: Meeting) -> ReleaseCase:
    """The case as it is stored."""
    return find_case(records, meeting.ref, CASE)


async def withhold(person: "Person", words: str, exemption: str) -> None:
    """Withhold the words that are chosen in a text under an exemption, for no reason."""
    go_to(person, words)
    await person.press("w")
    await person.fill(exemption)
    await person.press("enter", "enter", "enter")


async def test_a_person_is_withheld_everywhere_and_every_mention_is_listed_first(
    at_the_desk: "AtTheDesk", records: Store, case: Meeting
) -> None:
    """The public view follows: no form of the name is left in it."""
    async with at_the_desk() as person:
        go_to(person, "Margaret Ellwood")
        await person.press("w")
        assert "every mention of this name" in person.reads
        assert "3 mentions in 2 texts:" in person.reads
        assert "Ms Ellwood" in person.sees
        await person.fill("40(2)")
        await person.press("enter")
        assert "FOIA s40(2) absolute" in person.reads
        await person.press("enter")
        await person.fill("junior staff")
        await person.press("enter")
        await person.waits_for("1 withheld")

        assert "▐Margaret Ellwood│s40(2)▌" in person.sees
        assert "[redacted: s40(2)]" in person.reads
        assert not any("Ellwood" in line.partition(" │ ")[2] for line in person.lines)
    (rule,) = kept(records, case).in_force
    assert isinstance(rule, PersonRule)
    assert (rule.person, rule.grounds.reason, rule.handling.proposed_by) == (
        "Margaret Ellwood",
        "junior staff",
        "Olive",
    )


async def test_who_dealt_with_a_withholding_is_said_after_its_exemption(at_the_desk: "AtTheDesk") -> None:
    """With a space between the two, and the reason behind."""
    async with at_the_desk() as person:
        await withhold(person, "Margaret Ellwood", "40(2)")
        go_to(person, "Margaret Ellwood")
        await person.settle()
        assert "FOIA s40(2) (proposed by Olive)" in person.reads


@pytest.mark.soak
async def test_words_are_chosen_by_keys_and_withheld_only_here(
    at_the_desk: "AtTheDesk", records: Store, case: Meeting
) -> None:
    """Right chooses words, shift makes it longer, Space takes the sentence, then all of it; exemptions add up."""
    async with at_the_desk((80, 24)) as person:
        go_to(person, "Kestrel Peak")
        await person.press(*["right"] * 7)
        await person.press("shift+right")
        assert "· 2 words ·" in person.reads
        await person.press("w")
        assert "“Kestrel Peak”" in person.sees
        await person.press("escape", "space")
        assert "· sentence ·" in person.reads
        await person.press("space")
        assert "· whole text ·" in person.reads
        await person.press("backspace", *["right"] * 6, "shift+right")
        await person.press("w", "tab", "tab")
        assert "only here" in person.reads
        for exemption in ("43(2)", "41(1)"):
            await person.fill(exemption)
            await person.press("enter")
        await person.press("ctrl+s")
        assert "(qualified: needs a" in person.reads
        await person.press("tab")
        await person.fill("the bid is live")
        await person.press("enter")
        await person.waits_for("1 withheld")
    (rule,) = kept(records, case).in_force
    assert isinstance(rule, SpanRule)
    assert (rule.text, len(rule.grounds.exemptions)) == ("Kestrel Peak", 2)
    assert rule.grounds.public_interest == "the bid is live"


@pytest.mark.soak
async def test_a_withholding_is_changed_lifted_and_brought_back(
    at_the_desk: "AtTheDesk", records: Store, case: Meeting
) -> None:
    """Each is one step of undo; what was lifted stays in the list."""
    async with at_the_desk() as person:
        await withhold(person, "Margaret Ellwood", "40(2)")
        await person.press("c", "ctrl+z")
        await person.fill("s38(1)(b)")
        await person.press("enter", "enter", "enter")
        await person.waits_for("│s38(1)(b)▌")
        await person.press("u")
        await person.waits_for("│s40(2)▌")
        await person.press("x")
        assert "It withholds in 3 places" in person.reads
        await person.fill("published")
        await person.press("enter")
        await person.waits_for("0 withheld")
        await person.press("l")
        assert "- lifted" in person.sees
        assert "Olive. Because: published." in person.reads
        await person.press("u")
        await person.waits_for("1 withheld")
        await person.press("ctrl+y")
        await person.waits_for("0 withheld")
    assert [rule.handling.status for rule in kept(records, case).rules] == [RuleStatus.LIFTED]


async def test_a_change_that_is_refused_leaves_the_view_as_the_case_is(
    at_the_desk: "AtTheDesk", records: Store, case: Meeting
) -> None:
    """It is seen before it is stored: where somebody else was first, that is said, and what they did comes."""
    async with at_the_desk() as person:
        await withhold(person, "Margaret Ellwood", "s40(2)")
        await person.waits_for("1 withheld")
        await person.waits_for("│s40(2)▌")
        await person.press("x")
        (old,) = kept(records, case).rules
        new = replace(old, grounds=replace(old.grounds, exemptions=(read_exemption("s41(1)"),)))
        change_withholding(records, case.ref, CASE, [old], [new], who="Rhys")
        await person.press("enter")
        await person.waits_for("no longer in the case as it was")
        await person.waits_for("│s41(1)▌")
        assert "1 withheld" in person.lines[1]
        assert "│s40(2)▌" not in person.sees


@pytest.mark.soak
async def test_what_gives_it_away_is_gone_to_withheld_or_accepted(
    at_the_desk: "AtTheDesk", records: Store, case: Meeting
) -> None:
    """A firm withheld in one place stands open in another: the release is refused until that is dealt with."""
    async with at_the_desk() as person:
        go_to(person, "Kestrel Peak")
        await person.press(*["right"] * 7)
        await person.press("shift+right", "w", "tab", "tab")
        await person.fill("43(2)")
        await person.press("enter", "enter")
        await person.press("tab")
        await person.fill("the bid is live")
        await person.press("enter")
        await person.waits_for("gives it away")
        await person.press("f6")
        assert "Nothing can be released yet" in person.sees
        await person.press("escape", "f")
        assert "! Withheld elsewhere open" in person.sees
        await person.press("w")
        assert "every mention of this name" in person.reads
        assert "2 mentions in 1 text" in person.reads
        await person.fill("43(2)")
        await person.press("enter", "enter", "enter")
        await person.waits_for("2 withheld")
    assert [type(rule) for rule in kept(records, case).in_force] == [SpanRule, PersonRule]


async def test_a_second_reader_reads_agrees_and_it_is_released(
    at_the_desk: "AtTheDesk", records: Store, case: Meeting, tmp_path: Path
) -> None:
    """Whoever proposed it reads nothing for the second reading; what the reader had on the screen counts."""
    async with at_the_desk() as person:
        await withhold(person, "Margaret Ellwood", "40(2)")
        await person.press("s")
        await person.waits_for("1 to agree")
        unread = len(services.meeting(records, case.ref).attendance)
        assert unread
        assert "unread" in person.lines[1]
        await person.press("f6")
        assert "not agreed by a second reader" in person.reads
    async with at_the_desk(who="Rhys") as person:
        await person.waits_for("all read")
        await person.press("Y")
        assert "any change makes it void" in person.reads
        await person.press("y")
        await person.waits_for("✓ agreed")
        assert "│s40(2) ✓▌" in person.sees
    async with at_the_desk() as person:
        folder = tmp_path / "out"
        await person.press("f6")
        assert f"New: {Path.cwd()}"[:40] in person.reads
        assert "The minutes are a draft" in person.reads
        assert "Enter Release" in person.sees
        await person.press("ctrl+u")
        await person.fill(str(folder))
        await person.press("tab", "tab")
        await person.fill("letter")
        await person.waits_for("The letter names")
        await person.press("ctrl+u", "enter")
        await person.waits_for("nothing was found")
        assert "foi2019-7-minutes.docx" in person.sees
        await person.press("escape")
        await person.waits_for("✓ released")
        assert "· answered ·" in person.lines[1]
        await person.press("f7", "enter")
        await person.waits_for("Every file is there, byte for byte")
        (folder / "schedule.csv").write_text("changed")
        await person.press("escape", "f7", "enter")
        await person.waits_for("schedule.csv is changed.")
        await person.press("escape", "m", "x", "enter")
        await person.waits_for("A release of this case went out")
    assert b"Ellwood" not in b"".join(path.read_bytes() for path in folder.iterdir())


async def test_what_is_suggested_is_taken(at_the_desk: "AtTheDesk", records: Store, case: Meeting) -> None:
    """Nothing is withheld without a key; undo takes it back."""
    async with at_the_desk() as person:
        await person.press("g")
        await person.waits_for("+ Person")
        assert kept(records, case).in_force == ()
        await person.press("t")
        await person.waits_for("1 withheld")
        await person.press("g", "u")
        await person.waits_for("0 withheld")


async def test_a_whole_item_is_told_in_short_and_lifted_at_once(
    at_the_desk: "AtTheDesk", records: Store, case: Meeting
) -> None:
    """What stands in the place line is not cut off, and several withholdings are lifted for one reason."""
    async with at_the_desk((80, 24)) as person:
        go_to(person, "Everybody was welcomed.")
        await person.press(*["space"] * 3, "w")
        await person.fill("s42(1)")
        await person.press("enter", "enter", "ctrl+s")
        await person.waits_for("3 withheld")
        await person.waits_for("3 withholdings: span: Welcome (in t…, FOIA s42(1); ")
        assert "; l lists all" in person.reads
        await person.press("x")
        assert "a all 3 of them" in person.reads
        await person.press("a")
        assert "Lift 3 withholdings" in person.reads
        await person.fill("published")
        await person.press("enter")
        await person.waits_for("0 withheld")
    assert {rule.handling.remark for rule in kept(records, case).rules} == {"published"}


@pytest.mark.soak
async def test_a_field_and_a_whole_item_are_chosen_by_growing(
    at_the_desk: "AtTheDesk", records: Store, case: Meeting
) -> None:
    """A column is withheld in every row; an item text by text, in one step."""
    async with at_the_desk() as person:
        go_to(person, "DWP")
        await person.press("space", "space", "space")
        assert "field, in every row" in person.reads
        await person.press("w")
        assert "the field, whatever it holds" in person.reads
        await person.press("escape")
        go_to(person, "Everybody was welcomed.")
        await person.press(*["space"] * 3)
        assert "whole item" in person.reads
        await person.press("w")
        assert "3 mentions in 3 texts:" in person.reads
        await person.fill("s42(1)")
        await person.press("enter", "enter", "ctrl+s")
        await person.waits_for("3 withheld")
        await person.press("u")
        await person.waits_for("0 withheld")


async def test_a_whole_item_takes_its_rows_in_the_tables_along(
    at_the_desk: "AtTheDesk", records: Store, case: Meeting
) -> None:
    """The table of actions repeats what was agreed in the item: words, owner and date, but for the reference."""
    services.add_line(records, case.ref, "! @Priya Nandakumar to ask for the bid by 16 Aug", item="1", who="Somebody")
    async with at_the_desk() as person:
        go_to(person, "Everybody was welcomed.")
        await person.press(*["space"] * 3, "w")
        await person.fill("s42(1)")
        await person.press("enter", "enter", "ctrl+s")
        await person.waits_for("withheld")
        paper = person.screen.query_one(DeskPaper)
        agreed = {"actions.text", "actions.owner", "actions.due"}
        wanted = {place for place, words in paper.cursor.words.items() if words and place.field in agreed}
    rules = [rule for rule in kept(records, case).in_force if isinstance(rule, SpanRule)]
    assert len(wanted) > 1
    assert wanted <= {rule.place for rule in rules}
    assert "actions.ref" not in {rule.place.field for rule in rules}


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light"])
async def test_what_is_chosen_stands_on_a_ground_of_its_own(at_the_desk: "AtTheDesk", theme: str) -> None:
    """A word, and without colours by a line under it; nothing is told apart while one reads on."""
    async with at_the_desk() as person:
        person.app.theme = theme
        go_to(person, "Margaret Ellwood read")
        await person.settle()
        assert len(grounds(person, "Ellwood read")) == 1
        await person.press("right")
        chosen, row = grounds(person, "Margaret"), grounds(person, "Ellwood read")
        assert len(chosen) == 1
        assert {is_underlined for _, is_underlined in chosen} == {True}
        assert {ground for ground, _ in chosen}.isdisjoint(ground for ground, _ in row)


def grounds(person: "Person", words: str) -> set[tuple[object, bool]]:
    """On which grounds some words of the officer's side stand, and whether with a line under them."""
    strips = person.app.screen._compositor.render_strips()
    strip = next(strip for strip in strips if words in strip.text and "Margaret Ellwood read" in strip.text)
    start = strip.text.index(words)
    part = strip.crop(start, start + len(words))
    return {(segment.style.bgcolor, bool(segment.style.underline)) for segment in part if segment.style}


async def test_words_are_chosen_with_the_pointer(at_the_desk: "AtTheDesk") -> None:
    """Drawn over words they are chosen whole; on the reader's side the text is gone to."""
    async with at_the_desk() as person:
        row = next(y for y, line in enumerate(person.lines) if "Kestrel Peak" in line)
        column = person.lines[row].index("Margaret")
        await person.pilot.mouse_down(offset=(column + 2, row))
        await person.pilot.hover(offset=(column + 12, row))
        await person.pilot.mouse_up(offset=(column + 12, row))
        await person.settle()
        cursor = person.screen.query_one(DeskPaper).cursor
        assert cursor.text[slice(*cursor.stretch)] == "Margaret Ellwood"
        await person.pilot.mouse_down(offset=(100, row - 2))
        await person.pilot.mouse_up(offset=(100, row - 2))
        await person.settle()
        assert cursor.text == "Everybody was welcomed."


@pytest.mark.parametrize(
    "text",
    [
        "x [@click=app.quit]y[/] z",
        "{{ marking }} \\[b]",
        pytest.param("Ask [s40] J", marks=pytest.mark.soak),
        pytest.param("see [/b] end", marks=pytest.mark.soak),
    ],
)
async def test_hostile_text_stands_on_the_desk_as_it_is_stored(
    at_the_screens: "Sitting", records: Store, case: Meeting, text: str
) -> None:
    """In the minutes on both sides, in the place line, the dialogs, the lists and the reasons."""
    services.add_line(records, case.ref, text, item="2", who="Somebody")
    stored = [block.text for block in services.meeting(records, case.ref).blocks()][-1]
    open_case(records, NewCase(reference=text, meetings=(case.ref,), handler=text), who=text, today=bootstrap.today())
    async with at_the_screens((150, 40), who=text) as person:
        await person.press("f12")
        await person.waits_for(f"with {text}")
        keys = ("end", "enter") if CASE in person.lines[1] else ("enter",)
        await person.press(*keys)
        await person.waits_for("What the reader will get")
        item = next(at for at, line in enumerate(person.lines) if "Action Points" in line)
        assert sum(line.count(stored) for line in person.lines[item:]) == 2, "on either side"
        go_to(person, stored)
        await person.press("w", "ctrl+s")
        assert stored in person.sees
        await person.fill(text)
        await person.press("enter")
        await person.waits_for("1 withheld")
        await person.press("l")
        await person.waits_for(f"Reason: {text}")
        await person.press("x")
        assert stored in person.sees
        await person.press("escape", "f", "g", "escape", "f12")
        assert person.app.is_running


async def test_a_scottish_body_is_offered_the_exemptions_of_its_act_first(
    at_the_desk: "AtTheDesk", records: Store, case: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And a bare section that is typed is one of that Act."""
    monkeypatch.setenv("LPGMINUTES_HOLIDAYS", "scotland")
    async with at_the_desk() as person:
        go_to(person, "Margaret Ellwood")
        await person.press("w")
        assert "38(1)(b), commercial, personal" in person.reads
        offered = [line for line in person.lines if "FOISA s" in line or "FOIA s" in line]
        assert "FOISA s38(1)(b)" in offered[0]
        await person.fill("38(1)(b)")
        await person.press("enter", "enter", "enter")
        await person.waits_for("1 withheld")
    (rule,) = kept(records, case).in_force
    assert [exemption.citation() for exemption in rule.grounds.exemptions] == ["FOISA s38(1)(b)"]
