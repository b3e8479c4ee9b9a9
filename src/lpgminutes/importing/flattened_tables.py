"""Tables of actions whose cells a converter wrote below one another: ``Action``, ``Progress``, then both in turn."""

from collections.abc import Sequence

from lpgminutes.importing.action_tables import Column, column_of
from lpgminutes.importing.owners import Called, are_owners
from lpgminutes.importing.source import Cell, SourceLine
from lpgminutes.importing.statuses import status_of

_FEWEST_COLUMNS = 2
_MOST_COLUMNS = 6
_NOBODY = Called()


def with_rows(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """Return the lines, those of a flattened table of actions put together into its rows."""
    table = max((line.table or 0 for line in lines), default=0)
    made: list[SourceLine] = []
    at = 0
    while at < len(lines):
        columns = _heads(lines, at)
        rows = _rows(lines, at + len(columns), columns) if columns else []
        if not rows:
            made.append(lines[at])
            at += 1
            continue
        table += 1
        made += [_row(row, table) for row in [lines[at : at + len(columns)], *rows]]
        at += len(columns) * (len(rows) + 1)
    return made


def _heads(lines: Sequence[SourceLine], at: int) -> list[Column]:
    """Return the columns that the heads below one another name: an action and something beside it."""
    columns: list[Column] = []
    for line in lines[at : at + _MOST_COLUMNS]:
        column = None if line.cells or line.bullet or line.number else column_of(line.text)
        if column is None or column in columns or line.text.rstrip().endswith(":"):
            break
        columns.append(column)
    return columns if len(columns) >= _FEWEST_COLUMNS and Column.TEXT in columns else []


def _rows(lines: Sequence[SourceLine], start: int, columns: Sequence[Column]) -> list[Sequence[SourceLine]]:
    rows: list[Sequence[SourceLine]] = []
    width = len(columns)
    for at in range(start, len(lines) - width + 1, width):
        row = lines[at : at + width]
        if any(line.cells for line in row) or not _fits(row, columns):
            break
        rows.append(row)
    return rows


def _fits(row: Sequence[SourceLine], columns: Sequence[Column]) -> bool:
    """Whether the cells hold what their columns say, as far as that can be told."""
    told = False
    for line, column in zip(row, columns, strict=True):
        if column is Column.STATUS and status_of(line.text) is None:
            return False
        if column is Column.OWNER and not are_owners(line.text, _NOBODY):
            return False
        told = told or column in {Column.STATUS, Column.OWNER}
    return told


def _row(lines: Sequence[SourceLine], table: int) -> SourceLine:
    return SourceLine(
        spaced="\t".join(line.text for line in lines),
        place=lines[0].place,
        page=lines[0].page,
        after_gap=lines[0].after_gap,
        table=table,
        cells=tuple(Cell(lines=(line,), column=column) for column, line in enumerate(lines)),
    )
