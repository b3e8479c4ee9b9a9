"""People as at a meeting: attendance, capacity, mode."""

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from lpgminutes.domain.marks import PrintedMark


class Capacity(Enum):
    """In what capacity somebody is in the attendance of a meeting."""

    CHAIR = "chair"
    MEMBER = "member"
    IN_ATTENDANCE = "in attendance"
    OBSERVER = "observer"
    NOTE_TAKER = "note-taker"
    APOLOGIES = "apologies"

    @property
    def is_present(self) -> bool:
        """Whether somebody in this capacity was at the meeting."""
        return self is not Capacity.APOLOGIES


class Mode(Enum):
    """How somebody took part."""

    IN_PERSON = "in person"
    DIALLED_IN = "dialled in"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody in the register, as known today."""

    id: int | None = None
    name: str
    role: str = ""
    organisation: str = ""
    initials: str = ""
    """The initials that minutes use, where they are not those of the name: ``MWh`` beside another ``MW``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """One row of a meeting's attendance: name, role and organisation as at that meeting."""

    id: int | None = None
    revision: int = 1
    name: str
    initials: str = ""
    """The initials that the paper declares beside the name, by which its text may call the person."""
    role: str = ""
    organisation: str = ""
    capacity: Capacity = Capacity.MEMBER
    mode: Mode | None = None
    deputising_for: str = ""
    items: tuple[str, ...] = ()
    """Numbers of the agenda items attended; empty for the whole meeting."""
    arrived: dt.time | None = None
    """When somebody came who was not there from the start."""
    departed: dt.time | None = None
    """When somebody left who did not stay to the end."""
    note: str = ""
    marks: tuple[PrintedMark, ...] = ()

    @property
    def is_here(self) -> bool:
        """Whether somebody is in the meeting now, as far as the attendance says."""
        return self.capacity.is_present and self.departed is None


class Conduct(Enum):
    """What somebody with an interest did while the item was taken."""

    REMAINED = "remained"
    TOOK_NO_PART = "took no part"
    WITHDREW = "withdrew"


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """An interest that somebody at a meeting declared."""

    id: int | None = None
    revision: int = 1
    name: str
    """As in the attendance."""
    item: str | None = None
    """The number of the item it bears on, as printed; ``None`` for the meeting as a whole."""
    nature: str
    """The interest in words."""
    conduct: Conduct = Conduct.REMAINED
