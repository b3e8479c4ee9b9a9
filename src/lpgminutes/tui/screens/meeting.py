"""A meeting to be read, and the minutes of a draft to be typed."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from lpgminutes.domain.meetings import Meeting, MeetingStatus
from lpgminutes.domain.written_dates import short_date
from lpgminutes.tui.commands.command import Command, bindings
from lpgminutes.tui.commands.meeting import LINE, MEETING
from lpgminutes.tui.commands.shared import EVERYWHERE, READING
from lpgminutes.tui.line_reading import counted_kinds, what_it_becomes
from lpgminutes.tui.messages.meeting import LineRecorded, LineRefused, MeetingGone, MeetingRead, OpenedMeeting
from lpgminutes.tui.messages.shared import RequestFailed
from lpgminutes.tui.requests.meeting import read_meeting, record_line
from lpgminutes.tui.screens.shell import Section, ShellScreen
from lpgminutes.tui.text import counted, one_line, plain
from lpgminutes.tui.widgets.empty_state import EmptyState
from lpgminutes.tui.widgets.item_list import ItemList
from lpgminutes.tui.widgets.line_input import LineInput
from lpgminutes.tui.widgets.minutes_view import MinutesView
from lpgminutes.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from lpgminutes.domain.document import ItemEntry

_MEDIUM = 60
_WIDE = 100


class MeetingScreen(ShellScreen):
    """The minutes as they will be printed."""

    CSS_PATH = Path(__file__).parent.parent / "styles" / "meeting.tcss"
    COMMANDS_HERE = MEETING
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(MEETING)]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_MEDIUM, "-medium"), (_WIDE, "-wide")]  # noqa: RUF012 - typed by Textual
    AUTO_FOCUS = "MinutesView"

    def __init__(self, ref: str) -> None:
        super().__init__()
        self.ref = ref
        self.opened: OpenedMeeting | None = None
        self._are_items_wanted: bool | None = None
        self._under = ""

    def body(self) -> ComposeResult:
        """Lay the line about the meeting, the items, the minutes, and the line to type in."""
        yield Static(id="about", classes="panel-title")
        with Horizontal(id="reading"):
            with Vertical(id="items-side"):
                yield ItemList()
            yield MinutesView()
            yield EmptyState(plain("Opening the minutes\N{HORIZONTAL ELLIPSIS}"))
        yield LineInput()

    def on_mount(self) -> None:
        """Read the meeting."""
        self.query_one(MinutesView).display = False
        self.reload()

    def reload(self) -> None:
        """Read the meeting again."""
        read_meeting(self, self.ref)

    @property
    def is_draft(self) -> bool:
        """Whether lines can be typed."""
        return self.opened is not None and self.opened.meeting.status is MeetingStatus.DRAFT

    @on(MeetingRead)
    def _show_read(self, read: MeetingRead) -> None:
        self._show(read.opened)

    def _show(self, opened: OpenedMeeting) -> None:
        is_first = self.opened is None
        self.opened = opened
        self.banner.marking, self.banner.place = opened.document.marking, opened.meeting.ref
        self.query_one(EmptyState).display = False
        view = self.query_one(MinutesView)
        view.display = True
        view.show(opened.document)
        self.query_one(ItemList).show(opened.document.items)
        self._show_about()
        self._say_reading(self._line.line.value)
        self.show_keys()
        if is_first and not self._line.is_open:
            self.set_focus(view)

    @on(MeetingGone)
    def _leave_what_is_gone(self, gone: MeetingGone) -> None:
        while self.app.screen is not self:
            self.app.pop_screen()
        self.app.pop_screen()
        self.say(gone.sentence)

    def say_what_failed(self, failed: RequestFailed) -> None:
        """Say why there is nothing to read."""
        if self.opened is not None:
            super().say_what_failed(failed)
        else:
            words = (failed.title, "", failed.sentence, "", "Esc goes back to the meetings.")
            self.query_one(EmptyState).say(*words)

    def _show_about(self) -> None:
        if self.opened is not None:
            view = self.query_one(MinutesView)
            self.query_one("#about", Static).update(_about(self.opened, view.item))

    @property
    def _line(self) -> LineInput:
        return self.query_one(LineInput)

    # Moving about

    @on(MinutesView.ItemReached)
    def _follow(self, reached: MinutesView.ItemReached) -> None:
        self.query_one(ItemList).highlight(reached.number)
        self._show_about()

    @on(RowList.Highlighted)
    def _go_to_highlighted(self, highlighted: "RowList.Highlighted") -> None:
        items = self.query_one(ItemList)
        if highlighted.rows is items and self.focused is items:
            self.query_one(MinutesView).go_to(highlighted.row.number)

    @on(RowList.Chosen)
    def _read_chosen(self) -> None:
        self.set_focus(self.query_one(MinutesView))

    def action_next_item(self) -> None:
        """Go to the next item."""
        self._step(1)

    def action_previous_item(self) -> None:
        """Go to the previous item."""
        self._step(-1)

    def _step(self, step: int) -> None:
        view = self.query_one(MinutesView)
        view.go_to(view.next_item(step))

    def action_toggle_items(self) -> None:
        """Show or hide the items."""
        side = self.query_one("#items-side")
        self._are_items_wanted = not side.display
        self.set_class(self._are_items_wanted, "-items")
        self.set_class(not self._are_items_wanted, "-no-items")
        if not self._are_items_wanted:
            self.set_focus(self.query_one(MinutesView))

    # Typing

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """A line can be typed into a draft."""
        if action == "write_line":
            return self.is_draft
        return self.opened is not None or action not in {"next_item", "previous_item", "undo", "redo"}

    def keys_now(self) -> tuple[Command, ...]:
        """Return what makes sense while a line is typed, or while one reads."""
        return LINE if self._line.is_open else self.commands_now()

    def action_write_line(self) -> None:
        """Type under the item at hand, or under the one that was minuted last."""
        self._under = self.query_one(MinutesView).item or self._last_minuted()
        self._set_reading_aside(is_aside=True)
        self._line.open()
        self._show_where()
        self.show_keys()

    def _last_minuted(self) -> str:
        items = self.opened.document.items if self.opened else ()
        minuted = [item.number for item in items if item.minutes]
        return (minuted or [item.number for item in items[:1]] or [""])[-1]

    def _set_reading_aside(self, *, is_aside: bool) -> None:
        """Keep the keyboard in the line: a letter that was meant for it may not become a command."""
        for widget in (self.query_one(MinutesView), self.query_one(ItemList)):
            widget.can_focus = not is_aside

    def _show_where(self) -> None:
        self._line.say_place(self._place())
        self._say_reading(self._line.line.value)
        self.query_one(MinutesView).call_after_refresh(self._bring_end_of_item_in_sight)

    def _bring_end_of_item_in_sight(self) -> None:
        self.query_one(MinutesView).go_to(self._under, is_end_wanted=True)

    def _place(self) -> Content:
        item = self._item(self._under)
        if item is None:
            return plain("No item yet", "bold")
        return plain(f"Under {item.number}  ", "bold") + one_line(item.title.plain(), "bold")

    def _item(self, number: str) -> "ItemEntry | None":
        items = self.opened.document.items if self.opened else ()
        return next((item for item in items if item.number == number), None)

    @on(LineInput.Typed)
    def _read_along(self, typed: LineInput.Typed) -> None:
        self._say_reading(typed.line)

    def _say_reading(self, line: str) -> None:
        if self.opened is None or not self._line.is_open:
            return
        following = self._line.following
        if following:
            kinds = counted_kinds((line, *following))
            reading = f"{len(following) + 1} lines pasted: {kinds}. Enter records them in order, Esc drops the rest"
        elif line.strip():
            reading = what_it_becomes(line, self.opened.meeting, self._under)
        else:
            reading = "# starts an item, - a point, -- a sub-point; anything else is a minute"
        self._line.say_reading(plain(reading))

    @on(LineInput.Entered)
    def _record(self, entered: LineInput.Entered) -> None:
        record_line(self, self.ref, entered.line, self._under or None)

    @on(LineRecorded)
    def _take_in(self, recorded: LineRecorded) -> None:
        self._under = recorded.number
        self._show(recorded.opened)
        following = self._line.say_stored(recorded.line)
        self._show_where()
        if following is not None:
            record_line(self, self.ref, following, self._under)

    @on(LineRefused)
    def _give_back(self, refused: LineRefused) -> None:
        self._line.say_refused(refused.line, refused.sentence)
        if not self._line.is_open:
            self.say(refused.sentence, title=refused.title, is_error=True)

    @on(LineInput.Left)
    def action_leave_line(self) -> None:
        """Go back to reading."""
        self._line.close()
        self._set_reading_aside(is_aside=False)
        self.set_focus(self.query_one(MinutesView))
        self.show_keys()

    @on(LineInput.OtherItemWanted)
    def _type_elsewhere(self, wanted: LineInput.OtherItemWanted) -> None:
        items = self.opened.document.items if self.opened else ()
        numbers = [item.number for item in items]
        if self._under in numbers:
            position = numbers.index(self._under) + wanted.step
            self._under = numbers[max(0, min(position, len(numbers) - 1))]
            self._show_where()

    @on(LineInput.PageWanted)
    def _turn_page(self, wanted: LineInput.PageWanted) -> None:
        view = self.query_one(MinutesView)
        if wanted.step > 0:
            view.action_page_down()
        else:
            view.action_page_up()

    @on(LineInput.UndoWanted)
    def _undo_line(self) -> None:
        self.action_undo()

    def kept_from_leaving(self) -> str:
        """A line that is typed and not recorded would be lost."""
        if not self._line.line.value.strip():
            return ""
        return "A line is typed and not recorded: Enter records it; empty it to leave without it."

    def action_back(self) -> None:
        """Go back, unless a line would be lost."""
        sentence = self.kept_from_leaving()
        if sentence:
            self.action_write_line()
            self.say(sentence, title="Not recorded yet", is_error=True)
        else:
            super().action_back()

    def help_words(self) -> str:
        """Say what this screen shows."""
        return (
            "These are the minutes as they will be printed. Into a draft a line is typed: # starts an item, "
            "- a point, -- a sub-point, anything else is a minute. Before Enter the screen says what the "
            "line will become. It is stored when the input is empty again."
        )

    def help_sections(self) -> tuple[Section, ...]:
        """Return the commands of reading and of typing."""
        return (
            ("While a line is typed", LINE),
            ("On this screen", MEETING),
            ("In the minutes", READING),
            ("On every screen", EVERYWHERE),
        )


def _about(opened: OpenedMeeting, item: str) -> Content:
    meeting, items = opened.meeting, len(opened.document.items)
    day = short_date(meeting.date) if meeting.date else "no date"
    place = f"item {item} of {items}" if item else counted(items, "item")
    parts = [plain(meeting.status.value.capitalize(), "bold"), plain(day), plain(place), _actions(meeting)]
    if opened.overdue:
        parts.append(plain(f"! {opened.overdue} overdue", "bold $text-warning"))
    return Content(" \N{MIDDLE DOT} ").join(parts)


def _actions(meeting: Meeting) -> Content:
    outstanding = sum(action.status.is_outstanding for action in meeting.actions)
    return plain(counted(outstanding, "open action"))
