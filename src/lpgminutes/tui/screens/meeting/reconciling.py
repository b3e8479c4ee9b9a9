"""Two hands in one paragraph: what was typed here and what somebody else wrote there are shown, and one chooses."""

from typing import TYPE_CHECKING

from textual import on

from lpgminutes.domain.block_tree import spot_of
from lpgminutes.tui.messages.paragraphs import ParagraphFound, ParagraphGone
from lpgminutes.tui.paragraph_text import typed_form
from lpgminutes.tui.screens.meeting.correcting import Correcting

if TYPE_CHECKING:
    from lpgminutes.services.editing import Paragraph
    from lpgminutes.tui.dialogs.side_by_side import Kept


class Reconciling(Correcting):
    """What becomes of a paragraph that cannot be saved over what somebody else wrote."""

    @on(ParagraphFound)
    def _show_both(self, found: ParagraphFound) -> None:
        from lpgminutes.tui.dialogs.side_by_side import SideBySide

        self.catch_up()
        stale = self.stale.pop(0)
        self.take_in(found.opened)
        if not self.open_again(stale, found.typed) or self.app.screen is not self:
            self._say_left(found.paragraph.number)
            return
        theirs = typed_form(found.paragraph.block)

        def choose(kept: "Kept | None") -> None:
            if kept is not None:
                self._keep(kept, found.paragraph, found.typed)

        self.app.push_screen(SideBySide(found.paragraph.number, theirs, found.typed), choose)

    def _say_left(self, number: str) -> None:
        self.composer.note(f"! {number} was changed in another window meanwhile; ^r brings back what you typed there.")

    def _keep(self, kept: "Kept", now: "Paragraph", mine: str) -> None:
        from lpgminutes.tui.dialogs.side_by_side import Kept

        block = now.block.id or 0
        if kept is Kept.MINE:
            self.open_paragraph(block, text=mine)
            self.action_record_line()
            return
        self.former.keep(mine)
        self.queue.typed("")
        self.close_paragraph()
        if kept is Kept.NEITHER_NOW:
            self._say_left(now.number)
        if kept is Kept.BOTH:
            spot = spot_of(self.opened.meeting.items, block) if self.opened else None
            self.queue.on_their_way.append(mine)
            self.send(mine, under=spot.item.id if spot else None, after=block)

    @on(ParagraphGone)
    def _make_it_new(self, gone: ParagraphGone) -> None:
        self.catch_up()
        stale = self.stale.pop(0)
        self.queue.answered(gone.typed)
        self.reload()
        is_another_open = self.paragraph is not None and self.paragraph.block_id != stale.block_id
        if is_another_open or (self.paragraph is None and self.queue.current.strip()):
            self.former.keep(gone.typed)
            self.composer.note(f"! {gone.sentence} ^r brings back what you typed there.")
            return
        self.let_go_of_paragraph(behind=self.paragraph.aside if self.paragraph else self.queue.put_aside())
        self.show_line(gone.typed)
        self.composer.editor.refused = gone.typed
        self.composer.note(f"! {gone.sentence} Enter records what you typed as a new line.")
