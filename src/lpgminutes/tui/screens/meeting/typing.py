"""Typing lines: what stands in the composer, and what it will become."""

from textual import on
from textual.widgets import TextArea

from lpgminutes.domain.capture import read_line
from lpgminutes.domain.text import TEXT_LIMIT
from lpgminutes.journal import Draft
from lpgminutes.tui.line_queue import LineQueue
from lpgminutes.tui.line_reading import LineReader, LineReading, counted_kinds, reading_of
from lpgminutes.tui.lines_left import LinesLeft
from lpgminutes.tui.screens.meeting.placing import Placing
from lpgminutes.tui.text import counted, plain
from lpgminutes.tui.widgets.line_editor import LineEditor


class Typing(Placing):
    """The composer and the lines that come out of it."""

    def __init__(self, ref: str, at: str = "") -> None:
        super().__init__(ref, at)
        self.queue = LineQueue()
        self.reader = LineReader()
        self._is_change_due = False

    def on_mount(self) -> None:
        """Remember what is taken out of the line, to the letter typed last, before it is drawn."""
        self.composer.editor.before_a_cut = self._remember_what_is_typed

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
            self.typed_under.go(self.block_of(number))
        if lines.typed:
            self.queue.wait_behind(*lines.typed[1:])
            self.open_composer()
            self.show_line(lines.typed[0])
            if any(one.moment not in recorded for one in draft.entered):  # whole: what is typed behind it is the next
                self.composer.editor.refused = lines.typed[0]
            self.say("The line that was typed and not recorded is here again.", title="Brought back")

    def _is_recorded(self, line: str) -> bool:
        meeting = self.opened.meeting if self.opened else None
        return meeting is not None and read_line(line).text in {block.text for block in meeting.blocks()}

    # What is typed

    @on(TextArea.Changed)
    def _take_typing(self, changed: TextArea.Changed) -> None:
        changed.stop()
        if changed.text_area is not self.composer.editor:
            return
        self.catch_up()
        if not self.queue.current:
            self.reader.have_it_read()
            self.type_once_under(None)
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
            self.queue.put_off(editor.put_off, editor.gone_on_with)
            editor.put_off = editor.gone_on_with = ""
        if not editor.is_sent:
            self.queue.typed(editor.text)
        self.queue.pasted(*editor.pasted_along.take())

    def keep_last_letter(self) -> None:
        """Have what the editor shows kept at the end: nothing is drawn any more, and nothing sent."""
        if self.is_typed_on:
            self.queue.let_follow()
        Typing.catch_up(self)
        self.keep_draft()

    @property
    def is_typed_on(self) -> bool:
        """Whether somebody types on over what is on its way, which was not taken in yet."""
        return self.queue.is_sent and not self.composer.editor.is_sent

    @on(LineEditor.Pasted)
    def _take_paste(self) -> None:
        self.catch_up()
        self.line_changed()

    @on(LineEditor.NotPasted)
    def _say_not_pasted(self, pasted: LineEditor.NotPasted) -> None:
        self.composer.note(
            f"! Nothing was pasted: {pasted.length:,} characters are more than the {TEXT_LIMIT:,} that are typed "
            "at once. They are still where they were copied from; whole minutes come in with i on the home screen."
        )

    def say_reading(self) -> None:
        """Say what the line will become."""
        reading = self.reading() if self.composer.is_open else None
        if reading is not None:
            self.composer.say_reading(plain(reading.lead), plain(reading.words))

    def reading(self) -> LineReading | None:
        """Return what the line will become."""
        if self.context is None:
            return None
        first, *rest = self.queue.current_lines()
        captured = self.reader.read(first, self.context)
        reading = reading_of(captured, self.context, is_told=self.reader.as_kind is not None)
        if waiting := (*rest, *self.queue.following):
            kinds = counted_kinds((first, *waiting), self.context)
            what = "pasted" if self.queue.is_paste else "not recorded yet"
            how = "Enter records them in order" + (", Esc drops the rest" if self.queue.can_be_dropped else "")
            words = f"{len(waiting) + 1} lines {what}: {kinds}. {how}"
            return LineReading(lead=reading.lead, words=words)
        return reading

    def action_next_reading(self) -> None:
        """Read the line as something else."""
        self.catch_up()
        if self.context is not None and self.queue.current.strip():
            self.reader.read_otherwise(self.queue.current, self.context)
            self.say_reading()

    def action_undo_typing(self) -> None:
        """Take back typing; with nothing typed and nothing to take back there, the latest change."""
        editor = self.composer.editor
        if editor.can_undo:
            self._remember_what_is_typed()
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
        self._remember_what_is_typed()
        earlier = self.former.earlier()
        if earlier is None:
            self.say("Nothing that was typed has been taken out.")
        else:
            self.show_line(earlier)
            self.look_at_what_was_kept(earlier)

    def show_line(self, text: str) -> None:
        """Put a line into the editor; words that it is put over come back by a key."""
        self._remember_what_is_typed()
        self.queue.typed(text)
        self.composer.editor.put(text)
        self.line_changed()

    def _remember_what_is_typed(self) -> None:
        """Take in what the editor shows at this moment, which else is done when it was drawn."""
        editor = self.composer.editor
        if not editor.is_sent:
            self.former.take(editor.text)

    # Leaving it

    def action_leave_line(self) -> None:
        """Drop the lines that were pasted along, or else go to the minutes; what is typed stays."""
        self.catch_up()
        if self.queue.can_be_dropped:
            dropped = self.queue.drop_following()
            self.former.keep("\n".join(dropped))
            self.say(f"{counted(len(dropped), 'line')} dropped; ^r brings back what was pasted.")
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
