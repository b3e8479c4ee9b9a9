"""The headings over the action log; the one that it is sorted by bears an arrow."""

from dataclasses import dataclass

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from lpgminutes.tui.text import plain
from lpgminutes.tui.widgets.action_columns import GAP, Column, Layout, Placed

_INDENT = 2
_UP, _DOWN = "\N{BLACK UP-POINTING SMALL TRIANGLE}", "\N{BLACK DOWN-POINTING SMALL TRIANGLE}"
_AT_THE_RIGHT = frozenset({Column.AGE, Column.SLIPS})


class ActionHeads(Widget):
    """One line; a click sorts by the heading under the pointer."""

    DEFAULT_CSS = """
    ActionHeads { height: 1; width: 1fr; }
    """

    @dataclass
    class Clicked(Message):
        """The log is to be sorted by a column."""

        column: Column

    laid: reactive[Layout | None] = reactive(None)
    sorted_by: reactive[Column | None] = reactive(None)
    is_descending: reactive[bool] = reactive(False)

    def render(self) -> Content:
        """Return the headings, each over its column."""
        heads = (self._head(place).truncate(place.width, ellipsis=True, pad=True) for place in self._placed)
        return plain(" " * _INDENT) + Content(" " * GAP).join(heads)

    @property
    def _placed(self) -> tuple[Placed, ...]:
        return self.laid.heads if self.laid else ()

    def _head(self, place: Placed) -> Content:
        if place.column is not self.sorted_by:
            words = place.column.value
            return plain(words.rjust(place.width) if place.column in _AT_THE_RIGHT else words)
        words = f"{place.column.value}{_DOWN if self.is_descending else _UP}"
        return plain(words.rjust(place.width) if place.column in _AT_THE_RIGHT else words, "bold $text-accent")

    def on_click(self, event: Click) -> None:
        """Ask for the log sorted by the heading under the pointer."""
        left = event.get_content_offset_capture(self).x - _INDENT
        for place in self._placed:
            if 0 <= left < place.width:
                self.post_message(self.Clicked(place.column))
            left -= place.width + GAP
