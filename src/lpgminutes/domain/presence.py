"""Whether the owner of an action is at a meeting, in words."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from lpgminutes.domain.folding import folded
from lpgminutes.domain.people import Attendance, Capacity, Mode

_EVERYBODY = frozenset({"all", "everybody", "everyone", "all members", "all present", "all attendees"})
_THE_CHAIR = frozenset({"chair", "the chair", "chairman", "chairwoman", "chairperson"})


class Presence(Enum):
    """How an owner stands to the attendance of a meeting."""

    HERE = "here"
    REPRESENTED = "represented"
    """Somebody deputises, or somebody of the organisation is here."""
    AWAY = "away"
    """Apologies, or not in an attendance that names others."""
    UNKNOWN = "unknown"
    """No attendance is recorded yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerPresence:
    """An owner, and whether they are here."""

    owner: str
    presence: Presence
    words: str
    """``Priya Nandakumar is here, dialled in``, without a full stop."""


def presence_of(owner: str, attendance: tuple[Attendance, ...]) -> OwnerPresence:
    """Return how an owner stands to a meeting: a person by name, or else a role or an organisation."""
    if not attendance:
        return _said(owner, Presence.UNKNOWN, f"{owner}: no attendance is recorded yet")
    person = _only(row for row in attendance if folded(row.name) == folded(owner)) or _by_part_of_name(
        owner, attendance
    )
    if person is not None:
        return _of_person(owner, person, attendance)
    return _standing_for(owner, attendance) or _said(owner, Presence.AWAY, f"{owner} is not in the attendance")


def _of_person(owner: str, person: Attendance, attendance: tuple[Attendance, ...]) -> OwnerPresence:
    if person.capacity.is_present and person.departed is not None:
        return _said(owner, Presence.AWAY, f"{owner} left at {person.departed:%H:%M}")
    if person.capacity.is_present:
        how = ", dialled in" if person.mode is Mode.DIALLED_IN else ""
        part = f", for item{'s' if len(person.items) > 1 else ''} {', '.join(person.items)}" if person.items else ""
        return _said(owner, Presence.HERE, f"{owner} is here{how}{part}")
    deputy = next((row for row in _present(attendance) if folded(row.deputising_for) == folded(person.name)), None)
    if deputy is not None:
        return _said(owner, Presence.REPRESENTED, f"{owner} sent apologies; {deputy.name} deputises")
    return _said(owner, Presence.AWAY, f"{owner} sent apologies")


def _standing_for(owner: str, attendance: tuple[Attendance, ...]) -> OwnerPresence | None:
    """Return who is here for an owner that is nobody's name: everybody, the chair, a deputy, a role, a firm."""
    if folded(owner) in _EVERYBODY:
        return _said(owner, Presence.REPRESENTED, f"{owner}: {len(_present(attendance))} are here")
    asked: tuple[tuple[Callable[[Attendance], str], str], ...] = (
        (lambda row: row.deputising_for, "{owner} is away; {name} deputises"),
        (lambda row: row.role, "{owner} is here: {name}"),
        (lambda row: owner if _chairs(row, owner) else "", "{owner} is here: {name}"),
        (lambda row: row.organisation, "{owner} is here: {name}"),
    )
    for field, words in asked:
        standing = [row.name for row in _present(attendance) if folded(field(row)) == folded(owner)]
        if standing:
            return _said(owner, Presence.REPRESENTED, words.format(owner=owner, name=_few(standing)))
    return None


def _chairs(row: Attendance, owner: str) -> bool:
    return row.capacity is Capacity.CHAIR and folded(owner) in _THE_CHAIR


def _by_part_of_name(owner: str, attendance: tuple[Attendance, ...]) -> Attendance | None:
    """Return the one attendee whom a forename, a surname or initials can mean."""
    words = set(folded(owner).split())
    by_words = _only(row for row in attendance if words and words <= set(folded(row.name).split()))
    return by_words or _only(row for row in attendance if owner.isupper() and owner == _initials(row.name))


def _only(rows: Iterable[Attendance]) -> Attendance | None:
    """Return the row when there is but one."""
    found = list(rows)
    return found[0] if len(found) == 1 else None


def _present(attendance: tuple[Attendance, ...]) -> list[Attendance]:
    return [row for row in attendance if row.is_here]


def _initials(name: str) -> str:
    return "".join(word[0].upper() for word in name.split())


def _few(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more"


def _said(owner: str, presence: Presence, words: str) -> OwnerPresence:
    return OwnerPresence(owner=owner, presence=presence, words=words)
