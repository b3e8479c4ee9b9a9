"""One line of typing at the bottom of the minutes. What is typed goes away only when it is stored."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Paste
from textual.message import Message
from textual.widgets import Input, Static

from lpgminutes.tui.commands.command import bindings
from lpgminutes.tui.commands.meeting import LINE
from lpgminutes.tui.text import plain


class TypedLine(Input):
    """An input that takes a paste of several lines for what it is; a plain one drops all but the first."""

    @dataclass
    class LinesPasted(Message):
        """Several lines were pasted; the first is in the input already."""

        following: tuple[str, ...]

    def on_paste(self, event: Paste) -> None:
        """Put the first line in, and report those that follow."""
        lines = [line for line in event.text.splitlines() if line.strip()]
        event.prevent_default()
        event.stop()
        if lines:
            self.replace(lines[0], *self.selection)
            self.post_message(self.LinesPasted(tuple(lines[1:])))


class LineInput(Vertical):
    """The item that is typed under, the line, and what it will become."""

    DEFAULT_CSS = """
    LineInput { height: auto; display: none; }
    LineInput.-open { display: block; }
    LineInput Static { height: auto; padding: 0 2; }
    LineInput TypedLine { margin: 0 2; width: 1fr; }
    LineInput #line-reading { height: 1; }
    .-narrow LineInput #line-reading { height: 2; }
    LineInput.-pasted #line-reading { height: auto; }
    LineInput #line-refusal { display: none; }
    LineInput.-refused #line-refusal { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(LINE)]

    @dataclass
    class Typed(Message):
        """The line has changed."""

        line: str

    @dataclass
    class Entered(Message):
        """A line is to be recorded."""

        line: str

    @dataclass
    class Left(Message):
        """Typing is over for now."""

    @dataclass
    class OtherItemWanted(Message):
        """The line is to go under another item."""

        step: int

    @dataclass
    class PageWanted(Message):
        """The minutes are to be read further up or down."""

        step: int

    @dataclass
    class UndoWanted(Message):
        """The line that was recorded last is to be taken back."""

    def __init__(self) -> None:
        super().__init__()
        self.following: tuple[str, ...] = ()
        """Lines that were pasted and come after the one in the input."""
        self._on_their_way: list[str] = []

    def compose(self) -> ComposeResult:
        """Lay the three lines, and a fourth for a refusal."""
        yield Static(id="line-place")
        yield TypedLine(id="line", compact=True, select_on_focus=False)
        yield Static(id="line-reading")
        yield Static(id="line-refusal")

    @property
    def line(self) -> TypedLine:
        """The input itself."""
        return self.query_one(TypedLine)

    @property
    def is_open(self) -> bool:
        """Whether somebody is typing here."""
        return self.has_class("-open")

    def open(self) -> None:
        """Take the keyboard, at once: the next key belongs to the line."""
        self.add_class("-open")
        self.screen.set_focus(self.line)

    def close(self) -> None:
        """Go out of the way; what is typed stays."""
        self.remove_class("-open")

    def say_place(self, place: Content) -> None:
        """Say where the line will go."""
        self.query_one("#line-place", Static).update(place)

    def say_reading(self, reading: Content) -> None:
        """Say what the line will become; the screen is laid anew only for a paste, not for every key."""
        was_pasted = self.has_class("-pasted")
        self.set_class(bool(self.following), "-pasted")
        is_laid_anew = was_pasted or bool(self.following)
        self.query_one("#line-reading", Static).update(reading, layout=is_laid_anew)

    def say_stored(self, line: str) -> str | None:
        """Take a stored line out of the input; return the next pasted one, which is on its way then."""
        if line in self._on_their_way:
            self._on_their_way.remove(line)
        self.remove_class("-refused")
        if self.line.value == line:
            self.line.value = ""
        if self.following and not self.line.value:
            first, self.following = self.following[0], self.following[1:]
            self.line.value = first
            self._on_their_way.append(first)
            return first
        return None

    def say_refused(self, line: str, sentence: str) -> None:
        """Say why a line was not stored; it is in the input again, or still."""
        self._on_their_way = [other for other in self._on_their_way if other != line]
        self.query_one("#line-refusal", Static).update(plain("! Not recorded: ", "bold") + plain(sentence))
        self.add_class("-refused")
        if self.line.value != line:
            typed = "" if self.line.value in self._on_their_way else self.line.value
            self.following = tuple(text for text in (typed, *self.following) if text)
            self.line.value = line
            self.line.cursor_position = len(line)

    @on(TypedLine.LinesPasted)
    def _keep_the_others(self, pasted: TypedLine.LinesPasted) -> None:
        pasted.stop()
        self.following = (*pasted.following, *self.following)
        self.post_message(self.Typed(self.line.value))

    @on(Input.Changed)
    def _pass_on(self, changed: Input.Changed) -> None:
        changed.stop()
        sent = "".join(self._on_their_way[-1:])
        if sent and changed.value != sent and changed.value.startswith(sent):
            self.line.value = changed.value.removeprefix(sent)
            self.line.cursor_position = len(self.line.value)
            return
        self.post_message(self.Typed(changed.value))

    @on(Input.Submitted)
    def _enter(self, submitted: Input.Submitted) -> None:
        submitted.stop()
        self.action_submit()

    def action_submit(self) -> None:
        """Have the line recorded; one that is on its way already is not sent twice."""
        line = self.line.value
        if line.strip() and line not in self._on_their_way:
            self._on_their_way.append(line)
            self.post_message(self.Entered(line))

    def action_leave(self) -> None:
        """Drop the lines that were pasted along, or else stop typing."""
        if self.following:
            self.following = ()
            self.post_message(self.Typed(self.line.value))
        else:
            self.post_message(self.Left())

    def action_next_item(self) -> None:
        """Type under the next item."""
        self.post_message(self.OtherItemWanted(1))

    def action_previous_item(self) -> None:
        """Type under the previous item."""
        self.post_message(self.OtherItemWanted(-1))

    def action_page_up(self) -> None:
        """Read further up."""
        self.post_message(self.PageWanted(-1))

    def action_page_down(self) -> None:
        """Read further down."""
        self.post_message(self.PageWanted(1))

    def action_undo(self) -> None:
        """Take back the line recorded last: only while nothing is typed, for it is no undo of typing."""
        if not self.line.value:
            self.post_message(self.UndoWanted())
