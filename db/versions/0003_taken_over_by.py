"""What has taken an action over: another action, or another forum."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("action_event", sa.Column("taken_over_by", sa.String(), server_default="", nullable=False))
