"""Lists of people that stand side by side: in the columns of a table, or flattened by a converter.

A converter that knows no tables writes the cells of a row on lines below one another, an empty cell as a blank line;
so the names of two lists alternate. Another writes one column after the other, with both labels first.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from lpgminutes.domain.people import Capacity
from lpgminutes.importing.attendance import PeopleField
from lpgminutes.importing.attendance_labels import Group, Labelled, read_label
from lpgminutes.importing.lines import is_sentence
from lpgminutes.importing.people import read_person
from lpgminutes.importing.remarks import Remarks
from lpgminutes.importing.source import SourceLine

_CONTRAST = 0.5
_HEADS = frozenset(
    {
        "name", "names", "role", "title", "position", "post", "organisation", "organization", "company",
        "initials", "email", "department", "representing", "capacity",
    }
)  # fmt: skip
_NAMES = frozenset({"name", "names"})
_ROLES = frozenset({"role", "position", "post"})
_ORGANISATIONS = frozenset({"organisation", "organization"})
_NOTHING = frozenset({"", "-", "\N{EN DASH}", "\N{EM DASH}"})
_CAPACITY = re.compile(
    rf"(?P<capacity>{'|'.join(one.value for one in Capacity)})(?:,\s*(?P<after>.+)|\s*\((?P<aside>[^()]+)\))?",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Column:
    """One list that is being filled."""

    fields: list[PeopleField] = field(default_factory=list)

    def begin(self, labelled: Labelled, line: SourceLine) -> None:
        first = (replace(line, spaced=labelled.words, cells=()),) if labelled.words else ()
        self.fields.append(PeopleField(group=labelled.group, place=line.place, lines=first, one_a_line=True))

    def add(self, line: SourceLine) -> None:
        last = self.fields[-1]
        # Each name of a column is a row of its own, whatever gaps the converter left.
        self.fields[-1] = replace(last, lines=(*last.lines, replace(line, after_gap=True)))


def is_flattened(lines: Sequence[SourceLine], index: int) -> bool:
    """Whether two columns of people begin at a line: two labels together, then names that alternate."""
    first, second = (_bare_label(line) for line in _pair(lines, index))
    if first is None or second is None or lines[index + 1].after_gap:
        return False
    return _are_apart(first.group, second.group) or _alternates(lines[index + 2 :])


def is_stacked(lines: Sequence[SourceLine], index: int) -> bool:
    """Whether two labels stand together with both lists below, one after the other."""
    first, second = (_bare_label(line) for line in _pair(lines, index))
    return bool(first and second and lines[index + 1].after_gap and _are_apart(first.group, second.group))


def _pair(lines: Sequence[SourceLine], index: int) -> tuple[SourceLine | None, SourceLine | None]:
    return lines[index], lines[index + 1] if index + 1 < len(lines) else None


def _bare_label(line: SourceLine | None) -> Labelled | None:
    labelled = read_label(line.spaced) if line is not None and not line.cells else None
    return labelled if labelled is not None and not labelled.words else None


def _are_apart(one: Group, other: Group) -> bool:
    """Whether two lists cannot be one list and a part of it."""
    return one.capacity.is_present != other.capacity.is_present


def _alternates(lines: Sequence[SourceLine]) -> bool:
    """Whether every second line is of another sort: the officials with their department, the members without."""
    people = []
    for line in lines:
        person = read_person(line.text)
        if person is None:
            break
        people.append(bool(person.organisation))
        if line.after_gap:
            break
    left, right = people[::2], people[1::2]
    return bool(left and right) and abs(sum(left) / len(left) - sum(right) / len(right)) >= _CONTRAST


def flattened(lines: Sequence[SourceLine]) -> tuple[list[PeopleField], int]:
    """Return the lists of two flattened columns, and how many lines they take."""
    columns = (_Column(), _Column())
    taken = at = 0
    for index, line in enumerate(lines):
        at += line.place - lines[index - 1].place if index else 0
        labelled = _bare_label(line)
        if labelled is None and not _is_somebody(line):
            break
        if labelled is not None and at % 2 and _bare_label(_pair(lines, index)[1]) and not lines[index + 1].after_gap:
            at += 1
        if labelled is not None:
            columns[at % 2].begin(labelled, line)
        elif columns[at % 2].fields:
            columns[at % 2].add(line)
        taken = index + 1
    return [*columns[0].fields, *columns[1].fields], taken


def _is_somebody(line: SourceLine) -> bool:
    return read_person(line.text) is not None and not is_sentence(line.text)


def stacked(lines: Sequence[SourceLine], remarks: Remarks) -> tuple[list[PeopleField], int]:
    """Return the lists of two columns that stand one after the other, and how many lines they take.

    The second list begins where a sub-heading's own people end: at a row that names that organisation again.
    """
    first, second = _Column(), _Column()
    for column, line in zip((first, second), lines, strict=False):
        labelled = _bare_label(line)
        assert labelled is not None  # noqa: S101 - asked only then
        column.begin(labelled, line)
    body = lines[2:]
    end = next((at for at, line in enumerate(body) if not _is_row(body, at)), len(body))
    cut = _second_list(body[:end])
    for at, line in enumerate(body[:end]):
        if _is_somebody(line):
            (second if cut is not None and at >= cut else first).add(line)
        else:
            remarks.leave(line.place, line.text, "a sub-heading of the attendance")
    where = "was taken to begin here" if cut is not None else "could not be told"
    place = body[cut].place if cut is not None else lines[1].place
    remarks.at(place, f"two lists of people stand under both their names; where the second begins {where}. Check it.")
    return [*first.fields, *second.fields], end + 2


def _is_row(lines: Sequence[SourceLine], at: int) -> bool:
    """Whether a line is a person, or a sub-heading over people."""
    if _is_somebody(lines[at]):
        return True
    below = lines[at + 1] if at + 1 < len(lines) else None
    return len(lines[at].text.split()) <= 4 and below is not None and _is_somebody(below)  # noqa: PLR2004


def _second_list(lines: Sequence[SourceLine]) -> int | None:
    heading = ""
    for at, line in enumerate(lines):
        person = read_person(line.text) if _is_somebody(line) else None
        if person is None:
            heading = line.text.casefold()
        elif heading and person.organisation.casefold() == heading:
            return at
    return None


def table_people(rows: Sequence[SourceLine], fallback: Group | None = None) -> list[PeopleField] | None:
    """Return the lists in the rows of a table; ``None`` for a table that lists no people."""
    if rows and (headed := _headed_people(rows)) is not None:
        return headed
    columns: dict[int, _Column] = {}
    if fallback is not None:
        columns[0] = _Column([PeopleField(group=fallback, place=rows[0].place, one_a_line=True)])
    for row in rows:
        if {cell.text.casefold().strip(" :") for cell in row.cells if cell.text} <= _HEADS:
            continue
        _take_row(row, columns)
    fields = [people for column in columns.values() for people in column.fields if people.lines]
    return fields or None


def _group_of_capacity(words: str) -> Group | None:
    """Return the list that a cell such as ``Member, from 10:05`` puts somebody in; ``None`` for other words."""
    if not words.strip():
        return Group(capacity=Capacity.MEMBER)
    match = _CAPACITY.fullmatch(words.strip())
    if match is None:
        return None
    return Group(capacity=Capacity(match["capacity"].casefold()), note=match["after"] or match["aside"] or "")


def _headed_people(rows: Sequence[SourceLine]) -> list[PeopleField] | None:
    """Return the lists of a table whose columns say what stands in them, also in what capacity somebody came."""
    heads = {cell.column: cell.text.casefold().strip(" :") for cell in rows[0].cells}
    of_name = next((column for column, head in heads.items() if head in _NAMES), None)
    of_capacity = next((column for column, head in heads.items() if head == "capacity"), None)
    if of_name is None or of_capacity is None:
        return None
    of_role, of_organisation = (
        next((column for column, head in heads.items() if head in names), None) for names in (_ROLES, _ORGANISATIONS)
    )
    fields = []
    for row in rows[1:]:
        cells = {cell.column: cell.text for cell in row.cells}
        group = _group_of_capacity(cells.pop(of_capacity, ""))
        if group is None:
            return None  # what is said there is more than a capacity: it is read as any other column
        is_somebody = read_person(cells.get(of_name, "")) is not None
        role = _taken(cells, of_role) if is_somebody else None
        organisation = _taken(cells, of_organisation) if is_somebody else None
        words = [cells.pop(of_name, ""), *(text for _, text in sorted(cells.items()) if text)]
        line = replace(row, spaced="\t".join(words), cells=(), after_gap=True)
        fields.append(
            PeopleField(
                group=group, place=row.place, lines=(line,), one_a_line=True, role=role, organisation=organisation
            )
        )
    return fields


def _taken(cells: dict[int, str], column: int | None) -> str | None:
    """Take what stands in a column; ``None`` where there is no such column."""
    if column is None:
        return None
    words = " ".join(cells.pop(column, "").split())
    return "" if words in _NOTHING else words


def _take_row(row: SourceLine, columns: dict[int, _Column]) -> None:
    """Put the cells of a row into their lists: under a label, beside one, or as details of the name at the left."""
    beside: _Column | None = None
    open_name: tuple[_Column, SourceLine] | None = None
    for cell in row.cells:
        for line in cell.lines:
            labelled = read_label(line.spaced)
            if labelled is not None:
                beside = columns.setdefault(cell.column, _Column())
                beside.begin(labelled, line)
                open_name = None
                continue
            column = columns.get(cell.column)
            if column is not None and column.fields:
                column.add(line)
                open_name = (column, line)
            elif open_name is not None and not _is_somebody(line):
                _add_detail(open_name[0], line)
            elif (target := beside or _nearest(columns, cell.column)) is not None and target.fields:
                target.add(line)
                open_name = (target, line)


def _nearest(columns: dict[int, _Column], column: int) -> _Column | None:
    left = [known for known in columns if known < column]
    return columns[max(left)] if left else None


def _add_detail(column: _Column, line: SourceLine) -> None:
    last = column.fields[-1]
    name = last.lines[-1]
    column.fields[-1] = replace(last, lines=(*last.lines[:-1], replace(name, spaced=f"{name.spaced}\t{line.spaced}")))


def is_people_table(rows: Sequence[SourceLine]) -> bool:
    """Whether a table lists people: a label in one of its first rows, or a column headed by names."""
    first = [line for row in rows[:3] for cell in row.cells for line in cell.lines[:1]]
    labelled = any(found.group.capacity is not Capacity.CHAIR for line in first if (found := read_label(line.spaced)))
    heads = {cell.text.casefold().strip(" :") for cell in rows[0].cells} if rows else set()
    return labelled or (bool(heads & _NAMES) and bool(heads & _HEADS - _NAMES))


def runs_of_rows(lines: Sequence[SourceLine]) -> Iterator[tuple[int, int]]:
    """Yield where each table begins and ends among the lines."""
    start: int | None = None
    for index, line in enumerate(lines):
        if start is not None and line.table != lines[start].table:
            yield start, index
            start = None
        if start is None and line.table is not None:
            start = index
    if start is not None:
        yield start, len(lines)
