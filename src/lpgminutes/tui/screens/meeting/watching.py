"""Two windows on one meeting: what is written in the other one is seen here within a second."""

from textual import on
from textual.timer import Timer

from lpgminutes.tui.messages.meeting import MeetingGone, MeetingRead
from lpgminutes.tui.messages.shared import NothingNew, RequestFailed
from lpgminutes.tui.requests.meeting import look_for_changes
from lpgminutes.tui.screens.meeting.base import MeetingBase

_LOOK_SECONDS = 0.5


class Watching(MeetingBase):
    """Looks again and again whether somebody else has written; one number is read for it, and no more.

    Under a dialog it does not look: whatever reaches a screen that is partly covered has all of it drawn anew.
    """

    _is_looking = False
    _looks: Timer | None = None
    """When it looks; ``None`` before it is mounted."""

    def on_mount(self) -> None:
        """Begin to look."""
        self._looks = self.set_interval(_LOOK_SECONDS, self._look, pause=not self.is_current)

    def on_screen_suspend(self) -> None:
        """Leave off while something stands over it."""
        if self._looks is not None:
            self._looks.pause()

    def on_screen_resume(self) -> None:
        """Look at once, and go on."""
        if self._looks is not None:
            self._looks.resume()
            self._look()

    def _look(self) -> None:
        if self.opened is not None and not self._is_looking:
            self._is_looking = True
            look_for_changes(self, self.at_hand)

    @on(MeetingRead)
    @on(MeetingGone)
    @on(NothingNew)
    @on(RequestFailed)
    def _look_again_later(self) -> None:
        self._is_looking = False
