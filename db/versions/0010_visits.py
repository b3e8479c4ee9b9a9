"""What was before a reader's eyes, a row for each text: reading a page writes no case anew and stands in no one's undo.

The visits of before stay where they are, in the column of the case.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.create_table(
        "visit",
        sa.Column("id", sa.Integer(), primary_key=True, nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("case_key", sa.String(), nullable=False),
        sa.Column("place", sa.JSON(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_visit_meeting_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_visit_meeting_id", "visit", ["meeting_id"])
