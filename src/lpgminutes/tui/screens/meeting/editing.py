"""Changing a paragraph that is there: opened in the composer, saved by Enter, never over what somebody else wrote."""

from dataclasses import dataclass, replace
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from textual import on

from lpgminutes.domain.block_tree import spot_of
from lpgminutes.domain.meetings import Block, BlockKind
from lpgminutes.tui.line_reading import LineReading
from lpgminutes.tui.lines_left import LinesLeft
from lpgminutes.tui.messages.paragraphs import ParagraphChanged, ParagraphFound, ParagraphGone, ParagraphRefused
from lpgminutes.tui.paragraph_text import label_and_words, lead_of, parts_to_split, typed_form
from lpgminutes.tui.requests.paragraphs import change_paragraph, find_paragraph, is_stale
from lpgminutes.tui.screens.meeting.offering import Offering
from lpgminutes.tui.text import plain
from lpgminutes.tui.widgets.line_editor import LineEditor

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.content import Content

    from lpgminutes.journal import Draft
    from lpgminutes.services.editing import Paragraph
    from lpgminutes.tui.dialogs.side_by_side import Kept
    from lpgminutes.tui.entered_line import Entry
    from lpgminutes.tui.messages.meeting import OpenedMeeting
    from lpgminutes.tui.requests.paragraphs import Change

_HOW = "Enter saves, ^s splits at the cursor, Esc leaves it as it was"
_LONGEST = 90
"""Characters of a deleted paragraph that are said in passing: enough to know it by."""
_CHANGED = "! Changed in another window meanwhile: Enter shows both."


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The paragraph that is open in the composer, in the state in which it was opened."""

    block: Block
    revision: int
    number: str
    lead: str
    aside: tuple[str, ...]
    """The new line that was being typed when it was opened, and those that were pasted along."""


class Editing(Offering):
    """The composer with a paragraph in it that is there already."""

    def __init__(self, ref: str, at: str = "") -> None:
        super().__init__(ref, at)
        self.target: Target | None = None
        self.why = ""
        """Why minutes that went out are corrected; asked for once."""
        self._recorded_last = 0
        self._worked_on = 0
        """The paragraph that was recorded or open last, until one has come back to the minutes: one reads on there."""
        self._being_saved: list[tuple[Target, Entry]] = []
        """The paragraphs whose change was asked for and not answered, in the order in which that was done."""

    def take_in(self, opened: "OpenedMeeting") -> None:
        """Say when the paragraph that is open was changed elsewhere; nothing is taken from whoever types."""
        super().take_in(opened)
        target = self.target
        now = self._block(target.block.id or 0) if target is not None else None
        if target is None or now is None or any(target is one for one, _ in self._being_saved):
            return
        if typed_form(now) != typed_form(target.block):
            self.composer.note(_CHANGED)
        elif now.revision != target.revision:  # its place or its number changed: the words are those that were seen
            self.target = replace(target, block=now, revision=now.revision)
        if not self.is_draft and not self.why:
            self.composer.note(f"! These minutes are {opened.meeting.status.value} now: Enter asks why they change.")

    # Opening

    def open_paragraph(self, block_id: int, *, text: str | None = None, revision: int | None = None) -> None:
        """Open a paragraph in the composer, with other words in it than it has where some were typed before."""
        meeting = self.opened.meeting if self.opened else None
        spot = spot_of(meeting.items, block_id) if meeting else None
        if spot is None or not self.may_write(lambda: self.open_paragraph(block_id, text=text, revision=revision)):
            return
        self.catch_up()
        aside = self.target.aside if self.target else self.queue.put_aside()
        number = self.number_of(block_id) or self.number_of(spot.parents[1].id or 0 if spot.level else block_id)
        self.target = Target(
            block=spot.block,
            revision=revision or spot.block.revision,
            number=number,
            lead=lead_of(spot.block, number, spot.level),
            aside=aside,
        )
        self.view.go_to(block_id)
        self.view.is_cursor_shown = True
        self.open_composer()
        self.show_line(typed_form(spot.block) if text is None else text)

    def may_write(self, again: "Callable[[], None]") -> bool:
        """Return whether the minutes may be written; when they went out, ask why first, and then do it again."""
        if self.is_draft or self.why:
            return True
        from lpgminutes.tui.dialogs.reason import Reason

        def with_reason(why: str | None) -> None:
            if why:
                self.why = why
                again()

        self.app.push_screen(Reason(), with_reason)
        return False

    def _block(self, block_id: int) -> Block | None:
        blocks = self.opened.meeting.blocks() if self.opened else ()
        return next((block for block in blocks if block.id == block_id), None)

    @on(LineEditor.LeftUpwards)
    def _take_last_back(self) -> None:
        """Open the line recorded last, where nothing is typed."""
        self.catch_up()
        if self.queue or self.target is not None:
            return
        block = self._recorded_last if self._block(self._recorded_last) else 0
        block = block or next(reversed(self.view.blocks_of(self.view.item)), 0)
        if block:
            self.open_paragraph(block)

    def line_recorded(self, block: int) -> None:
        """Remember which line was recorded last."""
        self._recorded_last = self._worked_on = block

    # What is said of it

    def place_of_line(self) -> str:
        """Return which paragraph is open, for the journal."""
        if self.target is None:
            return super().place_of_line()
        return f"block {self.target.block.id} {self.target.revision}"

    def put_back(self, draft: "Draft", recorded: frozenset[str]) -> None:
        """Open the paragraph again that was open when the program ended, over the lines that were left with it."""
        super().put_back(draft, recorded)
        for place, text in LinesLeft.of(draft, recorded).paragraphs:
            self._open_left(place, text, is_entered=draft.is_entered)

    def _open_left(self, place: str, text: str, *, is_entered: bool) -> None:
        _, block_id, revision = place.split(" ")
        block = self._block(int(block_id))
        if block is None or self.target is not None:
            self.former.keep(text)
            self.say("A paragraph that was being changed was found: ^r brings it back.", title="Not saved then")
        elif not (is_entered and typed_form(block) == text):
            self.open_paragraph(block.id or 0, text=text, revision=int(revision))
            self.say("The paragraph that was being changed is open again.", title="Brought back")

    def put_aside(self) -> tuple[str, ...]:
        """Return what was typed when the paragraph was opened over it."""
        return self.target.aside if self.target else ()

    def place(self) -> "Content":
        """Say which paragraph is open."""
        if self.target is None:
            return super().place()
        return plain(f"Editing {self.target.number}", "bold")

    def reading(self) -> LineReading | None:
        """Say what can be done with it."""
        if self.target is None or self.context is None:
            return super().reading()
        return LineReading(lead=self.target.lead, words=_HOW)

    @property
    def is_new_line(self) -> bool:
        """Whether what is typed becomes a paragraph of its own."""
        return self.target is None

    # Saving

    def action_record_line(self) -> None:
        """Save the paragraph that is open, or else record the line."""
        self.catch_up()
        target = self.target
        if target is None or self.context is None:
            super().action_record_line()
        elif self.queue.is_sent:
            return
        elif self.queue.current.strip() == typed_form(target.block).strip():
            self.close_paragraph()
        elif not self.queue.current.strip():
            self.composer.note("! There are no words left: Esc leaves it as it was, and x in the minutes deletes it.")
        elif self.may_write(self.action_record_line):
            self._save(target)

    def _save(self, target: Target) -> None:
        from lpgminutes.services.editing import edit_text

        typed = self.queue.enter()
        if typed is None or self.context is None:
            return
        label, words = label_and_words(typed, target.block, self.context)
        self._ask_to_change(target, edit_text, typed, text=words, label=label)

    def _ask_to_change(
        self,
        target: Target,
        change: "Change",
        typed: str,
        **how: Any,  # noqa: ANN401 - handed to the change
    ) -> None:
        from lpgminutes.services.editing import Seen

        entry = self.enter(typed, self.place_of_line())
        self._being_saved.append((target, entry))
        self.on_its_way()
        self.composer.editor.text_after = next(iter(target.aside), "")
        seen = Seen(block=target.block.id or 0, revision=target.revision)
        change_paragraph(self, self.at_hand, seen, change, why=self.why, entry=entry, **how)

    def action_split(self) -> None:
        """Make two paragraphs of the one that is open, at the cursor."""
        self.catch_up()
        target = self.target
        if target is None or self.context is None:
            self.say("Open a paragraph first, and put the cursor where the second one begins.")
            return
        if target.block.kind is BlockKind.ITEM:
            self.composer.note("! This is the title of an item: there is nothing to split.")
            return
        cursor = self.composer.editor.cursor
        typed = self.queue.enter() if self.may_write(self.action_split) else None
        if typed is not None:
            from lpgminutes.services.editing import split_as_typed

            label, *words = parts_to_split(typed, cursor, target.block, self.context)
            self._ask_to_change(target, split_as_typed, typed, words=tuple(words), label=label)

    def catch_up(self) -> None:
        """Take what the editor shows; whoever types on while a paragraph is saved types the next line."""
        target = self.target if self.queue.is_sent and not self.composer.editor.is_sent else None
        super().catch_up()
        if target is not None:
            self.target = None
            self.view.is_cursor_shown = False
            self.queue.following[:0] = target.aside[1:]
            self.show_where()

    @on(ParagraphChanged)
    def _take_in_changed(self, changed: ParagraphChanged) -> None:
        self.catch_up()
        if changed.typed:
            saved = self._answered_paragraph()
            self.queue.answered(changed.typed)
            self.settle_draft(changed.typed)
            if saved is self.target:
                self.close_paragraph()
        if changed.opened is None:
            self.reload()
        else:
            self.take_in(changed.opened)
            self._stay_at(changed.edited.block)
        if changed.edited.deleted is not None:
            self.say(f"{_shortened(changed.edited.words_of_deleted())} u brings it back.")
        for remark in changed.edited.remarks:
            self.say(remark)

    def _answered_paragraph(self) -> Target:
        target, entry = self._being_saved.pop(0)
        self.is_answered(entry)
        return target

    def _stay_at(self, changed: Block | None) -> None:
        """Keep what was changed at hand: in the minutes at once, and for whoever comes back to them."""
        if changed is not None and not self.composer.is_typed_in:
            self.view.go_to(changed.id or 0)
        elif changed is not None and self._worked_on:
            self._worked_on = changed.id or 0

    @on(ParagraphRefused)
    def _say_refused(self, refused: ParagraphRefused) -> None:
        if not refused.typed:
            self.say(str(refused.error), title=refused.error.title, is_error=True)
            self.reload()
            return
        self.catch_up()
        self._open_again(self._answered_paragraph(), refused.typed)
        if is_stale(refused):
            find_paragraph(self, self.at_hand, refused.block, refused.typed)
        elif self.target is not None:
            self.composer.note(f"! Not saved: {refused.error}")
        else:
            self.say(f"{refused.error} ^r brings back what was typed.", title=refused.error.title, is_error=True)

    def _open_again(self, refused: Target, typed: str) -> None:
        """Give back what was typed for a paragraph: never as a new line, whatever is typed meanwhile."""
        self.queue.answered(typed)
        if self.target is refused:
            self.queue.typed(typed)
            self.show_queue()
        elif self.target is None and self._block(refused.block.id or 0):
            self.open_paragraph(refused.block.id or 0, text=typed, revision=refused.revision)
        else:
            self.former.keep(typed)

    # When somebody else has changed it

    @on(ParagraphFound)
    def _show_both(self, found: ParagraphFound) -> None:
        from lpgminutes.tui.dialogs.side_by_side import SideBySide

        self.take_in(found.opened)
        theirs = typed_form(found.paragraph.block)

        def choose(kept: "Kept | None") -> None:
            if kept is not None:
                self._keep(kept, found.paragraph, found.typed)

        self.app.push_screen(SideBySide(found.paragraph.number, theirs, found.typed), choose)

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
        if kept is Kept.BOTH:
            spot = spot_of(self.opened.meeting.items, block) if self.opened else None
            self.send(mine, under=spot.item.id if spot else None, after=block)

    @on(ParagraphGone)
    def _make_it_new(self, gone: ParagraphGone) -> None:
        self.queue.following[:0] = self.target.aside if self.target else self.queue.put_aside()
        self.target = None
        self.view.is_cursor_shown = False
        self.reload()
        self.show_line(gone.typed)
        self.composer.note(f"! {gone.sentence} Enter records what you typed as a new line.")

    # Leaving

    def action_leave_line(self) -> None:
        """Leave the paragraph as it was, or else leave the line."""
        self.catch_up()
        if self.target is None or self.offer_list.offers:
            super().action_leave_line()
            return
        if self.queue.is_sent:
            self.close_paragraph()
            return
        if self.queue.current != typed_form(self.target.block):
            self.former.keep(self.queue.current)
            self.say("Left as it was; ^r brings back what was typed.")
        self.queue.typed("")
        self.close_paragraph()

    def close_paragraph(self) -> None:
        """Go back to the line, where it was; where there is none, for the minutes went out, to the minutes."""
        target, self.target = self.target, None
        if target is None:
            return
        self._worked_on = target.block.id or 0
        self.view.is_cursor_shown = False
        self.composer.note("")
        self.queue.following[:0] = target.aside[1:]
        self.show_line(next(iter(target.aside), ""))
        if self.is_draft:
            self.open_composer()
        else:
            self.show_where()
            self.go_to_minutes()

    def go_to_minutes(self) -> None:
        """Go to the minutes, there to the paragraph that was recorded or corrected last."""
        if self._worked_on:
            self.view.go_to(self._worked_on)
        self._worked_on = 0
        super().go_to_minutes()


def _shortened(sentence: str) -> str:
    return shorten(sentence, _LONGEST, placeholder="\N{HORIZONTAL ELLIPSIS}")
