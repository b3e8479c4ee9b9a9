"""Engines over a store: what the libraries of the records reach it through."""

import json
from pathlib import Path

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

from lpgminutes.store import BUSY_SECONDS
from lpgminutes.store.connections import connect

_BEGIN = "begin"


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
    event.listen(engine, "begin", _begin)
    return engine


def reading(engine: Engine) -> Engine:
    """Return the same engine for transactions that only read: they wait for nobody."""
    return engine.execution_options(**{_BEGIN: "BEGIN"})


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get(_BEGIN, "BEGIN IMMEDIATE"))


def _to_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
