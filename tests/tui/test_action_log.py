"""The action log on the screen: listing, filtering, sorting, views, choosing and changing."""

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest

from lpgminutes.domain.actions import ActionStatus
from lpgminutes.domain.meetings import Meeting
from lpgminutes.services.action_log import action, change_actions
from lpgminutes.services.ports import Store
from lpgminutes.tui.widgets.action_table import ActionTable

if TYPE_CHECKING:
    from tests.tui.conftest import Person, Sitting


def _listed(person: "Person") -> list[str]:
    return re.findall(r"^[ \u258c][ \u2713](AP\d{4}-\d\d)", person.sees, re.MULTILINE)


def _refs(records: Store, ref: str) -> ActionStatus:
    return action(records, ref).action.status


@pytest.mark.usefixtures("logged")
@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40), (170, 50)])
async def test_the_log_opens_overdue_first_and_says_so_in_words(
    size: tuple[int, int], at_the_screens: "Sitting"
) -> None:
    """Longest overdue, overdue, to come, without a date; nothing is cut without an ellipsis."""
    async with at_the_screens(size) as person:
        await person.press("f8")
        assert [ref[-2:] for ref in _listed(person)] == ["02", "01", "04", "03"]
        assert "4 actions \u00b7 ! 2 overdue" in person.reads
        assert "! 31 d" in person.sees
        assert "? no owner" in person.sees
        assert "? no date" in person.sees
        assert "OFFICIAL-SENSITIVE" in person.lines[0]


@pytest.mark.usefixtures("logged")
async def test_wide_screens_show_every_column_and_narrow_ones_what_matters(at_the_screens: "Sitting") -> None:
    """From 100 columns for the table on, an action is one line."""
    async with at_the_screens((170, 50)) as person:
        await person.press("f8")
        await person.press("tab")
        heads = next(line for line in person.lines if "Reference" in line)
        assert heads.split() == ["Reference", "Action", "Owner", "Due\u25b4", "State", "Age", "Slips", "Minute"]
        row = next(line for line in person.lines if "AP0619-01" in line)
        assert re.search(r"Priya Nandakumar +25 Jul 2019 +! 7 days late +24 +1 +lpg/2019-06-27 2.1", row)


@pytest.mark.usefixtures("logged")
async def test_the_list_follows_the_filter_as_one_types(at_the_screens: "Sitting") -> None:
    """Letters that are commands elsewhere are text here, from the first one on."""
    async with at_the_screens() as person:
        await person.press("f8")
        await person.press("slash")
        await person.type("owner:sam")
        assert _listed(person) == ["AP0619-02", "AP0619-04"]
        await person.type(" -overdue")
        assert _listed(person) == ["AP0619-04"]
        assert "1 action " in person.reads
        await person.press("enter")
        await person.press("escape")
        assert len(_listed(person)) == 4


@pytest.mark.usefixtures("logged")
async def test_what_is_not_understood_is_said_and_left_out_of_the_list(at_the_screens: "Sitting") -> None:
    """The sentence stands under the field; typing goes on."""
    async with at_the_screens() as person:
        await person.press("f8")
        await person.press("slash")
        await person.type("owner:sam due<some")
        assert "! \u201csome\u201d is not read as a day" in person.sees
        assert _listed(person) == ["AP0619-02", "AP0619-04"]
        await person.press("ctrl+u")
        await person.type("slips>0")
        assert _listed(person) == ["AP0619-01"]
        assert "not read" not in person.sees


@pytest.mark.usefixtures("logged")
async def test_only_the_answer_to_the_latest_question_is_shown(at_the_screens: "Sitting", records: Store) -> None:
    """Whoever types faster than the records answer sees no stale list come after."""
    async with at_the_screens() as person:
        await person.press("f8")
        await person.press("slash")
        with records.change("hold the store", who="Somebody"):
            await person.pilot.press(*"owner:sam")
        await person.settle()
        assert _listed(person) == ["AP0619-02", "AP0619-04"]


@pytest.mark.usefixtures("logged")
async def test_nothing_that_fits_is_said_with_the_way_out(at_the_screens: "Sitting") -> None:
    """No blank table."""
    async with at_the_screens() as person:
        await person.press("f8")
        await person.press("slash")
        await person.type("zeppelin")
        await person.press("enter")
        assert "No action fits what is asked." in person.sees
        await person.press("0")
        assert len(_listed(person)) == 4


@pytest.mark.usefixtures("june", "on_1_august")
async def test_a_log_without_actions_says_where_they_come_from(at_the_screens: "Sitting") -> None:
    """The way to the first one."""
    async with at_the_screens() as person:
        await person.press("f8")
        assert "No action is open." in person.sees
        assert "type a line such as" in person.sees


@pytest.mark.usefixtures("logged")
@pytest.mark.parametrize(
    ("key", "order"),
    [
        ("R", ["01", "02", "03", "04"]),
        ("A", ["04", "03", "02", "01"]),
        ("S", ["01", "02", "03", "04"]),
        ("D", ["03", "04", "01", "02"]),
    ],
)
async def test_a_capital_sorts_by_a_column_and_again_the_other_way(
    key: str, order: list[str], at_the_screens: "Sitting"
) -> None:
    """The arrow and the words say which way round; due date is how the log opens, so its key turns it round."""
    async with at_the_screens() as person:
        await person.press("f8", key)
        once = [ref[-2:] for ref in _listed(person)]
        await person.press(key)
        twice = [ref[-2:] for ref in _listed(person)]
        assert once[0] == order[0]
        if key in "RA":
            assert (once, twice) == (order, order[::-1])
        assert key == "A" or "\u25b4" in person.sees or "\u25be" in person.sees


@pytest.mark.usefixtures("logged")
async def test_number_keys_show_saved_views(at_the_screens: "Sitting") -> None:
    """Overdue on 1, gaps on 5, the oldest on 7; the query stands in the filter and can be changed."""
    async with at_the_screens() as person:
        await person.press("f8")
        await person.press("1")
        assert _listed(person) == ["AP0619-02", "AP0619-01"]
        assert "Filter  overdue" in person.sees
        assert "\u25b81 Overdue\u25c2" in person.sees
        await person.press("5")
        assert _listed(person) == ["AP0619-03"]
        await person.press("9")
        await person.waits_for("No view is on 9")


@pytest.mark.soak
@pytest.mark.usefixtures("logged")
async def test_what_is_asked_can_be_saved_as_a_view_that_outlives_the_program(at_the_screens: "Sitting") -> None:
    """On the next free number; another program run has it."""
    async with at_the_screens() as person:
        await person.press("f8")
        await person.press("slash")
        await person.type("owner:sam")
        await person.press("enter", "R", "v")
        assert "It shows: owner:sam, sorted by ref." in person.reads
        await person.fill("Sam's, by reference")
        await person.press("enter")
        assert "8 Sam's, by ref" in person.sees
    async with at_the_screens((120, 40)) as person:
        await person.press("f8")
        await person.press("8")
        assert _listed(person) == ["AP0619-02", "AP0619-04"]
        assert "\u25b88 Sam's, by reference\u25c2" in person.sees


@pytest.mark.usefixtures("logged")
async def test_the_detail_holds_minute_history_and_reasons(at_the_screens: "Sitting") -> None:
    """At 80 columns Tab or Enter opens it in the place of the list, and Esc goes back."""
    async with at_the_screens() as person:
        await person.press("f8")
        await person.press("down", "enter")
        await person.waits_for("Why: awaiting HR")
        assert "once, 7 days in all; originally 18 Jul 2019" in person.reads
        assert "The log was gone through." in person.sees
        assert "Due 25 Jul 2019, before that 18 Jul 2019, a slip of 7 days" in person.reads
        await person.press("escape")
        assert len(_listed(person)) == 4


@pytest.mark.usefixtures("logged")
async def test_the_detail_stands_beside_the_list_where_there_is_room(at_the_screens: "Sitting") -> None:
    """It follows the highlight; Tab puts it away."""
    async with at_the_screens((120, 40)) as person:
        await person.press("f8")
        await person.waits_for("Raised at lpg/2019-06-27")
        assert "Tom Field, Sam Okafor" in person.sees
        await person.press("down")
        await person.waits_for("Why: awaiting HR")
        await person.press("tab")
        assert "Why: awaiting HR" not in person.sees


@pytest.mark.usefixtures("logged")
async def test_one_key_opens_the_meeting_at_the_minute(at_the_screens: "Sitting") -> None:
    """And Esc comes back to the same action."""
    async with at_the_screens() as person:
        await person.press("f8")
        await person.press("down", "m")
        assert "lpg/2019-06-27" in person.lines[0]
        assert "2.1   The log was gone through." in person.sees
        await person.press("escape")
        table = person.screen.query_one(ActionTable)
        assert table.highlighted
        assert table.highlighted.ref == "AP0619-01"


async def test_closing_asks_for_the_evidence(at_the_screens: "Sitting", records: Store, logged: Meeting) -> None:
    """Without it nothing is saved; with it the action leaves the list, and u brings it back."""
    async with at_the_screens() as person:
        await person.press("f8")
        await person.press("c", "enter")
        assert "! What shows that it is done" in person.sees
        await person.fill("both came to the meeting")
        await person.press("enter")
        await person.waits_for("AP0619-02: closed. u takes it back.")
        assert [ref[-2:] for ref in _listed(person)] == ["01", "04", "03"]
        assert action(records, "AP0619-02").action.history[-1].why == "both came to the meeting"
        await person.press("u")
        await person.waits_for("Taken back")
        assert len(_listed(person)) == 4
    assert logged.ref


@pytest.mark.soak
@pytest.mark.usefixtures("logged")
async def test_a_date_is_read_while_it_is_typed(at_the_screens: "Sitting", records: Store) -> None:
    """The dialog says how often it slipped, and what the phrase means, before anything is saved."""
    async with at_the_screens() as person:
        await person.press("f8")
        await person.press("down", "d")
        assert "Due: 25 Jul 2019. Slipped once; originally 18 Jul 2019." in person.reads
        await person.type("31 Apr")
        await person.press("tab", *"why", "enter")
        assert "! There is no 31 April: April has 30 days." in person.reads
        await person.press("ctrl+u", "tab", "ctrl+u", "shift+tab", "ctrl+u")
        await person.type("two weeks today")
        assert "Read as Thu 15 Aug 2019." in person.sees
        await person.press("tab")
        await person.fill("HR have not replied")
        await person.press("enter")
        await person.waits_for("re-dated")
    redated = action(records, "AP0619-01").action
    assert (redated.due, redated.due_as_written) == (dt.date(2019, 8, 15), "two weeks today")


@pytest.mark.usefixtures("logged")
async def test_owners_are_completed_from_the_register(at_the_screens: "Sitting", records: Store) -> None:
    """What is read stands under the field; a name nobody knows is kept as typed and said."""
    async with at_the_screens() as person:
        await person.press("f8")
        await person.press("r")
        await person.type("pri")
        assert "Priya Nandakumar." in person.sees
        await person.type(", Estates Board")
        assert "Estates Board is not in the" in person.reads
        await person.press("enter")
        await person.waits_for("reassigned")
    assert action(records, "AP0619-02").action.owners == ("Priya Nandakumar", "Estates Board")


@pytest.mark.usefixtures("logged")
async def test_a_refusal_is_a_sentence_and_loses_nothing_typed(at_the_screens: "Sitting", records: Store) -> None:
    """Somebody else was quicker: the dialog comes back with the words in it."""
    from lpgminutes.domain.action_log.changes import Close

    async with at_the_screens() as person:
        await person.press("f8")
        await person.press("w")
        await person.fill("the auditors came by themselves")
        change_actions(records, ["AP0619-02"], Close(), who="Somebody", on=dt.date(2019, 8, 1))
        await person.press("enter")
        await person.waits_for("is closed: reopen it first")
        assert "the auditors came by themselves" in person.sees


@pytest.mark.usefixtures("logged")
async def test_several_are_changed_at_once_and_taken_back_at_once(at_the_screens: "Sitting", records: Store) -> None:
    """Space chooses, a change goes to all that are chosen, one undo brings all of them back."""
    async with at_the_screens() as person:
        await person.press("f8")
        await person.press("space", "space")
        assert "2 chosen" in person.sees
        assert person.sees.count("\u2713") == 2
        await person.press("c")
        assert "Close 2 actions" in person.sees
        await person.fill("seen by the chair")
        await person.press("enter")
        await person.waits_for("2 actions: closed")
        assert [_refs(records, ref) for ref in ("AP0619-01", "AP0619-02")] == [ActionStatus.CLOSED] * 2
        await person.press("u", "y")
        await person.waits_for("Taken back")
        assert len(_listed(person)) == 4
    assert all(_refs(records, ref).is_outstanding for ref in ("AP0619-01", "AP0619-02"))


@pytest.mark.usefixtures("logged")
async def test_everything_listed_can_be_chosen_and_let_go(at_the_screens: "Sitting") -> None:
    """Also what is not on the screen; Esc lets go before it leaves."""
    async with at_the_screens() as person:
        await person.press("f8")
        await person.press("asterisk")
        assert "4 chosen" in person.sees
        await person.press("escape")
        assert "chosen" not in person.sees
        assert len(_listed(person)) == 4


@pytest.mark.usefixtures("logged")
async def test_the_log_can_be_seen_as_at_another_day(at_the_screens: "Sitting") -> None:
    """As it was: the date that has moved since is the old one, and nothing can be changed."""
    async with at_the_screens() as person:
        await person.press("f8")
        await person.press("a")
        await person.fill("9/7/2019")
        await person.press("enter")
        assert "as at 9 Jul 2019" in person.sees
        assert "18 Jul 2019" in person.sees
        await person.press("c")
        assert "Evidence" not in person.sees
        await person.press("a", "ctrl+u", "enter")
        assert "as at" not in person.sees
        assert "25 Jul 2019" in person.sees


@pytest.mark.soak
@pytest.mark.usefixtures("logged")
async def test_a_long_log_is_held_a_page_at_a_time(at_the_screens: "Sitting", records: Store, june: Meeting) -> None:
    """End, home and a page at a time: every row is there when it is looked at, and few are held."""
    from lpgminutes.domain.actions import Action

    with records.change("raise many", who="Somebody") as work:
        for number in range(600):
            raised = Action(ref=f"AP0719-{number:03d}", text="look into it", due=dt.date(2020, 1, 1))
            work.actions.add(raised, meeting=june, raised_in=None)
        work.commit()
    async with at_the_screens() as person:
        await person.press("f8")
        await person.press("R", "end")
        table = person.screen.query_one(ActionTable)
        assert "AP0719-599" in person.sees
        assert table.length == 604
        assert table.held <= 320
        await person.press("home")
        assert _listed(person)[0] == "AP0619-01"
        for _ in range(12):
            await person.press("pagedown")
        assert "\u2026" not in [line.strip() for line in person.lines]
        assert table.highlighted
        assert table.highlighted.ref == f"AP0719-{table.cursor - 4:03d}"


@pytest.mark.usefixtures("logged")
async def test_the_same_action_stays_highlighted_when_the_log_is_read_again(
    at_the_screens: "Sitting", records: Store
) -> None:
    """What others closed meanwhile does not move the highlight to another action."""
    from lpgminutes.domain.action_log.changes import Close

    async with at_the_screens() as person:
        await person.press("f8")
        await person.press("down", "down")
        change_actions(records, ["AP0619-02"], Close(), who="Somebody", on=dt.date(2019, 8, 1))
        await person.press("f5")
        table = person.screen.query_one(ActionTable)
        assert table.highlighted
        assert table.highlighted.ref == "AP0619-04"
