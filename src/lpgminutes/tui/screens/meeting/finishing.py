"""Finishing the minutes: the check list, and letting them go out."""

from textual import on

from lpgminutes.domain.checks import Check
from lpgminutes.tui.messages.finishing import ChecksFound, MinutesCirculated
from lpgminutes.tui.requests.finishing import circulate_minutes, find_checks
from lpgminutes.tui.screens.meeting.base import MeetingBase


class Finishing(MeetingBase):
    """What comes after the last line."""

    def action_check_list(self) -> None:
        """Ask what should be looked at before the minutes go out."""
        if self.is_draft:
            find_checks(self, self.at_hand)
        else:
            self.say("These minutes went out already.")

    @on(ChecksFound)
    def _show_checks(self, found: ChecksFound) -> None:
        from lpgminutes.tui.dialogs.check_list import CheckList

        def answered(answer: Check | bool | None) -> None:  # noqa: FBT001 - Textual's callback
            if isinstance(answer, Check):
                self.look_at(answer.block or 0)
            elif answer:
                self._ask_where()

        self.app.push_screen(CheckList(found.checks), answered)

    def _ask_where(self) -> None:
        from lpgminutes.tui.dialogs.ask_line import AskLine

        def answered(path: str | None) -> None:
            if path:
                circulate_minutes(self, self.at_hand, path)

        proposed = self.at_hand.ref.replace("/", "-") + ".docx"
        purpose = "The Word file is written there; numbers are frozen and a version is kept."
        self.app.push_screen(AskLine("Let the minutes go out", "File", purpose, value=proposed), answered)

    @on(MinutesCirculated)
    def _say_they_went_out(self, gone: MinutesCirculated) -> None:
        self.take_in(gone.opened)
        self.say(f"The minutes are circulated, and written to {gone.path}.")
