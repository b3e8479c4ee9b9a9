"""Stores on disk, and meetings of every shape."""

import datetime as dt
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

from lpgminutes.domain.actions import Action, ActionEvent, ActionStatus
from lpgminutes.domain.exemptions import read_exemption
from lpgminutes.domain.house_phrases import HousePhrase
from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.marks import PrintedMark
from lpgminutes.domain.meetings import (
    Approval,
    Block,
    BlockKind,
    Contact,
    Decision,
    ItemState,
    Meeting,
    MeetingStatus,
    NextMeeting,
    PointStyle,
    Series,
)
from lpgminutes.domain.people import Attendance, Capacity, Conduct, Declaration, Mode
from lpgminutes.domain.pre_marks import PreMark
from lpgminutes.resources import migrations
from lpgminutes.store import schema
from lpgminutes.store.database import SqlStore
from lpgminutes.store.database import open_store as open_sql_store

NOON = dt.datetime(2026, 7, 1, 12, 0, tzinfo=dt.UTC)

_words = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=12)
_dates = st.none() | st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1))
_times = st.none() | st.times().map(lambda time: time.replace(microsecond=0))
_markings = st.sampled_from(
    ["OFFICIAL", "official – sensitive", "OFFICIAL-SENSITIVE - COMMERCIAL", "NOT PROTECTIVELY MARKED"]
).map(read_marking)
_exemptions = st.sampled_from(
    ["FOIA s40(2)", "FOIA s43(2)", "FOIA s38(1)(b)", "FOIA s41(1)", "EIR reg 12(5)(e)", "FOIA s40"]
).map(read_exemption)
_numbers = st.none() | st.sampled_from(["", "1", "2", "3", "1.1", "2.1", "2.2", "4a", "7"])


@st.composite
def _marks(draw: st.DrawFn) -> PrintedMark:
    return PrintedMark(
        field=draw(st.sampled_from(["text", "name", "organisation", "date", "contact.email"])),
        start=draw(st.integers(0, 9)),
        end=draw(st.integers(9, 20)),
        as_shown=draw(_words),
        label=draw(st.none() | _words),
        exemptions=tuple(draw(st.lists(_exemptions, max_size=2))),
    )


_pre_marks = st.builds(
    PreMark, field=st.sampled_from(["text", "label"]), start=st.integers(0, 5), end=st.integers(5, 9), exemption=_words
)
_pre_mark_lists = st.lists(_pre_marks, max_size=2).map(tuple)
_mark_lists = st.lists(_marks(), max_size=2).map(tuple)


def _points(depth: int) -> st.SearchStrategy[tuple[Block, ...]]:
    children = _points(depth - 1) if depth else st.just(())
    point = st.builds(
        Block,
        kind=st.sampled_from([BlockKind.POINT, BlockKind.MINUTE]) if depth == 1 else st.just(BlockKind.POINT),
        style=st.sampled_from(PointStyle),
        number=_numbers,
        label=_words,
        text=_words,
        marks=_mark_lists,
        to_check=st.booleans(),
        pre_marks=_pre_mark_lists,
        children=children,
    )
    return st.lists(point, max_size=2).map(tuple)


_minutes = st.builds(
    Block,
    kind=st.sampled_from([BlockKind.MINUTE, BlockKind.MINUTE, BlockKind.POINT]),
    number=_numbers,
    label=_words,
    text=_words | st.just("… took an action (AP-1)"),
    marks=_mark_lists,
    to_check=st.booleans(),
    pre_marks=_pre_mark_lists,
    children=_points(2),
)
_items = st.builds(
    Block,
    kind=st.sampled_from([BlockKind.ITEM, BlockKind.ITEM, BlockKind.ITEM, BlockKind.MINUTE]),
    number=_numbers,
    text=_words,
    state=st.none() | st.sampled_from(ItemState),
    carried_from=_words,
    children=st.lists(_minutes, max_size=3).map(tuple),
)
_events = st.builds(
    ActionEvent,
    date=_dates,
    who=_words,
    what=_words,
    before=_words,
    after=_words,
    meeting=_words,
    why=_words,
    taken_over_by=_words,
)
_actions = st.builds(
    Action,
    ref=st.none() | st.sampled_from(["AP-1", "AP-2"]),
    owners=st.lists(_words, max_size=3).map(tuple),
    text=_words,
    due=_dates,
    due_as_written=_words,
    raised_in=_numbers,
    status=st.sampled_from(ActionStatus),
    history=st.lists(_events, max_size=2).map(tuple),
)
_attendance = st.builds(
    Attendance,
    name=_words,
    role=_words,
    organisation=_words | st.just("DWP"),
    capacity=st.sampled_from(Capacity),
    mode=st.none() | st.sampled_from(Mode),
    deputising_for=_words,
    items=st.lists(_words, max_size=2).map(tuple),
    arrived=_times,
    departed=_times,
    note=_words,
    marks=_mark_lists,
)
_series = st.builds(
    Series,
    short_name=st.sampled_from(["lpg", "LPG board", "a/b", "Straße", "undated"]),
    name=_words,
    action_reference=st.none() | st.just("AP{mm}{yy}-{nn}"),
    marking=st.none() | _markings,
    agenda=st.lists(_words, max_size=3).map(tuple),
    quorum=_words,
    phrases=st.lists(st.builds(HousePhrase, key=_words, text=_words), max_size=2).map(tuple),
)
_declarations = st.builds(Declaration, name=_words, item=_numbers, nature=_words, conduct=st.sampled_from(Conduct))
_approvals = st.builds(Approval, at=_words, date=_dates, corrections=st.lists(_words, max_size=2).map(tuple))
_meetings = st.builds(
    Meeting,
    series=_series,
    title=_words,
    subtitle=_words,
    marking=_markings,
    date=_dates,
    start=_times,
    end=_times,
    location=_words,
    attendance=st.lists(_attendance, max_size=3).map(tuple),
    items=st.lists(_items, max_size=3).map(tuple),
    actions=st.lists(_actions, max_size=3).map(tuple),
    decisions=st.lists(st.builds(Decision, ref=st.none() | _words, text=_words, decided_in=_numbers), max_size=2).map(
        tuple
    ),
    declarations=st.lists(_declarations, max_size=2).map(tuple),
    approval=st.none() | _approvals,
    next_meeting=st.none()
    | st.builds(NextMeeting, date=_dates, start=_times, end=_times, location=_words, text=_words),
    contact=st.none() | st.builds(Contact, name=_words, email=_words),
    status=st.sampled_from(MeetingStatus),
    marks=_mark_lists,
)


@pytest.fixture(scope="session")
def any_meeting() -> st.SearchStrategy[Meeting]:
    """Meetings of every shape."""
    return _meetings


@pytest.fixture(scope="session")
def any_block() -> st.SearchStrategy[Block]:
    """Minutes with their points."""
    return _minutes


@pytest.fixture(scope="session")
def any_action() -> st.SearchStrategy[Action]:
    """Actions of every shape."""
    return _actions


@pytest.fixture(scope="session")
def any_attendance() -> st.SearchStrategy[Attendance]:
    """Rows of an attendance of every shape."""
    return _attendance


@dataclass(frozen=True)
class StoreMaker:
    """Makes stores that hold nothing, each in a folder of its own."""

    lay: Callable[[Path], Path]
    factory: pytest.TempPathFactory

    def path(self) -> Path:
        """Return the path of a new empty store."""
        return self.lay(self.factory.mktemp("store") / "minutes.sqlite3")

    def open(self, path: Path | None = None, *, busy_seconds: float = 5.0) -> SqlStore:
        """Open a store; a new one when none is named."""
        return open_sql_store(path or self.path(), clock=lambda: NOON, busy_seconds=busy_seconds)


@pytest.fixture(scope="session")
def stores(lay_store: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory) -> StoreMaker:
    """A maker of stores."""
    return StoreMaker(lay_store, tmp_path_factory)


@pytest.fixture
def path(stores: StoreMaker) -> Path:
    """The path of a store that holds nothing."""
    return stores.path()


@pytest.fixture
def store(stores: StoreMaker, path: Path) -> Iterator[SqlStore]:
    """A store that holds nothing."""
    opened = stores.open(path)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def meeting() -> Meeting:
    """A small meeting with an action raised in a point."""
    point = Block(kind=BlockKind.POINT, label="Recruitment", text="Priya took an action to review it (AP-1).")
    minutes = (
        Block(kind=BlockKind.MINUTE, text="All agreed the minutes."),
        Block(kind=BlockKind.MINUTE, text="An update was given:", children=(point,)),
    )
    return Meeting(
        series=Series(short_name="lpg", name="Lot Performance Group"),
        title="Lot Performance Group meeting",
        marking=read_marking("OFFICIAL-SENSITIVE"),
        date=dt.date(2019, 6, 27),
        attendance=(Attendance(name="Priya Nandakumar", organisation="DWP", capacity=Capacity.CHAIR),),
        items=(
            Block(kind=BlockKind.ITEM, text="Welcome", children=minutes),
            Block(kind=BlockKind.ITEM, text="Any other business"),
        ),
        actions=(Action(ref="AP-1", owners=("Priya Nandakumar",), text="review it", raised_in="1.2"),),
    )


@pytest.fixture
def kept(store: SqlStore, meeting: Meeting) -> Meeting:
    """The small meeting, in the store."""
    with store.change("start a meeting", who="A Secretary") as work:
        added = work.meetings.add(meeting)
        work.commit()
    return added


def _older(kept: Path, version: int, target: Path) -> Path:
    steps = target.with_suffix(".steps")
    shutil.copytree(migrations(), steps, ignore=shutil.ignore_patterns("__pycache__"))
    for step in (steps / "versions").glob("[0-9]*.py"):
        if int(step.name[:4]) > version:
            step.unlink()
    schema.create(target, schema.Schema(head=version, scripts=steps))
    with closing(sqlite3.connect(target)) as connection:
        connection.execute("ATTACH ? AS kept", (str(kept),))
        named = "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT IN ('alembic_version')"
        for [table] in connection.execute(named).fetchall():
            columns = ", ".join(f'"{row[1]}"' for row in connection.execute(f"PRAGMA main.table_info({table})"))
            connection.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM kept.{table}")  # noqa: S608
        connection.commit()
    return target


@pytest.fixture(scope="session")
def older() -> Callable[[Path, int, Path], Path]:
    """Make a store of an older schema that holds what a store of today holds."""
    return _older


def _without_identity(value: Any) -> Any:  # noqa: ANN401
    """Return a record as it was before the store gave it ids, revisions and a ref."""
    if isinstance(value, tuple):
        return tuple(_without_identity(part) for part in value)
    if isinstance(value, Meeting):
        parts = ("series", "attendance", "items", "actions", "decisions", "declarations")
        bare = {name: _without_identity(getattr(value, name)) for name in parts}
        return replace(value, id=None, revision=1, ref="", **bare)
    if isinstance(value, Block):
        return replace(value, id=None, revision=1, children=_without_identity(value.children))
    if isinstance(value, Series | Action | Attendance | Decision | Declaration):
        return replace(value, id=None, revision=1)
    return replace(value, id=None)


@pytest.fixture(scope="session")
def without_identity() -> Callable[[Any], Any]:
    """Take ids, revisions and refs off a record."""
    return _without_identity


def _snapshot(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table but the history, without the revisions, which only ever go up."""
    with closing(sqlite3.connect(path)) as connection:
        named = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'word_index*'"
        tables = [row[0] for row in connection.execute(named)]
        rows: dict[str, list[tuple[Any, ...]]] = {}
        for table in sorted(set(tables) - {"history", "sqlite_sequence", "alembic_version"}):
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[1] != "revision"]
            listed = ", ".join(f'"{column}"' for column in columns)
            rows[table] = connection.execute(f"SELECT {listed} FROM {table} ORDER BY id").fetchall()  # noqa: S608
        return rows


@pytest.fixture(scope="session")
def snapshot() -> Callable[[Path], dict[str, list[tuple[Any, ...]]]]:
    """Read all that a store holds, past the program."""
    return _snapshot
