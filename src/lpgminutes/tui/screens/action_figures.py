"""The figures of the log that is shown: ageing and slippage, owner by owner."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from lpgminutes.domain.sayings.written_dates import long_date
from lpgminutes.tui.commands.action_figures import ACTION_FIGURES
from lpgminutes.tui.commands.command import bindings
from lpgminutes.tui.commands.shared import EVERYWHERE, READING
from lpgminutes.tui.messages.action_log import FiguresRead
from lpgminutes.tui.messages.shared import RequestFailed
from lpgminutes.tui.requests.action_log import read_figures
from lpgminutes.tui.screens.shell import Section, ShellScreen
from lpgminutes.tui.text import plain
from lpgminutes.tui.widgets.action_chart import ActionChart
from lpgminutes.tui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from lpgminutes.domain.action_log.query import ActionListing

_NOTHING = ("No open action is listed.", "", "Esc goes back to the log; 0 there shows every open action.")


class ActionFiguresScreen(ShellScreen):
    """Bars, and what they say in words."""

    CSS_PATH = Path(__file__).parent.parent / "styles" / "action_figures.tcss"
    COMMANDS_HERE = ACTION_FIGURES
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(ACTION_FIGURES)]
    AUTO_FOCUS = "ActionChart"

    def __init__(self, listing: "ActionListing", words: str, marking: str) -> None:
        super().__init__()
        self._listing = listing
        self._words = words
        self._marking = marking

    def body(self) -> ComposeResult:
        """Lay what the figures are of, and the bars."""
        yield Static(id="figures-title", classes="panel-title")
        yield ActionChart()
        yield EmptyState(plain("Counting\N{HORIZONTAL ELLIPSIS}"))

    def on_mount(self) -> None:
        """Count."""
        self.banner.marking, self.banner.place = self._marking, "action log"
        self.query_one(ActionChart).display = False
        self.reload()

    def reload(self) -> None:
        """Count again."""
        read_figures(self, self._listing)

    @on(FiguresRead)
    def _show(self, read: FiguresRead) -> None:
        chart, empty = self.query_one(ActionChart), self.query_one(EmptyState)
        title = f"{self._words}, as at {long_date(read.figures.as_at)}"
        self.query_one("#figures-title", Static).update(plain(title))
        is_empty = not read.figures.total.outstanding
        empty.say(*_NOTHING)
        empty.display, chart.display = is_empty, not is_empty
        chart.show_figures(read.figures)
        self.set_focus(None if is_empty else chart)
        self.show_keys()

    def say_what_failed(self, failed: RequestFailed) -> None:
        """Say why there is nothing to show."""
        self.query_one(EmptyState).say(failed.title, "", failed.sentence, "", "F5 tries again, Esc goes back.")

    def help_words(self) -> str:
        """Say what is counted."""
        return (
            "The open actions of the list that was shown, counted for each owner; one with several owners counts "
            "for each of them. Age is counted in days from the meeting that raised it. A slip is a due date that "
            "was moved to a later day."
        )

    def help_sections(self) -> tuple[Section, ...]:
        """Return the commands of the screen."""
        return (("On this screen", ACTION_FIGURES), ("In the text", READING), ("On every screen", EVERYWHERE))
