"""The editor of one paragraph: it wraps within its rows, and no key in it lays the screen anew."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.events import Key, Paste
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import TextArea

from lpgminutes.domain.capture.pasted import pasted_lines
from lpgminutes.domain.text import TEXT_LIMIT
from lpgminutes.tui.commands.command import bindings
from lpgminutes.tui.commands.typing import EDITOR, TYPING
from lpgminutes.tui.pasted_along import PastedAlong

_ROWS = ((20, 1), (30, 3), (45, 4))
"""Below so many lines of the screen, so many rows."""
_MOST_ROWS = 5
_TAKING_OUT = ("delete", "cut")
"""How the actions begin that take something out: not out of a line that is on its way."""
_LEFT_TO_THE_SCREEN = frozenset({"enter", "tab", "shift+tab", "escape"})


class LineEditor(TextArea):
    """Takes typing; what Enter and the other keys of typing do, its screen says."""

    DEFAULT_CSS = """
    LineEditor { width: 1fr; height: 1; border: none; padding: 0; background: transparent; scrollbar-size: 0 0;
        &:focus { border: none; }
        & .text-area--cursor-line { background: transparent; }
        & .editor--reading { color: $foreground 65%; background: $surface; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"editor--reading"}
    BINDINGS: ClassVar[list[BindingType]] = [*bindings((*TYPING, *EDITOR))]

    @dataclass
    class Pasted(Message):
        """Lines were pasted: the first is in the editor, the others come after it."""

    @dataclass
    class NotPasted(Message):
        """What was to be pasted is longer than what is typed at once."""

        length: int

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
        self.refused = ""
        """The line that was refused: whoever types on behind it, as it is, types the next one."""
        self.put_off = ""
        """The refused line over which another one was begun, until its screen has taken it."""
        self.typed_since = ""
        """What was being typed when a line was refused: whoever types on behind that goes on with it."""
        self.gone_on_with = ""
        """The line that somebody went on with in that way, until its screen has taken it."""
        self.pasted_along = PastedAlong()
        self.text_after = ""
        """What the next key goes on with when what is shown is on its way: a line that was put aside."""
        self.is_joining = False
        """Whether the lines of a paste are one: a paragraph is changed, and no line of its own is typed."""
        self.is_offered = False
        """Whether a list of names or phrases is open, which the arrows move in."""
        self.when_gone: Callable[[], None] | None = None
        """What is done when it goes, with everything that was typed in it."""
        self.before_a_cut: Callable[[], None] = lambda: None
        """What is done before something is taken out by a key, or typed over."""
        self._reading: list[Content] = []
        self._reading_row = 0
        self._is_style_known = False

    def on_unmount(self) -> None:
        """Let what is typed be taken up for the last time."""
        if self.when_gone is not None:
            self.when_gone()

    def say_in_its_place(self, words: Content) -> None:
        """Say what may be typed, where nothing is."""
        self.placeholder = words

    def put(self, text: str, *, cursor: int | None = None) -> None:
        """Show another text, as if it were the first; the cursor goes to its end unless told."""
        self.is_sent, self.text_after, self.refused, self.typed_since = False, "", "", ""
        self.pasted_along.begin_anew()
        self.load_text(text)
        self.move_cursor(self._location(len(text) if cursor is None else cursor))

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
        """Take the rows that the screen has room for, whatever is typed: else everything above would move with it."""
        height = self.screen.size.height
        rows = next((rows for below, rows in _ROWS if height < below), _MOST_ROWS)
        if self.styles.height is None or self.styles.height.value != rows:
            self.styles.height = rows

    def say_below(self, reading: Content) -> Content:
        """Show a reading in the rows after the text; return what of it finds no row there."""
        rows, width = self.wrapped_document.height, self.size.width
        free = max(0, self.size.height - rows)
        lines = list(reading.wrap(width)) if width and reading else []
        if (rows, lines) != (self._reading_row, self._reading):
            first = min(rows, self._reading_row)
            self._reading_row, self._reading = rows, lines
            self.refresh(Region(0, first, width, max(1, self.size.height - first)))
        return Content(" ").join(lines[free:])

    def _refresh_size(self) -> None:
        """Follow the length of the text without laying the screen anew."""
        size = Size(0, self.wrapped_document.height)
        if size != self.virtual_size:
            self.set_reactive(Widget.virtual_size, size)
            self._scroll_update(size)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw rows; their colours are looked up when they may have changed, not for every key."""
        if self._is_style_known:
            return ScrollView.render_lines(self, crop)
        self._is_style_known = True
        return super().render_lines(crop)

    def notify_style_update(self) -> None:
        """Look the colours up again."""
        self._is_style_known = False
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """Draw one row: of the text, or of the reading after it."""
        row = y - self.wrapped_document.height
        if not 0 <= row < len(self._reading) or self._reading_row != self.wrapped_document.height:
            return super().render_line(y)
        style = self.get_visual_style("editor--reading")
        fitted = self._reading[row].truncate(self.size.width, ellipsis=True, pad=True)
        return Strip(fitted.render_segments(style), fitted.cell_length)

    def _location(self, place: int) -> tuple[int, int]:
        before = self.text[:place].split("\n")
        return (len(before) - 1, len(before[-1]))

    def _begin_anew_when_sent(self) -> None:
        if self.is_sent:
            self.put(self.text_after)
            self.post_message(self.OverWritten())
        elif self.refused and self.text == self.refused and self.cursor == len(self.text):
            self.put_off, self.gone_on_with = self.refused, self.typed_since
            self.put(self.gone_on_with)
            self.post_message(self.OverWritten())

    async def _on_key(self, event: Key) -> None:
        if actions := self._actions_at(event.key):
            event.prevent_default()
            event.stop()
            for action in actions:
                is_taking_out = action.startswith(_TAKING_OUT)
                if is_taking_out and not self.is_sent:
                    self.before_a_cut()
                if not (is_taking_out and self.is_sent):
                    await self.run_action(action)
        elif event.key in _LEFT_TO_THE_SCREEN:
            event.prevent_default()
        elif event.is_printable:
            if not self.selection.is_empty and not self.is_sent:
                self.before_a_cut()
            self._begin_anew_when_sent()
        elif _is_written(event):
            event.prevent_default()
            event.stop()
            self.type_in(event.character or "")

    def _actions_at(self, key: str) -> tuple[str, ...]:
        """Return what is done at a key, by the screen or else here: at once, before a key behind it is taken in."""
        actions = tuple(binding.action for binding in self._bindings.key_to_bindings.get(key, ()))
        return tuple(action for action in actions if action.startswith("screen.")) or actions

    async def _on_paste(self, event: Paste) -> None:
        event.prevent_default()
        event.stop()
        self._take_pasted(event.text)

    def action_paste(self) -> None:
        """Put in what was cut or copied here, as what comes from elsewhere is."""
        self._take_pasted(self.app.clipboard)

    def _take_pasted(self, text: str) -> None:
        lines = pasted_lines(text) or (text,) * (text.splitlines() == [text])
        if len(text) > TEXT_LIMIT:
            self.post_message(self.NotPasted(len(text)))
        elif lines and self.is_joining and not self.is_sent:
            self.type_in(" ".join(lines))
        elif lines:
            self._paste_lines(lines, is_ended=len(lines) > 1 or text.splitlines() != text.split("\n"))
            self.post_message(self.Pasted())

    def _paste_lines(self, lines: tuple[str, ...], *, is_ended: bool) -> None:
        """Put the first line in where the cursor is; behind a paste whose lines are whole, it is another one."""
        if not self.is_sent and self.pasted_along.is_behind(self.text) and self.cursor == len(self.text):
            self.pasted_along.add_behind(lines)
        else:
            self.type_in(lines[0])
            self.pasted_along.add(lines[1:], shown=self.text, is_ended=is_ended)

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


def _is_written(key: Key) -> bool:
    """Whether a key writes what shows nothing by itself: a space that is not broken at, what joins an emoji."""
    return key.character is not None and unicodedata.category(key.character) in {"Zs", "Cf"}
