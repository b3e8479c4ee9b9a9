"""Due dates: the phrase as typed beside what it was read as."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from lpgminutes.domain.sayings.written_dates import weekday_date


class DueKind(Enum):
    """What a due phrase was read as."""

    DATE = "date"
    MEETING = "meeting"
    """By or for a meeting; the date is known only when the meeting's is."""
    NONE = "none"
    """Words that name no date (``asap``, ``ongoing``): they are kept as words."""
    UNREAD = "unread"
    """Not understood, or a day that does not exist: kept as typed, and said."""
    ASK = "ask"
    """More than one date, a date in the past, or one far ahead: a person must say which."""


NO_SUCH = "There is no "
"""How it is said that there is no such day, month or year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueReading:
    """A due phrase and how it was read. Only ``DATE`` and ``MEETING`` may have a date."""

    phrase: str
    """As typed."""
    kind: DueKind
    due: date | None
    reading: str
    """The reading for a person: ``Thu 1 Aug 2019``, or a sentence on why there is no date."""
    question: str = ""
    """What a person must answer; empty unless the kind is ``ASK``."""
    choices: tuple[date, ...] = ()
    """The dates that may be meant, the likeliest first."""

    @property
    def names_no_day(self) -> bool:
        """Whether a day was written that there is not, such as 31 April: ``reading`` says so."""
        return self.kind is DueKind.UNREAD and self.reading.startswith(NO_SUCH)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDue:
    """A due phrase found in a sentence: ``sentence[start:end]`` is the phrase of the reading."""

    start: int
    end: int
    reading: DueReading


def dated(phrase: str, due: date) -> DueReading:
    """Return the reading of a phrase as a day."""
    return DueReading(phrase=phrase, kind=DueKind.DATE, due=due, reading=weekday_date(due))


def at_meeting(phrase: str, words: str, due: date | None) -> DueReading:
    """Return the reading of a phrase as a meeting: ``words`` name it, the day is known or not."""
    day = weekday_date(due) if due else "date not known"
    return DueReading(phrase=phrase, kind=DueKind.MEETING, due=due, reading=f"{words}, {day}")


def kept_as_words(phrase: str, why: str = "no date: kept as words") -> DueReading:
    """Return the reading of words that name no date."""
    return DueReading(phrase=phrase, kind=DueKind.NONE, due=None, reading=why)


def unread(phrase: str, why: str = "not understood: kept as typed") -> DueReading:
    """Return the reading of a phrase that could not be read."""
    return DueReading(phrase=phrase, kind=DueKind.UNREAD, due=None, reading=why)


def asked(phrase: str, question: str, choices: tuple[date, ...] = ()) -> DueReading:
    """Return the reading of a phrase that only a person can settle."""
    named = " or ".join(weekday_date(day) for day in choices)
    return DueReading(
        phrase=phrase,
        kind=DueKind.ASK,
        due=None,
        reading=f"{named}?" if named else "a question",
        question=question,
        choices=choices,
    )
