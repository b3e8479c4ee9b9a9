"""What the services need to know of the changes."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from lpgminutes.domain.history import Change


class HistoryRecords(Protocol):
    """The append-only table of changes."""

    def changes(self, *, limit: int = 50, meeting: str | None = None, case: int | None = None) -> tuple[Change, ...]:
        """Return the latest changes, newest first; of one case those of what is withheld and agreed."""

    def latest(self) -> int:
        """Return the number of the latest change that is committed, whoever made it; 0 before the first."""

    def made_at(self, moments: Collection[datetime], *, meeting: int) -> frozenset[datetime]:
        """Return at which of these moments, to the microsecond, a change of a meeting was made."""

    def blocks_made_at(self, moments: Collection[datetime], *, meeting: int) -> dict[datetime, int]:
        """Return the id of the block that was put into a meeting at each of these moments."""

    def has_others(self, who: str) -> bool:
        """Return whether anybody but this person (any case) has ever changed something."""

    def undo(self, *, meeting: str | None = None, case: int | None = None) -> Change:
        """Take back the latest change, of one meeting or case or of all, that is not taken back.

        A row changed since is refused; what went out and what was read stays.
        """

    def redo(self, *, meeting: str | None = None, case: int | None = None) -> Change:
        """Do again the latest change that was taken back, unless something new was done since."""
