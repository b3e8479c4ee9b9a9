"""Words are found on the desk as they are typed: chosen exactly, gone through by keys, and left as one came."""

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from tests.tui.conftest import CASE, LARGE, SMALL

from lpgminutes.domain.action_log.changes import NewAction
from lpgminutes.domain.exemptions import read_exemption
from lpgminutes.domain.meetings import Meeting
from lpgminutes.domain.withholding import Grounds, PhraseRule, SpanRule
from lpgminutes.services.action_log import add_action
from lpgminutes.services.cases import find_case, withhold
from lpgminutes.services.meetings import add_line
from lpgminutes.services.ports import Store
from lpgminutes.tui.widgets.desk_page import Side
from lpgminutes.tui.widgets.desk_paper import DeskPaper
from lpgminutes.tui.widgets.suggestion_list import SuggestionList

if TYPE_CHECKING:
    from tests.tui.conftest import AtTheDesk, Person

_PATIENCE = 400
NOWHERE = "! nowhere"


def paper_of(person: "Person") -> DeskPaper:
    """The minutes on the screen."""
    return person.screen.query_one(DeskPaper)


def chosen(person: "Person") -> str:
    """The words that are chosen; empty for none."""
    cursor = paper_of(person).cursor
    start, end = cursor.stretch
    return cursor.text[start:end] if cursor.chosen else ""


def place(person: "Person") -> str:
    """Where one is, in words."""
    here = paper_of(person).cursor.here
    assert here is not None
    return here.place.words()


async def find(person: "Person", words: str) -> None:
    """Look for words."""
    await person.press("slash")
    await person.fill(words)


def with_a_long_text(records: Store, case: Meeting, words: str) -> None:
    """Let a text be higher than two screens, with some words near its end."""
    sentences = " ".join(f"Sentence {number} of it says that bids were gone through." for number in range(1, 91))
    add_line(records, case.ref, f"{sentences} Then {words} was named. {sentences[:300]}", item="2", who="Somebody")


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_words_deep_in_a_long_text_are_shown_chosen_and_withheld(
    at_the_desk: "AtTheDesk", records: Store, case: Meeting, size: tuple[int, int]
) -> None:
    """However they are written: case, accents, apostrophes, dashes and spaces make no difference."""
    with_a_long_text(records, case, "Zo\u00eb O\u2019Brien\u2013Smith  of Peak Farm")
    async with at_the_desk(size) as person:
        assert "O\u2019Brien" not in person.sees
        await find(person, "zoe o'brien-smith of p")
        assert "1 of 1" in person.sees
        assert "O\u2019Brien\u2013Smith" in person.sees
        assert chosen(person) == "Zo\u00eb O\u2019Brien\u2013Smith  of P"
        await person.fill("eak farm")
        await person.press("enter")
        assert chosen(person) == "Zo\u00eb O\u2019Brien\u2013Smith  of Peak Farm"
        await person.press("w")
        assert "Withhold \u201cZo\u00eb O\u2019Brien\u2013Smith of Peak Farm\u201d" in person.reads
        await person.fill("40(2)")
        await person.press("enter", "enter", "enter")
        await person.waits_for("1 withheld")
    (rule,) = find_case(records, case.ref, CASE).in_force
    assert "Peak Farm" in rule.words()


async def test_words_that_go_over_lines_are_shown_to_their_end(
    at_the_desk: "AtTheDesk", records: Store, case: Meeting
) -> None:
    """In a text that is higher than the screen, too."""
    with_a_long_text(records, case, "a heron")
    words = " ".join(f"Sentence {number} of it says that bids were gone through." for number in (60, 61, 62))
    async with at_the_desk(SMALL) as person:
        await find(person, words)
        assert chosen(person) == words
        assert "Sentence 60 of it says" in person.reads
        assert "says that bids were gone through. Sentence 63" in person.reads


async def test_a_line_that_somebody_else_adds_is_found(at_the_desk: "AtTheDesk", records: Store, case: Meeting) -> None:
    """The same words are looked for again when the minutes are others."""
    async with at_the_desk(SMALL) as person:
        await find(person, "kestrel")
        await person.press("enter")
        add_line(records, case.ref, "Kestrel it was.", item="2", who="Somebody")
        await person.press("f5")
        await person.press("greater_than_sign")
        assert "2 of 3 \N{MIDDLE DOT} Minute" in person.reads


@pytest.mark.soak
async def test_every_kind_of_text_is_looked_in(at_the_desk: "AtTheDesk", records: Store, case: Meeting) -> None:
    """Cells of tables, titles, minutes, points, actions and decisions."""
    for line in ("- Pebble: it is here.", "= The harbour is closed."):
        add_line(records, case.ref, line, item="1", who="Somebody")
    lantern = NewAction(text="Buy a lantern", owners=("Margaret Ellwood",), due=dt.date(2019, 9, 2))
    add_action(records, case.ref, lantern, raised_in="1.1", who="Somebody")
    async with at_the_desk(SMALL) as person:
        words = paper_of(person).cursor.words
        for at in {text_place.field: text_place for text_place, text in words.items() if text.strip()}.values():
            await person.press("home")
            await find(person, words[at][-24:])
            assert paper_of(person).cursor.here is not None
            assert chosen(person).strip() == words[at][-24:].strip(), at
            await person.press("escape")
        fields = {text_place.field for text_place in words}
    assert fields >= {"title", "attendance.name", "items.title", "minutes.text", "points.label", "points.text"}
    assert fields >= {"actions.text", "actions.owner", "actions.due", "decisions.text"}


async def test_the_next_and_the_one_before_are_gone_to_round_the_ends(at_the_desk: "AtTheDesk") -> None:
    """Which of how many it is stands beside the words; after Enter other keys go on with them."""
    async with at_the_desk(SMALL) as person:
        await find(person, "kestrel")
        assert "1 of 2" in person.sees
        first = paper_of(person).cursor.chosen
        await person.press("down")
        assert "2 of 2" in person.sees
        assert paper_of(person).cursor.chosen != first
        await person.press("down")
        assert "1 of 2, from the top again" in person.sees
        assert paper_of(person).cursor.chosen == first
        await person.press("up")
        assert "2 of 2, from the end again" in person.sees
        await person.press("enter")
        assert chosen(person) == "Kestrel"
        assert "2 of 2, from the end again \N{MIDDLE DOT} Minute" in person.reads
        await person.press("less_than_sign")
        assert "1 of 2 \N{MIDDLE DOT} Minute" in person.reads
        await person.press("less_than_sign")
        assert "2 of 2, from the end again \N{MIDDLE DOT} Minute" in person.reads
        await person.press("up", "greater_than_sign")
        assert chosen(person) == "Kestrel"


async def test_what_is_typed_is_looked_for_from_where_one_is(at_the_desk: "AtTheDesk") -> None:
    """A letter more stays at the place if it can; what stands before alone is come to round the end."""
    async with at_the_desk(SMALL) as person:
        await find(person, "k")
        await person.press("enter", "end")
        last = place(person)
        await find(person, "kestrel")
        assert "1 of 2, from the top again" in person.sees
        await person.press("escape")
        assert place(person) == last
        await person.press("home")
        await find(person, "kestrel")
        await person.press("down")
        await person.fill(" peak")
        assert "2 of 2" in person.sees
        assert chosen(person) == "Kestrel Peak"


async def test_escape_goes_back_to_where_one_was(at_the_desk: "AtTheDesk", records: Store, case: Meeting) -> None:
    """The same words chosen, the same lines in sight, and on a narrow screen the same side."""
    with_a_long_text(records, case, "a heron")
    async with at_the_desk(SMALL) as person:
        await find(person, "Sentence 20")
        await person.press("enter", "shift+right")
        before, lines = paper_of(person).standing(), person.lines
        await find(person, "heron")
        assert "heron" in person.sees
        await person.press("down", "escape")
        assert paper_of(person).standing() == before
        assert person.lines == lines
        await person.press("v")
        await find(person, "heron")
        assert paper_of(person).side is Side.INTERNAL
        assert "What is withheld, for inside only" in person.sees
        await person.press("escape")
        assert paper_of(person).side is Side.PUBLIC
        assert "What the reader will get" in person.sees


async def test_words_that_stand_nowhere_are_said_and_nothing_moves(at_the_desk: "AtTheDesk") -> None:
    """Nor does what was found for fewer letters stay chosen, as if it were what was typed."""
    async with at_the_desk(SMALL) as person:
        before = paper_of(person).standing()
        await find(person, "kestrel")
        assert paper_of(person).standing() != before
        await person.fill("x")
        assert NOWHERE in person.sees
        await person.press("down", "enter")
        assert NOWHERE in person.sees
        assert "Go back" in person.lines[-1]
        assert paper_of(person).standing() == before
        await person.press("backspace")
        assert "1 of 2" in person.sees


@pytest.mark.parametrize(
    "typed", ["[/b]", "[@click=app.quit]Kestrel[/]", "\\", "(.*", "k" * 20_000, "\ufffc", "\u0301"]
)
async def test_what_is_typed_is_data(at_the_desk: "AtTheDesk", typed: str) -> None:
    """Signs of markup and of patterns, very many letters, and the sign that stands for a mark."""
    async with at_the_desk(SMALL) as person:
        before = paper_of(person).standing()
        await find(person, typed)
        assert (NOWHERE in person.sees) == (typed != "\u0301")
        await person.press("escape")
        assert paper_of(person).standing() == before
        assert "w Withhold" in person.lines[-1]


async def test_what_cites_an_exemption_is_no_text(at_the_desk: "AtTheDesk", records: Store, case: Meeting) -> None:
    """Words that are withheld are found; their exemption, which stands between them, is not."""
    rule = PhraseRule(phrase="Kestrel Peak", grounds=Grounds(exemptions=(read_exemption("s43(2)"),)))
    withhold(records, case.ref, CASE, [rule], who="Olive")
    async with at_the_desk(SMALL) as person:
        await find(person, "bid of kestrel peak. It was")
        assert chosen(person) == "bid of Kestrel Peak. It was"
        await person.press("escape")
        await find(person, "s43(2)")
        assert NOWHERE in person.sees


async def test_letters_are_words_while_words_are_looked_for(
    at_the_desk: "AtTheDesk", records: Store, case: Meeting
) -> None:
    """However fast they are typed, and so are keys that do something on the desk."""
    async with at_the_desk(SMALL) as person:
        await person.press_at_once("slash", *"tsk/w")
        assert NOWHERE in person.sees
        await person.press("f2", "f6", "ctrl+z", "tab")
        assert NOWHERE in person.sees
        assert "Find" in person.lines[-2]
        await person.press("escape")
        assert "w Withhold" in person.lines[-1]
    assert find_case(records, case.ref, CASE).rules == ()


async def test_what_is_pressed_right_behind_enter_acts_on_what_was_found(at_the_desk: "AtTheDesk") -> None:
    """It is no letter of the words; where they stand nowhere it is one."""
    async with at_the_desk(SMALL) as person:
        await person.press_at_once("slash", *"kestrel", "enter", "w")
        await person.waits_for("Withhold \u201cKestrel\u201d")
        await person.press("escape")
        await person.press_at_once("slash", *"kestrelz", "enter", "w")
        assert "kestrelzw" in person.sees
        assert NOWHERE in person.sees
        await person.press("escape")
        assert chosen(person) == "Kestrel"


async def test_the_keys_and_the_help_say_what_can_be_done(at_the_desk: "AtTheDesk") -> None:
    """At the bottom those of the line while it is open; the help and the palette have all of them."""
    async with at_the_desk((120, 130)) as person:
        assert "/ Find words" in person.lines[-1]
        await person.press("slash")
        for told in ("Enter Choose", "\u2193 Next", "\u2191 Before", "Esc Go back"):
            assert told in person.lines[-1]
        await person.fill("kestrel")
        await person.press("f1")
        assert "While words are looked for" in person.sees
        assert "Find words in these minutes and choose them" in person.reads
        await person.press("escape", "enter", "ctrl+p")
        await person.waits_for("Next hit")
        await person.press("escape")
        assert chosen(person) == "Kestrel"


async def test_the_lists_stay_while_words_are_looked_for(at_the_desk: "AtTheDesk") -> None:
    """From a list one goes to the words, or back to it; a click elsewhere leaves them chosen."""
    async with at_the_desk(SMALL) as person:
        await person.press("g")
        await find(person, "kestrel")
        await person.press("escape")
        assert person.screen.query_one(SuggestionList).has_focus
        await find(person, "kestrel")
        assert "What might be withheld" in person.sees
        assert chosen(person) == "Kestrel"
        await person.press("enter", "greater_than_sign", "greater_than_sign")
        await person.waits_for("1 of 2, from the top again.")
        await find(person, "ellwood")
        await person.pilot.click(DeskPaper, offset=(10, 1))
        await person.settle()
        assert "Esc Go back" not in person.lines[-1]
        assert paper_of(person).has_focus


async def test_only_what_was_in_sight_counts_as_seen(at_the_desk: "AtTheDesk", records: Store, case: Meeting) -> None:
    """Whoever finds words at the end of a long text has not read it."""
    with_a_long_text(records, case, "a heron")
    rule = PhraseRule(phrase="Kestrel Peak", grounds=Grounds(exemptions=(read_exemption("s40(2)"),)))
    withhold(records, case.ref, CASE, [rule], who="Olive")
    async with at_the_desk(SMALL, who="Rhys") as person:
        await find(person, "heron")
        found = paper_of(person).cursor.here
        await person.press("enter")
        for _ in range(_PATIENCE):
            await person.settle()
            if paper_of(person)._resting is None:
                break
        view = person.screen.view  # type: ignore[attr-defined]
        assert found is not None
        assert found.place in view.unvisited


async def test_words_found_are_withheld_only_here_to_the_letter(
    at_the_desk: "AtTheDesk", records: Store, case: Meeting
) -> None:
    """A part of a word is as good as a word."""
    async with at_the_desk(SMALL) as person:
        await find(person, "41,0")
        await person.press("enter", "w")
        for _ in range(4):
            if "only here" in person.reads:
                break
            await person.press("tab")
        await person.fill("43(2)")
        await person.press("enter", "enter", "enter")
        await person.waits_for("1 withheld")
    (rule,) = find_case(records, case.ref, CASE).in_force
    assert isinstance(rule, SpanRule)
    assert rule.text == "41,0"
