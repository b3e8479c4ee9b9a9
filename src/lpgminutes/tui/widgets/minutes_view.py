"""The minutes as they will be printed, to be read and moved about in."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from lpgminutes.domain.document import MinutesDocument
from lpgminutes.tui.commands.command import bindings
from lpgminutes.tui.commands.shared import READING
from lpgminutes.tui.text import plain
from lpgminutes.tui.widgets.line_view import LineView
from lpgminutes.tui.widgets.minutes_layout import Paragraph, Run, paragraphs

_WIDEST = 100
_MARGIN = 2


class MinutesView(LineView, can_focus=True):
    """Shows a document; knows which item is at hand."""

    DEFAULT_CSS = """
    MinutesView { height: 1fr; width: 1fr; scrollbar-size-vertical: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(READING)]

    @dataclass
    class ItemReached(Message):
        """Reading has come to another item."""

        number: str

    item: reactive[str] = reactive("")
    """The number of the item at hand; empty above the first."""

    def __init__(self) -> None:
        super().__init__()
        self.document: MinutesDocument | None = None
        self._lines: tuple[Content, ...] = ()
        self._starts: dict[str, int] = {}
        self._after_items = 0
        self._leads_itself = False

    def show(self, document: MinutesDocument) -> None:
        """Show a document, at the place where reading was."""
        self.document = document
        self._lay()

    def go_to(self, number: str, *, is_end_wanted: bool = False) -> None:
        """Bring an item to the top, or the last line of it to the bottom."""
        if number not in self._starts:
            return
        line = self._starts[number]
        if is_end_wanted:
            later = [start for start in self._starts.values() if start > line]
            end = min(later, default=self._after_items)
            line = max(0, end - self.size.height)
        self._leads_itself = True
        self.scroll_to(y=line, animate=False, force=True, immediate=True)
        self._leads_itself = False
        self.item = number

    def next_item(self, step: int) -> str:
        """Return the number of the item that is some steps away from the one at hand."""
        numbers = list(self._starts)
        if not numbers:
            return ""
        here = numbers.index(self.item) if self.item in numbers else -1
        return numbers[max(0, min(here + step, len(numbers) - 1))]

    def watch_item(self, number: str) -> None:
        """Tell which item is at hand."""
        self.post_message(self.ItemReached(number))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Follow the reading."""
        super().watch_scroll_y(old_value, new_value)
        if not self._leads_itself:
            numbers = ["", *self._starts]
            top = bisect_right(list(self._starts.values()), round(new_value))
            self.item = numbers[top]

    def on_resize(self) -> None:
        """Lay the paragraphs to the new width."""
        self._lay()

    def notify_style_update(self) -> None:
        """Draw anew with another theme."""
        super().notify_style_update()
        self.refresh()

    def action_page_up(self) -> None:
        """Go up a page."""
        self.scroll_relative(y=-max(1, self.size.height - 2), animate=False)

    def action_page_down(self) -> None:
        """Go down a page."""
        self.scroll_relative(y=max(1, self.size.height - 2), animate=False)

    def action_scroll_home(self) -> None:
        """Go to the start."""
        self.scroll_home(animate=False)

    def action_scroll_end(self) -> None:
        """Go to the end."""
        self.scroll_end(animate=False)

    def _lay(self) -> None:
        width = min(self.scrollable_content_region.width - 2 * _MARGIN, _WIDEST)
        if self.document is None or width < 1:
            return
        lines: list[Content] = []
        self._starts = {}
        for paragraph in paragraphs(self.document, width=width):
            lines += [plain("")] if paragraph.is_apart and lines else []
            if paragraph.item:
                self._starts[paragraph.item] = len(lines)
            if paragraph.ends_items:
                self._after_items = len(lines)
            lines += wrapped(paragraph, width)
        self._lines = tuple(lines)
        self.virtual_size = Size(self.scrollable_content_region.width, len(lines))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        number = self.scroll_offset.y + y
        line = self._lines[number] if number < len(self._lines) else plain("")
        return self.drawn(line.pad_left(_MARGIN), width=self.scrollable_content_region.width, ground=self.visual_style)


@lru_cache(maxsize=4096)
def wrapped(paragraph: Paragraph, width: int) -> tuple[Content, ...]:
    """Return the lines of a paragraph; a lead that is too long for its place stands on a line of its own."""
    indent = min(paragraph.indent, width // 2)
    lines = list(_assembled(paragraph.words).wrap(width - indent)) if paragraph.words else []
    lines = [line.pad_left(indent) for line in lines]
    if not paragraph.lead:
        return tuple(lines)
    lead = _assembled(paragraph.lead).pad_left(min(paragraph.lead_at, indent))
    if lead.cell_length < max(indent, 1) and lines:
        first = lead.pad_right(indent - lead.cell_length) + lines[0][indent:]
        return (first, *lines[1:])
    return (*lead.wrap(width), *lines)


def _assembled(runs: tuple[Run, ...]) -> Content:
    return Content("").join(plain(text, style) for text, style in runs)
