"""The attendance and the declarations of minutes that this program wrote."""

import datetime as dt
import re
from collections.abc import Iterable

from lpgminutes.domain.people import Attendance, Capacity, Conduct, Declaration, Mode
from lpgminutes.domain.text import clean_line

DASH = "\N{EN DASH}"
"""Stands in a table for what is not known."""
_CELLS = 4
_HOUR = r"(?:[01]\d|2[0-3]):[0-5]\d"
_INITIALS = re.compile(r"(?P<name>.+) \((?P<initials>[A-Z][A-Za-z]{0,3}[A-Z][a-z]?)\)")
_CAPACITY = re.compile(
    rf"(?P<capacity>{'|'.join(capacity.value for capacity in Capacity)})"
    rf"(?P<dialled>, {Mode.DIALLED_IN.value})?"
    r"(?:, deputising for (?P<for>[^,]+))?"
    r"(?:, for items? (?P<items>\d[\w.]*(?:, \d[\w.]*)*))?"
    rf"(?:, from (?P<arrived>{_HOUR}))?"
    rf"(?:, until (?P<departed>{_HOUR}))?"
    r"(?:, (?P<note>.+))?",
    re.IGNORECASE,
)
_DECLARED = re.compile(
    r"(?P<name>.+?) \((?:item (?P<item>[^()]+)|the meeting as a whole)\): (?P<nature>.*); (?P<conduct>[^;]+)"
)
_WHOLE = "all"


def without_dash(cell: str, what: str) -> str:
    """Return what stands in a cell of one line; nothing for a dash."""
    return "" if cell == DASH else clean_line(cell, what=what).text


def attendance_of(rows: Iterable[tuple[str, ...]]) -> tuple[Attendance, ...] | None:
    """Return the attendance of its rows; ``None`` where one is not as the program prints it."""
    people = [_person(row) for row in rows]
    return None if None in people else tuple(person for person in people if person)


def _person(row: tuple[str, ...]) -> Attendance | None:
    found = _CAPACITY.fullmatch(row[-1]) if len(row) == _CELLS else None
    if found is None:
        return None
    name, role, organisation = (without_dash(cell, "A field of the attendance") for cell in row[:-1])
    named = _INITIALS.fullmatch(name)
    return Attendance(
        name=named["name"] if named else name,
        initials=named["initials"] if named else "",
        role=role,
        organisation=organisation,
        capacity=Capacity(found["capacity"].lower()),
        mode=Mode.DIALLED_IN if found["dialled"] else None,
        deputising_for=found["for"] or "",
        items=tuple((found["items"] or "").split(", ")) if found["items"] else (),
        arrived=_hour(found["arrived"]),
        departed=_hour(found["departed"]),
        note=clean_line(found["note"] or "", what="A note in the attendance").text,
    )


def _hour(written: str | None) -> dt.time | None:
    return dt.time.fromisoformat(written) if written else None


def declarations_of(rows: Iterable[tuple[str, ...]]) -> tuple[Declaration, ...] | None:
    """Return the declarations of their rows; ``None`` where one is not as the program prints it."""
    declared = [_declaration(row) for row in rows]
    return None if None in declared else tuple(one for one in declared if one)


def row_declared(text: str) -> tuple[str, ...]:
    """Return the cells of a declaration that was written as text; none where it is not as the program writes it."""
    found = _DECLARED.fullmatch(text)
    return (found["name"], found["item"] or _WHOLE, found["nature"], found["conduct"]) if found else ()


def _declaration(row: tuple[str, ...]) -> Declaration | None:
    if len(row) != _CELLS or row[-1] not in {conduct.value for conduct in Conduct}:
        return None
    name, item, nature, conduct = (without_dash(cell, "A field of a declaration") for cell in row)
    return Declaration(name=name, item=None if item == _WHOLE else item, nature=nature, conduct=Conduct(conduct))
