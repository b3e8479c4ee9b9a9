"""Files that meetings came in from, by which a second import of the same one is noticed."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "imported_file",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.CheckConstraint("length(digest) = 64", name="ck_imported_file_digest"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_imported_file_meeting_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_imported_file_digest", "imported_file", ["digest"])
    op.create_index("ix_imported_file_meeting_id", "imported_file", ["meeting_id"])
