"""The records, and the history of all that was written."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_KEEP_HISTORY = """
CREATE TRIGGER history_{name} BEFORE {operation} ON history
BEGIN
    SELECT RAISE(ABORT, 'the history only grows');
END
"""


def upgrade() -> None:
    _create_series()
    _create_person()
    _create_meeting()
    _create_attendance()
    _create_block()
    _create_action()
    _create_action_event()
    _create_decision()
    _create_version()
    _create_release_case()
    _create_release()
    _create_history()
    for operation, name in (("UPDATE", "is_not_altered"), ("DELETE", "is_not_shortened")):
        op.execute(_KEEP_HISTORY.format(operation=operation, name=name))


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), primary_key=True, nullable=False)


def _counter(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _create_series() -> None:
    op.create_table(
        "series",
        _id(),
        _counter("revision"),
        sa.Column("short_name", sa.String(), nullable=False),
        sa.Column("short_key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("action_reference", sa.String(), nullable=True),
        sa.Column("marking", sa.String(), nullable=True),
        sa.Column("agenda", sa.JSON(), nullable=False),
        sa.CheckConstraint("revision >= 1", name="ck_series_revision"),
        sa.UniqueConstraint("short_key", name="uq_series_short_key"),
        sqlite_autoincrement=True,
    )


def _create_person() -> None:
    op.create_table(
        "person",
        _id(),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.UniqueConstraint("name", "organisation", name="uq_person_name_organisation"),
        sqlite_autoincrement=True,
    )


def _create_meeting() -> None:
    op.create_table(
        "meeting",
        _id(),
        _counter("revision"),
        sa.Column("series_id", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("subtitle", sa.String(), nullable=False),
        sa.Column("marking", sa.String(), nullable=False),
        sa.Column("marking_canonical", sa.String(), nullable=False),
        sa.Column("start", sa.Time(), nullable=True),
        sa.Column("end", sa.Time(), nullable=True),
        sa.Column("location", sa.String(), nullable=False),
        sa.Column("next_date", sa.Date(), nullable=True),
        sa.Column("next_start", sa.Time(), nullable=True),
        sa.Column("next_end", sa.Time(), nullable=True),
        sa.Column("next_location", sa.String(), nullable=True),
        sa.Column("next_text", sa.String(), nullable=True),
        sa.Column("contact_name", sa.String(), nullable=True),
        sa.Column("contact_email", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("marks", sa.JSON(), nullable=False),
        sa.CheckConstraint("revision >= 1", name="ck_meeting_revision"),
        sa.CheckConstraint("serial >= 1", name="ck_meeting_serial"),
        sa.CheckConstraint("status IN ('draft', 'circulated', 'approved')", name="ck_meeting_status"),
        sa.ForeignKeyConstraint(["series_id"], ["series.id"], name="fk_meeting_series_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("uq_meeting_ref", "meeting", ["series_id", sa.text("coalesce(date, '')"), "serial"], unique=True)


def _create_attendance() -> None:
    op.create_table(
        "attendance",
        _id(),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("capacity", sa.String(), nullable=False),
        sa.Column("mode", sa.String(), nullable=True),
        sa.Column("deputising_for", sa.String(), nullable=False),
        sa.Column("items", sa.JSON(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("marks", sa.JSON(), nullable=False),
        sa.CheckConstraint("position >= 0", name="ck_attendance_position"),
        sa.CheckConstraint(
            "capacity IN ('chair', 'member', 'in attendance', 'observer', 'note-taker', 'apologies')",
            name="ck_attendance_capacity",
        ),
        sa.CheckConstraint("mode IN ('in person', 'dialled in')", name="ck_attendance_mode"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_attendance_meeting_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_attendance_person_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_attendance_meeting_id_position", "attendance", ["meeting_id", "position"])
    op.create_index("ix_attendance_person_id", "attendance", ["person_id"])


def _create_block() -> None:
    op.create_table(
        "block",
        _id(),
        _counter("revision"),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("style", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("marks", sa.JSON(), nullable=False),
        sa.CheckConstraint("revision >= 1", name="ck_block_revision"),
        sa.CheckConstraint("position >= 0", name="ck_block_position"),
        sa.CheckConstraint("kind IN ('item', 'minute', 'point')", name="ck_block_kind"),
        sa.CheckConstraint("style IN ('bullet', 'heading', 'paragraph')", name="ck_block_style"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_block_meeting_id"),
        sa.ForeignKeyConstraint(["parent_id"], ["block.id"], name="fk_block_parent_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_block_meeting_id_kind", "block", ["meeting_id", "kind"])
    op.create_index("ix_block_parent_id_kind_position", "block", ["parent_id", "kind", "position"])


def _create_action() -> None:
    op.create_table(
        "action",
        _id(),
        _counter("revision"),
        sa.Column("series_id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(), nullable=True),
        sa.Column("owners", sa.JSON(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("due_as_written", sa.String(), nullable=False),
        sa.Column("minute_id", sa.Integer(), nullable=True),
        sa.Column("block_id", sa.Integer(), nullable=True),
        sa.Column("raised_in", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.CheckConstraint("revision >= 1", name="ck_action_revision"),
        sa.CheckConstraint("position >= 0", name="ck_action_position"),
        sa.CheckConstraint(
            "status IN ('open', 'in progress', 'complete', 'closed', "
            "'superseded', 'withdrawn', 'rejected', 'transferred')",
            name="ck_action_status",
        ),
        sa.ForeignKeyConstraint(["series_id"], ["series.id"], name="fk_action_series_id"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_action_meeting_id"),
        sa.ForeignKeyConstraint(["minute_id"], ["block.id"], name="fk_action_minute_id"),
        sa.ForeignKeyConstraint(["block_id"], ["block.id"], name="fk_action_block_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_action_block_id", "action", ["block_id"])
    op.create_index("ix_action_meeting_id_status_due", "action", ["meeting_id", "status", "due"])
    op.create_index("ix_action_minute_id", "action", ["minute_id"])
    op.create_index("ix_action_series_id_ref", "action", ["series_id", "ref"])
    op.create_index("ix_action_status_due_id", "action", ["status", "due", "id"])


def _create_action_event() -> None:
    op.create_table(
        "action_event",
        _id(),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("after", sa.String(), nullable=False),
        sa.Column("meeting", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.CheckConstraint("position >= 0", name="ck_action_event_position"),
        sa.UniqueConstraint("action_id", "position", name="uq_action_event_action_id_position"),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name="fk_action_event_action_id"),
        sqlite_autoincrement=True,
    )


def _create_decision() -> None:
    op.create_table(
        "decision",
        _id(),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("minute_id", sa.Integer(), nullable=True),
        sa.Column("block_id", sa.Integer(), nullable=True),
        sa.Column("decided_in", sa.String(), nullable=True),
        sa.CheckConstraint("position >= 0", name="ck_decision_position"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_decision_meeting_id"),
        sa.ForeignKeyConstraint(["minute_id"], ["block.id"], name="fk_decision_minute_id"),
        sa.ForeignKeyConstraint(["block_id"], ["block.id"], name="fk_decision_block_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_decision_block_id", "decision", ["block_id"])
    op.create_index("ix_decision_meeting_id_position", "decision", ["meeting_id", "position"])
    op.create_index("ix_decision_minute_id", "decision", ["minute_id"])


def _create_version() -> None:
    op.create_table(
        "version",
        _id(),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.CheckConstraint("number >= 1", name="ck_version_number"),
        sa.CheckConstraint("reason IN ('circulated', 'approved', 'release')", name="ck_version_reason"),
        sa.CheckConstraint("length(digest) = 64", name="ck_version_digest"),
        sa.UniqueConstraint("meeting_id", "number", name="uq_version_meeting_id_number"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_version_meeting_id"),
        sqlite_autoincrement=True,
    )


def _create_release_case() -> None:
    op.create_table(
        "release_case",
        _id(),
        _counter("revision"),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("reference_key", sa.String(), nullable=False),
        sa.Column("received", sa.Date(), nullable=True),
        sa.Column("release_marking", sa.String(), nullable=True),
        sa.Column("rules", sa.JSON(), nullable=False),
        sa.Column("accepted", sa.JSON(), nullable=False),
        sa.CheckConstraint("revision >= 1", name="ck_release_case_revision"),
        sa.UniqueConstraint("meeting_id", "reference_key", name="uq_release_case_meeting_id_reference_key"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_release_case_meeting_id"),
        sqlite_autoincrement=True,
    )


def _create_release() -> None:
    op.create_table(
        "release",
        _id(),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("case_reference", sa.String(), nullable=False),
        sa.Column("version_digest", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("manifest", sa.String(), nullable=False),
        sa.CheckConstraint("length(version_digest) = 64", name="ck_release_version_digest"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_release_meeting_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_release_meeting_id", "release", ["meeting_id"])


def _create_history() -> None:
    op.create_table(
        "history",
        _id(),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.Column("origin", sa.Integer(), nullable=True),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("meeting_ref", sa.String(), nullable=False),
        sa.Column("record", sa.String(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("operation", sa.String(), nullable=False),
        sa.Column("row_before", sa.String(), nullable=True),
        sa.Column("row_after", sa.String(), nullable=True),
        sa.Column("previous_hash", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.CheckConstraint("number >= 1", name="ck_history_number"),
        sa.CheckConstraint("way IN ('do', 'undo', 'redo')", name="ck_history_way"),
        sa.CheckConstraint(
            "(way = 'do') = (undoes IS NULL) AND (way = 'do') = (origin IS NULL)", name="ck_history_undoes"
        ),
        sa.CheckConstraint("operation IN ('insert', 'update', 'delete')", name="ck_history_operation"),
        sa.CheckConstraint("(operation = 'insert') = (row_before IS NULL)", name="ck_history_row_before"),
        sa.CheckConstraint("(operation = 'delete') = (row_after IS NULL)", name="ck_history_row_after"),
        sa.UniqueConstraint("hash", name="uq_history_hash"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_history_meeting_id", "history", ["meeting_id"])
    op.create_index("ix_history_number", "history", ["number"])
    op.create_index("ix_history_origin", "history", ["origin"])
    op.create_index("ix_history_record_record_id_id", "history", ["record", "record_id", "id"])
    op.create_index("ix_history_undoes", "history", ["undoes"])
