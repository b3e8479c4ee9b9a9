"""Standing bodies and the people in the register."""

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from lpgminutes.store.tables.row import (
    IDS_ARE_NEVER_REUSED,
    JsonList,
    Row,
    added_list,
    added_text,
    counts_from_one,
    json_list,
)


class SeriesRow(Row, table=True):
    """A standing body."""

    __tablename__ = "series"
    __table_args__ = (counts_from_one("revision"), IDS_ARE_NEVER_REUSED)

    id: int | None = Field(default=None, primary_key=True)
    revision: int = 1
    short_name: str
    short_key: str = Field(unique=True)
    """The short name without its case: it is looked up in any."""
    name: str
    action_reference: str | None = None
    marking: str | None = None
    """As written."""
    agenda: JsonList = json_list()
    quorum: str = added_text()
    phrases: JsonList = added_list()
    second_reading: str = added_text()
    """Empty where nobody has decided."""
    dismissed: JsonList = added_list()
    """What was dismissed before cases kept it."""
    review_to: str = added_text()
    regulator: str = added_text()


class PersonRow(Row, table=True):
    """Somebody in the register."""

    __tablename__ = "person"
    __table_args__ = (UniqueConstraint("name", "organisation"), IDS_ARE_NEVER_REUSED)

    id: int | None = Field(default=None, primary_key=True)
    name: str
    role: str
    organisation: str
    initials: str = added_text()
