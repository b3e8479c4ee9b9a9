"""The minutes as they will be printed, to be read and moved about in, paragraph by paragraph."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar

from textual.binding import BindingType
from textual.cache import LRUCache
from textual.content import Content
from textual.events import Click
from textual.geometry import Region, Spacing
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.style import Style

from lpgminutes.domain.document import MinutesDocument
from lpgminutes.tui.commands.command import bindings
from lpgminutes.tui.commands.minutes import MOVING, PARAGRAPH
from lpgminutes.tui.text import plain
from lpgminutes.tui.widgets.laid_paragraph import LaidParagraph, laid
from lpgminutes.tui.widgets.line_view import LineView
from lpgminutes.tui.widgets.minutes_layout import MinutesLayout

_WIDEST = 100
_MARGIN = 2
_DRAWN = 1000
"""Lines that are kept as they were drawn."""
_HERE = "\N{LEFT ONE QUARTER BLOCK} "


class MinutesView(LineView, can_focus=True):
    """Shows a document; knows which paragraph and which item are at hand."""

    DEFAULT_CSS = """
    MinutesView { height: 1fr; width: 1fr; overflow-y: scroll; }
    MinutesView > .minutes--cursor { background: $surface-lighten-1; }
    MinutesView:focus > .minutes--cursor { background: $block-cursor-blurred-background; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"minutes--cursor"}
    BINDINGS: ClassVar[list[BindingType]] = [*bindings((*MOVING, *PARAGRAPH))]

    @dataclass
    class Reached(Message):
        """Another paragraph or item is at hand."""

    @dataclass
    class Chosen(Message):
        """A paragraph was pointed at twice."""

        block: int

    block: reactive[int] = reactive(0)
    """The id of the block at hand; 0 when there is none."""
    item: reactive[str] = reactive("")
    """The number of the item at hand; empty when there is none."""
    is_cursor_shown: reactive[bool] = reactive(False)
    """Whether the paragraph at hand is marked also while the keyboard is elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.document: MinutesDocument | None = None
        self._blocks: tuple[int, ...] = ()
        self._layout = MinutesLayout()
        self._laid: tuple[LaidParagraph, ...] = ()
        self._tops: list[int] = [0]
        """The first line of each paragraph, and at the end the number of lines."""
        self._awaited = 0
        """The block to go to as soon as the paragraphs are laid: before the first frame there is no width."""
        self._strips: LRUCache[tuple[LaidParagraph, int, bool, int, Style], Strip] = LRUCache(_DRAWN)
        self._followed = ""
        """The item whose end is kept in sight, whatever is added to it and however the screen is laid."""

    # What is shown

    def show(self, document: MinutesDocument, blocks: Sequence[int]) -> None:
        """Show a document at the place where reading was; ``blocks`` are the ids of what prints, in order."""
        self.document, self._blocks = document, tuple(blocks)
        self._lay()
        if self.block not in self._blocks:
            self.block = 0

    def on_resize(self) -> None:
        """Lay the paragraphs to the new width."""
        self._lay()

    def notify_style_update(self) -> None:
        """Draw anew with another theme."""
        super().notify_style_update()
        self._strips.clear()
        self.refresh()

    def _lay(self) -> None:
        width = min(self.scrollable_content_region.width - 2 * _MARGIN, _WIDEST)
        if self.document is None or width < 1:
            return
        before = self._laid
        self._laid = tuple(
            laid(one, width) for one in self._layout.paragraphs(self.document, self._blocks, width=width)
        )
        self._tops = [0, *accumulate(one.height for one in self._laid)]
        self.set_length(self._tops[-1])
        self._refresh_from(_first_difference(before, self._laid))
        self._keep_end_in_sight()
        if self._awaited:
            self.go_to(self._awaited)
            self._awaited = 0

    def _refresh_from(self, position: int) -> None:
        """Draw what has changed: the lines from a paragraph on, and nothing before them."""
        top = self._tops[min(position, len(self._tops) - 1)] - self.scroll_offset.y
        height = self.size.height - max(0, top)
        if height > 0:
            self.refresh(Region(0, max(0, top), self.size.width, height))

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines of a region: they are kept."""
        return self.kept_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        number = self.scroll_offset.y + y
        width = self.scrollable_content_region.width
        if number >= self._tops[-1]:
            return self.drawn(plain(""), width=width, ground=self.visual_style)
        position = bisect_right(self._tops, number) - 1
        one = self._laid[position]
        line = number - self._tops[position]
        is_here = bool(self.item) and one.paragraph.item == self.item
        is_cursor = self._is_at_cursor(one) and not (line == 0 and one.paragraph.is_apart)
        ground = self.get_visual_style("minutes--cursor") if is_cursor else self.visual_style
        key = (one, line, is_here, width, ground)
        if key not in self._strips:
            margin = Content.styled(_HERE, "accent") if is_here else plain(" " * _MARGIN)
            self._strips[key] = self.drawn(margin + one.line(line), width=width, ground=ground)
        return self._strips[key]

    def _is_at_cursor(self, one: LaidParagraph) -> bool:
        return bool(self.block) and one.paragraph.block == self.block and (self.has_focus or self.is_cursor_shown)

    # Where one is

    def go_to(self, block: int, *, is_top_wanted: bool = False) -> None:
        """Make a paragraph the one at hand, and bring it in sight, at the top where that is wanted."""
        position = self._position(block)
        if position is None:
            self._awaited = 0 if self._laid else block
            return
        self.block = block
        self.item = self._laid[position].paragraph.item
        if is_top_wanted:
            top = self._tops[position] + self._laid[position].paragraph.is_apart
            self.scroll_to(y=top, animate=False, force=True, immediate=True)
        else:
            self._bring_in_sight(position)

    def follow(self, item: str) -> None:
        """Keep the end of an item in sight, where its next line will stand; of none, when it is empty."""
        self._followed = item
        if item:
            self.item = item
            self._keep_end_in_sight()

    def _keep_end_in_sight(self) -> None:
        positions = [n for n, one in enumerate(self._laid) if one.paragraph.item == self._followed]
        if positions and self._followed:
            self._bring_in_sight(positions[-1])

    def blocks_of(self, item: str) -> tuple[int, ...]:
        """Return the ids of the blocks of an item, its own first."""
        return tuple(one.paragraph.block for one in self._laid if one.paragraph.item == item and one.paragraph.block)

    def item_of(self, block: int) -> str:
        """Return the number of the item that a block belongs to."""
        position = self._position(block)
        return "" if position is None else self._laid[position].paragraph.item

    def _position(self, block: int) -> int | None:
        found = (n for n, one in enumerate(self._laid) if block and one.paragraph.block == block)
        return next(found, None)

    def _bring_in_sight(self, position: int) -> None:
        top, bottom = self._tops[position], self._tops[position + 1]
        region = Region(0, top, 1, bottom - top)
        self.scroll_to_region(region, animate=False, force=True, immediate=True, spacing=Spacing())

    def watch_block(self, block: int) -> None:
        """Follow the cursor with the item, and tell."""
        self.refresh()
        if block:
            self.item = self.item_of(block)
        self.post_message(self.Reached())

    def watch_item(self) -> None:
        """Mark another item as the one at hand."""
        self.refresh()
        self.post_message(self.Reached())

    # Keys

    def action_up(self) -> None:
        """Go to the paragraph above; at the first, read what stands over it."""
        self._step(-1)

    def action_down(self) -> None:
        """Go to the paragraph below; at the last, read what stands under it."""
        self._step(1)

    def _step(self, step: int) -> None:
        stops = [n for n, one in enumerate(self._laid) if one.paragraph.block]
        here = self._position(self.block)
        if here is None:
            self._go_to_first_in_sight(stops)
            return
        beyond = stops.index(here) + step
        if self._is_cut_off(here, step) or not 0 <= beyond < len(stops):
            self.scroll_relative(y=3 * step, animate=False, force=True, immediate=True)
        else:
            self.go_to(self._laid[stops[beyond]].paragraph.block)

    def _is_cut_off(self, position: int, step: int) -> bool:
        """Whether more of a paragraph is to be read in the direction in which one goes."""
        top, bottom = self.scroll_offset.y, self.scroll_offset.y + self.size.height
        return self._tops[position + 1] > bottom if step > 0 else self._tops[position] < top

    def _go_to_first_in_sight(self, stops: Sequence[int]) -> None:
        seen = [n for n in stops if self._tops[n + 1] > self.scroll_offset.y + 1]
        if seen or stops:
            self.block = self._laid[(seen or stops[-1:])[0]].paragraph.block

    def action_page_up(self) -> None:
        """Go up a page."""
        self._turn(-1)

    def action_page_down(self) -> None:
        """Go down a page."""
        self._turn(1)

    def _turn(self, step: int) -> None:
        self._followed = ""
        self.scroll_relative(y=step * max(1, self.size.height - 2), animate=False, force=True, immediate=True)
        if self.has_focus:
            self._go_to_first_in_sight([n for n, one in enumerate(self._laid) if one.paragraph.block])

    def action_scroll_home(self) -> None:
        """Go to the start."""
        self._go_to_edge(0)
        self.scroll_home(animate=False, force=True)

    def action_scroll_end(self) -> None:
        """Go to the end."""
        self._go_to_edge(-1)
        self.scroll_end(animate=False, force=True)

    def _go_to_edge(self, which: int) -> None:
        if self._blocks and self.has_focus:
            self.block = self._blocks[which]

    def on_focus(self) -> None:
        """Have a paragraph at hand as soon as the keyboard is here."""
        self._followed = ""
        if self.item_of(self.block) != self.item or not self.block:
            self.block = next(reversed(self.blocks_of(self.item)), 0)
        if not self.block:
            self._go_to_first_in_sight([n for n, one in enumerate(self._laid) if one.paragraph.block])
        self.refresh()

    def on_blur(self) -> None:
        """Take the mark of the cursor away."""
        self.refresh()

    def on_click(self, event: Click) -> None:
        """Go to the paragraph under the pointer; a second time chooses it."""
        number = self.scroll_offset.y + event.y
        if number >= self._tops[-1]:
            return
        block = self._laid[bisect_right(self._tops, number) - 1].paragraph.block
        if block and block == self.block and self.has_focus:
            self.post_message(self.Chosen(block))
        elif block:
            self.block = block


def _first_difference(before: Sequence[LaidParagraph], after: Sequence[LaidParagraph]) -> int:
    """Return the position of the first paragraph that is not the same in both."""
    pairs = zip(before, after, strict=False)
    return next((n for n, (one, other) in enumerate(pairs) if one is not other), min(len(before), len(after)))
