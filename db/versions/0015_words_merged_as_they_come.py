"""The index of words is merged in smaller steps: it is laid anew with every upgrade.

Nothing of the records changes.
"""

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Change nothing: what is derived from the records is laid by the upgrade itself."""
