"""The initials that minutes declare beside a name in their attendance."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.add_column("attendance", sa.Column("initials", sa.String(), server_default="", nullable=False))
