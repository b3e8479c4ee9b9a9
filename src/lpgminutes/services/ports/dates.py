"""What reads the due phrases of minutes."""

from datetime import date
from typing import Protocol

from lpgminutes.domain.due_dates import DueReading, FoundDue


class DateReader(Protocol):
    """Due phrases as British offices write them. Reading never raises.

    ``on`` is the day on which the phrase is said, that of the meeting; ``body`` holds the names of the body, short and
    long, so that its own meetings are told from others'.
    """

    def read(self, phrase: str, *, on: date, next_meeting: date | None = None, body: str = "") -> DueReading:
        """Return how a phrase is read."""

    def find(self, sentence: str, *, on: date, next_meeting: date | None = None, body: str = "") -> FoundDue | None:
        """Return the due phrase in a sentence of minutes, or ``None`` when it names none."""
