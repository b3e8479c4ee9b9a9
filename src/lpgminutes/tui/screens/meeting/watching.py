"""Two windows on one meeting."""

from textual import on

from lpgminutes.tui.messages.meeting import MeetingGone, MeetingRead
from lpgminutes.tui.requests.meeting import look_for_changes
from lpgminutes.tui.screens.meeting.base import MeetingBase
from lpgminutes.tui.screens.watching import WatchingScreen


class Watching(WatchingScreen, MeetingBase):
    """Shows what is written in another window."""

    @property
    def can_look(self) -> bool:
        """Whether the meeting is shown."""
        return self.opened is not None

    def look_for_changes(self) -> None:
        """Ask whether the meeting was changed; answered by ``MeetingRead``, ``MeetingGone`` or ``NothingNew``."""
        look_for_changes(self, self.at_hand)

    @on(MeetingRead)
    @on(MeetingGone)
    def _have_read(self) -> None:
        self.have_looked()
