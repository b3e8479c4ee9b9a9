"""The action log as CSV.

It begins with a byte-order mark, since it is read in a spreadsheet, and Excel garbles “£” without one.
"""

import csv
import io
from typing import Final

from lpgminutes.documents.schedule import without_formula
from lpgminutes.domain.actions import ActionSummary
from lpgminutes.domain.reports import ActionLog
from lpgminutes.errors import RenderError

_HEAD: Final = (
    *("Reference", "Action", "Owner", "Due", "Due as written", "Status", "Overdue"),
    *("Meeting", "Minute", "As at", "Marking"),
)


def render_action_log_csv(log: ActionLog) -> bytes:
    """Return the actions of ``log``, one a row, in a form that no spreadsheet reads as a formula."""
    rows = [_HEAD, *(_row(action, log) for action in log.actions)]
    target = io.StringIO()
    csv.writer(target, lineterminator="\r\n").writerows(rows)
    if list(csv.reader(io.StringIO(target.getvalue(), newline=""))) != [list(row) for row in rows]:
        raise RenderError("The action log does not read back as it was written, so no file was made.")
    return target.getvalue().encode("utf-8-sig")


def _row(action: ActionSummary, log: ActionLog) -> tuple[str, ...]:
    overdue = action.is_overdue(log.as_at)
    cells = (
        action.ref,
        action.text,
        ", ".join(action.owners),
        action.due.isoformat() if action.due else "",
        action.due_as_written,
        action.status.value,
        "overdue" if overdue else "",
        action.meeting_ref,
        action.raised_in,
        log.as_at.isoformat(),
        log.marking,
    )
    return tuple(without_formula(cell) for cell in cells)
