"""How a typed line comes into the minutes: handed over, kept for an item, taken in when it is stored, given back.

What is typed leaves the composer only when it is stored; until then the journal has it.
"""

from typing import TYPE_CHECKING

from textual import on

from lpgminutes.domain.capture import LineKind
from lpgminutes.tui.messages.meeting import LineRecorded, LineRefused
from lpgminutes.tui.screens.meeting.typing import Typing
from lpgminutes.tui.text import counted

if TYPE_CHECKING:
    from lpgminutes.domain.capture import CapturedLine
    from lpgminutes.tui.entered_line import EnteredLine
    from lpgminutes.tui.messages.meeting import OpenedMeeting
    from lpgminutes.tui.requests.changes import Run

_SAVING_SECONDS = 0.25
"""A line that takes longer to be stored is said to be under way; sooner, it would only flicker."""


class Recording(Typing):
    """The lines between Enter and the minutes."""

    def __init__(self, ref: str, at: str = "") -> None:
        super().__init__(ref, at)
        self._is_paste = False
        """Whether lines that were pasted are being recorded."""
        self._run: Run = ()

    def take_in(self, opened: "OpenedMeeting") -> None:
        """Type on under the item of the line recorded last; have the lines stored that were kept for an item."""
        super().take_in(opened)
        led_to = self.typed_under.take_lead()
        if led_to is not None and led_to != self.under_block:
            self.typed_under.go(led_to)
            self.show_where()
        if self.items and self.composer.is_open and not self.under_block:
            self.go_under_last_minuted()
            self.show_where()
        if self.items and not self._entered:
            self._send_held(opened.meeting.items[0].id)

    def action_record_line(self) -> None:
        """Have the line stored; it stays in sight until it is. ``#5`` goes to item 5."""
        self.catch_up()
        if self.context is None:
            return
        if not self.queue.is_sent:
            self.queue.take_apart()
            self._show_current()
        read = self.reader.read(self.queue.current, self.context)
        self._is_paste = bool(self.queue.following) or (self._is_paste and self.queue.is_sent)
        if self.queue.enter() is None:
            self.show_queue()
            self.try_again()
        elif _is_jump(read):
            self._jump(read)
        elif self._waits_for_item(read):
            self._go_on(self._hold(read.typed))
        else:
            self._send(read)

    def catch_up(self) -> None:
        """Take what the editor shows; whoever types on while a paste is recorded types what comes after all of it."""
        if self.is_typed_on:
            self.let_rest_follow()
        super().catch_up()

    def action_bring_back(self) -> None:
        """Show what stood in the line before; what is on its way goes on."""
        self.catch_up()
        self.let_rest_follow()
        super().action_bring_back()

    def let_rest_follow(self) -> None:
        """Have the rest of a paste stored that is on its way: something else comes into the editor."""
        if self.queue.is_sent:
            for line in self.queue.let_follow():
                self._send_behind(line)

    def _send_behind(self, line: str) -> None:
        """Have one of the pasted lines stored that come before what is typed."""
        if self.context is None:
            return
        read = self.reader.read_plainly(line, self.context)
        if _is_jump(read):
            self.queue.answered(line)
            self.remember()
            self.arrive_at(read.text)
        elif self._waits_for_item(read):
            self.queue.answered(line)
            self.queue.held.append(line)
        else:
            under = self.typed_under.for_next_line(self.items_there)
            self.send(line, under=under, is_after_a_move=self.typed_under.has_moved)
            self.typed_under.sent()

    def _jump(self, jump: "CapturedLine") -> None:
        """Go to an item, and go on with what was pasted behind the jump."""
        self._go_on(self._arrived(jump))

    def _arrived(self, jump: "CapturedLine") -> str | None:
        """Go to an item; return the next of the pasted lines."""
        self.remember()
        self.arrive_at(jump.text)
        following = self.queue.stored(jump.typed)
        self._show_current()
        self.line_changed()
        return following

    def _go_on(self, line: str | None) -> None:
        """Have the next of the pasted lines stored, after any jumps before it."""
        while line is not None and self.context is not None:
            read = self.reader.read_plainly(line, self.context)
            if _is_jump(read):
                line = self._arrived(read)
            elif self._waits_for_item(read):
                line = self._hold(line)
            else:
                self._send(line)
                return

    def _waits_for_item(self, read: "CapturedLine") -> bool:
        return not self.items and not self.is_item_on_its_way and read.kind not in {LineKind.ITEM, LineKind.JUMP}

    def _hold(self, line: str) -> str | None:
        """Keep a line for the first item; return the next of the pasted lines."""
        following = self.queue.hold(line)
        self.reader.have_it_read()
        self._show_current()
        self.keep_draft()
        self.line_changed()
        kept = counted(len(self.queue.held), "line")
        self.composer.note(f"{kept} kept for the first item: begin it with # and its title, as in # Apologies")
        return following

    def _send_held(self, under: int | None) -> None:
        """Have the lines stored that were typed before there was an item."""
        for line in self.queue.let_go():
            self.send(line, under=under)

    def on_its_way(self) -> None:
        """Show that what the editor shows is being stored."""
        self.composer.editor.is_sent = True
        self.set_timer(_SAVING_SECONDS, self.show_saving)

    def _send(self, line: "CapturedLine | str") -> None:
        self.on_its_way()
        under = self.typed_under.for_next_line(self.items_there)
        self.send(line, under=under, as_kind=self.reader.as_kind, is_after_a_move=self.typed_under.has_moved)
        self.reader.have_it_read()
        self.typed_under.sent(is_last=not self.queue.following)
        self._send_held(under)

    @on(LineRecorded)
    def _take_in_recorded(self, recorded: LineRecorded) -> None:
        self.catch_up()
        self.composer.note("")
        self.answered(recorded.line, recorded.recorded)
        if self._is_where_it_went(recorded.line):
            self.typed_under.lead_to(recorded.recorded.item)
        following = self.queue.stored(recorded.line.typed)
        self._take_into_run(recorded.recorded.change)
        self.settle_draft(recorded.line.typed)
        self.line_recorded(recorded.recorded.block.id or 0)
        self._show_current()
        if recorded.opened is None:
            self.reload()
        else:
            self.take_in(recorded.opened)
        for remark in recorded.recorded.remarks:
            self.say(remark)
        self._go_on(following)

    def _take_into_run(self, change: int) -> None:
        """Note which lines were recorded in one go."""
        if self._is_paste:
            self._run = (*self._run, change)
        if self._run and not self.queue.on_their_way:
            self.runs.append(self._run)
            self._is_paste, self._run = False, ()

    def _is_where_it_went(self, line: "EnteredLine") -> bool:
        """Whether nobody went to another item since a line was entered."""
        here = self.typed_under.for_next_line(self.items_there)
        has_moved = self.typed_under.has_moved or any(later.is_after_a_move for later in self._entered)
        return not has_moved and line.under in {None, here}

    def line_recorded(self, block: int) -> None:
        """Take note of what a line became."""

    @on(LineRefused)
    def _give_back(self, refused: LineRefused) -> None:
        self.catch_up()
        if self._goes_on_late(refused.line):
            return
        self.answered(refused.line)
        self.give_back(refused.line.typed, refused.sentence)
        self.show_saving()
        if not self.composer.is_typed_in:
            self.say(refused.sentence, title=refused.title, is_error=True)

    def give_back(self, typed: str, sentence: str) -> None:
        """Bring a line that was refused back into the editor, and say why."""
        editor = self.composer.editor
        typed_since = editor.typed_since or ("" if editor.is_sent or self.queue.given_back else editor.text)
        self.queue.refused(typed)
        self.show_queue()
        editor.refused, editor.typed_since = self.queue.current, typed_since
        self.composer.note(f"! Not recorded: {sentence}")

    def _goes_on_late(self, line: "EnteredLine") -> bool:
        """Go to an item that was on its way itself when somebody wanted to go there; say whether it was that."""
        read = self.reader.read_plainly(line.typed, self.context) if self.context else None
        if read is None or not _is_jump(read):
            return False
        if self.go_along_behind(line, self.block_of(read.text)) and not self.typed_under.has_moved:
            self.remember()
            self.arrive_at(read.text)
        self.answered(line)
        following = self.queue.stored(line.typed)
        self._show_current()
        self.line_changed()
        self._go_on(following)
        return True

    def show_queue(self) -> None:
        """Bring the editor in line with what is to be typed now, and say how that is read."""
        self._show_current()
        self.say_reading()

    def _show_current(self) -> None:
        editor = self.composer.editor
        if editor.text != self.queue.current:
            editor.put(self.queue.current)
        editor.is_sent = self.queue.is_sent


def _is_jump(read: "CapturedLine") -> bool:
    return read.kind is LineKind.JUMP and not read.refusal
