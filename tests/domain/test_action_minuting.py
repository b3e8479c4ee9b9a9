import datetime as dt

import pytest

from lpgminutes.domain.action_log.changes import (
    ActionChange,
    AddNote,
    CarryForward,
    Close,
    MarkComplete,
    Reassign,
    Redate,
    Reject,
    Reopen,
    Reword,
    Supersede,
    Transfer,
    Withdraw,
    apply,
)
from lpgminutes.domain.action_log.minuting import (
    action_item,
    drafted,
    extended,
    label_of,
    opening_words,
    outcome_words,
    point_about,
    reference_of,
    review_minute,
)
from lpgminutes.domain.actions import Action, ActionStatus
from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.meetings import Block, BlockKind, Meeting, Series
from lpgminutes.domain.people import Attendance, Capacity

ON = dt.date(2019, 8, 1)
ACTION = Action(ref="AP0619-03", owners=("Priya Nandakumar",), text="review the figures", due=dt.date(2019, 7, 18))
SAID: list[tuple[ActionChange, str]] = [
    (Close(evidence="the June return"), "closed. Evidence: the June return."),
    (Close(), "closed."),
    (Redate(due=dt.date(2019, 8, 20), why="ill"), "due date moved from 18 Jul 2019 to 20 Aug 2019. Reason: ill."),
    (Redate(due_as_written="when HR reply"), "due date moved from 18 Jul 2019 to when HR reply."),
    (Reassign(owners=("Tom Field", "IAS"), why="on leave."), "reassigned to Tom Field, IAS. Reason: on leave."),
    (Reassign(owners=()), "left without an owner."),
    (AddNote(text="chased twice\nno reply yet!"), "chased twice no reply yet!"),
    (Transfer(to="the Estates Board"), "transferred to the Estates Board."),
    (Supersede(by="AP0819-02", why="wider now"), "superseded by AP0819-02. Reason: wider now."),
    (Withdraw(why="the Lot closed"), "withdrawn. Reason: the Lot closed."),
    (Reject(why="not ours"), "rejected. Reason: not ours."),
    (CarryForward(), "carried forward, due 18 Jul 2019."),
    (CarryForward(why="the paper is late"), "carried forward, due 18 Jul 2019. the paper is late."),
    (MarkComplete(note="sent on Monday"), "reported complete, to be agreed. sent on Monday."),
    (Reword(text="review all figures"), "reworded as \u201creview all figures\u201d."),
]  # fmt: skip


def _after(action: Action, *changes: ActionChange) -> Action:
    for change in changes:
        action = apply(action, change, who="A Tester", on=ON, meeting="lpg/2019-08-01")
    return action


def _meeting(*items: Block, attendance: tuple[Attendance, ...] = ()) -> Meeting:
    series = Series(short_name="lpg", name="Lot Performance Group")
    return Meeting(series=series, title="x", marking=read_marking("OFFICIAL"), items=items, attendance=attendance)


def _item(title: str, *minutes: Block) -> Block:
    return Block(kind=BlockKind.ITEM, text=title, children=minutes)


def _minute(text: str, *points: Block) -> Block:
    return Block(kind=BlockKind.MINUTE, text=text, children=points)


@pytest.mark.parametrize(("change", "words"), SAID, ids=lambda value: type(value).__name__)
def test_every_outcome_is_said_in_the_words_of_minutes(change: ActionChange, words: str) -> None:
    """The sentence follows from the entry in the history, whole and with one stop."""
    assert outcome_words(ACTION, _after(ACTION, change)) == words


def test_a_second_slip_says_how_often_and_since_when() -> None:
    """The chair hears it each time."""
    before = _after(ACTION, Redate(due=dt.date(2019, 7, 25)))
    after = _after(before, Redate(due=dt.date(2019, 8, 20)))
    assert outcome_words(before, after) == (
        "due date moved from 25 Jul 2019 to 20 Aug 2019 (slipped twice; originally 18 Jul 2019)."
    )


def test_a_date_brought_forward_is_no_slip() -> None:
    """Only a later date slips."""
    before = _after(ACTION, Redate(due=dt.date(2019, 8, 25)), Redate(due=dt.date(2019, 9, 1)))
    assert "slipped" not in outcome_words(before, _after(before, Redate(due=dt.date(2019, 8, 20))))


def test_what_was_done_with_is_reopened_in_words() -> None:
    """Reopened, with the reason."""
    closed = _after(ACTION, Close())
    assert closed.status is ActionStatus.CLOSED
    assert outcome_words(closed, _after(closed, Reopen(why="the return was empty"))) == (
        "reopened. Reason: the return was empty."
    )


def test_a_point_is_labelled_with_reference_and_owners() -> None:
    """As in AP0619-03 (Priya Nandakumar): closed."""
    point = drafted(ACTION, _after(ACTION, Close()))
    assert (point.kind, point.label, point.text) == (BlockKind.POINT, "AP0619-03 (Priya Nandakumar)", "closed.")


def test_what_is_said_next_about_the_same_action_goes_into_the_same_point() -> None:
    """A note, then the outcome: one point, two sentences, also after an edit."""
    noted = _after(ACTION, AddNote(text="Priya has the figures"))
    point = drafted(ACTION, noted)
    assert extended(point, noted, _after(noted, Close())).text == "Priya has the figures. Closed."


@pytest.mark.parametrize(
    ("titles", "chosen"),
    [
        (("Welcome", "Action Points", "AOB"), "Action Points"),
        (("Matters arising", "Review of the action log"), "Review of the action log"),
        (("Matters Arising", "AOB"), "Matters Arising"),
        (("Outstanding actions",), "Outstanding actions"),
        (("Welcome", "Transaction costs", "Action on climate"), None),
    ],
)
def test_the_item_is_found_by_its_title(titles: tuple[str, ...], chosen: str | None) -> None:
    """Bodies call it by several names; a word that only holds the letters is none of them."""
    found = action_item(_meeting(*map(_item, titles)))
    assert (found.text if found else None) == chosen


def test_the_chair_goes_through_the_actions_by_name() -> None:
    """Without a chair in the attendance nobody is named."""
    chair = Attendance(name="Margaret Ellwood", capacity=Capacity.CHAIR)
    assert opening_words(_meeting(attendance=(chair,))).startswith("Margaret Ellwood went through the outstanding")
    assert opening_words(_meeting()).startswith("The outstanding action points were gone through")


def test_the_points_go_under_the_minute_that_has_some_or_that_opens_them() -> None:
    """What the secretary typed first is used; an opening minute typed by hand is no second one."""
    opening = _minute("Tobias Renwick went through all the outstanding action points (see the log).")
    about = Block(kind=BlockKind.POINT, label="AP0619-03 (Priya Nandakumar)", text="closed.")
    holding = _minute("Actions", about)
    assert review_minute(_item("Action Points", opening), {"AP0619-03"}) is opening
    assert review_minute(_item("Action Points", opening, holding), {"AP0619-03"}) is holding
    assert review_minute(_item("Action Points", _minute("The room was cold.")), {"AP0619-03"}) is None
    assert point_about(holding, "AP0619-03") is about
    assert point_about(holding, "AP0619-0") is None


def test_an_action_without_reference_is_called_by_its_first_words() -> None:
    """Its point is found again, whatever brackets and quotation marks its words hold."""
    nameless = Action(text="ask \u201cTom\u201d (again) about the van and the other vans", owners=("Jo (IAS)",))
    point = drafted(nameless, _after(nameless, Close()))
    minute = _minute("Gone through.", point)
    assert label_of(nameless).endswith("\u2026\u201d (Jo (IAS))")
    assert point_about(minute, reference_of(nameless)) is point
    assert review_minute(_item("Action Points", minute), ()) is minute
