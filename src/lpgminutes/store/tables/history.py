"""Every change, row by row."""

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from lpgminutes.store.tables.row import IDS_ARE_NEVER_REUSED, Row, counts_from_one


class HistoryRow(Row, table=True):
    """One row as it was before and after a change; each is chained to the one before by its hash."""

    __tablename__ = "history"
    __table_args__ = (
        counts_from_one("number"),
        CheckConstraint("way IN ('do', 'undo', 'redo')", name="way"),
        CheckConstraint("(way = 'do') = (undoes IS NULL) AND (way = 'do') = (origin IS NULL)", name="undoes"),
        CheckConstraint("operation IN ('insert', 'update', 'delete')", name="operation"),
        CheckConstraint("(operation = 'insert') = (row_before IS NULL)", name="row_before"),
        CheckConstraint("(operation = 'delete') = (row_after IS NULL)", name="row_after"),
        Index(None, "record", "record_id", "id"),
        IDS_ARE_NEVER_REUSED,
    )

    id: int | None = Field(default=None, primary_key=True)
    number: int = Field(index=True)
    """The change that it is part of."""
    at: str
    """UTC, ISO 8601."""
    who: str
    what: str
    way: str
    undoes: int | None = Field(default=None, index=True)
    """The change that this one took back."""
    origin: int | None = Field(default=None, index=True)
    """The change, made by a person, that this one takes back or does again."""
    meeting_id: int | None = Field(default=None, index=True)
    """Points to nothing: the meeting may have been taken back since."""
    meeting_ref: str
    record: str
    """The table."""
    record_id: int
    operation: str
    row_before: str | None = None
    row_after: str | None = None
    previous_hash: str
    hash: str = Field(unique=True)
