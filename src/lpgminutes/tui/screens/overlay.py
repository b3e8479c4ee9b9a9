"""What lies over a screen: the help and the dialogs. The marking of the screen below stays above them."""

from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.events import Key, Paste
from textual.screen import ModalScreen

from lpgminutes.tui.screens.words import TellsWords
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


class Interruption(Overlay[Value], TellsWords):
    """A question that may come while a line is typed under it: it takes one letter, and what is more is a word.

    Words close it without an answer, and are typed on where they were meant for.
    """

    next_letter: ClassVar[float] = 0.7
    letters_of_a_word: ClassVar[int] = 2

    def turn_to_words(self, event: Key | Paste) -> None:
        """Make way for a paste."""
        if isinstance(event, Paste) and self._is_over_line:
            self.take_words()

    def may_begin_words(self, key: Key) -> bool:
        """Tell whether a letter may be one of the line: whoever types on looks at no dialog."""
        return self._is_over_line and key.is_printable

    def take_words(self) -> None:
        """Make way without an answer."""
        self.dismiss(None)

    @property
    def _is_over_line(self) -> bool:
        from lpgminutes.tui.widgets.line_editor import LineEditor  # late: the first frame waits for no domain

        *_, below, _ = self.app.screen_stack
        return isinstance(below.focused, LineEditor)
