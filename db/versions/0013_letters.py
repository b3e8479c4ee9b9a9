"""What a body prints on the letters of its releases: whom to ask for a review, and the regulator."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    for name in ("review_to", "regulator"):
        op.add_column("series", sa.Column(name, sa.String(), server_default="", nullable=False))
