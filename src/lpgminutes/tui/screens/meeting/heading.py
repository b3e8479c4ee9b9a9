"""The head of the minutes: set in a form, and the hour of the end by one key."""

from typing import TYPE_CHECKING

from textual import on

from lpgminutes.tui.messages.meeting import HeadRefused
from lpgminutes.tui.requests.head import set_head
from lpgminutes.tui.screens.meeting.panes import Panes

if TYPE_CHECKING:
    from lpgminutes.services.meeting_head import HeadChange


class Heading(Panes):
    """Asks for place, hours, the next meeting and the rest of the head."""

    def action_head(self) -> None:
        """Ask for the head."""
        self.ask_for_head()

    def action_ended(self) -> None:
        """Note that the meeting ended just now."""
        from lpgminutes.services.meeting_head import NOW, HeadChange

        if self.opened is not None and self.may_write(self.action_ended):
            self._set_head(HeadChange(end=NOW))

    def ask_for_head(self, at: str = "") -> None:
        """Ask for the head, beginning at one of its fields."""
        from lpgminutes.services.meeting_head import HeadChange

        if self.opened is not None and self.may_write(lambda: self.ask_for_head(at)):
            self._ask_for_head(HeadChange(), at=at)

    def _set_head(self, change: "HeadChange", *, revision: int | None = None) -> None:
        set_head(self, self.at_hand, change, revision=revision, why=self.why)

    def _ask_for_head(self, draft: "HeadChange", problem: str = "", *, at: str = "") -> None:
        from lpgminutes.bootstrap import house_dates, local_now
        from lpgminutes.services.meeting_head import HeadChange, HeadReader
        from lpgminutes.tui.dialogs.set_head import SetHead

        if self.opened is None:
            return
        meeting = self.opened.meeting

        def answered(change: "HeadChange | None") -> None:
            if change not in {None, HeadChange()}:
                self._set_head(change, revision=meeting.revision)

        reader = HeadReader(dates=house_dates(), now=local_now())
        self.app.push_screen(SetHead(meeting, draft, problem, at=at, reader=reader), answered)

    @on(HeadRefused)
    def _ask_again_for_head(self, refused: HeadRefused) -> None:
        if refused.opened is not None:
            self.take_in(refused.opened)
        self._ask_for_head(refused.draft, refused.sentence)
