"""A paragraph that is there already, opened in the composer; what was being typed comes back when it is closed."""

from typing import TYPE_CHECKING

from textual import on

from lpgminutes.domain.block_tree import spot_of
from lpgminutes.domain.meetings import Block
from lpgminutes.tui.line_reading import LineReading
from lpgminutes.tui.lines_left import LinesLeft
from lpgminutes.tui.open_paragraph import ChangesAsked, OpenParagraph
from lpgminutes.tui.paragraph_text import typed_form
from lpgminutes.tui.screens.meeting.offering import Offering
from lpgminutes.tui.text import plain
from lpgminutes.tui.widgets.line_editor import LineEditor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.content import Content

    from lpgminutes.journal import Draft
    from lpgminutes.tui.messages.meeting import OpenedMeeting

_HOW = "Enter saves, ^s splits at the cursor, Esc leaves it as it was"
_CHANGED = "! Changed in another window meanwhile: Enter shows both."


class Opening(Offering):
    """The composer with a paragraph in it that is there already."""

    def __init__(self, ref: str, at: str = "") -> None:
        super().__init__(ref, at)
        self.paragraph: OpenParagraph | None = None
        self.asked = ChangesAsked()
        self.worked_on = 0
        """The paragraph that was recorded or open last, until one has come back to the minutes: one reads on there."""
        self._recorded_last = 0

    def take_in(self, opened: "OpenedMeeting") -> None:
        """Say when the paragraph that is open was changed elsewhere; nothing is taken from whoever types."""
        super().take_in(opened)
        paragraph = self.paragraph
        now = self.block_now(paragraph.block_id) if paragraph is not None else None
        if paragraph is None or now is None or self.asked.is_of(paragraph):
            return
        if paragraph.is_reworded_in(now):
            self.composer.note(_CHANGED)
        elif now.revision != paragraph.revision:
            self.paragraph = paragraph.moved_as(now)
        if not self.is_draft and not self.why:
            self.composer.note(f"! These minutes are {opened.meeting.status.value} now: Enter asks why they change.")

    def block_now(self, block_id: int) -> Block | None:
        """Return a block as it was read last; ``None`` when it is gone."""
        blocks = self.opened.meeting.blocks() if self.opened else ()
        return next((block for block in blocks if block.id == block_id), None)

    def open_paragraph(self, block_id: int, *, text: str | None = None, revision: int | None = None) -> None:
        """Open a paragraph in the composer, with other words in it than it has where some were typed before."""
        meeting = self.opened.meeting if self.opened else None
        spot = spot_of(meeting.items, block_id) if meeting else None
        if spot is None or not self.may_write(lambda: self.open_paragraph(block_id, text=text, revision=revision)):
            return
        self.catch_up()
        if text is None and self.paragraph and self.paragraph.block_id == block_id and not self.queue.is_sent:
            self.open_composer()
            return
        self._say_what_is_left()
        self.let_rest_follow()
        aside = self.paragraph.aside if self.paragraph else self.queue.put_aside()
        number = self.number_of(block_id) or self.number_of(spot.parents[1].id or 0 if spot.level else block_id)
        self.paragraph = OpenParagraph.at(spot, number=number, revision=revision, aside=aside)
        self.view.go_to(block_id)
        self.view.is_cursor_shown = True
        self.open_composer()
        self.show_line(self.paragraph.words if text is None else text)

    def _say_what_is_left(self) -> None:
        """Say that a paragraph was changed and not saved, when another one is opened."""
        open_before = self.paragraph
        if open_before is not None and not self.queue.is_sent and self.queue.current != open_before.words:
            self.say(f"{open_before.number} was left as it was; ^r brings back what was typed.")

    @on(LineEditor.LeftUpwards)
    def _take_last_back(self) -> None:
        """Open the line recorded last, where nothing is typed."""
        self.catch_up()
        if self.queue or self.paragraph is not None:
            return
        block = self._recorded_last if self.block_now(self._recorded_last) else 0
        block = block or next(reversed(self.view.blocks_of(self.view.item)), 0)
        if block:
            self.open_paragraph(block)

    def give_back(self, typed: str, sentence: str) -> None:
        """Keep a line that was refused for when the paragraph is closed: it is none of its words."""
        if self.paragraph is None:
            super().give_back(typed, sentence)
            return
        self.queue.answered(typed)
        self.paragraph.aside.insert(self.queue.given_back, typed)
        self.queue.given_back += 1
        self.queue.is_paste = False
        if self.composer.editor.is_sent:
            self.composer.editor.text_after = self.paragraph.line_aside
        self.keep_draft()
        self.composer.note(f"! A line was not recorded: {sentence} It is there again when this is closed.")

    def keep_last_letter(self) -> None:
        """Have what is typed on while a paragraph is saved kept as a line, with those that were put aside."""
        if self.paragraph is not None and self.is_typed_on:
            behind, self.paragraph = self.paragraph.aside[1:], None
            super().keep_last_letter()
            self.queue.following[:0] = behind
            self.keep_draft()
        else:
            super().keep_last_letter()

    def line_recorded(self, block: int) -> None:
        """Remember which line was recorded last."""
        self._recorded_last = self.worked_on = block

    # What is said of it

    def place_of_line(self) -> str:
        """Return which paragraph is open, for the journal."""
        return super().place_of_line() if self.paragraph is None else self.paragraph.place

    def put_aside(self) -> tuple[str, ...]:
        """Return what was typed when the paragraph was opened over it."""
        return tuple(self.paragraph.aside) if self.paragraph else ()

    def place_of_aside(self) -> str:
        """Return where new lines go, for the journal."""
        return super().place_of_line()

    def place(self) -> "Content":
        """Say which paragraph is open."""
        return super().place() if self.paragraph is None else plain(f"Editing {self.paragraph.number}", "bold")

    def reading(self) -> LineReading | None:
        """Say what can be done with it."""
        if self.paragraph is None or self.context is None:
            return super().reading()
        return LineReading(lead=self.paragraph.lead, words=_HOW)

    @property
    def is_new_line(self) -> bool:
        """Whether what is typed becomes a paragraph of its own."""
        return self.paragraph is None

    # Opening it again

    def put_back(self, draft: "Draft", recorded: frozenset[str]) -> None:
        """Open the paragraph again that was open when the program ended, over the lines that were left with it."""
        super().put_back(draft, recorded)
        for place, text in LinesLeft.of(draft, recorded).paragraphs:
            self._open_left(place, text, is_entered=draft.is_entered)

    def _open_left(self, place: str, text: str, *, is_entered: bool) -> None:
        _, block_id, revision = place.split(" ")
        block = self.block_now(int(block_id))
        if block is None or self.paragraph is not None:
            self.former.keep(text)
            self.say("A paragraph that was being changed was found: ^r brings it back.", title="Not saved then")
        elif not (is_entered and typed_form(block) == text):
            self.open_paragraph(block.id or 0, text=text, revision=int(revision))
            self.say("The paragraph that was being changed is open again.", title="Brought back")

    # Closing it

    def action_leave_line(self) -> None:
        """Leave the paragraph as it was, or else leave the line."""
        self.catch_up()
        if self.paragraph is None or self.offer_list.offers:
            super().action_leave_line()
            return
        if self.queue.is_sent:
            self.close_paragraph()
            return
        if self.queue.current != self.paragraph.words:
            self.former.keep(self.queue.current)
            self.say("Left as it was; ^r brings back what was typed.")
        self.queue.typed("")
        self.close_paragraph()

    def close_paragraph(self) -> None:
        """Go back to the line, where it was; where there is none, for the minutes went out, to the minutes."""
        paragraph = self.paragraph
        if paragraph is None:
            return
        self.worked_on = paragraph.block_id
        self.let_go_of_paragraph(behind=paragraph.aside[1:])
        self.composer.note("")
        self.show_line(paragraph.line_aside)
        if self.is_draft:
            self.open_composer()
        else:
            self.show_where()
            self.go_to_minutes()

    def let_go_of_paragraph(self, *, behind: "Sequence[str]") -> None:
        """Have new lines typed again; what was pasted before the paragraph was opened waits behind the line."""
        self.paragraph = None
        self.view.is_cursor_shown = False
        self.queue.following[:0] = behind

    def go_to_minutes(self) -> None:
        """Go to the minutes, there to the paragraph that was recorded or corrected last."""
        if self.worked_on:
            self.view.go_to(self.worked_on)
        self.worked_on = 0
        super().go_to_minutes()
