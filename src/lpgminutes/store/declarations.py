"""Interests that were declared at meetings."""

from collections.abc import Iterable

from sqlmodel import Session, col, select

from lpgminutes.domain.meetings import Block
from lpgminutes.domain.people import Declaration
from lpgminutes.store.converters import from_declaration, to_declaration
from lpgminutes.store.links import link_by_number, number_now
from lpgminutes.store.rows import edit, known_id, to_edit
from lpgminutes.store.tables import DeclarationRow, MeetingRow

_Numbers = dict[int, tuple[int, str]]


def add_declarations(
    session: Session, meeting_id: int, declarations: Iterable[Declaration], items: tuple[Block, ...], start: int = 0
) -> list[DeclarationRow]:
    """Keep new declarations from a position on, each linked to the item whose number it gives."""
    rows = []
    for position, declaration in enumerate(declarations, start=start):
        row = DeclarationRow(meeting_id=meeting_id, position=position, **from_declaration(declaration))
        _put(row, declaration.item, items)
        rows.append(row)
    session.add_all(rows)
    session.flush()
    return rows


def load_declarations(session: Session, meeting: MeetingRow, numbers: _Numbers) -> tuple[Declaration, ...]:
    """Return what was declared at a meeting, in the order in which it was recorded."""
    return tuple(
        to_declaration(row, item=number_now(numbers, meeting.status, row.item_id, row.item))
        for row in declaration_rows(session, known_id(meeting))
    )


def save_declaration(session: Session, declaration: Declaration, items: tuple[Block, ...]) -> DeclarationRow:
    """Keep an edited declaration; a stale revision is refused."""
    row = to_edit(session, DeclarationRow, declaration.id, declaration.revision, "This declaration")
    edit(row, from_declaration(declaration))
    _put(row, declaration.item, items)
    session.flush()
    return row


def freeze_declared_items(session: Session, meeting: MeetingRow, numbers: _Numbers) -> None:
    """Let each declaration keep the number that its item has now."""
    for row in declaration_rows(session, known_id(meeting)):
        row.item = number_now(numbers, meeting.status, row.item_id, row.item)


def declaration_rows(session: Session, meeting_id: int) -> list[DeclarationRow]:
    """Return the rows of a meeting's declarations in order."""
    query = select(DeclarationRow).where(col(DeclarationRow.meeting_id) == meeting_id)
    return list(session.exec(query.order_by(col(DeclarationRow.position))))


def _put(row: DeclarationRow, number: str | None, items: tuple[Block, ...]) -> None:
    link = link_by_number(items, number)
    row.item_id, row.item = link.minute_id, number
