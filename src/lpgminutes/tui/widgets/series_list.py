"""The standing bodies, below a row that stands for all of them."""

from collections.abc import Hashable, Sequence
from enum import Enum
from typing import TYPE_CHECKING

from textual.content import Content

from lpgminutes.tui.text import one_line, plain, spread
from lpgminutes.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from lpgminutes.domain.meetings import Series

_ONE_LINE_WIDTH = 60
_SHORT_NAME_WIDTH = 12


class Every(Enum):
    """What stands for all of them: a row like the others, which ``None`` would not be."""

    SERIES = "Every series"


class SeriesList(RowList["Series | Every"]):
    """Short name, name and marking, or every series."""

    def key_of(self, row: "Series | Every") -> Hashable:
        """A series is the same by its short name."""
        return row if isinstance(row, Every) else row.short_name

    def row_height(self, width: int) -> int:
        """One line where there is room for everything side by side, else two."""
        return 1 if width >= _ONE_LINE_WIDTH else 2

    @property
    def body(self) -> "Series | None":
        """The highlighted series; ``None`` is every one."""
        row = self.highlighted
        return None if isinstance(row, Every) else row

    def lines_of(self, row: "Series | Every", width: int) -> Sequence[Content]:
        """Return the line, or both."""
        is_one_line = self.row_height(self.scrollable_content_region.width) == 1
        if isinstance(row, Every):
            name, in_all = plain(row.value, "strong"), plain(f"{len(self.rows) - 1} in all", "soft")
            return (spread(name, in_all, width),) if is_one_line else (name, in_all)
        short_name, name = one_line(row.short_name, "strong"), one_line(row.name)
        marking = one_line(row.marking.printed, "soft") if row.marking else plain("no default marking", "soft")
        if is_one_line:
            return (spread(short_name.truncate(_SHORT_NAME_WIDTH, pad=True) + name, marking, width),)
        return (Content("  ").join((short_name, name)), marking)
