"""What the outputs and finding cost over their floors: a spreadsheet, words found as one types, a line indexed."""

import datetime as dt
import io
import random
import sqlite3
import statistics
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from measure import ratio, seconds

PARAGRAPHS, MEETINGS, WORDS_IN_EACH = 100_000, 1000, 60
ACTIONS = 10_000
_RAW = "SELECT rowid FROM word_index WHERE word_index MATCH ? ORDER BY rank LIMIT 50"

Measured = tuple[str, float, float, float]
"""What, its budget, its ratio, and its milliseconds."""


def outputs(seed_meeting: Callable[[], object]) -> Iterator[Measured]:
    """Yield every row."""
    yield spreadsheet()
    with tempfile.TemporaryDirectory() as folder:
        yield from finding(Path(folder, "full.sqlite3"))
        yield indexing(Path(folder, "small.sqlite3"), seed_meeting())


def spreadsheet() -> Measured:
    """Return what the action log costs over openpyxl writing the same values, row by row, without any form."""
    from openpyxl import Workbook

    from lpgminutes.documents.action_columns import COLUMNS
    from lpgminutes.documents.action_sheet import render_action_log_xlsx
    from lpgminutes.domain.actions import ActionStatus, ActionSummary
    from lpgminutes.domain.reports import ActionLog

    day = dt.date(2019, 8, 1)
    one = ActionSummary(
        id=1,
        ref="AP0619-01",
        owners=("Priya Nandakumar", "DWP Operations"),
        text="invite the supplier to the next meeting to present the outcomes of the workshop held in July",
        due=dt.date(2019, 7, 1),
        due_as_written="by 1st July",
        status=ActionStatus.OPEN,
        series_short_name="lpg",
        meeting_ref="lpg/2019-06-27",
        raised_in="2.2",
        raised_on=dt.date(2019, 6, 27),
        original_due=dt.date(2019, 6, 30),
        slips=1,
        slip_days=1,
        last_note="half of it is done",
    )
    actions = tuple(replace(one, id=number, ref=f"AP-{number}") for number in range(ACTIONS))
    log = ActionLog(title="Action log", marking="OFFICIAL", as_at=day, actions=actions)

    def floor() -> None:
        book = Workbook(write_only=True)
        sheet = book.create_sheet()
        for action in actions:
            sheet.append([column.value(action, day) for column in COLUMNS])
        book.save(io.BytesIO())

    measured = ratio(lambda: render_action_log_xlsx(log), floor, rounds=5)
    return f"XLSX of {ACTIONS:,} actions over openpyxl's write-only floor", 1.5, *measured


def finding(path: Path) -> Iterator[Measured]:
    """Yield what finding costs over the full-text query alone, at the ninety-ninth percentile of what is typed."""
    from lpgminutes import bootstrap
    from lpgminutes.services.find import find
    from lpgminutes.store import reindex

    vocabulary = _fill(path)
    reindex(path)
    store = bootstrap.open_store(str(path))
    typed = list(_typed(vocabulary))
    find(store, "warm")
    with closing(sqlite3.connect(path)) as raw:
        pairs = [_pair(raw, store, words) for words in typed]
    store.close()
    worst, floor = (statistics.quantiles(times, n=100)[98] for times in zip(*pairs, strict=True))
    yield f"find as you type, {PARAGRAPHS:,} paragraphs, p99 over the query alone", 1.5, worst / floor, worst * 1000


def _pair(raw: sqlite3.Connection, store: object, words: str) -> tuple[float, float]:
    """Return the quickest of three times of finding words, and of the query alone."""
    from lpgminutes.services.find import find

    expression = " ".join(f'"{word}"' for word in words.split()) + " *"
    times = [
        (seconds(lambda: find(store, words)), seconds(lambda: raw.execute(_RAW, (expression,)).fetchall()))
        for _ in range(3)
    ]
    return min(found for found, _ in times), min(floor for _, floor in times)


def indexing(path: Path, meeting: object) -> Measured:
    """Return what recording a minute costs over the same without the index of words."""
    from lpgminutes import bootstrap
    from lpgminutes.domain.meetings import Block, BlockKind
    from lpgminutes.services.importing import import_meeting
    from lpgminutes.store import word_index

    store = bootstrap.open_store(str(path), create=True)
    interchange = bootstrap.HouseInterchange()
    kept = import_meeting(store, meeting, warnings=(), interchange=interchange, who="bench").meeting
    follow = word_index.follow

    def record() -> None:
        with store.change("add a minute", who="bench") as work:
            block = Block(kind=BlockKind.MINUTE, text="The headcount rose, and the forecast for the year was agreed.")
            work.meetings.add_block(kept, block, parent=kept.items[0])
            work.commit()

    def record_without() -> None:
        word_index.follow = lambda *_: None
        record()
        word_index.follow = follow

    measured = ratio(record, record_without, rounds=60)
    store.close()
    return "a recorded minute over the same without the index of words", 1.2, *measured


def _fill(path: Path) -> list[str]:
    """Make a store of paragraphs whose words are as frequent as words are; return the words, frequent ones first."""
    from lpgminutes import bootstrap

    bootstrap.open_store(str(path), create=True).close()
    chance = random.Random(1)  # noqa: S311 - the same words every time
    letters = "etaoinshrdlucmfwyp"
    vocabulary = ["".join(chance.choices(letters, k=chance.randint(2, 9))) for _ in range(20_000)]
    weights = [1 / (place + 5) for place in range(len(vocabulary))]
    each = PARAGRAPHS // MEETINGS
    with closing(sqlite3.connect(path)) as connection:
        _insert(
            connection, "series", {"id": 1, "short_name": "lpg", "short_key": "lpg", "name": "Group", "agenda": "[]"}
        )
        for number in range(MEETINGS):
            day = dt.date(1990, 1, 1) + dt.timedelta(days=number)
            meeting = {"id": number + 1, "series_id": 1, "date": day.isoformat(), "serial": 1, "status": "approved"}
            _insert(connection, "meeting", {**meeting, "marking": "OFFICIAL", "marking_canonical": "OFFICIAL"})
            first = number * each + 1
            item = {"id": first, "meeting_id": number + 1, "position": 0, "kind": "item", "style": "bullet"}
            _insert(connection, "block", {**item, "text": "Item", "number": "1"})
            for place in range(1, each):
                text = " ".join(chance.choices(vocabulary, weights, k=WORDS_IN_EACH))
                minute = {**item, "id": first + place, "parent_id": first, "position": place - 1, "kind": "minute"}
                _insert(connection, "block", {**minute, "text": text, "number": f"1.{place}"})
        connection.commit()
    return vocabulary


def _insert(connection: sqlite3.Connection, table: str, values: dict[str, object]) -> None:
    """Insert a row; columns that are asked for and not given hold nothing, as their type has it."""
    columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
    empty = {"INTEGER": 1, "JSON": "[]"}
    row = {
        name: values.get(name, empty.get(kind, ""))
        for _, name, kind, is_required, default, _ in columns
        if name in values or (is_required and default is None)
    }
    listed, signs = ", ".join(f'"{name}"' for name in row), ", ".join("?" * len(row))
    connection.execute(f"INSERT INTO {table} ({listed}) VALUES ({signs})", tuple(row.values()))  # noqa: S608 - our names


def _typed(vocabulary: list[str]) -> Iterator[str]:
    """Yield what stands in the line after each key: one word, then two."""
    chance = random.Random(2)  # noqa: S311 - the same questions every time
    for _ in range(12):
        first, second = (vocabulary[chance.randint(20, 2000)] for _ in range(2))
        yield from (first[:end] for end in range(2, len(first) + 1))
        yield from (f"{first} {second[:end]}" for end in range(2, len(second) + 1))
