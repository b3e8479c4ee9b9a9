"""What can happen to an action: in which state, and what its history says of it afterwards."""

import datetime as dt
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lpgminutes.domain.action_log import changes
from lpgminutes.domain.action_log.changes import ActionChange, apply, may
from lpgminutes.domain.action_log.figures import figures_of
from lpgminutes.domain.action_log.history import read_due, read_owners, write_due, write_owners
from lpgminutes.domain.action_log.replay import as_at, as_minuted, replay
from lpgminutes.domain.action_log.states import states_of
from lpgminutes.domain.actions import Action, ActionStatus
from lpgminutes.errors import ChangeRefused

DAY = dt.date(2019, 6, 27)
S = ActionStatus

lines = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=8).map(str.strip)
lines = lines.filter(bool)
days = st.dates(dt.date(2019, 1, 1), dt.date(2019, 12, 31))
due_words = st.just("") | lines | st.sampled_from(["2019-08-01", "(asap)", "2019-08-01 (x)", "2019-13-01"])
owner_lists = st.lists(lines, max_size=3, unique=True).map(tuple)
any_change: st.SearchStrategy[ActionChange] = st.one_of(
    st.builds(changes.Start, note=lines),
    st.builds(changes.MarkComplete, note=lines),
    st.builds(changes.Close, evidence=lines),
    st.builds(changes.Supersede, by=lines, why=lines),
    st.builds(changes.Transfer, to=lines, why=lines),
    st.builds(changes.Withdraw, why=lines),
    st.builds(changes.Reject, why=lines),
    st.builds(changes.Reopen, why=lines),
    st.builds(changes.CarryForward, why=lines),
    st.builds(changes.Redate, due=st.none() | days, due_as_written=due_words, why=lines),
    st.builds(changes.Reassign, owners=owner_lists, why=lines),
    st.builds(changes.Reword, text=lines, why=lines),
    st.builds(changes.AddNote, text=lines),
)
any_action = st.builds(
    Action,
    ref=st.none() | st.just("AP0619-01"),
    owners=owner_lists,
    text=lines,
    due=st.none() | days,
    due_as_written=due_words,
    status=st.sampled_from(S),
)


def lived_through(action: Action, plan: list[tuple[ActionChange, dt.date]]) -> list[Action]:
    """Do every change of a plan that is allowed; return the action after each."""
    lived = [action]
    for change, on in plan:
        try:
            lived.append(apply(lived[-1], change, who="A Chair", on=on, meeting="lpg/2019-06-27"))
        except ChangeRefused:
            continue
    return lived


plans = st.lists(st.tuples(any_change, days), max_size=8)


@pytest.mark.parametrize(
    ("change", "before", "after"),
    [
        (changes.Start(), {S.OPEN, S.COMPLETE}, S.IN_PROGRESS),
        (changes.MarkComplete(), {S.OPEN, S.IN_PROGRESS}, S.COMPLETE),
        (changes.Close(evidence="seen"), {S.OPEN, S.IN_PROGRESS, S.COMPLETE}, S.CLOSED),
        (changes.Supersede(by="AP2"), {S.OPEN, S.IN_PROGRESS, S.COMPLETE}, S.SUPERSEDED),
        (changes.Transfer(to="Estates"), {S.OPEN, S.IN_PROGRESS, S.COMPLETE}, S.TRANSFERRED),
        (changes.Withdraw(why="gone"), {S.OPEN, S.IN_PROGRESS, S.COMPLETE}, S.WITHDRAWN),
        (changes.Reject(why="not ours"), {S.OPEN, S.IN_PROGRESS, S.COMPLETE}, S.REJECTED),
        (changes.Reopen(why="empty"), set(S) - {S.OPEN, S.IN_PROGRESS}, S.OPEN),
    ],
    ids=lambda value: type(value).__name__,
)
def test_the_states_that_lead_to_a_state(change: ActionChange, before: set[S], after: S) -> None:
    """From these states and no other; the refusal names the action, and the state that it is in."""
    for status in S:
        action = Action(ref="AP1", text="count", status=status)
        if status in before:
            changed = apply(action, change, who="A Chair", on=DAY)
            assert (changed.status, changed.history[-1].before, changed.history[-1].after) == (
                after,
                status.value,
                after.value,
            )
        else:
            assert not may(action, type(change))
            with pytest.raises(ChangeRefused, match=f"^AP1 is {status.value}"):
                apply(action, change, who="A Chair", on=DAY)


@pytest.mark.parametrize(
    "change",
    [changes.Redate(due=DAY), changes.Reassign(owners=("Sam",)), changes.Reword(text="x"), changes.CarryForward()],
    ids=lambda change: type(change).__name__,
)
def test_what_is_done_with_is_reopened_before_it_is_changed(change: ActionChange) -> None:
    """Only a note may be added to it."""
    closed = Action(ref="AP1", text="count", status=S.CLOSED)
    with pytest.raises(ChangeRefused, match="AP1 is closed: reopen it first"):
        apply(closed, change, who="A Chair", on=DAY)
    assert apply(closed, changes.AddNote(text="thanked"), who="A Chair", on=DAY).status is S.CLOSED


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (changes.Redate(due=DAY), "has that due date already"),
        (changes.Redate(), "no new date is given"),
        (changes.Reassign(owners=("Priya",)), "has these owners already"),
        (changes.Reword(text="count"), "says so already"),
        (changes.Reword(text=" "), "needs words"),
        (changes.AddNote(text=""), "needs words"),
        (changes.Withdraw(why=" "), "no reason to withdraw AP1"),
        (changes.Transfer(to=""), "who takes it over"),
        (changes.Supersede(by=""), "what takes its place"),
        (changes.Supersede(by="ap1"), "cannot take its own place"),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_a_change_that_changes_nothing_or_says_too_little_is_refused(change: ActionChange, said: str) -> None:
    """With a sentence, and the action as it was."""
    action = Action(ref="AP1", text="count", owners=("Priya",), due=DAY)
    with pytest.raises(ChangeRefused, match=said):
        apply(action, change, who="A Chair", on=DAY)


def test_an_entry_says_who_when_where_and_why() -> None:
    """And what took over; the evidence is the why of a closing."""
    action = Action(ref="AP1", text="count")
    closed = apply(action, changes.Close(evidence="41 counted"), who="A Chair", on=DAY, meeting="lpg/2019-06-27")
    moved = apply(action, changes.Transfer(to="Estates Board", why="its leases"), who="A Chair", on=DAY)
    entry = closed.history[0]
    assert (entry.date, entry.who, entry.meeting, entry.why) == (DAY, "A Chair", "lpg/2019-06-27", "41 counted")
    assert (moved.history[0].taken_over_by, moved.history[0].why) == ("Estates Board", "its leases")


@given(day=st.none() | days, words=due_words)
def test_a_due_date_in_the_history_reads_back(day: dt.date | None, words: str) -> None:
    """Day and words, whatever the words look like."""
    assert read_due(write_due((day, words))) == (day, words)


@given(owners=owner_lists)
def test_owners_in_the_history_read_back(owners: tuple[str, ...]) -> None:
    """None, one or several, with commas in them."""
    assert read_owners(write_owners(owners)) == owners


@settings(max_examples=150)
@given(action=any_action, plan=plans)
def test_the_history_is_complete(action: Action, plan: list[tuple[ActionChange, dt.date]]) -> None:
    """Each change adds one entry and alters none; undone one by one, they lead back to what was minuted, and forth."""
    lived = lived_through(action, plan)
    for earlier, later in itertools.pairwise(lived):
        assert later.history[:-1] == earlier.history
        assert (later.id, later.ref) == (earlier.id, earlier.ref)
    assert as_minuted(lived[-1]) == action
    assert replay(action, lived[-1].history) == lived[-1]


@settings(max_examples=150)
@given(action=any_action, plan=plans)
def test_the_first_due_date_never_moves(action: Action, plan: list[tuple[ActionChange, dt.date]]) -> None:
    """Once there is one, every later change leaves it."""
    firsts = [figures_of(one).original_due for one in lived_through(action, plan)]
    known = [first for first in firsts if first is not None]
    assert len(set(known)) <= 1
    assert firsts == [None] * (len(firsts) - len(known)) + known
    if action.due is not None:
        assert set(firsts) == {action.due}


@settings(max_examples=150)
@given(action=any_action, plan=plans)
def test_slips_are_what_a_second_count_gives(action: Action, plan: list[tuple[ActionChange, dt.date]]) -> None:
    """Counted from the due dates themselves, step by step, and not from the history."""
    lived = lived_through(action, plan)
    steps = list(itertools.pairwise(lived))
    later = [(b.due - a.due).days for a, b in steps if a.due and b.due and b.due > a.due]
    figures = figures_of(lived[-1])
    carried = sum(1 for _, b in steps if b.history[-1].what == "carried")
    assert (figures.slips, figures.slip_days, figures.carried) == (len(later), sum(later), carried)


@settings(max_examples=100)
@given(action=any_action, plan=plans)
def test_as_at_a_day_is_what_it_was_on_that_day(action: Action, plan: list[tuple[ActionChange, dt.date]]) -> None:
    """Changes made in the order of their days: the log as at each of them is the action as it was then."""
    ordered = sorted(plan, key=lambda step: step[1])
    lived = lived_through(action, ordered)
    for day in {on for _, on in plan} | {dt.date(2018, 1, 1), dt.date(2020, 1, 1)}:
        then = [one for one in lived if not one.history or (one.history[-1].date or day) <= day][-1]
        assert as_at(lived[-1], day) == then


@settings(max_examples=100)
@given(action=any_action, plan=plans, raised_on=st.none() | days, day=days)
def test_the_states_tell_every_day(
    action: Action, plan: list[tuple[ActionChange, dt.date]], raised_on: dt.date | None, day: dt.date
) -> None:
    """From the day it was raised on, each day is in one state, which is the action as at that day; in any order."""
    lived = lived_through(action, plan)[-1]
    states = list(states_of(lived, raised_on))
    on_day = [
        state
        for state in states
        if (state.from_day is None or state.from_day <= day) and (state.until_day is None or day < state.until_day)
    ]
    assert len(on_day) == (0 if raised_on is not None and day < raised_on else 1)
    for state in on_day:
        assert state.action == as_at(lived, day)
    assert states[-1].until_day is None
    assert states[-1].action == lived


def test_a_change_recorded_late_counts_from_its_own_day() -> None:
    """What was done at the meeting is typed up after somebody added a note: as at the meeting it is closed."""
    action = Action(ref="AP1", text="count")
    noted = apply(action, changes.AddNote(text="chased"), who="A", on=DAY + dt.timedelta(days=5))
    closed = apply(noted, changes.Close(), who="A", on=DAY)
    assert as_at(closed, DAY).status is S.CLOSED
    assert as_at(closed, DAY - dt.timedelta(days=1)).status is S.OPEN


def test_history_that_came_in_with_words_of_its_own_is_kept_and_passed_over() -> None:
    """An entry on something else changes no field; a date without words leaves the words."""
    from lpgminutes.domain.actions import ActionEvent

    imported = Action(
        text="count",
        due=dt.date(2019, 8, 1),
        due_as_written="by the end of June",
        history=(
            ActionEvent(what="priority", before="low", after="high"),
            ActionEvent(what="due", before="2019-06-30", after="2019-08-01"),
        ),
    )
    minuted = as_minuted(imported)
    assert (minuted.due, minuted.due_as_written) == (dt.date(2019, 6, 30), "by the end of June")
    assert figures_of(imported).slip_days == 32
