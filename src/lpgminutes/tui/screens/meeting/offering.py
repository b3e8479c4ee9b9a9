"""Completing what is typed: names and house phrases, without leaving the line."""

from typing import TYPE_CHECKING

from textual import on

from lpgminutes.tui.offers import offers_for
from lpgminutes.tui.screens.meeting.recording import Recording
from lpgminutes.tui.widgets.line_editor import LineEditor
from lpgminutes.tui.widgets.offer_list import OfferList

if TYPE_CHECKING:
    from lpgminutes.tui.offers import Offers


class Offering(Recording):
    """Offers what may be meant by what is begun."""

    def __init__(self, ref: str, at: str = "") -> None:
        super().__init__(ref, at)
        self._offers: Offers | None = None

    @property
    def offer_list(self) -> OfferList:
        """What is offered."""
        return self.query_one(OfferList)

    def take_change(self) -> None:
        """Offer what fits what stands before the cursor."""
        super().take_change()
        editor = self.composer.editor
        before = editor.text[: editor.cursor]
        found = None if self.context is None else offers_for(before, self.context, is_new_line=self.is_new_line)
        self._offer(found)

    def _offer(self, offers: "Offers | None") -> None:
        self._offers = offers if offers is not None and offers.offers else None
        self.composer.editor.is_offered = self._offers is not None
        found = self._offers.offers if self._offers else ()
        if found or self.offer_list.offers:
            self.offer_list.offer(found)

    @on(LineEditor.OfferWanted)
    def _go_to_other_offer(self, wanted: LineEditor.OfferWanted) -> None:
        self.offer_list.move(wanted.step)

    def action_complete(self) -> None:
        """Take what is offered; with nothing offered, go to the minutes."""
        taken = self.offer_list.taken
        if self._offers is None or taken is None:
            super().action_complete()
            return
        editor = self.composer.editor
        editor.put_over(self._offers.start, taken.put)
        if taken.steps_back:
            editor.move_cursor_relative(columns=-taken.steps_back)
        self._offer(None)

    def action_record_line(self) -> None:
        """Record the line, whatever is offered: Enter has one meaning."""
        self._offer(None)
        super().action_record_line()

    def action_leave_line(self) -> None:
        """Close what is offered, or else leave the line."""
        if self._offers is not None:
            self._offer(None)
        else:
            super().action_leave_line()
