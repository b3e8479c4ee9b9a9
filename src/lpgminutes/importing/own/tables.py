"""The tables of minutes that this program wrote, as rows of cells: drawn in Word, told line by line in a text."""

import re
from collections.abc import Iterator, Sequence

from lpgminutes.importing.own.parts import (
    ACTIONS,
    ATTENDANCE,
    DECISIONS,
    DECLARATIONS,
    OwnParts,
    hanging,
)
from lpgminutes.importing.own.people import row_declared
from lpgminutes.importing.source import SourceLine

Rows = list[tuple[str, ...]]
HEADS = {
    ATTENDANCE: ("Name", "Role", "Organisation", "Capacity"),
    DECLARATIONS: ("Name", "Item", "Interest", "Then"),
    ACTIONS: ("Reference", "Action", "Owner", "Due", "Minute"),
    DECISIONS: ("Reference", "Decision", "Minute"),
}
_NONE = frozenset({"No attendance was recorded.", "No actions were recorded."})
_RAISED = re.compile(r"(?P<ref>\S.*) \(minute (?P<minute>[^()]+)\)")
_NAMED = {ACTIONS: ("Action:", "Owner:", "Due:"), DECISIONS: ("Decision:",)}
_UNDER_A_NAME, _UNDER_A_ROW = 12, 4


def rows_of(parts: OwnParts, name: str, *, is_text: bool) -> Rows | None:
    """Return the rows of a table; ``None`` where it is not as the program prints it."""
    lines = parts.lines_of(name)
    if not lines or (len(lines) == 1 and lines[0].text in _NONE):
        return []
    if not is_text:
        return _drawn(lines, HEADS[name])
    if name == ATTENDANCE:
        return [tuple(line.text.split("; ", maxsplit=3)) for line in hanging(lines, _UNDER_A_ROW)]
    if name == DECLARATIONS:
        return [row_declared(line.text) for line in hanging(lines, _UNDER_A_ROW)]
    return _told(lines, _NAMED[name])


def _drawn(lines: Sequence[SourceLine], head: tuple[str, ...]) -> Rows | None:
    if not all(line.cells for line in lines) or _cells(lines[0]) != head:
        return None
    rows = [cells for line in lines[1:] if any(cells := _cells(line))]
    return rows if all(len(row) == len(head) for row in rows) else None


def _cells(line: SourceLine) -> tuple[str, ...]:
    return tuple(cell.text.strip() for cell in line.cells)


def _told(lines: Sequence[SourceLine], names: tuple[str, ...]) -> Rows | None:
    """Read rows that begin with a reference and a minute, and have one field under the other."""
    rows: Rows = []
    told = list(hanging(lines, _UNDER_A_NAME))
    for at in range(0, len(told), 1 + len(names)):
        first, *fields = told[at : at + 1 + len(names)]
        raised = _RAISED.fullmatch(first.text)
        values = list(_values(fields, names))
        if raised is None or len(values) != len(names):
            return None
        rows.append((raised["ref"], *values, raised["minute"]))
    return rows


def _values(fields: Sequence[SourceLine], names: tuple[str, ...]) -> Iterator[str]:
    for line, name in zip(fields, names, strict=False):
        if line.text.startswith(f"{name} "):
            yield line.text.removeprefix(name).strip()
