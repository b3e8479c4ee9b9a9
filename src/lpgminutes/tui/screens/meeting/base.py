"""What every concern of the screen of a meeting shares: which meeting it is, and what of it was read last."""

from typing import TYPE_CHECKING

from lpgminutes.domain.meetings import MeetingStatus
from lpgminutes.tui.requests.changes import redo, undo_in
from lpgminutes.tui.requests.meeting import MeetingAtHand, read_meeting
from lpgminutes.tui.screens.shell import ShellScreen
from lpgminutes.tui.widgets.composer import Composer
from lpgminutes.tui.widgets.item_list import ItemList
from lpgminutes.tui.widgets.minutes_view import MinutesView
from lpgminutes.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from lpgminutes.tui.messages.meeting import OpenedMeeting
    from lpgminutes.tui.requests.changes import Run


class MeetingBase(ShellScreen):
    """A meeting on the screen. Each concern is a class of its own over this one; the screen is all of them."""

    def __init__(self, ref: str, at: str = "") -> None:
        super().__init__()
        self.at_hand = MeetingAtHand(ref)
        self.opened_at = int(at) if at else 0
        """The block that the meeting was opened to look at; 0 for the meeting as a whole."""
        self.opened: OpenedMeeting | None = None
        self.runs: list[Run] = []
        """What was recorded in one go, and is taken back in one go."""
        self.why = ""
        """Why minutes that went out are corrected; asked for once."""

    @property
    def view(self) -> MinutesView:
        """The minutes."""
        return self.query_one(MinutesView)

    @property
    def composer(self) -> Composer:
        """Where lines are typed."""
        return self.query_one(Composer)

    @property
    def agenda(self) -> ItemList:
        """The items."""
        return self.query_one(ItemList)

    @property
    def status(self) -> StatusLine:
        """How things stand."""
        return self.query_one(StatusLine)

    @property
    def is_draft(self) -> bool:
        """Whether the minutes can still be typed."""
        return self.opened is not None and self.opened.meeting.status is MeetingStatus.DRAFT

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

    def reload(self) -> None:
        """Read the meeting again."""
        read_meeting(self, self.at_hand)

    def take_in(self, opened: "OpenedMeeting") -> None:
        """Show what was read: each concern brings its own part of the screen up to date."""
        self.opened = opened

    def show_around(self) -> None:
        """Bring up to date what stands around the minutes and the line: whoever types looks there later."""

    def look_at(self, block: int) -> None:
        """Bring a block in sight, and read there; a line that is half typed stays where it is."""
        if self.opened is None:
            self.opened_at = block
        elif block:
            self.view.go_to(block)
            self.set_focus(self.view)

    def action_open_cases(self) -> None:
        """Open the cases, at those of this meeting."""
        self.minutes_app.open_screen("cases", self.banner.marking, self.at_hand.ref)

    def action_undo(self) -> None:
        """Take back the latest change of this meeting."""
        undo_in(self, self.at_hand.ref, runs=tuple(self.runs))

    def undo_surely(self) -> None:
        """Take it back after the question."""
        undo_in(self, self.at_hand.ref, runs=tuple(self.runs), is_sure=True)

    def action_redo(self) -> None:
        """Do again what was taken back last in this meeting."""
        redo(self, meeting=self.at_hand.ref, runs=tuple(self.runs))
