"""What is known around the minutes that are to be released: the day, the register, what went out before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from lpgminutes.domain.people import Person
from lpgminutes.domain.released_texts import KnownText
from lpgminutes.domain.sayings.written_dates import short_date


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierRelease:
    """A release that went out, of this meeting or of another of its body."""

    meeting_ref: str
    case: str
    at: datetime
    is_of_this_meeting: bool
    texts: Sequence[KnownText] | None
    """What it left open and what it withheld; ``None`` where too little was kept to tell."""

    def words(self) -> str:
        """Return which release it is, as a person would say it."""
        of = "of these minutes" if self.is_of_this_meeting else f"of {self.meeting_ref}"
        return f"the release {of} for {self.case} of {short_date(self.at.date())}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What is known around the minutes; without any of it, what stands in them is examined alone."""

    today: date | None = None
    register: tuple[Person, ...] = ()
    earlier: tuple[EarlierRelease, ...] = ()
    """Oldest first."""


NOTHING_KNOWN = Surroundings()
