"""Two people at one case: what the other one does is seen here within a second."""

from textual import on
from textual.timer import Timer

from lpgminutes.tui.messages.desk import DeskRead
from lpgminutes.tui.messages.shared import NothingNew, RequestFailed
from lpgminutes.tui.requests import desk as requests
from lpgminutes.tui.screens.desk.releasing import Releasing

_LOOK_SECONDS = 0.5


class Watching(Releasing):
    """Looks again and again whether somebody else has written; one number is read for it, and no more.

    Under a dialog it does not look: what is asked there is about the case as it is seen.
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
        """Go on."""
        if self._looks is not None:
            self._looks.resume()

    def _look(self) -> None:
        if self.view is not None and not self._is_looking and not self.is_releasing:
            self._is_looking = True
            requests.look_for_changes(self, self.at_hand)

    @on(DeskRead)
    @on(NothingNew)
    @on(RequestFailed)
    def _look_again_later(self) -> None:
        self._is_looking = False
