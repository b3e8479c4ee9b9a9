"""What is not suggested again is kept with the case that it was dismissed in, and taken back there.

What was dismissed before this stays with its body.
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.add_column("release_case", sa.Column("dismissed", sa.JSON(), server_default="[]", nullable=False))
