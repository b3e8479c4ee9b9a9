"""The actions that this meeting has raised: reference, owners, and when each is due."""

from collections.abc import Hashable, Sequence

from textual.content import Content

from lpgminutes.domain.actions import Action
from lpgminutes.domain.sayings.written_dates import short_date
from lpgminutes.tui.text import one_line, plain, spread
from lpgminutes.tui.widgets.kept_rows import KeptRows

_LINES = 2
_INDENT = 2


class RaisedList(KeptRows[Action]):
    """Two lines each: reference and due date, then who is to do what."""

    IS_HIGHLIGHT_LASTING = False

    def key_of(self, row: Action) -> Hashable:
        """An action is the same by its id."""
        return row.id

    def row_height(self, width: int) -> int:  # noqa: ARG002 - the same at every width
        """Two lines."""
        return _LINES

    def lines_of(self, row: Action, width: int) -> Sequence[Content]:
        """Return both lines."""
        due = short_date(row.due) if row.due else row.due_as_written or "no date"
        owners = ", ".join(row.owners)
        whose = one_line(owners) if owners else plain("no owner", "warning")
        ref = one_line(row.ref or "no reference", "accent")
        return (
            spread(ref, plain(due, "soft" if row.due else "warning"), width),
            (whose + plain(": ", "soft") + one_line(row.text, "soft")),
        )
