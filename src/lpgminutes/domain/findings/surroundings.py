"""What is known around the minutes that are to be released: the day, the register, what went out before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from lpgminutes.domain.naming.renamings import NONE_RENAMED, Renamings
from lpgminutes.domain.people import Person
from lpgminutes.domain.released_texts import KnownText
from lpgminutes.domain.sayings.written_dates import short_date


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierRelease:
    """A release that went out, of this meeting, of another of its body or of the same case; or one that is to."""

    meeting_ref: str
    case: str
    at: datetime | None
    """``None`` for what the same case is to release of other minutes and has not released yet."""
    is_of_this_meeting: bool
    texts: Sequence[KnownText] | None
    """What it left open and what it withheld; ``None`` where too little was kept to tell."""

    def words(self) -> str:
        """Return which release it is, as a person would say it."""
        if self.at is None:
            return f"what {self.case} is to release of {self.meeting_ref}"
        of = "of these minutes" if self.is_of_this_meeting else f"of {self.meeting_ref}"
        return f"the release {of} for {self.case} of {short_date(self.at.date())}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What is known around the minutes; without any of it, what stands in them is examined alone."""

    today: date | None = None
    register: tuple[Person, ...] = ()
    earlier: tuple[EarlierRelease, ...] = ()
    """Oldest first."""
    renamings: Renamings = NONE_RENAMED


NOTHING_KNOWN = Surroundings()
