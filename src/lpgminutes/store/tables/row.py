"""What the tables are made of: the row that all share, their columns and their constraints."""

import json
from collections.abc import Iterable
from enum import Enum
from typing import Any, ClassVar

from sqlalchemy import JSON, CheckConstraint, Column, DefaultClause, Integer, MetaData, Table
from sqlmodel import Field, SQLModel

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
# Without AUTOINCREMENT, SQLite gives the id of a row that was taken back to the next one, and whoever still
# looks at the first would save over the second.
IDS_ARE_NEVER_REUSED = {"sqlite_autoincrement": True}

JsonList = list[Any]


def one_of(column: str, choices: Iterable[Enum]) -> CheckConstraint:
    """Give the constraint that a column holds the value of one of some choices."""
    listed = ", ".join(f"'{choice.value}'" for choice in choices)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def counts_from_one(column: str) -> CheckConstraint:
    """Give the constraint that a column is 1 or more."""
    return CheckConstraint(f"{column} >= 1", name=column)


def not_negative(column: str) -> CheckConstraint:
    """Give the constraint that a column is 0 or more."""
    return CheckConstraint(f"{column} >= 0", name=column)


def json_list() -> Any:  # noqa: ANN401
    """Give a column that holds a JSON list."""
    return Field(default_factory=list, sa_type=JSON, nullable=False)


def added_list() -> Any:  # noqa: ANN401
    """Give a column of JSON lists that was added later: rows from before hold an empty one."""
    return Field(default_factory=list, sa_type=JSON, nullable=False, sa_column_kwargs={"server_default": "[]"})


def added_text() -> Any:  # noqa: ANN401
    """Give a column of texts that was added later: rows from before hold an empty one."""
    return Field("", nullable=False, sa_column_kwargs={"server_default": ""})


def added_number(default: int) -> Any:  # noqa: ANN401
    """Give a column of whole numbers that was added later: rows from before hold ``default``."""
    return Field(default, nullable=False, sa_column_kwargs={"server_default": str(default)})


def key_of(of: str, *, index: bool = False, nullable: bool = False) -> Any:  # noqa: ANN401
    """Give a column that points to the id of a row of another table."""
    default = None if nullable else ...
    return Field(default, foreign_key=f"{of}.id", index=index, nullable=nullable)


class Row(SQLModel):
    """What every row has."""

    metadata: ClassVar[MetaData] = MetaData(naming_convention=_NAMES)

    def __repr__(self) -> str:
        """Show which row it is, without the words in it: a traceback may show it."""
        return f"<{type(self).__name__} {getattr(self, 'id', None)}>"

    __str__ = __repr__


def before_columns_were_added(table: Table) -> dict[str, Any]:
    """Return what rows from before hold in the columns that were added to their table since."""
    return {column.name: _default_of(column) for column in table.columns}


def _default_of(column: Column[Any]) -> Any:  # noqa: ANN401
    default = column.server_default
    if not isinstance(default, DefaultClause):
        return None
    written = str(default.arg)
    return json.loads(written) if isinstance(column.type, JSON | Integer) else written


def table_of(row: type[Row]) -> Table:
    """Return the table that a row class stands for."""
    return Row.metadata.tables[str(row.__tablename__)]
