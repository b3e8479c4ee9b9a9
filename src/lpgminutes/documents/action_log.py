"""The action log as a file of any kind, and as CSV.

The CSV begins with a byte-order mark, since it is read in a spreadsheet, and Excel garbles “£” without one.
"""

import csv
import datetime as dt
import io
from typing import Final

from lpgminutes.documents.action_columns import COLUMNS, Value
from lpgminutes.documents.schedule import without_formula
from lpgminutes.domain.actions import ActionSummary
from lpgminutes.domain.reports import ActionLog
from lpgminutes.errors import RenderError

SUFFIXES: Final = (".docx", ".xlsx", ".csv", ".ics")
"""The kinds of file that the log is written as."""

_HEAD: Final = (*(column.head for column in COLUMNS), "As at", "Marking")


def render_action_log(log: ActionLog, suffix: str) -> bytes:
    """Return the action log as the kind of file that one of the suffixes asks for."""
    match suffix:
        case ".csv":
            return render_action_log_csv(log)
        case ".xlsx":
            from lpgminutes.documents.action_sheet import render_action_log_xlsx

            return render_action_log_xlsx(log)
        case ".ics":
            from lpgminutes.documents.calendar import render_action_log_ics

            return render_action_log_ics(log)
        case _:
            from lpgminutes.documents.docx import render_action_log_docx

            return render_action_log_docx(log)


def render_action_log_csv(log: ActionLog) -> bytes:
    """Return the actions of ``log``, one a row, in a form that no spreadsheet reads as a formula."""
    rows = [_HEAD, *(_row(action, log) for action in log.actions)]
    target = io.StringIO()
    csv.writer(target, lineterminator="\r\n").writerows(rows)
    if list(csv.reader(io.StringIO(target.getvalue(), newline=""))) != [list(row) for row in rows]:
        raise RenderError("The action log does not read back as it was written, so no file was made.")
    return target.getvalue().encode("utf-8-sig")


def _row(action: ActionSummary, log: ActionLog) -> tuple[str, ...]:
    cells = (*(column.value(action, log.as_at) for column in COLUMNS), log.as_at, log.marking)
    return tuple(_written(cell) for cell in cells)


def _written(value: Value) -> str:
    """Return a cell as CSV has it: dates as ISO 8601, a text so that it stays one."""
    if isinstance(value, str):
        return without_formula(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    return "" if value is None else str(value)
