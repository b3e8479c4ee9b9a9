"""The index of words: every text that is looked for, taken apart by SQLite's full-text search.

It is derived from the records and holds nothing of its own. Whatever the history records, a line, an import,
an undo, goes into the index in the same transaction. The texts go in folded, so that ``O'Brien`` is found
however its apostrophe was typed. A table of SQLite's own could follow by triggers; but a file that somebody
hands over is not trusted to run any.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import IntEnum
from itertools import zip_longest
from typing import Any, Final

import sqlalchemy as sa

from lpgminutes.domain.folding import fold
from lpgminutes.store.rows import RowChange, Values, to_plain
from lpgminutes.store.tables import (
    ActionEventRow,
    ActionRow,
    BlockRow,
    DecisionRow,
    MeetingRow,
    PersonRow,
    Row,
    table_of,
)

TABLE: Final = "word_index"
BITS: Final = 3
"""The lowest bits of a place in the index say what stands there; the others are the id of the record."""

_BATCH: Final = 2000
_CREATE: Final = "CREATE VIRTUAL TABLE {schema}.{table} USING fts5(head, words, content='', tokenize='unicode61')"
_RANK: Final = sa.text(f"INSERT INTO {TABLE} ({TABLE}, rank) VALUES ('rank', 'bm25(3.0, 1.0)')")  # noqa: S608 - ours
"""A word in a label, a name or a reference counts three times as much as one in running text."""
_NO_LONG_MERGES: Final = sa.text(f"INSERT INTO {TABLE} ({TABLE}, rank) VALUES ('automerge', 0)")  # noqa: S608 - ours
"""Left to itself the index is tidied at every sixty-fourth line, which then takes half as long again to be stored.

What has to be merged so that it stays quick to look in is merged all the same, sixteen parts of one size at a time:
now and then that is more, but seldom.
"""
_PUT_IN: Final = "INSERT INTO {table} (rowid, head, words) VALUES (:place, :head, :words)"
_TAKE_OUT: Final = sa.text(
    f"INSERT INTO {TABLE} ({TABLE}, rowid, head, words) VALUES ('delete', :place, :head, :words)"  # noqa: S608 - ours
)
_FRESH: Final = "fresh_word_index"


class Source(IntEnum):
    """What stands in a place of the index."""

    MEETING = 0
    BLOCK = 1
    ACTION = 2
    ACTION_EVENT = 3
    DECISION = 4
    PERSON = 5


def _meeting(row: Mapping[str, Any]) -> tuple[object, ...]:
    names = "subtitle", "location", "contact_name", "contact_email", "next_location", "next_text"
    return row["title"], *(row[name] for name in names)


def _event(row: Mapping[str, Any]) -> tuple[object, ...]:
    """Of an event its words count; owners, dates and states stand in the action itself."""
    return "", row["after"] if row["what"] in _WORDED else "", row["why"], row["taken_over_by"]


_WORDED: Final = frozenset({"note", "text"})
_Texts = Callable[[Mapping[str, Any]], tuple[object, ...]]
_INDEXED: Final[dict[type[Row], tuple[Source, _Texts]]] = {
    MeetingRow: (Source.MEETING, _meeting),
    BlockRow: (Source.BLOCK, lambda row: (row["label"], row["text"])),
    ActionRow: (
        Source.ACTION,
        lambda row: (" ".join((row["ref"] or "", *row["owners"])), row["text"], row["due_as_written"]),
    ),
    ActionEventRow: (Source.ACTION_EVENT, _event),
    DecisionRow: (Source.DECISION, lambda row: (row["ref"], row["text"])),
    PersonRow: (Source.PERSON, lambda row: (row["name"], row["role"], row["organisation"])),
}
"""The tables that are looked in, with the texts of a row: first what names it, then its words."""
_BY_SOURCE: Final = dict(_INDEXED.values())
_BY_NAME: Final = {str(kind.__tablename__): entry for kind, entry in _INDEXED.items()}


def printed_texts(source: Source, row: Mapping[str, Any]) -> str:
    """Return the texts of a row as one for reading: what names it, a colon, its words."""
    head, *words = (str(text) if text else "" for text in _BY_SOURCE[source](row))
    joiner = "\n" if source is Source.ACTION_EVENT else ", "
    return ": ".join(filter(None, (head, joiner.join(filter(None, words)))))


def follow(connection: sa.Connection, changes: Iterable[RowChange]) -> None:
    """Bring the index to what was written."""
    gone, come = [], []
    for change in changes:
        before, after = _entry(change.record, change.before), _entry(change.record, change.after)
        if before != after:
            gone += [before] if before else []
            come += [after] if after else []
    if gone:
        connection.execute(_TAKE_OUT, gone)
    if come:
        connection.execute(sa.text(_PUT_IN.format(table=TABLE)), come)


def lay(connection: sa.Connection) -> None:
    """Make the index and fill it from the records; one that is there is taken away first."""
    take_away(connection)
    _fill(connection, "main", TABLE)
    connection.execute(_RANK)
    connection.execute(_NO_LONG_MERGES)


def take_away(connection: sa.Connection) -> None:
    """Take the index away."""
    connection.exec_driver_sql(f"DROP TABLE IF EXISTS main.{TABLE}")


def faults_of_index(connection: sa.Connection) -> Iterator[str]:
    """Say whether the index is what the records say: a fresh one is laid beside it, in memory, and compared.

    The connection is closed afterwards, and what lies beside it goes with it.
    """
    if not sa.inspect(connection).has_table(TABLE):
        yield "The index of words is gone. Lay it anew: lpgminutes db reindex"
        return
    _fill(connection, "temp", _FRESH)
    instances = (_instances(connection, schema, table) for schema, table in (("main", TABLE), ("temp", _FRESH)))
    if any(one != other for one, other in zip_longest(*instances)):
        yield "The index of words is not what the records say. Lay it anew: lpgminutes db reindex"


def _instances(connection: sa.Connection, schema: str, table: str) -> Iterator[object]:
    """Yield every word of an index with each of its places."""
    create = f"CREATE VIRTUAL TABLE temp.{table}_instances USING fts5vocab({schema}, {table}, instance)"
    connection.exec_driver_sql(create)
    words = sa.text(f"SELECT term, doc, col, offset FROM temp.{table}_instances")  # noqa: S608 - our own names
    yield from connection.execute(words.execution_options(yield_per=_BATCH))


def _fill(connection: sa.Connection, schema: str, table: str) -> None:
    connection.exec_driver_sql(_CREATE.format(schema=schema, table=table))
    put_in = sa.text(_PUT_IN.format(table=f"{schema}.{table}"))
    for kind in _INDEXED:
        rows = connection.execute(sa.select(table_of(kind)).execution_options(yield_per=_BATCH))
        for batch in rows.mappings().partitions():
            values = ({name: to_plain(value) for name, value in row.items()} for row in batch)
            entries = [entry for row in values if (entry := _entry(table_of(kind).name, row))]
            if entries:
                connection.execute(put_in, entries)


def _entry(record: str, values: Values | None) -> Values | None:
    """Return a row as it stands in the index; nothing where it is not looked in."""
    if values is None or record not in _BY_NAME:
        return None
    source, texts = _BY_NAME[record]
    head, *words = (fold(str(text)).text if text else "" for text in texts(values))
    if not any((head, *words)):
        return None
    return {"place": values["id"] << BITS | source, "head": head, "words": "\n".join(words)}
