"""Files that meetings came in from."""

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from lpgminutes.store.tables.row import IDS_ARE_NEVER_REUSED, Row, key_of


class ImportedFileRow(Row, table=True):
    """A file that a meeting came in from."""

    __tablename__ = "imported_file"
    __table_args__ = (CheckConstraint("length(digest) = 64", name="digest"), IDS_ARE_NEVER_REUSED)

    id: int | None = Field(default=None, primary_key=True)
    meeting_id: int = key_of("meeting", index=True)
    name: str
    digest: str = Field(index=True)
