"""What lies over a screen: the help and the dialogs. The marking of the screen below stays above them."""

from typing import Generic, TypeVar

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

from lpgminutes.tui.widgets.marking_banner import MarkingBanner

Value = TypeVar("Value")

LOW = 20
"""Below so many lines a screen keeps them for what it is for."""


class Overlay(ModalScreen["Value | None"], Generic[Value]):
    """A screen over another, under the same marking."""

    def compose(self) -> ComposeResult:
        """Lay the marking, and what lies under it."""
        yield MarkingBanner()
        yield from self.body()

    def body(self) -> ComposeResult:
        """Yield what lies under the marking."""
        raise NotImplementedError

    @property
    def is_low(self) -> bool:
        """Whether there are few lines, as the styles know it too."""
        return self.app.size.height < LOW

    def lines_for_list(self, wanted: int, *, around: int) -> int:
        """Return how many lines a list may have, with so many around it, for all of the dialog to be on the screen."""
        return max(1, min(wanted, self.app.size.height - around))

    def dismiss(self, result: "Value | None" = None) -> AwaitComplete:
        """Close, once: a second key that was on its way already must not close what lies below."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def on_mount(self) -> None:
        """Show the marking of the screen below."""
        banner = self.query_one(MarkingBanner)
        for below in reversed(self.app.screen_stack[:-1]):
            for other in below.query(MarkingBanner):
                banner.marking, banner.place = other.marking, other.place
                return
