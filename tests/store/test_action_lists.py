"""The lists of actions from the database, compared with going through every action one by one."""

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lpgminutes.domain.action_log import changes
from lpgminutes.domain.action_log.figures import figures_of
from lpgminutes.domain.action_log.owners import is_called
from lpgminutes.domain.action_log.query import (
    ActionListing,
    ActionQuery,
    AtMeeting,
    Compare,
    Condition,
    DayField,
    DayIs,
    HasStatus,
    HasWords,
    InSeries,
    IsAged,
    IsOverdue,
    Lack,
    Lacks,
    MeetingDay,
    NumberField,
    NumberIs,
    OwnedBy,
    RaisedIn,
    Scope,
    SortBy,
    Span,
    Term,
)
from lpgminutes.domain.action_log.replay import as_at
from lpgminutes.domain.actions import Action, ActionStatus, ActionSummary
from lpgminutes.domain.folding import folded
from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.meetings import Block, BlockKind, Meeting, MeetingStatus, NextMeeting, Series
from lpgminutes.errors import ChangeRefused
from lpgminutes.services.action_log import change_actions
from lpgminutes.store.database import SqlStore

FIRST = dt.date(2019, 4, 25)
WORDS = ("recruit", "plan", "figures", "Résumé", "absence", "contract", "site", "letter")
OWNERS = ("Priya Nandakumar", "Sam O’Brien", "Head of Estates", "DWP, Operations", "Ana Núñez")


class Stores(Protocol):
    """What the fixture ``stores`` gives."""

    def open(self, path: Path | None = None) -> SqlStore:
        """Open a store."""

    def path(self) -> Path:
        """Return the path of a new empty store."""


@dataclass(frozen=True)
class Entry:
    """An action with what only its meeting knows."""

    action: Action
    meeting: Meeting
    summary: ActionSummary


@dataclass(frozen=True)
class Log:
    """A store with a log in it, and the same log in memory."""

    store: SqlStore
    path: Path
    entries: tuple[Entry, ...]


def meetings(dice: random.Random) -> Iterator[Meeting]:
    """Yield meetings of two bodies: approved ones with printed numbers, drafts, one without a date."""
    dates = [FIRST + dt.timedelta(days=35 * step) for step in range(3)]
    for short_name, days in (("lpg", [*dates, None]), ("lp", dates[:2])):
        for day in days:
            minutes = tuple(Block(kind=BlockKind.MINUTE, text=f"Said {n}.") for n in range(3))
            items = tuple(Block(kind=BlockKind.ITEM, text=f"Item {n}", children=minutes) for n in range(2))
            yield Meeting(
                series=Series(short_name=short_name, name=short_name.upper()),
                title="A meeting",
                marking=read_marking("OFFICIAL"),
                date=day,
                items=items,
                actions=tuple(new_action(dice, number) for number in range(9)),
                status=MeetingStatus.DRAFT if day in {dates[-1], None} else MeetingStatus.APPROVED,
                next_meeting=NextMeeting(date=dt.date(2019, 8, 15)) if day == dates[1] else None,
            )


def new_action(dice: random.Random, number: int) -> Action:
    """An action like others: owners and dates are missing now and then."""
    due = FIRST + dt.timedelta(days=dice.randrange(120)) if dice.random() < 0.7 else None
    return Action(
        ref=f"AP{number}" if dice.random() < 0.9 else None,
        owners=tuple(dice.sample(OWNERS, dice.choice((0, 1, 1, 2)))),
        text=" ".join(dice.sample(WORDS, 3)),
        due=due,
        due_as_written="" if due else dice.choice(("", "asap")),
        raised_in=dice.choice(("1.1", "1.2", "2.1", "2.10", "2", None)),
        status=dice.choice([*ActionStatus, *[ActionStatus.OPEN] * 8]),
    )


def some_change(dice: random.Random, on: dt.date) -> changes.ActionChange:
    """A change like others."""
    made: list[changes.ActionChange] = [
        changes.Redate(due=on + dt.timedelta(days=dice.randrange(-5, 60)), why="later"),
        changes.Redate(due_as_written="when it is ready"),
        changes.Reassign(owners=tuple(dice.sample(OWNERS, dice.randrange(3)))),
        changes.Reword(text=" ".join(dice.sample(WORDS, 2))),
        changes.AddNote(text=dice.choice(WORDS)),
        changes.CarryForward(),
        changes.Start(),
        changes.MarkComplete(),
        changes.Close(evidence="seen"),
        changes.Withdraw(why="gone"),
        changes.Reopen(why="not done"),
    ]
    return dice.choice(made)


@pytest.fixture(scope="module")
def log(stores: Stores) -> Iterator[Log]:
    """Six meetings, fifty-four actions, a hundred and fifty attempts to change them, not always in order."""
    dice = random.Random(20190627)  # noqa: S311 - the same log each time
    path = stores.path()
    store = stores.open(path)
    with store.change("import", who="A") as work:
        kept = [work.meetings.add(meeting) for meeting in meetings(dice)]
        work.commit()
    ids = [action.id or 0 for meeting in kept for action in meeting.actions]
    for _ in range(150):
        on = FIRST + dt.timedelta(days=dice.randrange(110))
        try:
            change_actions(store, dice.sample(ids, dice.choice((1, 1, 1, 3))), some_change(dice, on), who="B", on=on)
        except ChangeRefused:
            continue
    with store.read() as records:
        entries = tuple(
            Entry(action, meeting, records.actions.detail(action.id or 0).summary)
            for meeting in (records.meetings.get(meeting.ref) for meeting in kept)
            for action in meeting.actions
        )
    yield Log(store, path, entries)
    store.close()


def then(entry: Entry, day: dt.date | None) -> Entry | None:
    """Return an entry as at a day; nothing when it was not raised yet."""
    if day is None:
        return entry
    if entry.meeting.date is not None and entry.meeting.date > day:
        return None
    return replace(entry, action=as_at(entry.action, day))


def compared(value: Any, compare: Compare, first: Any, last: Any) -> bool:  # noqa: ANN401 - days or numbers
    """Compare with a span; what is not there compares with nothing."""
    if value is None or first is None:
        return False
    below, above = bool(value < first), bool(value > last)
    return {
        Compare.BELOW: below,
        Compare.AT_MOST: not above,
        Compare.EQUAL: not below and not above,
        Compare.AT_LEAST: not below,
        Compare.ABOVE: above,
    }[compare]


def meeting_day(log: Log, series: str, which: MeetingDay, today: dt.date) -> dt.date | None:
    """Return the last or next meeting of a body, going through all of them."""
    held = {entry.meeting.ref: entry.meeting for entry in log.entries if entry.meeting.series.short_name == series}
    dated = sorted((meeting for meeting in held.values() if meeting.date), key=lambda meeting: str(meeting.date))
    before = [meeting for meeting in dated if meeting.date and meeting.date < today]
    if which is MeetingDay.LAST:
        return before[-1].date if before else None
    coming = [meeting.date for meeting in dated if meeting.date and meeting.date >= today]
    if coming:
        return coming[0]
    announced = before[-1].next_meeting if before else None
    return announced.date if announced and announced.date and announced.date >= today else None


def holds(  # noqa: C901, PLR0911, PLR0912 - a case for each condition
    log: Log, condition: Condition, entry: Entry, today: dt.date
) -> bool:
    """Whether a condition holds, read straight from the action."""
    action, figures, meeting = entry.action, figures_of(entry.action), entry.meeting
    match condition:
        case HasWords(words):
            return any(words in folded(text) for text in (action.ref or "", action.text, *action.owners))
        case OwnedBy(name):
            return any(is_called(folded(owner), name) for owner in action.owners)
        case Lacks(what):
            lacks = {Lack.OWNER: not action.owners, Lack.DUE: action.due is None}
            return any(lacks.values()) if what is Lack.ANY else lacks[what]
        case IsOverdue():
            return action.is_overdue(today)
        case HasStatus(statuses):
            return action.status in statuses
        case DayIs(field, compare, days):
            if isinstance(days, MeetingDay):
                day = meeting_day(log, meeting.series.short_name, days, today)
                first, last = day, day
            else:
                first, last = days.first, days.last
            value = {
                DayField.DUE: action.due,
                DayField.SETTLED: figures.settled_on,
                DayField.RAISED: meeting.date,
            }[field]
            return compared(value, compare, first, last)
        case IsAged(compare, raised):
            return action.status.is_outstanding and compared(meeting.date, compare, raised.first, raised.last)
        case NumberIs(field, compare, number):
            counted = {NumberField.SLIPS: figures.slips, NumberField.CARRIED: figures.carried}[field]
            return compared(counted, compare, number, number)
        case InSeries(short_name, is_whole):
            name = meeting.series.short_name
            return name == short_name if is_whole else name.startswith(short_name)
        case AtMeeting(ref, is_whole):
            if is_whole:
                return meeting.ref == ref
            return meeting.ref.startswith(ref) or meeting.ref.partition("/")[2].startswith(ref)
        case RaisedIn(number):
            printed = entry.summary.raised_in
            return printed == number or printed.startswith(f"{number}.")


def key(entry: Entry, sort: SortBy) -> tuple[object, ...]:
    """Return what an action is sorted by, read straight from it."""
    action, figures = entry.action, figures_of(entry.action)
    due = str(action.due or "~")
    owners = "\n".join(map(folded, action.owners))
    return {
        SortBy.DUE: (due,),
        SortBy.REF: (folded(action.ref or ""),),
        SortBy.TEXT: (f"{folded(action.text)}\n{owners}"[:60],),
        SortBy.OWNER: (owners, due),
        SortBy.AGE: (str(entry.meeting.date or "~"),),
        SortBy.SLIPS: (figures.slips, figures.slip_days),
        SortBy.STATUS: (list(ActionStatus).index(action.status), due),
        SortBy.MEETING: (entry.meeting.series.id, str(entry.meeting.date or "~"), entry.meeting.id),
        SortBy.CLOSED: (str(figures.settled_on or ""),),
    }[sort]


def naive(log: Log, listing: ActionListing) -> list[Entry]:
    """Go through every action, one by one."""
    found = []
    for entry in (then(entry, listing.as_at) for entry in log.entries):
        if entry is None:
            continue
        scope = Scope.OUTSTANDING if entry.action.status.is_outstanding else Scope.SETTLED
        in_scope = listing.query.scope in {Scope.ALL, scope}
        if in_scope and all(
            holds(log, term.condition, entry, listing.query.today) != term.is_negated for term in listing.query.terms
        ):
            found.append(entry)
    is_descending = (listing.sort in {SortBy.SLIPS, SortBy.CLOSED}) is not listing.is_reversed
    found.sort(key=lambda entry: (*key(entry, listing.sort), entry.action.id), reverse=is_descending)
    return sorted(found, key=lambda entry: not entry.action.status.is_outstanding)


days = st.dates(FIRST - dt.timedelta(days=5), FIRST + dt.timedelta(days=130))
spans = st.tuples(days, days).map(lambda pair: Span(min(pair), max(pair)))
compares = st.sampled_from(Compare)
conditions: st.SearchStrategy[Condition] = st.one_of(
    st.builds(HasWords, st.sampled_from(["plan", "resume", "ap1", "o'brien", "an", "dwp, op"])),
    st.builds(OwnedBy, st.sampled_from(["pri", "pn", "o'b", "head of", "nunez", "x", "operations"])),
    st.builds(Lacks, st.sampled_from(Lack)),
    st.just(IsOverdue()),
    st.builds(HasStatus, st.frozensets(st.sampled_from(ActionStatus), max_size=3)),
    st.builds(DayIs, st.sampled_from(DayField), compares, spans | st.sampled_from(MeetingDay)),
    st.builds(IsAged, compares, spans),
    st.builds(NumberIs, st.sampled_from(NumberField), compares, st.integers(0, 3)),
    st.builds(InSeries, st.sampled_from(["lp", "lpg", "x", ""]), st.booleans()),
    st.builds(AtMeeting, st.sampled_from(["lpg/2019-05", "2019-04", "lp", "lpg/undated"]), st.just(False)),
    st.builds(AtMeeting, st.sampled_from(["lpg/2019-05", "lpg/undated", "lp/2019-05-30"]), st.just(True)),
    st.builds(RaisedIn, st.sampled_from(["1", "1.1", "2", "2.1", "2.10", "9"])),
)
listings = st.builds(
    ActionListing,
    query=st.builds(
        ActionQuery,
        today=days,
        scope=st.sampled_from(Scope),
        terms=st.lists(st.builds(Term, conditions, st.booleans()), max_size=3).map(tuple),
    ),
    sort=st.sampled_from(SortBy),
    is_reversed=st.booleans(),
    as_at=st.none() | days,
)


@settings(max_examples=150)
@given(listing=listings, start=st.integers(0, 60), limit=st.none() | st.integers(0, 60))
def test_a_list_is_what_going_through_every_action_gives(
    log: Log, listing: ActionListing, start: int, limit: int | None
) -> None:
    """The same actions in the same order, and each as it stood: in whole, in part, counted, by their ids."""
    expected = naive(log, listing)
    with log.store.lists() as lists:
        listed, total, ids = lists.page(listing, start=start, limit=limit), lists.count(listing), lists.ids(listing)
    part = expected[start:] if limit is None else expected[start : start + limit]
    assert [action.id for action in listed] == [entry.action.id for entry in part]
    assert (total, list(ids)) == (len(expected), [entry.action.id for entry in expected])
    for action, entry in zip(listed, part, strict=True):
        assert_same(action, entry)


@pytest.mark.parametrize("is_reversed", [False, True])
@pytest.mark.parametrize("sort", SortBy)
@pytest.mark.parametrize("as_at_day", [None, FIRST + dt.timedelta(days=60)])
def test_every_order_of_everything(log: Log, sort: SortBy, as_at_day: dt.date | None, *, is_reversed: bool) -> None:
    """Both ways round, today and as at a day half-way."""
    query = ActionQuery(today=FIRST, scope=Scope.ALL)
    listing = ActionListing(query=query, sort=sort, is_reversed=is_reversed, as_at=as_at_day)
    with log.store.lists() as lists:
        ids = lists.ids(listing)
    assert list(ids) == [entry.action.id for entry in naive(log, listing)]


@pytest.mark.soak
@settings(max_examples=1000)
@given(listing=listings, start=st.integers(0, 60), limit=st.none() | st.integers(0, 60))
def test_many_lists_are_what_going_through_every_action_gives(
    log: Log, listing: ActionListing, start: int, limit: int | None
) -> None:
    """As above, for longer."""
    with log.store.lists() as lists:
        listed = lists.page(listing, start=start, limit=limit)
    expected = naive(log, listing)
    part = expected[start:] if limit is None else expected[start : start + limit]
    assert [action.id for action in listed] == [entry.action.id for entry in part]


def assert_same(listed: ActionSummary, entry: Entry) -> None:
    """Compare a row of a list with the action that it shows."""
    action, figures = entry.action, figures_of(entry.action)
    shown = (listed.ref, listed.owners, listed.text, listed.due, listed.due_as_written, listed.status)
    assert shown == (action.ref or "", action.owners, action.text, action.due, action.due_as_written, action.status)
    assert (listed.slips, listed.slip_days, listed.carried) == (figures.slips, figures.slip_days, figures.carried)
    assert (listed.original_due, listed.settled_on) == (figures.original_due, figures.settled_on)
    assert (listed.last_note, listed.raised_on) == (figures.last_note, entry.meeting.date)
    assert (listed.meeting_ref, listed.raised_in) == (entry.meeting.ref, entry.action.raised_in or "")


def test_lists_read_from_the_file_and_in_a_transaction_agree(log: Log) -> None:
    """The one needs no library, the other sees what a change has not committed yet."""
    listing = ActionListing(query=ActionQuery(today=FIRST, scope=Scope.ALL))
    with log.store.lists() as lists, log.store.read() as records:
        assert lists.page(listing) == records.actions.page(listing)
        assert lists.count(listing) == records.actions.count(listing) == len(log.entries)


def test_references_are_sorted_by_their_numbers(stores: Stores, meeting: Meeting) -> None:
    """The tenth comes after the ninth."""
    store = stores.open()
    actions = tuple(Action(ref=f"AP-{number}", text="count") for number in (10, 9, 1))
    with store.change("import", who="A") as work:
        work.meetings.add(replace(meeting, actions=actions))
        work.commit()
    with store.lists() as lists:
        listed = lists.page(ActionListing(query=ActionQuery(today=FIRST), sort=SortBy.REF))
    store.close()
    assert [action.ref for action in listed] == ["AP-1", "AP-9", "AP-10"]
