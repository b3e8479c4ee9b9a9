"""The agenda items beside the minutes."""

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from lpgminutes.tui.text import counted, one_line, plain
from lpgminutes.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from lpgminutes.domain.document import ItemEntry

_NUMBER_WIDTH = 4
_LINES = 2


class ItemList(RowList["ItemEntry"]):
    """Number and title of each item; under it, how much is minuted."""

    def key_of(self, row: "ItemEntry") -> Hashable:
        """An item is the same by its number."""
        return row.number

    def row_height(self, width: int) -> int:  # noqa: ARG002 - the same at every width
        """Two lines."""
        return _LINES

    def lines_of(self, row: "ItemEntry", width: int) -> Sequence[Content]:  # noqa: ARG002 - cut when drawn
        """Return both lines."""
        number = plain(row.number, "strong").truncate(_NUMBER_WIDTH, pad=True)
        return (
            number + one_line(row.title.plain()),
            plain(counted(len(row.minutes), "minute"), "soft").pad_left(_NUMBER_WIDTH),
        )
