"""What a body does not want suggested again for its releases."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.add_column("series", sa.Column("dismissed", sa.JSON(), server_default="[]", nullable=False))
