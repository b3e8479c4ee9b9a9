"""A list whose lines are kept as they were drawn: beside the minutes it is drawn again with every line recorded."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import TypeVar

from textual.cache import LRUCache
from textual.geometry import Region
from textual.strip import Strip
from textual.style import Style

from lpgminutes.tui.widgets.row_list import RowList

Row = TypeVar("Row")

_DRAWN = 300


class KeptRows(RowList[Row]):
    """Rows that say by their value what is drawn of them."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._strips: LRUCache[tuple[Row | None, int, bool, int, Style], Strip] = LRUCache(_DRAWN)

    def notify_style_update(self) -> None:
        """Draw anew with another theme."""
        self._strips.clear()
        super().notify_style_update()

    def redraw_after(self, rows_before: Sequence[Row]) -> None:
        """Draw anew the rows that are not what stood in their place."""
        pairs = enumerate(zip_longest(rows_before, self.rows))
        self.redraw(*(position for position, (before, now) in pairs if before != now))

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines of a region: they are kept."""
        return self.kept_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Return a line as it was drawn, where the same row stands there in the same light."""
        width = self.scrollable_content_region.width
        position, part = divmod(self.scroll_offset.y + y, self.row_height(width))
        is_highlighted = position == self.cursor and (self.has_focus or self.IS_HIGHLIGHT_LASTING)
        key = (self.row_at(position), part, is_highlighted, width, self.visual_style)
        if key not in self._strips:
            self._strips[key] = super().render_line(y)
        return self._strips[key]
