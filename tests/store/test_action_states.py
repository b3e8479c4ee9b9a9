"""What lists are read from follows the records, in the transaction that writes them, and is checked."""

import datetime as dt
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lpgminutes.domain.action_log import changes
from lpgminutes.domain.action_log.query import ActionListing, ActionQuery, Scope
from lpgminutes.domain.actions import Action, ActionStatus
from lpgminutes.domain.meetings import Meeting
from lpgminutes.errors import InputError
from lpgminutes.services.action_log import change_actions
from lpgminutes.store import check, reindex
from lpgminutes.store.database import SqlStore

FIRST = dt.date(2019, 4, 25)


_changes: st.SearchStrategy[changes.ActionChange] = st.sampled_from(
    [
        changes.Redate(due=dt.date(2019, 9, 1), why="leave"),
        changes.Redate(due_as_written="when it is ready"),
        changes.Reassign(owners=("Sam", "Ana")),
        changes.Reword(text="count all"),
        changes.AddNote(text="chased"),
        changes.CarryForward(),
        changes.MarkComplete(note="sent"),
        changes.Close(evidence="seen"),
        changes.Supersede(by="AP-1"),
        changes.Reopen(why="empty"),
    ]
)


class Stores(Protocol):
    """What the fixture ``stores`` gives."""

    def open(self, path: Path | None = None) -> SqlStore:
        """Open a store."""

    def path(self) -> Path:
        """Return the path of a new empty store."""


def test_what_is_derived_follows_every_change_and_its_undo(stores: Stores, meeting: Meeting) -> None:
    """After each step the states are what a check works out anew; when a meeting gets another day, too."""
    path = stores.path()
    store = stores.open(path)
    listing = ActionListing(query=ActionQuery(today=FIRST, scope=Scope.ALL))
    with store.change("import", who="A") as work:
        kept = work.meetings.add(meeting)
        work.commit()
    change_actions(store, ["AP-1"], changes.Redate(due=dt.date(2019, 8, 1)), who="A", on=dt.date(2019, 7, 1))
    change_actions(store, ["AP-1"], changes.Close(), who="A", on=dt.date(2019, 8, 2))
    with store.change("move the meeting", who="A") as work:
        work.meetings.save_head(replace(kept, date=dt.date(2019, 6, 20)))
        work.commit()
    with store.lists() as lists:
        [closed] = lists.page(listing)
    seen = []
    for _ in range(4):
        with store.change("undo", who="A") as work:
            work.history.undo()
            work.commit()
        assert check(path).problems == ()
        with store.lists() as lists:
            seen.append([(action.status, action.due, action.raised_on) for action in lists.page(listing)])
    store.close()
    june, august = dt.date(2019, 6, 27), dt.date(2019, 8, 1)
    assert (closed.status, closed.raised_on, closed.is_late) == (ActionStatus.CLOSED, dt.date(2019, 6, 20), True)
    assert seen == [
        [(ActionStatus.CLOSED, august, june)],
        [(ActionStatus.OPEN, august, june)],
        [(ActionStatus.OPEN, None, june)],
        [],
    ]


@pytest.mark.soak
@settings(max_examples=6)
@given(data=st.data())
def test_undo_is_the_identity(
    data: st.DataObject, stores: Stores, meeting: Meeting, snapshot: Callable[[Path], dict[str, list[tuple[Any, ...]]]]
) -> None:
    """Whatever was done, alone or in bulk: taken back step by step, every row is again what it was before that step."""
    path = stores.path()
    store = stores.open(path)
    actions = tuple(Action(ref=f"AP-{number}", text="count", due=FIRST) for number in range(3))
    with store.change("import", who="A") as work:
        work.meetings.add(replace(meeting, actions=actions))
        work.commit()
    before = [snapshot(path)]
    for change in data.draw(st.lists(_changes, min_size=1, max_size=6)):
        refs = data.draw(st.lists(st.sampled_from([action.ref or "" for action in actions]), min_size=1, unique=True))
        try:
            change_actions(store, refs, change, who="A", on=FIRST + dt.timedelta(days=len(before)))
        except InputError:
            assert snapshot(path) == before[-1]
        else:
            before.append(snapshot(path))
    for earlier in reversed(before[:-1]):
        with store.change("undo", who="A") as work:
            work.history.undo()
            work.commit()
        assert snapshot(path) == earlier
    store.close()
    assert check(path).problems == ()


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("UPDATE action_now SET slips = slips + 1", "action 1 do not follow"),
        ("UPDATE action_then SET words = ''", "action 1 do not follow"),
        ("DELETE FROM action_now", "action 1 do not follow"),
        ("UPDATE action_now SET id = id + 1", "action 1 do not follow"),
        ("INSERT INTO action_now SELECT * FROM beyond", "of actions that are gone"),
        ("DROP TABLE action_then", "states of the actions are gone"),
    ],
)
def test_a_check_says_when_what_is_derived_is_not_true(
    stores: Stores, meeting: Meeting, damage: str, said: str
) -> None:
    """And laying it anew mends it."""
    path = stores.path()
    store = stores.open(path)
    with store.change("import", who="A") as work:
        work.meetings.add(meeting)
        work.commit()
    change_actions(store, ["AP-1"], changes.Redate(due=dt.date(2019, 8, 1)), who="A", on=dt.date(2019, 7, 1))
    store.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TEMP TABLE beyond AS SELECT * FROM action_now")
        connection.execute("UPDATE beyond SET id = 7")
        connection.execute(damage)
        connection.commit()
    found = check(path).problems
    reindex(path)
    assert any(said in problem for problem in found)
    assert check(path).problems == ()
