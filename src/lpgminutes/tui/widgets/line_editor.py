"""The editor of one paragraph: it wraps, grows by a row when it must, and lays nothing else anew."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.events import Key, Paste
from textual.message import Message
from textual.widgets import TextArea

from lpgminutes.tui.commands.command import bindings
from lpgminutes.tui.commands.typing import EDITOR, TYPING

_MOST_ROWS = 6
_LEFT_TO_THE_SCREEN = frozenset({"enter", "tab", "shift+tab", "escape"})


class LineEditor(TextArea):
    """Takes typing; what Enter and the other keys of typing do, its screen says."""

    DEFAULT_CSS = """
    LineEditor { width: 1fr; height: 1; border: none; padding: 0; background: transparent; scrollbar-size: 0 0;
        &:focus { border: none; }
        & .text-area--cursor-line { background: transparent; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings((*TYPING, *EDITOR))]

    @dataclass
    class Pasted(Message):
        """Something was pasted: it is not in the editor yet."""

        text: str

    @dataclass
    class OfferWanted(Message):
        """Another of the names or phrases that are offered is wanted."""

        step: int

    @dataclass
    class LeftUpwards(Message):
        """The cursor was in the first row and wants further up."""

    @dataclass
    class OverWritten(Message):
        """A key was pressed on a line that is on its way: it begins the next one."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id, soft_wrap=True, compact=True, highlight_cursor_line=False, max_checkpoints=200)
        self.cursor_blink = False
        self.is_sent = False
        """Whether what it shows is on its way to the store; the next key begins a new line."""
        self.is_offered = False
        """Whether a list of names or phrases is open, which the arrows move in."""

    def say_in_its_place(self, words: Content) -> None:
        """Say what may be typed, where nothing is."""
        self.placeholder = words

    def put(self, text: str, *, cursor: int | None = None) -> None:
        """Show another text, as if it were the first; the cursor goes to its end unless told."""
        self.is_sent = False
        self.load_text(text)
        self.move_cursor(self._location(len(text) if cursor is None else cursor))
        self.fit()

    def type_in(self, text: str) -> None:
        """Put a text in where the cursor is, over what is selected."""
        self._begin_anew_when_sent()
        result = self.replace(text, *self.selection, maintain_selection_offset=False)
        self.move_cursor(result.end_location)

    def put_over(self, start: int, text: str) -> None:
        """Put a text over what stands between a place and the cursor."""
        result = self.replace(text, self._location(start), self.cursor_location, maintain_selection_offset=False)
        self.move_cursor(result.end_location)

    @property
    def cursor(self) -> int:
        """The place of the cursor in the text."""
        row, column = self.cursor_location
        return sum(len(self.document[line]) + 1 for line in range(row)) + column

    @property
    def can_undo(self) -> bool:
        """Whether there is typing to take back."""
        return bool(self.history.undo_stack)

    def fit(self) -> None:
        """Take as many rows as the text needs: the one thing in typing that lays the screen anew."""
        rows = max(1, min(self.wrapped_document.height, _MOST_ROWS, self.screen.size.height // 5))
        if self.styles.height is None or self.styles.height.value != rows:
            self.styles.height = rows

    def _location(self, place: int) -> tuple[int, int]:
        before = self.text[:place].split("\n")
        return (len(before) - 1, len(before[-1]))

    def _begin_anew_when_sent(self) -> None:
        if self.is_sent:
            self.is_sent = False
            self.load_text("")
            self.post_message(self.OverWritten())

    async def _on_key(self, event: Key) -> None:
        if event.key in _LEFT_TO_THE_SCREEN:
            event.prevent_default()
        elif event.is_printable:
            self._begin_anew_when_sent()
        elif self.is_sent and event.key in {"backspace", "delete"}:
            event.prevent_default()
            event.stop()

    async def _on_paste(self, event: Paste) -> None:
        event.prevent_default()
        event.stop()
        self.post_message(self.Pasted(event.text))

    def _on_resize(self) -> None:
        super()._on_resize()
        self.call_after_refresh(self.fit)

    def action_cursor_up(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's signature
        """Go up a row; what is offered comes first, and from the first row the screen decides."""
        if select:
            super().action_cursor_up(select)
        elif self.is_offered:
            self.post_message(self.OfferWanted(-1))
        elif self.wrapped_document.location_to_offset(self.cursor_location).y == 0:
            self.post_message(self.LeftUpwards())
        else:
            super().action_cursor_up()

    def action_cursor_down(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's signature
        """Go down a row; what is offered comes first."""
        if self.is_offered and not select:
            self.post_message(self.OfferWanted(1))
        else:
            super().action_cursor_down(select)
