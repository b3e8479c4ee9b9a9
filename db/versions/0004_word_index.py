"""The index of words.

It is derived from the records. ``lpgminutes.store`` lays it anew after the last step of every upgrade, so no
step needs to carry it along.
"""

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Change no record."""
