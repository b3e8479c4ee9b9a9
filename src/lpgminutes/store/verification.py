"""Does the history hold? Whether its chain is whole, and whether the records are what it says they are."""

import json
from collections.abc import Iterator

import sqlalchemy as sa

from lpgminutes.store.recorder import hash_of
from lpgminutes.store.rows import completed, is_same, to_plain
from lpgminutes.store.tables import HistoryRow, Row, table_of

_HISTORY = table_of(HistoryRow)


def faults_of_history(connection: sa.Connection) -> Iterator[str]:
    """Say, a sentence each and without any words of the minutes, what does not hold."""
    latest: dict[tuple[str, int], str | None] = {}
    expected_id, previous_hash = 1, ""
    for entry in connection.execute(sa.select(_HISTORY).order_by(_HISTORY.c.id)).mappings():
        row = dict(entry)
        if row["id"] != expected_id:
            yield f"The history lacks what stood before row {row['id']}."
        if row["previous_hash"] != previous_hash:
            yield f"Row {row['id']} of the history does not follow from the one before."
        if hash_of(row) != row["hash"]:
            yield f"Row {row['id']} of the history (change {row['number']}) was altered."
        expected_id, previous_hash = row["id"] + 1, row["hash"]
        latest[row["record"], row["record_id"]] = row["row_after"]
    yield from _missing_end(connection, expected_id - 1)
    yield from _faults_of_records(connection, latest)


def _missing_end(connection: sa.Connection, last_id: int) -> Iterator[str]:
    """SQLite remembers the highest id it gave out, also when the rows are gone."""
    query = sa.text("SELECT seq FROM sqlite_sequence WHERE name = :name")
    given_out = connection.scalar(query, {"name": _HISTORY.name}) or 0
    if given_out > last_id:
        yield f"The last {given_out - last_id} rows of the history were taken out."


def _faults_of_records(connection: sa.Connection, latest: dict[tuple[str, int], str | None]) -> Iterator[str]:
    for table in Row.metadata.sorted_tables:
        if table is _HISTORY:
            continue
        for row in connection.execute(sa.select(table).order_by(table.c.id)).mappings():
            values = {name: to_plain(value) for name, value in row.items()}
            recorded = latest.pop((table.name, values["id"]), None)
            if recorded is None or not is_same(completed(table, json.loads(recorded)), values):
                yield f"Row {values['id']} of the table {table.name} is not what the history says."
    for (table_name, row_id), recorded in latest.items():
        if recorded is not None:
            yield f"Row {row_id} of the table {table_name} is gone, which the history does not say."
