"""The line at the bottom of the desk in which words are looked for: which of how many places is at hand beside them."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from lpgminutes.tui.commands.command import bindings
from lpgminutes.tui.commands.desk_find import FIND_LINE
from lpgminutes.tui.text import plain
from lpgminutes.tui.widgets.one_line import OneLine


class DeskFindLine(Horizontal):
    """An input, and how often what is typed stands in the minutes."""

    DEFAULT_CSS = """
    DeskFindLine { display: none; height: 1; padding: 0 2; background: $surface; }
    DeskFindLine.-open { display: block; }
    DeskFindLine #find-words-label { width: 6; }
    DeskFindLine Input { width: 1fr; }
    DeskFindLine #find-words-said { width: auto; padding: 0 0 0 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(FIND_LINE)]

    @dataclass
    class Typed(Message):
        """Other words are looked for."""

        words: str

    @dataclass
    class Stepped(Message):
        """The next place is wanted, or the one before."""

        step: int

    @dataclass
    class Left(Message):
        """The minutes are to have the keyboard again."""

        is_taken: bool
        """Whether what was found stays chosen."""

    def compose(self) -> ComposeResult:
        """Lay the input, and what is said of it."""
        yield Static(plain("Find", "bold"), id="find-words-label")
        yield OneLine(id="find-words", compact=True, placeholder="words of these minutes")
        yield Static(id="find-words-said")

    @property
    def input(self) -> Input:
        """The input itself."""
        return self.query_one(Input)

    def open(self) -> None:
        """Begin with nothing typed."""
        with self.input.prevent(Input.Changed):
            self.input.value = ""
        self.say("")
        self.add_class("-open")

    def close(self) -> None:
        """Be out of sight."""
        self.remove_class("-open")

    def say(self, words: str, style: str = "") -> None:
        """Say which of how many places is at hand."""
        self.query_one("#find-words-said", Static).update(plain(words, style))

    @on(Input.Changed)
    def _pass_on(self, changed: Input.Changed) -> None:
        changed.stop()
        self.post_message(self.Typed(changed.value))

    @on(Input.Submitted)
    def _enter(self, submitted: Input.Submitted) -> None:
        submitted.stop()
        self.action_take()

    def action_take(self) -> None:
        """Leave chosen what was found."""
        self.post_message(self.Left(is_taken=True))

    def action_leave(self) -> None:
        """Go back to where one was."""
        self.post_message(self.Left(is_taken=False))

    def action_next(self) -> None:
        """Go to the next place."""
        self.post_message(self.Stepped(1))

    def action_previous(self) -> None:
        """Go to the place before."""
        self.post_message(self.Stepped(-1))
