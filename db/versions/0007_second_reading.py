"""The second reading of a release: who deals with a case, who agreed to what, and what was before their eyes."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    for name in ("handler", "changed_by", "asked_by"):
        op.add_column("release_case", sa.Column(name, sa.String(), server_default="", nullable=False))
    for name in ("agreed_by", "agreed_at", "agreed_digest"):
        op.add_column("release_case", sa.Column(name, sa.String(), nullable=True))
    op.add_column("series", sa.Column("second_reading", sa.String(), server_default="", nullable=False))
    op.add_column("release_case", sa.Column("visits", sa.JSON(), server_default="[]", nullable=False))
