"""The line that filters the action log as one types, and what was found or not understood under it."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Resize
from textual.message import Message
from textual.widgets import Input, Static

from lpgminutes.tui.commands.action_log import FILTER
from lpgminutes.tui.commands.command import bindings
from lpgminutes.tui.text import plain, spread
from lpgminutes.tui.widgets.one_line import OneLine

_HINT = "words, owner:pri, due<1aug, overdue, slips>1, no:owner, -word"


class FilterLine(Vertical):
    """An input; a sentence under it. What is not understood is said there, and nothing else happens."""

    DEFAULT_CSS = """
    FilterLine { height: 2; }
    FilterLine #filter-row { height: 1; padding: 0 2; }
    FilterLine #filter-label { width: 8; }
    FilterLine Input { width: 1fr; }
    FilterLine #filter-said { height: 1; padding: 0 2; text-wrap: nowrap; text-overflow: ellipsis; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(FILTER)]

    @dataclass
    class Typed(Message):
        """The filter has changed."""

        query: str

    @dataclass
    class Left(Message):
        """The list is to have the keyboard again."""

    def __init__(self) -> None:
        super().__init__()
        self._found: tuple[Content, Content] = (plain(""), plain(""))
        self._problem = ""

    def compose(self) -> ComposeResult:
        """Lay the input and the sentence."""
        with Horizontal(id="filter-row"):
            yield Static(plain("Filter"), id="filter-label")
            yield OneLine(id="filter", compact=True, select_on_focus=False, placeholder=_HINT)
        yield Static(id="filter-said")

    @property
    def input(self) -> Input:
        """The input itself."""
        return self.query_one(Input)

    @property
    def query_text(self) -> str:
        """What is typed."""
        return self.input.value

    @property
    def is_typed_in(self) -> bool:
        """Whether the keyboard is here."""
        return self.input.has_focus

    def put(self, query: str) -> None:
        """Put a query in without asking it: whoever does that asks."""
        if self.input.value != query:
            with self.input.prevent(Input.Changed):
                self.input.value = query
            self.input.cursor_position = len(query)

    def say_found(self, found: Content, order: Content) -> None:
        """Say what is listed and in which order; what was not understood before is understood now."""
        self._found, self._problem = (found, order), ""
        self._say()

    def say_problem(self, sentence: str) -> None:
        """Say what is not understood."""
        self._problem = sentence
        self._say()

    def on_resize(self, event: Resize) -> None:
        """Lay the sentence to the new width."""
        del event
        self._say()

    def _say(self) -> None:
        said = self.query_one("#filter-said", Static)
        said.set_class(bool(self._problem), "-problem")
        width = said.content_size.width or self.size.width - 4
        said.update(plain(f"! {self._problem}") if self._problem else spread(*self._found, width), layout=False)

    @on(Input.Changed)
    def _pass_on(self, changed: Input.Changed) -> None:
        changed.stop()
        self.post_message(self.Typed(changed.value))

    @on(Input.Submitted)
    def _enter(self, submitted: Input.Submitted) -> None:
        submitted.stop()
        self.action_submit()

    def action_submit(self) -> None:
        """Go to the list."""
        self.post_message(self.Left())

    def action_leave(self) -> None:
        """Go to the list."""
        self.post_message(self.Left())

    def action_empty(self) -> None:
        """Empty the filter."""
        self.input.value = ""
