"""The meetings, newest first: two lines each, so that everything fits on a narrow terminal."""

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from lpgminutes.tui.text import counted, one_line, plain, spread
from lpgminutes.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from lpgminutes.domain.meetings import MeetingSummary

_DATE_WIDTH = 13
_ROOMY = 60


class MeetingList(RowList["MeetingSummary"]):
    """Date, title and status; under them the series, the actions and the marking."""

    def key_of(self, row: "MeetingSummary") -> Hashable:
        """A meeting is the same by its id."""
        return row.id

    def row_height(self, width: int) -> int:
        """Two lines; where there is little room the marking has a third to itself."""
        return 2 if width >= _ROOMY else 3

    def lines_of(self, row: "MeetingSummary", width: int) -> Sequence[Content]:
        """Return the lines."""
        marking = one_line(row.marking, "soft")
        if self.row_height(self.scrollable_content_region.width) > 2:  # noqa: PLR2004 - the third line
            return _upper(row, width), _lower(row), marking
        return _upper(row, width), spread(_lower(row), marking, width)


def _upper(row: "MeetingSummary", width: int) -> Content:
    from lpgminutes.domain.sayings.written_dates import short_date

    date = plain(short_date(row.date) if row.date else "no date")
    left = date.truncate(_DATE_WIDTH, pad=True) + one_line(row.title, "strong")
    return spread(left, plain(row.status.value), width)


def _lower(row: "MeetingSummary") -> Content:
    open_actions = plain(counted(row.open_actions, "open action"), "soft")
    overdue = [plain(f"! {row.overdue_actions} overdue", "warning")] if row.overdue_actions else []
    series = one_line(row.series_short_name, "soft").truncate(_DATE_WIDTH - 1, ellipsis=True)
    actions = plain(" \N{MIDDLE DOT} ", "soft").join([open_actions, *overdue])
    return series.truncate(_DATE_WIDTH, pad=True) + actions
