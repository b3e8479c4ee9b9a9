"""What keys do to the paragraph at the cursor: it is moved, raised, lowered, joined, turned, deleted."""

from typing import TYPE_CHECKING, Any

from textual import on

from lpgminutes.domain.meetings import Block
from lpgminutes.tui.requests.paragraphs import change_paragraph
from lpgminutes.tui.screens.meeting.reconciling import Reconciling
from lpgminutes.tui.widgets.minutes_view import MinutesView

if TYPE_CHECKING:
    from lpgminutes.domain.meetings import ItemState
    from lpgminutes.services.editing import Turn
    from lpgminutes.tui.requests.paragraphs import Change


class Paragraphs(Reconciling):
    """The paragraph at the cursor, and what is done to it."""

    @property
    def at_cursor(self) -> Block | None:
        """The paragraph at the cursor."""
        return self.block_now(self.view.block)

    @on(MinutesView.Chosen)
    def action_edit_paragraph(self) -> None:
        """Open the paragraph at the cursor."""
        if self.view.block:
            self.open_paragraph(self.view.block)

    def _change(self, change: "Change", **how: Any) -> None:  # noqa: ANN401 - handed to the change
        from lpgminutes.services.editing import Seen

        block = self.at_cursor
        if block is not None and self.may_write(lambda: self._change(change, **how)):
            seen = Seen(block=block.id or 0, revision=block.revision)
            change_paragraph(self, self.at_hand, seen, change, why=self.why, **how)

    def action_move_up(self) -> None:
        """Move the paragraph past the one above."""
        from lpgminutes.services.editing import Way, move

        self._change(move, way=Way.UP)

    def action_move_down(self) -> None:
        """Move the paragraph past the one below."""
        from lpgminutes.services.editing import Way, move

        self._change(move, way=Way.DOWN)

    def action_promote(self) -> None:
        """Raise the paragraph by a level."""
        from lpgminutes.services.editing import promote

        self._change(promote)

    def action_demote(self) -> None:
        """Hang the paragraph under the one above."""
        from lpgminutes.services.editing import demote

        self._change(demote)

    def action_join(self) -> None:
        """Join the paragraph to the one above."""
        from lpgminutes.services.editing import join

        self._change(join)

    def action_delete_paragraph(self) -> None:
        """Delete the paragraph; it is brought back by undo."""
        from lpgminutes.services.editing import delete

        if self.at_cursor is not None:
            self._change(delete)

    def action_to_check(self) -> None:
        """Mark the paragraph to be checked, or as checked."""
        from lpgminutes.services.editing import Turn

        block = self.at_cursor
        if block is not None:
            self._turn(Turn.CHECKED if block.to_check else Turn.TO_CHECK)

    def action_turn(self) -> None:
        """Ask what the paragraph is to be, and turn it into that."""
        from lpgminutes.services.editing import Turn
        from lpgminutes.tui.dialogs.choose import Choice, Choose

        if self.at_cursor is None:
            return
        letters = {
            "a": Turn.ACTION,
            "d": Turn.DECISION,
            "p": Turn.POINT,
            "m": Turn.MINUTE,
            "i": Turn.ITEM,
            "x": Turn.PROSE,
            "c": Turn.TO_CHECK,
        }
        words = {Turn.PROSE: "prose: neither action nor decision"}
        choices = [Choice(key, words.get(turn, turn.value), turn) for key, turn in letters.items()]

        def turned(turn: "Turn | None") -> None:
            if turn is not None:
                self._turn(turn)

        self.app.push_screen(Choose("Turn this paragraph into", choices), turned)

    def _turn(self, turn: "Turn") -> None:
        from lpgminutes.services.editing import turn_into

        self._change(turn_into, turn=turn)

    def action_item_state(self) -> None:
        """Ask how far the meeting came with the item at hand."""
        from lpgminutes.domain.meetings import ItemState
        from lpgminutes.tui.dialogs.choose import Choice, Choose

        item = self.block_of(self.view.item)
        if not item:
            return
        letters = {
            "o": ItemState.OPEN,
            "d": ItemState.DONE,
            "p": ItemState.DEFERRED,
            "n": ItemState.NOT_REACHED,
        }
        choices = [Choice(key, state.value, state) for key, state in letters.items()]

        def answered(state: ItemState | None) -> None:
            if state is not None:
                self._set_state(item, state)

        self.app.push_screen(Choose(f"Item {self.view.item} is", choices), answered)

    def action_bring_forward(self) -> None:
        """Take the item at hand now, before those that were not reached yet; each keeps its agenda number."""
        from lpgminutes.services.editing import take_out_of_order

        items = self.opened.meeting.items if self.opened else ()
        item = self.block_of(self.view.item)
        before = next((one.id for one in items if not one.children or one.id == item), None)
        if not item or not before:
            return
        if before == item:
            self.say("This item is the next one as it is, or was taken already.")
            return
        self.view.go_to(item)
        self._change(take_out_of_order, before=before)

    def _set_state(self, item: int, state: "ItemState") -> None:
        from lpgminutes.services.editing import set_item_state

        self.view.go_to(item)
        self._change(set_item_state, state=state)
