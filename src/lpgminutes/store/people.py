"""The register of people: each is there once by name and organisation."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, col, select

from lpgminutes.domain.people import Attendance, Person
from lpgminutes.errors import NotFoundError
from lpgminutes.store.converters import to_person
from lpgminutes.store.tables import PersonRow


@dataclass(frozen=True, slots=True)
class SqlPeople:
    """The register in the store."""

    session: Session

    def all(self) -> tuple[Person, ...]:
        """Return everybody by name."""
        columns = (PersonRow.id, PersonRow.name, PersonRow.role, PersonRow.organisation, PersonRow.initials)
        query = sa.select(*map(col, columns)).order_by(col(PersonRow.name), col(PersonRow.id))
        return tuple(
            Person(id=row_id, name=name, role=role, organisation=organisation, initials=initials)
            for row_id, name, role, organisation, initials in self.session.execute(query)
        )

    def add(self, person: Person) -> Person:
        """Add somebody; who is there by name and organisation already is returned as known."""
        query = select(PersonRow).where(
            col(PersonRow.name) == person.name, col(PersonRow.organisation) == person.organisation
        )
        row = self.session.exec(query).one_or_none()
        if row is None:
            row = PersonRow(
                name=person.name, role=person.role, organisation=person.organisation, initials=person.initials
            )
            self.session.add(row)
            self.session.flush()
        return to_person(row)

    def save(self, person: Person) -> Person:
        """Keep what is known of somebody."""
        row = None if person.id is None else self.session.get(PersonRow, person.id)
        if row is None:
            raise NotFoundError(f"{person.name} is not in the register.")
        row.name, row.role = person.name, person.role
        row.organisation, row.initials = person.organisation, person.initials
        self.session.flush()
        return person


def people_at(session: Session, attendance: tuple[Attendance, ...]) -> list[int | None]:
    """Return who each is in the register, adding who is new; a name that came in redacted is nobody."""
    named = {_key(one): one for one in reversed(attendance) if _is_named(one)}
    known = _known(session, {name for name, _ in named})
    new = [
        PersonRow(name=one.name, role=one.role, organisation=one.organisation, initials=one.initials)
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
