"""Moving about in a meeting: from item to item, to an item by its number, and back to where one was."""

from typing import TYPE_CHECKING

from textual import on

from lpgminutes.domain.numbering import numbered
from lpgminutes.tui.screens.meeting.base import MeetingBase
from lpgminutes.tui.widgets.item_list import agenda_of
from lpgminutes.tui.widgets.minutes_view import MinutesView
from lpgminutes.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from lpgminutes.domain.document import ItemEntry
    from lpgminutes.tui.messages.meeting import OpenedMeeting

_REMEMBERED = 50


class Moving(MeetingBase):
    """Knows the item at hand, and where one came from."""

    def __init__(self, ref: str, at: str = "") -> None:
        super().__init__(ref, at)
        self._been: list[int] = []
        """The items one has left by a jump, the latest last."""

    def take_in(self, opened: "OpenedMeeting") -> None:
        """Show the minutes."""
        super().take_in(opened)
        self.view.show(opened.document, opened.blocks)

    def show_around(self) -> None:
        """Show the agenda."""
        super().show_around()
        if self.opened is not None:
            self.agenda.show(agenda_of(self.opened.meeting, self.opened.document))
            self.agenda.highlight(self.view.item)

    @property
    def items(self) -> "tuple[ItemEntry, ...]":
        """The items as they will be printed."""
        return self.opened.document.items if self.opened else ()

    def block_of(self, number: str) -> int:
        """Return the id of an item or a minute by its number; 0 when there is none."""
        meeting = self.opened.meeting if self.opened else None
        numbers = numbered(meeting.items) if meeting else ()
        return next((block.id or 0 for known, block in numbers if known == number), 0)

    def number_of(self, block: int) -> str:
        """Return the number of an item or a minute by its id; empty when it has none."""
        meeting = self.opened.meeting if self.opened else None
        numbers = numbered(meeting.items) if meeting else ()
        return next((number for number, known in numbers if known.id == block), "")

    def remember(self) -> None:
        """Remember where one is, to come back to it."""
        here = self.block_of(self.view.item)
        if here and self._been[-1:] != [here]:
            self._been = [*self._been, here][-_REMEMBERED:]

    def _step(self, step: int, item: str) -> str:
        """Return the number of the item some steps away from another."""
        numbers = [item.number for item in self.items]
        if not numbers:
            return ""
        here = numbers.index(item) if item in numbers else -1
        return numbers[max(0, min(here + step, len(numbers) - 1))]

    def action_next_item(self) -> None:
        """Go to the next item."""
        self.view.go_to(self.block_of(self._step(1, self.view.item)), is_top_wanted=True)

    def action_previous_item(self) -> None:
        """Go to the previous item."""
        self.view.go_to(self.block_of(self._step(-1, self.view.item)), is_top_wanted=True)

    def action_go_back_there(self) -> None:
        """Go back to where one was before the last jump."""
        while self._been:
            item = self.view.item_of(self._been.pop())
            if item and item != self.view.item:
                self.arrive_at(item)
                return
        self.say("There was no jump to go back from.")

    def arrive_at(self, item: str) -> None:
        """Come to an item from elsewhere."""
        self.view.go_to(self.block_of(item), is_top_wanted=True)

    def action_jump(self) -> None:
        """Ask for an item's number, and go there."""
        from lpgminutes.tui.dialogs.go_to_item import GoToItem

        def go(number: str | None) -> None:
            if number:
                self.remember()
                self.arrive_at(number)

        self.app.push_screen(GoToItem(self.items), go)

    @on(MinutesView.Reached)
    def _follow(self) -> None:
        self.agenda.highlight(self.view.item)

    @on(RowList.Highlighted)
    def _go_to_highlighted(self, highlighted: "RowList.Highlighted") -> None:
        if highlighted.rows is self.agenda and self.focused is self.agenda:
            self.view.go_to(self.block_of(highlighted.row.number), is_top_wanted=True)

    @on(RowList.Chosen)
    def _arrive_at_chosen(self, chosen: "RowList.Chosen") -> None:
        if chosen.rows is self.agenda:
            self.arrive_at(chosen.row.number)
