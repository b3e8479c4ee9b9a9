"""Two windows on the same records: what is written in the other one is seen here within a second."""

from textual import on
from textual.timer import Timer

from lpgminutes.tui.messages.shared import NothingNew, RequestFailed
from lpgminutes.tui.screens.shell import ShellScreen

_LOOK_SECONDS = 0.5


class WatchingScreen(ShellScreen):
    """A screen that looks again and again whether somebody else has written; one number is read for it, and no more.

    Under a dialog it does not look: what is asked there is about what was seen, and whatever reaches a screen that is
    partly covered has all of it drawn anew.
    """

    _is_looking = False
    _looks: Timer | None = None
    """When it looks; ``None`` before it is mounted."""

    @property
    def can_look(self) -> bool:
        """Whether something is shown that may have been written over."""
        return False

    def look_for_changes(self) -> None:
        """Ask whether somebody else has written; ``have_looked`` is called with the answer."""
        raise NotImplementedError

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
        if self.can_look and not self._is_looking:
            self._is_looking = True
            self.look_for_changes()

    @on(NothingNew)
    @on(RequestFailed)
    def have_looked(self) -> None:
        """Take note that an answer has come."""
        self._is_looking = False
