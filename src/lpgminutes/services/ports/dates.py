"""What reads the due phrases of minutes."""

from datetime import date
from typing import Protocol

from lpgminutes.domain.due_dates import DueReading, FoundDue


class DateReader(Protocol):
    """Due phrases as British offices write them. Reading never raises."""

    def read(self, phrase: str, *, on: date, next_meeting: date | None = None) -> DueReading:
        """Return how a phrase is read when it is said on a day."""

    def find(self, sentence: str, *, on: date, next_meeting: date | None = None) -> FoundDue | None:
        """Return the due phrase in a sentence of minutes, or ``None`` when it names none."""
