"""A list of rows of which one is highlighted: quick with thousands, and steady when they are read again."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from textual.binding import BindingType
from textual.content import Content
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.geometry import Region, Size, Spacing
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from lpgminutes.tui.commands.command import bindings
from lpgminutes.tui.commands.shared import LIST
from lpgminutes.tui.widgets.line_view import LineView

Row = TypeVar("Row")

_CURSOR = "\N{LEFT HALF BLOCK}"
_NO_CURSOR = " "
_NO_SIGN = Content(" ")
_EDGE = 2
"""The width of the cursor and the sign before every line."""


class RowList(LineView, Generic[Row], can_focus=True):
    """Rows of one or two lines each. What a row is, and how it looks, a subclass says."""

    DEFAULT_CSS = """
    RowList { height: 1fr; scrollbar-size-vertical: 1; }
    RowList > .rows--highlight { background: $surface-lighten-1; }
    RowList:focus > .rows--highlight { background: $block-cursor-blurred-background; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--highlight"}
    IS_HIGHLIGHT_LASTING: ClassVar[bool] = True
    """Whether the highlight says something also while the keyboard is elsewhere."""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(LIST)]

    @dataclass
    class Highlighted(Message):
        """Another row is highlighted."""

        rows: "RowList[Any]"
        row: Any

    class Chosen(Highlighted):
        """A row was chosen."""

    cursor: reactive[int] = reactive(0)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self.rows: tuple[Row, ...] = ()

    def key_of(self, row: Row) -> Hashable:
        """Return what makes a row the same row when the list is read again."""
        raise NotImplementedError

    def lines_of(self, row: Row, width: int) -> Sequence[Content]:
        """Return the lines of a row."""
        raise NotImplementedError

    def row_height(self, width: int) -> int:  # noqa: ARG002 - a subclass may ask
        """Return how many lines a row has."""
        return 1

    @property
    def length(self) -> int:
        """How many rows there are; a list that holds only some of them says so here."""
        return len(self.rows)

    def row_at(self, position: int) -> Row | None:
        """Return the row at a position, or ``None`` where it is not at hand."""
        return self.rows[position] if position < len(self.rows) else None

    @property
    def highlighted(self) -> Row | None:
        """The highlighted row."""
        return self.row_at(self.cursor)

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows; the same one stays highlighted where it is still there."""
        if tuple(rows) == self.rows:
            return
        before, rows_before, cursor_before = self.highlighted, self.rows, self.cursor
        key = None if before is None else self.key_of(before)
        self.rows = tuple(rows)
        positions = {self.key_of(row): position for position, row in enumerate(self.rows)}
        self.set_reactive(RowList.cursor, positions.get(key, min(self.cursor, max(len(self.rows) - 1, 0))))
        top = self.scroll_offset
        self._measure()
        self._keep_in_sight()
        if (cursor_before, top) == (self.cursor, self.scroll_offset):
            self.redraw_after(rows_before)
        else:
            self.refresh()
        self._tell(before)

    def redraw_after(self, rows_before: Sequence[Row]) -> None:  # noqa: ARG002 - a subclass may ask
        """Draw anew what other rows have changed, with the cursor and the place where they were."""
        self.refresh()

    def highlight(self, key: Hashable) -> None:
        """Highlight the row with this key."""
        for position, row in enumerate(self.rows):
            if self.key_of(row) == key:
                self.cursor = position

    def _tell(self, before: Row | None) -> None:
        now = self.highlighted
        if now is not None and (before is None or self.key_of(now) != self.key_of(before)):
            self.post_message(self.Highlighted(self, now))

    def validate_cursor(self, cursor: int) -> int:
        """Keep the highlight on a row."""
        return max(0, min(cursor, self.length - 1))

    def watch_cursor(self, before: int, now: int) -> None:
        """Follow the highlight."""
        if before == now or not self.length:
            return
        top = self.scroll_offset
        self._keep_in_sight()
        if self.scroll_offset == top:
            self.redraw(before, now)
        else:
            self.refresh()
        row = self.row_at(now)
        if row is not None:
            self.post_message(self.Highlighted(self, row))

    def redraw(self, *positions: int) -> None:
        """Draw these rows anew and no others: what is sent to the terminal grows with what is drawn."""
        height = self.row_height(self.scrollable_content_region.width)
        for position in positions:
            self.refresh_lines(position * height, height)

    def notify_style_update(self) -> None:
        """Draw anew with another theme."""
        super().notify_style_update()
        self.refresh()

    def on_resize(self) -> None:
        """Lay the rows to the new width."""
        self._measure()
        self._keep_in_sight()

    def _measure(self) -> None:
        width = self.scrollable_content_region.width
        lines = self.length * self.row_height(width)
        if self.styles.height is not None and self.styles.height.is_auto:
            self.virtual_size = Size(width, lines)  # the list grows with its rows, and what is around it is laid anew
        else:
            self.set_length(lines)

    def _keep_in_sight(self) -> None:
        height = self.row_height(self.scrollable_content_region.width)
        region = Region(0, self.cursor * height, 1, height)
        self.scroll_to_region(region, animate=False, force=True, spacing=Spacing())

    def lines_at(self, position: int, width: int) -> Sequence[Content]:
        """Return the lines of the row at a position."""
        row = self.row_at(position)
        return () if row is None else self.lines_of(row, width)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        width = self.scrollable_content_region.width
        height = self.row_height(width)
        position, part = divmod(self.scroll_offset.y + y, height)
        if position >= self.length:
            return Strip.blank(width, self.rich_style)
        is_highlighted = position == self.cursor and (self.has_focus or self.IS_HIGHLIGHT_LASTING)
        ground = self.get_visual_style("rows--highlight") if is_highlighted else self.visual_style
        lines = self.lines_at(position, width - _EDGE - 1)
        edge = Content.styled(_CURSOR, "accent") if is_highlighted else Content(_NO_CURSOR)
        line = lines[part] if part < len(lines) else Content("")
        return self.drawn(edge + self.sign_at(position, part) + line, width=width, ground=ground)

    def sign_at(self, position: int, part: int) -> Content:  # noqa: ARG002 - a subclass may ask
        """Return the sign before a line of the row at a position."""
        return _NO_SIGN

    def on_click(self, event: Click) -> None:
        """Highlight the row under the pointer, or choose it when it is highlighted already."""
        position = (self.scroll_offset.y + event.y) // self.row_height(self.scrollable_content_region.width)
        if position >= self.length:
            return
        if position == self.cursor:
            self.action_choose()
        self.cursor = position

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Go down a row."""
        event.stop()
        self.cursor += 1

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Go up a row."""
        event.stop()
        self.cursor -= 1

    def _page(self) -> int:
        return max(1, self.size.height // self.row_height(self.scrollable_content_region.width) - 1)

    def action_up(self) -> None:
        """Go to the row above."""
        self.cursor -= 1

    def action_down(self) -> None:
        """Go to the row below."""
        self.cursor += 1

    def action_page_up(self) -> None:
        """Go up a page."""
        self.cursor -= self._page()

    def action_page_down(self) -> None:
        """Go down a page."""
        self.cursor += self._page()

    def action_first(self) -> None:
        """Go to the first row."""
        self.cursor = 0

    def action_last(self) -> None:
        """Go to the last row."""
        self.cursor = self.length - 1

    def action_choose(self) -> None:
        """Choose the highlighted row."""
        if self.highlighted is not None:
            self.post_message(self.Chosen(self, self.highlighted))
