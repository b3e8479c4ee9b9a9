"""A list of any length that holds only the pages near the screen; what has not come yet is a placeholder."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from textual.content import Content
from textual.message import Message

from lpgminutes.tui.text import plain
from lpgminutes.tui.widgets.row_list import RowList

Row = TypeVar("Row")

PAGE = 64
"""How many rows come together: more than any screen shows at once."""
_KEPT_BESIDE = 2
"""How many pages on either side of the screen are kept when one scrolls on."""
_WAITING = "\N{HORIZONTAL ELLIPSIS}"


class PagedList(RowList[Row]):
    """Asks for pages with ``PageWanted`` and is given them with ``take_in``."""

    @dataclass
    class PageWanted(Message):
        """The rows of a page are about to be seen."""

        rows: "PagedList[Any]"
        first: int
        """The position of its first row."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._pages: dict[int, tuple[Row, ...]] = {}
        self._asked: set[int] = set()
        self._length = 0

    @property
    def length(self) -> int:
        """How many rows there are, here or in the store."""
        return self._length

    def row_at(self, position: int) -> Row | None:
        """Return the row at a position, when its page has come."""
        number, place = divmod(position, PAGE)
        page = self._pages.get(number, ())
        return page[place] if place < len(page) else None

    def show_page(self, first: int, rows: Sequence[Row], *, length: int, is_same: bool) -> None:
        """Show a list of ``length`` rows, of which a page has come.

        Of the same list, read again, the same row stays highlighted; of another one it is the first.
        """
        before = self.highlighted
        self._pages, self._asked, self._length = {first // PAGE: tuple(rows)}, set(), length
        cursor = self._place_of(before, first, rows) if is_same else 0
        self.set_reactive(RowList.cursor, max(0, min(cursor, length - 1)))
        self._measure()
        self._keep_in_sight()
        self.refresh()
        self._tell(before)

    def _place_of(self, row: Row | None, first: int, rows: Sequence[Row]) -> int:
        """Return where a row stands now, when it is among those that came; else where the highlight was."""
        keys = [self.key_of(one) for one in rows]
        key = None if row is None else self.key_of(row)
        return first + keys.index(key) if key in keys else self.cursor

    def take_in(self, first: int, rows: Sequence[Row]) -> None:
        """Put a page in the place of its placeholders."""
        number = first // PAGE
        self._asked.discard(number)
        was_highlighted = self.highlighted is not None
        self._pages[number] = tuple(rows)
        self.refresh()
        row = self.highlighted
        if row is not None and not was_highlighted:
            self.post_message(self.Highlighted(self, row))

    def grow(self, length: int) -> None:
        """Take in how many rows there are, when that is counted after the first page came."""
        self._length = length
        self._measure()
        self.refresh()

    def is_held(self, key: Hashable) -> bool:
        """Return whether the row with this key has come."""
        return any(self.key_of(row) == key for page in self._pages.values() for row in page)

    @property
    def held(self) -> int:
        """How many rows are held."""
        return sum(map(len, self._pages.values()))

    def lines_at(self, position: int, width: int) -> Sequence[Content]:
        """Return the lines of a row, or of its placeholder."""
        row = self.row_at(position)
        return (plain(_WAITING, "soft"),) if row is None else self.lines_of(row, width)

    def watch_cursor(self, before: int, now: int) -> None:
        """Follow the highlight, and have the rows ready that come next."""
        super().watch_cursor(before, now)
        self._ask_for_what_is_near()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Have the rows ready that come into sight."""
        super().watch_scroll_y(old_value, new_value)
        self._ask_for_what_is_near()

    def _measure(self) -> None:
        super()._measure()
        self._ask_for_what_is_near()

    def _ask_for_what_is_near(self) -> None:
        near = self._near()
        self._drop_what_is_far(near)
        for number in near:
            if number not in self._pages and number not in self._asked:
                self._asked.add(number)
                self.post_message(self.PageWanted(self, number * PAGE))

    def _near(self) -> range:
        """Return the numbers of the pages on the screen, and of what one key more brings there."""
        height = self.row_height(self.scrollable_content_region.width)
        shown = self.size.height // height + 1
        top = self.scroll_offset.y // height
        first, last = max(0, top - shown), min(self._length - 1, top + 2 * shown)
        return range(first // PAGE, last // PAGE + 1)

    def _drop_what_is_far(self, near: range) -> None:
        kept = range(near.start - _KEPT_BESIDE, near.stop + _KEPT_BESIDE)
        self._pages = {number: page for number, page in self._pages.items() if number in kept}
