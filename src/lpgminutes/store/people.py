"""The register of people: each is there once by name and organisation."""

import sqlalchemy as sa
from sqlmodel import Session, col, select

from lpgminutes.domain.people import Attendance
from lpgminutes.store.tables import PersonRow


def people_at(session: Session, attendance: tuple[Attendance, ...]) -> list[int | None]:
    """Return who each is in the register, adding who is new; a name that came in redacted is nobody."""
    named = {_key(one): one for one in reversed(attendance) if _is_named(one)}
    known = _known(session, {name for name, _ in named})
    new = [
        PersonRow(name=one.name, role=one.role, organisation=one.organisation)
        for key, one in reversed(named.items())
        if key not in known
    ]
    session.add_all(new)
    session.flush()
    known |= {(row.name, row.organisation): row.id for row in new}
    return [known.get(_key(one)) if _is_named(one) else None for one in attendance]


def _known(session: Session, names: set[str]) -> dict[tuple[str, str], int | None]:
    rows = session.exec(
        select(PersonRow).where(col(PersonRow.name).in_(sa.bindparam("names", sorted(names), expanding=True)))
    )
    return {(row.name, row.organisation): row.id for row in rows}


def _key(attendance: Attendance) -> tuple[str, str]:
    return attendance.name, attendance.organisation


def _is_named(attendance: Attendance) -> bool:
    return bool(attendance.name) and all(mark.field not in {"name", "organisation"} for mark in attendance.marks)
