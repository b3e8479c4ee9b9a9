"""The action log as a table: a window on it, however long it is."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message

from lpgminutes.tui.text import plain
from lpgminutes.tui.widgets.action_columns import GAP, Layout, Reckoning, drawn_line, layout_for
from lpgminutes.tui.widgets.paged_list import PagedList

if TYPE_CHECKING:
    from lpgminutes.domain.actions import ActionSummary

_CHOSEN = "\N{CHECK MARK}"
_EDGES = 3


class ActionTable(PagedList["ActionSummary"]):
    """Actions, some of them chosen; each knows by itself how late and how old it is on the day of the log."""

    DEFAULT_CSS = """
    ActionTable { overflow-y: scroll; }
    """

    @dataclass
    class Laid(Message):
        """The columns have other widths."""

        layout: Layout

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self.chosen: frozenset[int] = frozenset()
        self._reckoning: Reckoning | None = None
        self._reference = self._body = 0
        self._is_of_several = False
        self._laid: Layout | None = None

    def show_actions(
        self,
        first: int,
        actions: "Sequence[ActionSummary]",
        *,
        length: int,
        is_same: bool,
        is_of_several: bool,
        reckoning: Reckoning,
    ) -> None:
        """Show another list, of which a page has come; a list of several bodies names them."""
        self._reckoning = reckoning
        self._reference = max((len(action.ref) for action in actions), default=0)
        self._body = max((len(action.series_short_name) for action in actions), default=0)
        self._is_of_several = is_of_several
        self.show_page(first, actions, length=length, is_same=is_same)

    def name_bodies(self, *, is_of_several: bool) -> None:
        """Name the bodies, or leave them out, now that it is known whether there are several."""
        if is_of_several is not self._is_of_several:
            self._is_of_several = is_of_several
            self._measure()
            self.refresh()

    def reckon(self, reckoning: Reckoning) -> None:
        """Reckon the derived cells anew."""
        self._reckoning = reckoning
        self.refresh()

    def choose(self, ids: frozenset[int]) -> None:
        """Mark these as chosen, and no others."""
        self.chosen = ids
        self.refresh()

    def key_of(self, row: "ActionSummary") -> Hashable:
        """An action is the same by its id."""
        return row.id

    def row_height(self, width: int) -> int:
        """As many lines as the columns need in this width."""
        return self._layout(width - _EDGES).height

    def lines_of(self, row: "ActionSummary", width: int) -> Sequence[Content]:
        """Return the line, or both."""
        if self._reckoning is None:
            return ()
        laid = self._layout(width)
        first = drawn_line(laid.first, row, self._reckoning)
        if not laid.second:
            return (first,)
        indent = laid.first[0].width + GAP
        return first, drawn_line(laid.second, row, self._reckoning).pad_left(indent)

    def sign_at(self, position: int, part: int) -> Content:
        """Return the sign of a chosen action."""
        row = self.row_at(position)
        is_chosen = part == 0 and row is not None and row.id in self.chosen
        return plain(_CHOSEN, "accent") if is_chosen else plain(" ")

    def _layout(self, width: int) -> Layout:
        return layout_for(width, self._reference, self._body if self._is_of_several else 0)

    def _measure(self) -> None:
        super()._measure()
        laid = self._layout(self.scrollable_content_region.width - _EDGES)
        if laid != self._laid:
            self._laid = laid
            self.post_message(self.Laid(laid))
