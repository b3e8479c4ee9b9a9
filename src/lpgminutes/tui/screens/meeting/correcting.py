"""Saving what was typed in a paragraph: handed over by Enter, taken in when it is kept, given back when it is not."""

from textwrap import shorten
from typing import TYPE_CHECKING, Any

from textual import on

from lpgminutes.domain.meetings import Block
from lpgminutes.tui.messages.paragraphs import ParagraphChanged, ParagraphRefused
from lpgminutes.tui.open_paragraph import OpenParagraph
from lpgminutes.tui.paragraph_text import label_and_words, parts_to_split
from lpgminutes.tui.requests.paragraphs import change_paragraph, find_paragraph, is_stale
from lpgminutes.tui.screens.meeting.opening import Opening

if TYPE_CHECKING:
    from lpgminutes.tui.requests.paragraphs import Change

_LONGEST = 90
"""Characters of a deleted paragraph that are said in passing: enough to know it by."""


class Correcting(Opening):
    """The paragraph between Enter and the minutes."""

    def __init__(self, ref: str, at: str = "") -> None:
        super().__init__(ref, at)
        self.stale: list[OpenParagraph] = []
        """Those that were changed elsewhere when they were to be saved, until it is read how."""

    def action_record_line(self) -> None:
        """Save the paragraph that is open, or else record the line."""
        self.catch_up()
        paragraph = self.paragraph
        if paragraph is None or self.context is None:
            super().action_record_line()
        elif self.queue.is_sent:
            return
        elif self.queue.current.strip() == paragraph.words.strip():
            self.close_paragraph()
        elif not self.queue.current.strip():
            self.composer.note("! There are no words left: Esc leaves it as it was, and x in the minutes deletes it.")
        elif self.may_write(self.action_record_line):
            self._save(paragraph)

    def _save(self, paragraph: OpenParagraph) -> None:
        from lpgminutes.services.editing import edit_text

        typed = self.queue.enter()
        if typed is None or self.context is None:
            return
        label, words = label_and_words(typed, paragraph.block, self.context)
        self._ask_to_change(paragraph, edit_text, typed, text=words, label=label)

    def action_split(self) -> None:
        """Make two paragraphs of the one that is open, at the cursor."""
        self.catch_up()
        paragraph = self.paragraph
        if paragraph is None or self.context is None:
            self.say("Open a paragraph first, and put the cursor where the second one begins.")
            return
        if paragraph.is_title:
            self.composer.note("! This is the title of an item: there is nothing to split.")
            return
        cursor = self.composer.editor.cursor
        typed = self.queue.enter() if self.may_write(self.action_split) else None
        if typed is not None:
            from lpgminutes.services.editing import split_as_typed

            label, *words = parts_to_split(typed, cursor, paragraph.block, self.context)
            self._ask_to_change(paragraph, split_as_typed, typed, words=tuple(words), label=label)

    def _ask_to_change(
        self,
        paragraph: OpenParagraph,
        change: "Change",
        typed: str,
        **how: Any,  # noqa: ANN401 - handed to the change
    ) -> None:
        entry = self.enter(typed, self.place_of_line())
        self.asked.ask(paragraph, entry)
        self.on_its_way()
        self.composer.editor.text_after = paragraph.line_aside
        change_paragraph(self, self.at_hand, paragraph.seen(), change, why=self.why, entry=entry, **how)

    def catch_up(self) -> None:
        """Take what the editor shows; whoever types on while a paragraph is saved types the next line."""
        paragraph = self.paragraph if self.is_typed_on else None
        super().catch_up()
        if paragraph is not None:
            self.let_go_of_paragraph(behind=paragraph.aside[1:])
            self.show_where()

    @on(ParagraphChanged)
    def _take_in_changed(self, changed: ParagraphChanged) -> None:
        self.catch_up()
        if changed.typed:
            saved = self._answered_paragraph()
            self.queue.answered(changed.typed)
            self.settle_draft(changed.typed)
            if saved is self.paragraph:
                self.close_paragraph()
        if changed.opened is None:
            self.reload()
        else:
            self.take_in(changed.opened)
            self._stay_at(changed.edited.block)
        if changed.edited.deleted is not None:
            said = shorten(changed.edited.words_of_deleted(), _LONGEST, placeholder="\N{HORIZONTAL ELLIPSIS}")
            self.say(f"{said} u brings it back.")
        for remark in changed.edited.remarks:
            self.say(remark)

    def _answered_paragraph(self) -> OpenParagraph:
        paragraph, entry = self.asked.answered()
        self.is_answered(entry)
        return paragraph

    def _stay_at(self, changed: Block | None) -> None:
        """Keep what was changed at hand: in the minutes at once, and for whoever comes back to them."""
        if changed is not None and not self.composer.is_typed_in:
            self.view.go_to(changed.id or 0)
        elif changed is not None and self.worked_on:
            self.worked_on = changed.id or 0

    @on(ParagraphRefused)
    def _say_refused(self, refused: ParagraphRefused) -> None:
        if not refused.typed:
            self.say(str(refused.error), title=refused.error.title, is_error=True)
            self.reload()
            return
        self.catch_up()
        paragraph = self._answered_paragraph()
        if is_stale(refused):  # it stays on its way until it is known what stands there now
            self.stale.append(paragraph)
            find_paragraph(self, self.at_hand, refused.block, refused.typed)
        elif self.open_again(paragraph, refused.typed):
            self.composer.note(f"! Not saved: {refused.error}")
        else:
            self.say(f"{refused.error} ^r brings back what was typed.", title=refused.error.title, is_error=True)

    def open_again(self, refused: OpenParagraph, typed: str) -> bool:
        """Give back what was typed for a paragraph; return whether it is open with that.

        It comes neither as a new line, nor under the hands of somebody who types one by then.
        """
        self.queue.answered(typed)
        if self.paragraph is not None and self.paragraph.block_id == refused.block_id:
            self.queue.typed(typed)
            self.show_queue()
            return True
        if self.paragraph is None and not self.queue and self.block_now(refused.block_id):
            self.open_paragraph(refused.block_id, text=typed, revision=refused.revision)
            return True
        self.former.keep(typed)
        return False
