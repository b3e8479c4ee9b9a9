"""Versions, cases, and what went out."""

import datetime as dt
from typing import Any

from sqlalchemy import JSON, CheckConstraint, UniqueConstraint
from sqlmodel import Field

from lpgminutes.domain.history import VersionReason
from lpgminutes.store.tables.row import (
    IDS_ARE_NEVER_REUSED,
    JsonList,
    Row,
    added_list,
    added_text,
    counts_from_one,
    json_list,
    key_of,
    one_of,
)


class VersionRow(Row, table=True):
    """A meeting frozen as it was."""

    __tablename__ = "version"
    __table_args__ = (
        counts_from_one("number"),
        one_of("reason", VersionReason),
        CheckConstraint("length(digest) = 64", name="digest"),
        UniqueConstraint("meeting_id", "number"),
        IDS_ARE_NEVER_REUSED,
    )

    id: int | None = Field(default=None, primary_key=True)
    meeting_id: int = key_of("meeting")
    number: int
    reason: str
    at: str
    who: str
    content: str
    digest: str
    note: str = added_text()


class CaseRow(Row, table=True):
    """What is to be withheld for one request."""

    __tablename__ = "release_case"
    __table_args__ = (
        counts_from_one("revision"),
        UniqueConstraint("meeting_id", "reference_key"),
        IDS_ARE_NEVER_REUSED,
    )

    id: int | None = Field(default=None, primary_key=True)
    revision: int = 1
    meeting_id: int = key_of("meeting")
    reference: str
    reference_key: str
    """The reference without its case: it is looked up in any."""
    received: dt.date | None = None
    release_marking: str | None = None
    rules: JsonList = json_list()
    accepted: JsonList = json_list()
    handler: str = added_text()
    changed_by: str = added_text()
    asked_by: str = added_text()
    agreed_by: str | None = None
    agreed_at: str | None = None
    agreed_digest: str | None = None
    """What the second reader agreed to; no value until somebody did."""
    visits: JsonList = added_list()
    """What was read before visits had rows of their own."""
    dismissed: JsonList = added_list()


class VisitRow(Row, table=True):
    """A text of a case that was before a reader's eyes, as it stood then."""

    __tablename__ = "visit"
    __table_args__ = (IDS_ARE_NEVER_REUSED,)

    id: int | None = Field(default=None, primary_key=True)
    meeting_id: int = key_of("meeting", index=True)
    case_key: str
    """The reference of the case without its case: the case itself may be taken back, and what was seen stays seen."""
    place: dict[str, Any] = Field(sa_type=JSON, nullable=False)
    digest: str
    who: str


class ReleaseRow(Row, table=True):
    """What went out."""

    __tablename__ = "release"
    __table_args__ = (
        CheckConstraint("length(version_digest) = 64", name="version_digest"),
        IDS_ARE_NEVER_REUSED,
    )

    id: int | None = Field(default=None, primary_key=True)
    meeting_id: int = key_of("meeting", index=True)
    case_reference: str
    version_digest: str
    at: str
    who: str
    manifest: str
    texts: JsonList = added_list()
