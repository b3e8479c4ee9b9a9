"""People as at a meeting: attendance, capacity, mode."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """One row of a meeting's attendance: name, role and organisation as at that meeting."""

    id: int | None = None
    name: str
    role: str = ""
    organisation: str = ""
    capacity: Capacity = Capacity.MEMBER
    mode: Mode | None = None
    deputising_for: str = ""
    items: tuple[str, ...] = ()
    """Numbers of the agenda items attended; empty for the whole meeting."""
    note: str = ""
    marks: tuple[PrintedMark, ...] = ()
