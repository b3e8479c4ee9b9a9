"""The states of the actions, in two narrower tables.

They are derived from the records. ``lpgminutes.store`` lays them anew after the last step of every upgrade, so no
step needs to carry them along; only the table that an earlier version made is taken away.
"""

from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.execute("DROP TABLE IF EXISTS action_state")
