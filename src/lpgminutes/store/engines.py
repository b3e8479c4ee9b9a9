"""Engines over a store: what the libraries of the records reach it through."""

import json
import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, PoolProxiedConnection, QueuePool, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry

from lpgminutes.store import BUSY_SECONDS
from lpgminutes.store.connections import connect
from lpgminutes.store.staying import Stand

_BEGIN = "begin"
_STAND = "stand"


def engine_at(path: Path, *, busy_seconds: float = BUSY_SECONDS) -> Engine:
    """Return an engine whose transactions take the write lock when they begin.

    A transaction that reads first and takes the lock later fails at once, without waiting, when another one
    has written meanwhile.
    """
    engine = create_engine(
        "sqlite://",
        creator=lambda: connect(path, busy_seconds=busy_seconds),
        poolclass=QueuePool,
        hide_parameters=True,
        json_serializer=_to_json,
    )

    stands: list[Stand] = []

    def made(connection: sqlite3.Connection, entry: ConnectionPoolEntry) -> None:
        if not stands:  # what the first one was made to is what all of them are to lead to
            stands.append(Stand.of(path, connection))
        entry.info[_STAND] = stands[0]

    event.listen(engine, "connect", made)
    event.listen(engine, "begin", _begin)
    return engine


def reading(engine: Engine) -> Engine:
    """Return the same engine for transactions that only read: they wait for nobody."""
    return engine.execution_options(**{_BEGIN: "BEGIN"})


def _begin(connection: Connection) -> None:
    stand: Stand = connection.info[_STAND]
    stand.see_that_file_is_there()
    connection.exec_driver_sql(connection.get_execution_options().get(_BEGIN, "BEGIN IMMEDIATE"))
    stand.see_that_schema_is_known(_under(connection.connection))


def _under(connection: PoolProxiedConnection) -> sqlite3.Connection:
    if not isinstance(connection.dbapi_connection, sqlite3.Connection):
        raise TypeError("the connection of a store is one of SQLite")
    return connection.dbapi_connection


def _to_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
