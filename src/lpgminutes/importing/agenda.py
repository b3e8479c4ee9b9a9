"""The agenda that is printed above the minutes: titles and numbers without a word of what was said."""

import re
from collections.abc import Sequence

from lpgminutes.importing.numbering import read_number
from lpgminutes.importing.source import SourceLine

_LABEL = re.compile(r"(?:the |meeting |draft )?agenda(?: items?)?\s*:?", re.IGNORECASE)
_LONGEST_ENTRY = 200
_FEWEST = 3


def find_agenda(lines: Sequence[SourceLine]) -> range:
    """Return the lines of a printed agenda with its label; none where nothing is called one."""
    for start, line in enumerate(lines):
        if _LABEL.fullmatch(line.text) and not line.cells:
            end = _end(lines, start)
            if end - start > _FEWEST:
                return range(start, end)
    return range(0)


def _end(lines: Sequence[SourceLine], start: int) -> int:
    """Return where the list under the label ends: at a heading, a table's end, or a line that is no entry."""
    label = lines[start]
    at = start + 1
    in_table = at < len(lines) and bool(lines[at].cells)
    while at < len(lines) and _is_entry(lines, at, label, in_table=in_table, is_first=at == start + 1):
        at += 1
    return at


def _is_entry(lines: Sequence[SourceLine], at: int, label: SourceLine, *, in_table: bool, is_first: bool) -> bool:
    line = lines[at]
    if in_table:
        return line.table == lines[at].table and bool(line.cells) and (is_first or line.table == lines[at - 1].table)
    if line.outline_level and (not label.outline_level or line.outline_level <= label.outline_level):
        return False
    if line.cells or len(line.text) > _LONGEST_ENTRY:
        return False
    is_listed = bool(line.number or line.bullet or read_number(line))
    return is_listed or (not is_first and (not line.after_gap or line.list_level > 0))
