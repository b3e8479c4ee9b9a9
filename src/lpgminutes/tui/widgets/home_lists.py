"""The series beside or above their meetings, and the line of totals."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from lpgminutes.tui.text import plain
from lpgminutes.tui.widgets.empty_state import EmptyState
from lpgminutes.tui.widgets.meeting_list import MeetingList
from lpgminutes.tui.widgets.series_list import SeriesList


class HomeLists(Vertical):
    """Both lists. They come when there is something to put in them: no first frame waits for them."""

    def compose(self) -> ComposeResult:
        """Lay the two lists and the line of totals."""
        with Vertical(id="lists"):
            with Vertical(id="series-side"):
                yield Static(plain("Series"), classes="panel-title")
                yield SeriesList()
            with Vertical(id="meetings-side"):
                yield Static(plain("Meetings"), classes="panel-title", id="meetings-title")
                yield MeetingList()
                yield EmptyState(id="no-meeting")
        yield Static(id="totals")
