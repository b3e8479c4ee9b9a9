"""Which texts of a case were before a reader's eyes: a row for each text."""

from collections.abc import Iterable, Iterator

from sqlmodel import Session, col, select

from lpgminutes.domain.document import Place
from lpgminutes.domain.second_reading import Visit
from lpgminutes.store.rows import Values
from lpgminutes.store.rules import from_place, to_place
from lpgminutes.store.tables import VisitRow


def load_visits(session: Session, meeting_id: int, case_key: str) -> Iterator[Visit]:
    """Yield the visits of a case, oldest first."""
    for row in _rows(session, meeting_id, case_key):
        yield Visit(place=to_place(row.place), digest=row.digest, who=row.who)


def save_visits(session: Session, meeting_id: int, case_key: str, visits: Iterable[Visit]) -> None:
    """Remember visits: one for each place, the latest."""
    known: dict[Place, VisitRow] = {to_place(row.place): row for row in _rows(session, meeting_id, case_key)}
    for visit in visits:
        row = known.get(visit.place)
        if row is None:
            place = from_place(visit.place)
            row = VisitRow(meeting_id=meeting_id, case_key=case_key, place=place, digest=visit.digest, who=visit.who)
            session.add(row)
        else:
            row.digest, row.who = visit.digest, visit.who
    session.flush()


def move_visits(session: Session, meeting_id: int, case_key: str, to: str) -> None:
    """Let visits count for the case under another key; where it has some already, the place keeps the later one."""
    if case_key == to:
        return
    for stale in _rows(session, meeting_id, to):
        session.delete(stale)
    session.flush()
    for row in _rows(session, meeting_id, case_key):
        row.case_key = to
    session.flush()


def add_visits(session: Session, visits: Iterable[Values]) -> None:
    """Keep visits again that were deleted, as the history remembers them; their ids are not used twice."""
    session.add_all(VisitRow(**{name: value for name, value in visit.items() if name != "id"}) for visit in visits)
    session.flush()


def _rows(session: Session, meeting_id: int, case_key: str) -> list[VisitRow]:
    of_case = select(VisitRow).where(col(VisitRow.meeting_id) == meeting_id, col(VisitRow.case_key) == case_key)
    return list(session.exec(of_case.order_by(col(VisitRow.id))))
