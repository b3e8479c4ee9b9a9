"""The cases, the most urgent first: a meeting in the scope of one has two lines."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from lpgminutes.tui.text import counted, one_line, plain, spread
from lpgminutes.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from lpgminutes.domain.cases import CaseStatus, CaseSummary

_REFERENCE = 18
"""The least width of the references; the longest of them may take two fifths of the line."""
_SOON = 5
"""Working days from which on the days that are left are shown as a warning."""
_DOT = " \N{MIDDLE DOT} "


@dataclass(frozen=True, slots=True)
class CaseAtMeeting:
    """One request, as far as it concerns one meeting."""

    case: "CaseSummary"
    meeting: str
    status: "CaseStatus"
    title: str
    """Of the meeting."""


def at_meetings(cases: "Iterable[CaseSummary]", titles: dict[str, str]) -> Iterator[CaseAtMeeting]:
    """Yield each case once for each meeting in its scope."""
    for case in cases:
        for meeting, status in zip(case.meetings, case.statuses, strict=True):
            yield CaseAtMeeting(case, meeting, status, titles.get(meeting, ""))


def said_of_days(case: "CaseSummary") -> Content:
    """Return the days that are left, in words; that it is late, or nearly, does not hang on the colour."""
    days = case.days_left
    if case.is_answered:
        return plain("answered", "soft")
    if days is None or case.due is None:
        return plain("no receipt recorded", "soft")
    words = counted(abs(days), "working day")
    if days < 0:
        return plain(f"! late by {words}", "warning")
    left = "due today" if days == 0 else f"{words} left"
    return plain(f"! {left}", "warning") if days <= _SOON else plain(left)


class CaseList(RowList[CaseAtMeeting]):
    """Reference, meeting and status; under them receipt, due date, the days that are left and who deals with it."""

    def key_of(self, row: CaseAtMeeting) -> Hashable:
        """A row is the same by its case and its meeting."""
        return (row.case.reference, row.meeting)

    def row_height(self, width: int) -> int:  # noqa: ARG002 - the same at every width
        """Two lines."""
        return 2

    def lines_of(self, row: CaseAtMeeting, width: int) -> Sequence[Content]:
        """Return the two lines."""
        longest = max((one_line(row.case.reference).cell_length for row in self.rows), default=0)
        column = max(_REFERENCE, min(longest + 2, width * 2 // 5))
        return _upper(row, width, column), _lower(row, width, column)


def _upper(row: CaseAtMeeting, width: int, column: int) -> Content:
    reference = one_line(row.case.reference, "strong").truncate(column - 2, ellipsis=True)
    meeting = one_line(row.meeting) + plain("  ") + one_line(row.title, "soft")
    return spread(reference.truncate(column, pad=True) + meeting, plain(row.status.value, "strong"), width)


def _lower(row: CaseAtMeeting, width: int, column: int) -> Content:
    from lpgminutes.domain.sayings.written_dates import short_date

    case = row.case
    said = (
        plain(f"due {short_date(case.due)}" if case.due else "", "soft"),
        one_line(f"with {case.handler}" if case.handler else "", "soft"),
        plain(f"received {short_date(case.received)}" if case.received else "", "soft"),
    )
    wordings = [
        Content(" " * column) + plain(_DOT, "soft").join(part for part in parts if part.plain)
        for parts in (said, said[:2])
    ]
    return spread(wordings, said_of_days(case), width)
