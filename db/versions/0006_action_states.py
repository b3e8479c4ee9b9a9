"""The states of the actions.

They are derived from the records. ``lpgminutes.store`` lays them anew after the last step of every upgrade, so no
step needs to carry them along.
"""

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Change no record."""
