"""What a release left open of each text, so that a later one can be held against it.

Of what went out before, only the version and the digest of its rules are known.
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.add_column("release", sa.Column("texts", sa.JSON(), server_default="[]", nullable=False))
