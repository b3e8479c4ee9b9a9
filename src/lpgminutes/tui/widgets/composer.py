"""Where lines are typed: the place they go to, the line with its number to be, and under it what it will become.

The editor begins in the column in which the minutes print, so that a line stands as it will stand on paper.
"""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from lpgminutes.tui.text import plain
from lpgminutes.tui.widgets.frame import Column, Row
from lpgminutes.tui.widgets.line_editor import LineEditor
from lpgminutes.tui.widgets.said_line import SaidLine

LEAD_WIDTH = 8
"""Columns before the words: the margin of the minutes, and their numbers."""


class Composer(Column):
    """Shows what it is told, and hands keys on: what a line is and where it goes is not decided here."""

    DEFAULT_CSS = """
    Composer { height: auto; display: none; background: $surface; border-top: solid $accent; }
    Composer { border-title-color: $text; border-title-style: bold; }
    Composer.-open { display: block; }
    Composer > Static { height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
    Composer #typing-row { height: auto; padding: 0 2 0 0; }
    Composer #line-lead { width: 8; height: 1; padding: 0 0 0 2; color: $text-accent; }
    Composer #line-reading { padding: 0 2 0 8; color: $foreground 65%; }
    Composer #line-note { display: none; height: auto; text-wrap: wrap; padding: 0 2 0 8; color: $text-error; }
    Composer.-noted #line-note { display: block; }
    Composer.-editing { border-top: solid $warning; border-title-color: $text-warning; }
    """

    _place = Content("")
    _lead, _reading = Content(""), Content("")

    def compose(self) -> ComposeResult:
        """Lay the line, its reading, and a note for what went wrong; the place stands in the border."""
        with Row(id="typing-row"):
            yield SaidLine(id="line-lead")
            yield LineEditor(id="line")
        yield SaidLine(id="line-reading")
        yield Static(id="line-note")

    @property
    def editor(self) -> LineEditor:
        """The editor itself."""
        return self.query_one(LineEditor)

    @property
    def is_open(self) -> bool:
        """Whether it is on the screen."""
        return self.has_class("-open")

    @property
    def is_typed_in(self) -> bool:
        """Whether the keyboard is in it."""
        return self.screen.focused is self.editor

    def open(self) -> None:
        """Take the keyboard, at once: the next key belongs to the line."""
        self.add_class("-open")
        self.screen.set_focus(self.editor)

    def say_place(self, place: Content, *, is_editing: bool = False) -> None:
        """Say where the line will go, or which paragraph is edited."""
        self.set_class(is_editing, "-editing")
        self.editor.is_joining = is_editing
        if not place.is_same(self._place):
            self._place = place
            self.border_title = Content(" ").join((Content(""), place, Content("")))

    def say_reading(self, lead: Content, reading: Content) -> None:
        """Say what the line will become; nothing is laid anew for it."""
        self._lead, self._reading = lead, reading
        self.query_one("#line-lead", SaidLine).say(lead)
        self.query_one("#line-reading", SaidLine).say(self.editor.say_below(reading))

    def on_resize(self) -> None:
        """Break what is said anew: beside a pane that was opened or put away there are other columns for it."""
        self.call_after_refresh(lambda: self.say_reading(self._lead, self._reading))

    def note(self, sentence: str) -> None:
        """Say what went wrong, under the line, until it is put right; an empty sentence takes it away."""
        if sentence or self.has_class("-noted"):
            self.query_one("#line-note", Static).update(plain(sentence))
            self.set_class(bool(sentence), "-noted")
