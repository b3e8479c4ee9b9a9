"""Keeps what lists of actions are read from equal to the records that it follows from.

The tables hold nothing of their own. Whatever the history records goes into them in the same transaction, so that
a list is one query, today or as at any day.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import sqlalchemy as sa

from lpgminutes.store.action_state_ids import action_of
from lpgminutes.store.action_state_rows import CREATE, NOW, THEN, columns_of, ids_of, rows_of
from lpgminutes.store.rows import RowChange, Values
from lpgminutes.store.tables import ActionEventRow, ActionRow, MeetingRow, table_of

TABLES: Final = (NOW, THEN)
INDEXES: Final = {
    "due": "is_settled, coalesce(due, '~')",
    "ref": "is_settled, ref_key",
    "text": "is_settled, substr(words, instr(words, char(10)) + 1, 60)",
    "owner": "is_settled, owners_key, coalesce(due, '~')",
    "age": "is_settled, coalesce(raised_on, '~')",
    "slips": "is_settled, slips, slip_days",
    "status": "is_settled, status_rank, coalesce(due, '~')",
    "meeting": "is_settled, series_id, coalesce(raised_on, '~'), meeting_id",
    "closed": "is_settled, coalesce(settled_on, '')",
    "series": "series_id, is_settled, coalesce(due, '~')",
}
"""What lists are sorted by; a day that is not there comes last, and the id comes after all."""
_BATCH: Final = 500
_REMEDY: Final = "Lay them anew: lpgminutes db reindex"
_ACTION, _EVENT, _MEETING = table_of(ActionRow), table_of(ActionEventRow), table_of(MeetingRow)


def follow(connection: sa.Connection, changes: Iterable[RowChange]) -> None:
    """Bring the tables to what was written."""
    touched: set[int] = set()
    for change in changes:
        if change.record == _ACTION.name:
            touched.add(change.record_id)
        elif change.record == _EVENT.name:
            touched |= {values["action_id"] for values in (change.before, change.after) if values}
        elif change.record == _MEETING.name and _has_moved(change):
            query = sa.select(_ACTION.c.id).where(_ACTION.c.meeting_id == change.record_id)
            touched |= set(connection.scalars(query))
    for ids in _batches(sorted(touched)):
        for table in TABLES:
            connection.execute(sa.text(_taking_out(table)), [_range(table, one, one) for one in ids])
        _put_in(connection, ids)


def lay(connection: sa.Connection) -> None:
    """Make the tables and fill them; those that are there are taken away first."""
    take_away(connection)
    for table in TABLES:
        connection.exec_driver_sql(CREATE[table])
    for ids in _batches(_all_ids(connection)):
        _put_in(connection, ids)
    for name, columns in INDEXES.items():
        connection.exec_driver_sql(f"CREATE INDEX ix_{NOW}_{name} ON {NOW} ({columns})")


def take_away(connection: sa.Connection) -> None:
    """Take the tables away."""
    for table in TABLES:
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS main.{table}")


def faults_of_states(connection: sa.Connection) -> Iterator[str]:
    """Say whether the tables are what follows from the records."""
    inspector = sa.inspect(connection)
    if not all(inspector.has_table(table) for table in TABLES):
        yield f"The states of the actions are gone. {_REMEDY}"
        return
    counted = dict.fromkeys(TABLES, 0)
    for ids in _batches(_all_ids(connection)):
        for table, rows in zip(TABLES, rows_of(connection, ids), strict=True):
            kept = connection.execute(sa.text(_between(table)), _range(table, ids[0], ids[-1])).mappings().all()
            counted[table] += len(kept)
            yield from _differences({row["id"]: row for row in rows}, kept)
    for table, count in counted.items():
        if count != connection.scalar(sa.select(sa.func.count()).select_from(sa.table(table))):
            yield f"There are states of actions that are gone. {_REMEDY}"


def _differences(expected: dict[int, Values], kept: Sequence[sa.RowMapping]) -> Iterator[str]:
    """Say of which actions the rows differ, each once."""
    wrong = {row["id"] for row in kept if expected.pop(row["id"], None) != dict(row)}
    for action_id in sorted(set(map(action_of, wrong | set(expected)))):
        yield f"The states of action {action_id} do not follow from its history. {_REMEDY}"


def _all_ids(connection: sa.Connection) -> Sequence[int]:
    return connection.scalars(sa.select(_ACTION.c.id).order_by(_ACTION.c.id)).all()


def _has_moved(change: RowChange) -> bool:
    """Whether a meeting got another day."""
    before, after = change.before or {}, change.after or {}
    return bool(before and after) and before["date"] != after["date"]


def _batches(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(ids), _BATCH):
        yield ids[start : start + _BATCH]


def _range(table: str, first: int, last: int) -> Values:
    return dict(zip(("lowest", "highest"), ids_of(table, first, last), strict=True))


def _taking_out(table: str) -> str:
    return f"DELETE FROM {table} WHERE id BETWEEN :lowest AND :highest"  # noqa: S608 - our own names


def _between(table: str) -> str:
    return f"SELECT * FROM {table} WHERE id BETWEEN :lowest AND :highest"  # noqa: S608 - our own names


def _put_in(connection: sa.Connection, ids: Sequence[int]) -> None:
    for table, rows in zip(TABLES, rows_of(connection, ids), strict=True):
        if rows:
            columns = columns_of(table)
            values = ", ".join(f":{name}" for name in columns)
            statement = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({values})"  # noqa: S608 - our own names
            connection.execute(sa.text(statement), rows)
