"""Typing lines: what stands in the composer, what it will become, and how it comes into the minutes.

What is typed leaves the composer only when it is stored; until then the journal has it.
"""

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import TextArea

from lpgminutes.domain.capture import LineKind, read_line
from lpgminutes.domain.text import TEXT_LIMIT
from lpgminutes.journal import Draft
from lpgminutes.tui.line_queue import LineQueue
from lpgminutes.tui.line_reading import LineReader, LineReading, at_item, counted_kinds, next_reading, reading_of
from lpgminutes.tui.lines_left import LinesLeft
from lpgminutes.tui.messages.meeting import LineRecorded, LineRefused
from lpgminutes.tui.requests.meeting import make_ready
from lpgminutes.tui.screens.meeting.sending import Sending
from lpgminutes.tui.text import counted, one_line, plain
from lpgminutes.tui.widgets.line_editor import LineEditor

if TYPE_CHECKING:
    from textual.content import Content

    from lpgminutes.domain.capture import CaptureContext, CapturedLine
    from lpgminutes.domain.document import ItemEntry
    from lpgminutes.tui.entered_line import EnteredLine
    from lpgminutes.tui.messages.meeting import OpenedMeeting
    from lpgminutes.tui.requests.changes import Run

_SAVING_SECONDS = 0.25
"""A line that takes longer to be stored is said to be under way; sooner, it would only flicker."""


class Typing(Sending):
    """The composer and the lines that come out of it."""

    def __init__(self, ref: str, at: str = "") -> None:
        super().__init__(ref, at)
        self.queue = LineQueue()
        self.context: CaptureContext | None = None
        """What the line is read against."""
        self._as_kind: LineKind | None = None
        """What a person says that the line is; ``None`` to have it read."""
        self._is_change_due = False
        self._is_paste = False
        """Whether lines that were pasted are being recorded."""
        self._run: Run = ()
        self._reader = LineReader()
        self._has_moved = False
        """Whether somebody went to an item since the last line."""
        self._places: list[int] = []
        """The items that were typed under, the latest last: reading about and correcting change nothing in it."""
        self._item_to_come: int | None = None
        """The item of the last line, until the meeting is read with it: what is typed meanwhile goes under it too."""

    def take_in(self, opened: "OpenedMeeting") -> None:
        """Begin to type as soon as a draft is there; bring what is said of the line up to date."""
        is_first = self.opened is None
        super().take_in(opened)
        if self._item_to_come is not None:
            self._follow_to(self._item_to_come)
        if self.items and self.composer.is_open and not self.under_block:
            self._go_under(self.block_of(self._last_minuted()))
        if self.items and not self._entered:
            self._send_held(opened.meeting.items[0].id)
        self._take_context()
        if is_first and self.is_draft:
            make_ready(self, self.at_hand)
        if is_first and self.is_draft and not self.opened_at:
            self.action_write_line()
        elif is_first:
            self.set_focus(self.view)
            self.view.go_to(self.opened_at)
        else:
            self._say_where()

    def show_around(self) -> None:
        """Show whether what was typed is stored."""
        super().show_around()
        self.show_saving()

    def put_back(self, draft: Draft, recorded: frozenset[str]) -> None:
        """Show the lines that were left behind, each to be recorded where it was typed."""
        lines = LinesLeft.of(draft, recorded)
        while lines.typed and draft.is_entered and self._is_recorded(lines.typed[0]):
            del lines.typed[0]
        if number := lines.first_item({item.number for item in self.items}):
            self._go_under(self.block_of(number))
        if lines.typed:
            self.queue.following = lines.typed[1:]
            self.open_composer()
            self.show_line(lines.typed[0])
            self.say("The line that was typed and not recorded is here again.", title="Brought back")

    def _is_recorded(self, line: str) -> bool:
        meeting = self.opened.meeting if self.opened else None
        return meeting is not None and read_line(line).text in {block.text for block in meeting.blocks()}

    def _take_context(self) -> None:
        if self.opened is not None:
            self.context = at_item(self.opened.context, self.opened.meeting, self.under_block)

    # Where a line goes

    @property
    def under_block(self) -> int:
        """The id of the item that is typed under: of those that are there, the last that somebody went to; else 0."""
        there = {item.id for item in self.opened.meeting.items} if self.opened else set()
        return next((item for item in reversed(self._places) if item in there), 0)

    @property
    def under(self) -> "ItemEntry | None":
        """The item that is typed under."""
        number = self.number_of(self.under_block)
        return next((item for item in self.items if item.number == number), None)

    def action_write_line(self) -> None:
        """Type on where the line is, whatever was read meanwhile; where that is elsewhere, it is said."""
        if not self.is_draft:
            return
        read = self.view.item
        self.open_composer()
        item = self.under
        if item is not None and read not in {"", item.number} and self.is_new_line:
            self.say(f"Typing goes on under {item.number} {item.title.plain()}; ^l types under {read}.")

    def action_type_here(self) -> None:
        """Type under the item at the cursor."""
        if self.is_draft and self.view.item:
            self.remember()
            self._type_under(self.view.item)
            self.open_composer()

    def open_composer(self) -> None:
        """Take the keyboard into the composer."""
        if not self.under_block:
            self._places.append(self.block_of(self._last_minuted()))
        self.composer.open()
        self.show_where()
        self.show_keys()

    def _last_minuted(self) -> str:
        minuted = [item.number for item in self.items if item.minutes]
        return (minuted or [item.number for item in self.items[:1]] or [""])[-1]

    def show_where(self) -> None:
        """Say where the line goes, and keep that place in sight."""
        if self.composer.is_open:
            self._take_context()
        self._say_where()

    def _say_where(self) -> None:
        if not self.composer.is_open:
            return
        self.composer.say_place(self.place(), is_editing=not self.is_new_line)
        self.say_reading()
        if self.composer.is_typed_in:
            self.view.follow(self.number_of(self.under_block) if self.is_new_line else "")

    def place(self) -> "Content":
        """Return where the line goes, in words."""
        item = self.under
        if item is None:
            return plain("No item yet", "bold")
        return plain(f"Under {item.number}  ", "bold") + one_line(item.title.plain(), "bold")

    def action_type_under_next(self) -> None:
        """Type under the next item."""
        self._type_under(self._step(1, self.number_of(self.under_block)))

    def action_type_under_previous(self) -> None:
        """Type under the previous item."""
        self._type_under(self._step(-1, self.number_of(self.under_block)))

    def _type_under(self, item: str) -> None:
        self._item_to_come = None
        self._go_under(self.block_of(item))
        self.show_where()

    def _go_under(self, item: int) -> None:
        self._places = [*(place for place in self._places if place != item), item]

    def arrive_at(self, item: str) -> None:
        """Come to an item: with the keyboard in the composer its end is wanted, where the next line will stand."""
        if self.composer.is_typed_in:
            self._type_under(item)
        else:
            self._go_under(self.block_of(item))
            super().arrive_at(item)
            self._say_where()

    def place_of_line(self) -> str:
        """Return where the line goes, for the journal."""
        return f"item {self.number_of(self.under_block)}"

    # What is typed

    @on(TextArea.Changed)
    def _take_typing(self, changed: TextArea.Changed) -> None:
        changed.stop()
        if changed.text_area is not self.composer.editor:
            return
        self.catch_up()
        if not self.queue.current:
            self._as_kind = None
        self.line_changed()

    def line_changed(self) -> None:
        """Let the key itself come to the screen first: what follows from it waits until it is there."""
        if not self._is_change_due:
            self._is_change_due = True
            self.call_after_refresh(self.take_change)

    def take_change(self) -> None:
        """Keep the line as it is now, and say what it becomes."""
        self._is_change_due = False
        self.keep_draft()
        self.say_reading()

    @on(LineEditor.OverWritten)
    def _take_overwriting(self) -> None:
        self.catch_up()

    def catch_up(self) -> None:
        """Take what the editor shows at this moment: its messages come a moment later."""
        editor = self.composer.editor
        if editor.put_off:
            self.queue.following.insert(0, editor.put_off)
            editor.put_off = ""
        if not editor.is_sent:
            self.queue.typed(editor.text)

    @on(LineEditor.Pasted)
    def _take_paste(self, pasted: LineEditor.Pasted) -> None:
        self.queue.following[:0] = pasted.following
        self.line_changed()

    @on(LineEditor.NotPasted)
    def _say_not_pasted(self, pasted: LineEditor.NotPasted) -> None:
        self.composer.note(
            f"! Nothing was pasted: {pasted.length:,} characters are more than the {TEXT_LIMIT:,} that are typed "
            "at once. They are still where they were copied from; whole minutes come in with i on the home screen."
        )

    @property
    def is_new_line(self) -> bool:
        """Whether what is typed becomes a paragraph of its own."""
        return True

    def say_reading(self) -> None:
        """Say what the line will become."""
        reading = self.reading() if self.composer.is_open else None
        if reading is not None:
            self.composer.say_reading(plain(reading.lead), plain(reading.words))

    def reading(self) -> LineReading | None:
        """Return what the line will become."""
        if self.context is None:
            return None
        captured = self._reader.read(self.queue.current, self.context, self._as_kind)
        reading = reading_of(captured, self.context, is_told=self._as_kind is not None)
        if waiting := tuple(self.queue.following):
            kinds = counted_kinds((self.queue.current, *waiting), self.context)
            words = f"{len(waiting) + 1} lines pasted: {kinds}. Enter records them in order, Esc drops the rest"
            return LineReading(lead=reading.lead, words=words)
        return reading

    def action_next_reading(self) -> None:
        """Read the line as something else."""
        self.catch_up()
        if self.context is not None and self.queue.current.strip():
            self._as_kind = next_reading(self.queue.current, self.context, self._as_kind)
            self.say_reading()

    def action_undo_typing(self) -> None:
        """Take back typing; with nothing typed and nothing to take back there, the latest change."""
        editor = self.composer.editor
        if editor.can_undo:
            editor.undo()
        elif not editor.text:
            self.action_undo()

    def action_redo_typing(self) -> None:
        """Do typing again that was taken back, or the latest change."""
        editor = self.composer.editor
        if editor.history.redo_stack:
            editor.redo()
        elif not editor.text:
            self.action_redo()

    def action_bring_back(self) -> None:
        """Show what stood in the line before something was taken out of it."""
        earlier = self.former.earlier()
        if earlier is None:
            self.say("Nothing that was typed has been taken out.")
        else:
            self.show_line(earlier)

    def show_line(self, text: str) -> None:
        """Put a line into the editor."""
        self.queue.typed(text)
        self.composer.editor.put(text)
        self.line_changed()

    # How it comes into the minutes

    def action_record_line(self) -> None:
        """Have the line stored; it stays in sight until it is. ``#5`` goes to item 5."""
        self.catch_up()
        if self.context is None:
            return
        read = self._reader.read(self.queue.current, self.context, self._as_kind)
        self._is_paste = bool(self.queue.following) or (self._is_paste and self.queue.is_sent)
        if self.queue.enter() is None:
            self.try_again()
        elif _is_jump(read):
            self._jump(read)
        elif self._waits_for_item(read):
            self._go_on(self._hold(read.typed))
        else:
            self._send(read)

    def _jump(self, jump: "CapturedLine") -> None:
        """Go to an item, and go on with what was pasted behind the jump."""
        self._go_on(self._arrived(jump))

    def _arrived(self, jump: "CapturedLine") -> str | None:
        """Go to an item; return the next of the pasted lines."""
        self.remember()
        self._item_to_come, self._has_moved = None, True
        self.arrive_at(jump.text)
        following = self.queue.stored(jump.typed)
        self._show_current()
        self.line_changed()
        return following

    def _go_on(self, line: str | None) -> None:
        """Have the next of the pasted lines stored, after any jumps before it."""
        while line is not None and self.context is not None:
            read = self._reader.read(line, self.context, None)
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
        self._as_kind = None
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
        under = self._item_to_come or self.under_block or None
        self.send(line, under=under, as_kind=self._as_kind, is_after_a_move=self._has_moved)
        self._as_kind, self._has_moved = None, False
        self._send_held(under)

    @on(LineRecorded)
    def _take_in_recorded(self, recorded: LineRecorded) -> None:
        self.catch_up()
        self.composer.note("")
        self.answered(recorded.line, recorded.recorded)
        following = self.queue.stored(recorded.line.typed)
        self._take_into_run(recorded.recorded.change)
        self.settle_draft(recorded.line.typed)
        self.line_recorded(recorded.recorded.block.id or 0)
        self._show_current()
        if self._is_where_it_went(recorded.line):
            self._item_to_come = recorded.recorded.item
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
        here = self._item_to_come or self.under_block
        has_moved = self._has_moved or any(later.is_after_a_move for later in self._entered)
        return not has_moved and line.under in {None, here}

    def _follow_to(self, block: int) -> None:
        self._item_to_come = None
        if block != self.under_block:
            self._go_under(block)
            self.show_where()

    def line_recorded(self, block: int) -> None:
        """Take note of what a line became."""

    @on(LineRefused)
    def _give_back(self, refused: LineRefused) -> None:
        self.catch_up()
        self.answered(refused.line)
        self.queue.refused(refused.line.typed)
        self.show_queue()
        self.composer.editor.refused = self.queue.current
        self.composer.note(f"! Not recorded: {refused.sentence}")
        self.show_saving()
        if not self.composer.is_typed_in:
            self.say(refused.sentence, title=refused.title, is_error=True)

    def show_queue(self) -> None:
        """Bring the editor in line with what is to be typed now, and say how that is read."""
        self._show_current()
        self.say_reading()

    def _show_current(self) -> None:
        editor = self.composer.editor
        if editor.text != self.queue.current:
            editor.put(self.queue.current)
        editor.is_sent = self.queue.is_sent

    # Leaving it

    def action_leave_line(self) -> None:
        """Drop the lines that were pasted along, or else go to the minutes; what is typed stays."""
        self.catch_up()
        if self.queue.following:
            dropped = self.queue.drop_following()
            self.former.keep("\n".join(dropped))
            self.line_changed()
        else:
            self.go_to_minutes()

    def action_complete(self) -> None:
        """Go to the minutes."""
        self.go_to_minutes()

    def go_to_minutes(self) -> None:
        """Go to the minutes, to read and change them."""
        self.set_focus(self.view)
        self.show_keys()

    def action_page_up(self) -> None:
        """Read further up."""
        self.view.action_page_up()

    def action_page_down(self) -> None:
        """Read further down."""
        self.view.action_page_down()


def _is_jump(read: "CapturedLine") -> bool:
    return read.kind is LineKind.JUMP and not read.refusal
