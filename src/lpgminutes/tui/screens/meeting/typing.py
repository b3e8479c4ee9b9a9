"""Typing lines: what stands in the composer, where it goes, and what it will become."""

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import TextArea

from lpgminutes.domain.capture import LineKind, read_line
from lpgminutes.domain.text import TEXT_LIMIT
from lpgminutes.journal import Draft
from lpgminutes.tui.line_queue import LineQueue
from lpgminutes.tui.line_reading import LineReader, LineReading, at_item, counted_kinds, next_reading, reading_of
from lpgminutes.tui.lines_left import LinesLeft
from lpgminutes.tui.requests.meeting import make_ready
from lpgminutes.tui.screens.meeting.sending import Sending
from lpgminutes.tui.text import one_line, plain
from lpgminutes.tui.widgets.line_editor import LineEditor

if TYPE_CHECKING:
    from textual.content import Content

    from lpgminutes.domain.capture import CaptureContext
    from lpgminutes.domain.document import ItemEntry
    from lpgminutes.tui.messages.meeting import OpenedMeeting


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
        self._reader = LineReader()
        self._places: list[int] = []
        """The items that were typed under, the latest last: reading about and correcting change nothing in it."""
        self._item_to_come: int | None = None
        """The item of the last line, until the meeting is read with it: what is typed meanwhile goes under it too."""

    def take_in(self, opened: "OpenedMeeting") -> None:
        """Begin to type as soon as a draft is there; bring what is said of the line up to date."""
        is_first = self.opened is None
        super().take_in(opened)
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
