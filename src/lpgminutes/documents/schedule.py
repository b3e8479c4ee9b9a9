"""The schedule of a release copy as CSV.

It has no byte-order mark, unlike the lists for inside: what goes out is plain UTF-8 that any program reads.
"""

import csv
import io
from typing import Final

from lpgminutes.domain.reports import Schedule, ScheduleEntry
from lpgminutes.errors import RenderError

_HEAD: Final = ("Mark", "Where", "What is withheld", "Exemption", "Kind")
_FORMULA_SIGNS: Final = (*"=+-@\t\r", *"\uff1d\uff0b\uff0d\uff20")
"""What a spreadsheet takes for the beginning of a formula; some read the wide forms alike."""


def render_schedule_csv(schedule: Schedule) -> bytes:
    """Return the marks of ``schedule``, one a row, in a form that no spreadsheet reads as a formula."""
    rows = [_HEAD, *(_row(entry) for entry in schedule.entries)]
    target = io.StringIO()
    csv.writer(target, lineterminator="\r\n").writerows(rows)
    if list(csv.reader(io.StringIO(target.getvalue(), newline=""))) != [list(row) for row in rows]:
        raise RenderError("The schedule does not read back as it was written, so no file was made.")
    return target.getvalue().encode()


def without_formula(cell: str) -> str:
    """Return ``cell`` with an apostrophe before it if a spreadsheet would reckon with it."""
    return f"'{cell}" if cell.lstrip(" \n").startswith(_FORMULA_SIGNS) else cell


def _row(entry: ScheduleEntry) -> tuple[str, ...]:
    cells = (entry.id, entry.place, entry.what, entry.citation, entry.exemption_kind)
    return tuple(without_formula(cell) for cell in cells)
