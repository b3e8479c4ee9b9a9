"""The meetings, newest first: two lines each, so that everything fits on a narrow terminal."""

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from lpgminutes.tui.text import counted, one_line, plain, spread
from lpgminutes.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from lpgminutes.domain.meetings import MeetingSummary

_DATE_WIDTH = 13
_LINES = 2


class MeetingList(RowList["MeetingSummary"]):
    """Date, title and status; under them the series, the actions and the marking."""

    def key_of(self, row: "MeetingSummary") -> Hashable:
        """A meeting is the same by its id."""
        return row.id

    def row_height(self, width: int) -> int:  # noqa: ARG002 - the same at every width
        """Two lines."""
        return _LINES

    def lines_of(self, row: "MeetingSummary", width: int) -> Sequence[Content]:
        """Return both lines."""
        return _upper(row, width), _lower(row, width)


def _upper(row: "MeetingSummary", width: int) -> Content:
    from lpgminutes.domain.written_dates import short_date

    date = plain(short_date(row.date) if row.date else "no date").pad_right(0)
    left = date.truncate(_DATE_WIDTH, pad=True) + one_line(row.title, "strong")
    return spread(left, plain(row.status.value), width)


def _lower(row: "MeetingSummary", width: int) -> Content:
    dot = plain(" \N{MIDDLE DOT} ", "soft")
    overdue = [plain(f"! {row.overdue_actions} overdue", "warning")] if row.overdue_actions else []
    open_actions = plain(counted(row.open_actions, "open action"), "soft")
    left = dot.join([open_actions, *overdue])
    series = one_line(row.series_short_name, "soft").truncate(_DATE_WIDTH - 1, ellipsis=True)
    return spread(series.truncate(_DATE_WIDTH, pad=True) + left, one_line(row.marking, "soft"), width)
