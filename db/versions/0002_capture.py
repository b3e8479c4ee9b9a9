"""What is captured live: states of items, arrivals, interests, pre-marks, approvals, corrected versions."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    _text("series", "quorum")
    _list("series", "phrases")
    _text("person", "initials")
    op.add_column("meeting", sa.Column("approves_id", sa.Integer(), nullable=True))
    _number("attendance", "revision", 1)
    op.add_column("attendance", sa.Column("arrived", sa.Time(), nullable=True))
    op.add_column("attendance", sa.Column("departed", sa.Time(), nullable=True))
    op.add_column("block", sa.Column("state", sa.String(), nullable=True))
    _text("block", "carried_from")
    _number("block", "to_check", 0)
    _list("block", "pre_marks")
    _number("decision", "revision", 1)
    _create_approval()
    _create_declaration()
    _let_versions_be_corrected()


def _text(table: str, name: str) -> None:
    op.add_column(table, sa.Column(name, sa.String(), server_default="", nullable=False))


def _list(table: str, name: str) -> None:
    op.add_column(table, sa.Column(name, sa.JSON(), server_default="[]", nullable=False))


def _number(table: str, name: str, default: int) -> None:
    op.add_column(table, sa.Column(name, sa.Integer(), server_default=str(default), nullable=False))


def _create_approval() -> None:
    op.create_table(
        "approval",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("corrections", sa.JSON(), nullable=False),
        sa.UniqueConstraint("meeting_id", name="uq_approval_meeting_id"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_approval_meeting_id"),
        sqlite_autoincrement=True,
    )


def _create_declaration() -> None:
    op.create_table(
        "declaration",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("nature", sa.String(), nullable=False),
        sa.Column("conduct", sa.String(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=True),
        sa.Column("item", sa.String(), nullable=True),
        sa.CheckConstraint("revision >= 1", name="ck_declaration_revision"),
        sa.CheckConstraint("position >= 0", name="ck_declaration_position"),
        sa.CheckConstraint("conduct IN ('remained', 'took no part', 'withdrew')", name="ck_declaration_conduct"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_declaration_meeting_id"),
        sa.ForeignKeyConstraint(["item_id"], ["block.id"], name="fk_declaration_item_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_declaration_item_id", "declaration", ["item_id"])
    op.create_index("ix_declaration_meeting_id_position", "declaration", ["meeting_id", "position"])


def _let_versions_be_corrected() -> None:
    """SQLite keeps a constraint for good, so the rows are copied into a table with the longer list of reasons."""
    op.rename_table("version", "version_before")
    op.create_table(
        "version",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("note", sa.String(), server_default="", nullable=False),
        sa.CheckConstraint("number >= 1", name="ck_version_number"),
        sa.CheckConstraint("reason IN ('circulated', 'approved', 'release', 'corrected')", name="ck_version_reason"),
        sa.CheckConstraint("length(digest) = 64", name="ck_version_digest"),
        sa.UniqueConstraint("meeting_id", "number", name="uq_version_meeting_id_number"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_version_meeting_id"),
        sqlite_autoincrement=True,
    )
    op.execute(
        "INSERT INTO version SELECT id, meeting_id, number, reason, at, who, content, digest, '' FROM version_before"
    )
    op.execute("DELETE FROM sqlite_sequence WHERE name = 'version'")
    op.execute("UPDATE sqlite_sequence SET name = 'version' WHERE name = 'version_before'")
    op.drop_table("version_before")
