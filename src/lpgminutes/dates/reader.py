"""The reader of due phrases: our own grammar."""

from dataclasses import dataclass
from datetime import date

from lpgminutes.domain.due_dates import DueReading, FoundDue
from lpgminutes.domain.due_phrases import Moment, find_phrase, read_phrase
from lpgminutes.domain.working_days import WorkingDays


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseDates:
    """Reads due phrases as the house writes them; fits ``DateReader``."""

    working_days: WorkingDays

    def read(self, phrase: str, *, on: date, next_meeting: date | None = None) -> DueReading:
        """Return how a phrase is read when it is said on a day."""
        return read_phrase(phrase, Moment(on=on, next_meeting=next_meeting, working_days=self.working_days))

    def find(self, sentence: str, *, on: date, next_meeting: date | None = None) -> FoundDue | None:
        """Return the due phrase in a sentence of minutes, or ``None`` when it names none."""
        return find_phrase(sentence, Moment(on=on, next_meeting=next_meeting, working_days=self.working_days))
