"""Two people at one case."""

from textual import on

from lpgminutes.tui.messages.desk import DeskRead
from lpgminutes.tui.requests.desk import look_for_changes
from lpgminutes.tui.screens.desk.releasing import Releasing
from lpgminutes.tui.screens.watching import WatchingScreen


class Watching(WatchingScreen, Releasing):
    """Shows what somebody else does to the case."""

    @property
    def can_look(self) -> bool:
        """Whether the case is shown, and not being released."""
        return self.view is not None and not self.is_releasing

    def look_for_changes(self) -> None:
        """Ask whether the case was changed; answered by ``DeskRead`` or ``NothingNew``."""
        look_for_changes(self, self.at_hand)

    @on(DeskRead)
    def _have_read(self) -> None:
        self.have_looked()
