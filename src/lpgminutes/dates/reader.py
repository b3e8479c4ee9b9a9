"""The reader of due phrases: our own grammar, and dateparser for the rest."""

from dataclasses import dataclass
from datetime import date

from lpgminutes.dates.last_resort import whole_date
from lpgminutes.domain.due_dates import DueReading, FoundDue, unread
from lpgminutes.domain.due_phrases import NOT_PLAIN, Moment, find_phrase, read_phrase, settled
from lpgminutes.domain.working_days import WorkingDays


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseDates:
    """Reads due phrases as the house writes them; fits ``DateReader``."""

    working_days: WorkingDays

    def read(self, phrase: str, *, on: date, next_meeting: date | None = None, body: str = "") -> DueReading:
        """Return how a phrase is read when it is said on a day.

        The first phrase of figures and words that our grammar cannot read loads dateparser: a quarter of a second.
        """
        moment = Moment(on=on, next_meeting=next_meeting, working_days=self.working_days, body=body)
        read = read_phrase(phrase, moment)
        if read is not None and read.question != NOT_PLAIN:
            return read
        return _by_dateparser(phrase, moment) or read or unread(phrase)

    def find(self, sentence: str, *, on: date, next_meeting: date | None = None, body: str = "") -> FoundDue | None:
        """Return the due phrase in a sentence of minutes, or ``None`` when it names none."""
        return find_phrase(
            sentence, Moment(on=on, next_meeting=next_meeting, working_days=self.working_days, body=body)
        )


def _by_dateparser(phrase: str, moment: Moment) -> DueReading | None:
    found = whole_date(phrase)
    return settled(phrase, found, moment) if found else None
