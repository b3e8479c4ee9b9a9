"""The two columns of the attendance: a name, and beside or below it a role or organisation."""

from collections.abc import Iterator, Sequence

from lpgminutes.domain.people import Attendance, Capacity
from lpgminutes.domain.text import clean_line
from lpgminutes.importing.fields import Field, FieldName
from lpgminutes.importing.lines import Line
from lpgminutes.importing.marks import Cell, read_cell
from lpgminutes.importing.remarks import Remarks

CAPACITIES = {
    FieldName.CHAIR: Capacity.CHAIR,
    FieldName.ATTENDEES: Capacity.MEMBER,
    FieldName.IN_ATTENDANCE: Capacity.IN_ATTENDANCE,
    FieldName.OBSERVERS: Capacity.OBSERVER,
    FieldName.APOLOGIES: Capacity.APOLOGIES,
    FieldName.NOTES: Capacity.NOTE_TAKER,
}
_PAIR = 2

Row = tuple[str, ...]


def read_people(field: Field, remarks: Remarks) -> Iterator[Attendance]:
    """Yield the rows of one field of the attendance."""
    for group in _groups(field.lines):
        rows = list(_rows(group, one_a_line=field.name is FieldName.APOLOGIES))
        if len(rows) > 1 and any(_is_withheld(row) and len(row) == 1 for row in rows):
            remarks.at(group[-1].number, "a cell without its fellow: the rows may be set off by one; check them.")
        for row in rows:
            yield _person(field, row)


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines of each row or list: what stands between two gaps."""
    group: list[Line] = []
    for line in lines:
        if group and line.after_gap:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _rows(group: Sequence[Line], *, one_a_line: bool) -> Iterator[Row]:
    """Yield the rows of a group: pairs, unless the group is a list of people one below the other."""
    cells_of_lines = [_cells(line) for line in group]
    cells = [cell for cells in cells_of_lines for cell in cells]
    if _is_withheld(cells) or (len(cells) == _PAIR and not one_a_line):
        yield from (tuple(cells[at : at + _PAIR]) for at in range(0, len(cells), _PAIR))
    else:
        yield from (_split_one(cells) for cells in cells_of_lines)


def _cells(line: Line) -> Row:
    """The columns of a line; marks are columns of their own, whatever stands between them."""
    cell = read_cell(line.text, "name")
    if cell.is_withheld:
        return tuple(mark.as_shown for mark in cell.marks)
    return line.cells


def _split_one(cells: Row) -> Row:
    """Split ``Name, post`` where the line holds one comma or one dash and nothing else to go by."""
    if len(cells) > 1:
        return cells
    for separator in (", ", " \u2013 ", " - "):
        name, found, role = cells[0].partition(separator)
        if found and separator not in role and "(" not in name:
            return name.strip(), role.strip()
    return cells


def _is_withheld(cells: Sequence[str]) -> bool:
    return all(read_cell(cell, "name").is_withheld for cell in cells)


def _person(field: Field, row: Row) -> Attendance:
    name = _cell(field, "name", row[0])
    role = _cell(field, "role", row[1] if len(row) > 1 else "")
    organisation = _cell(field, "organisation", ", ".join(row[2:]))
    return Attendance(
        name=name.text,
        role=role.text,
        organisation=organisation.text,
        capacity=CAPACITIES[field.name],
        marks=(*name.marks, *role.marks, *organisation.marks),
    )


def _cell(field: Field, what: str, text: str) -> Cell:
    cleaned = clean_line(text, what=f"The {what} of an attendee near line {field.line}")
    return read_cell(cleaned.text, what, covered_by=field.label)
