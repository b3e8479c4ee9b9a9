"""Finishing the minutes: the check list, letting them go out, and agreeing those of the last meeting."""

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on

from lpgminutes.domain.checks import Check, CheckKind
from lpgminutes.tui.messages.finishing import (
    ChecksFound,
    MinutesCirculated,
    NotCirculated,
    SendingOut,
)
from lpgminutes.tui.requests.finishing import ask_to_agree, circulate_minutes, find_checks
from lpgminutes.tui.screens.approving import Approving
from lpgminutes.tui.screens.meeting.heading import Heading
from lpgminutes.tui.text import counted

if TYPE_CHECKING:
    from pathlib import Path

    from lpgminutes.services.approving import ToAgree


class Finishing(Heading, Approving):
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
                self._go_to_check(answer)
            elif answer:
                self._ask_to_pass(sum(not check.kind.is_note for check in found.checks))

        self.app.push_screen(CheckList(found.checks), answered)

    def _go_to_check(self, check: Check) -> None:
        """Go to what a check is about: a paragraph, the people, or the head."""
        block = check.block or self.block_of(check.number)
        if block:
            self.look_at(block)
        elif check.kind in {CheckKind.QUORUM, CheckKind.ATTENDANCE}:
            self.action_people_pane()
        elif check.kind is CheckKind.MARKING:
            self.ask_for_head("marking")
        elif check.kind is CheckKind.HEAD:
            self.ask_for_head()

    def _ask_to_pass(self, open_checks: int) -> None:
        """Let nothing go out unlooked at unless a person says so."""
        from lpgminutes.tui.dialogs.confirm import Confirm

        def passed(is_sure: bool | None) -> None:  # noqa: FBT001 - Textual's callback
            if is_sure:
                self._ask_where(anyway=True)
            else:
                self.action_check_list()

        if not open_checks:
            self._ask_where(anyway=False)
            return
        question = f"Let the minutes go out with {counted(open_checks, 'thing')} not put right?"
        consequence = "They are marked with ! in the check list. What goes out is kept as a version as it stands."
        self.app.push_screen(Confirm(question, consequence), passed)

    def _ask_where(self, *, anyway: bool, proposed: "Path | None" = None, problem: str = "") -> None:
        from lpgminutes.tui.dialogs.send_out import SendOut, proposed_file

        def answered(path: "Path | None") -> None:
            if path is not None:
                self._send_out(SendingOut(path=path, anyway=anyway))

        self.app.push_screen(SendOut(proposed or proposed_file(self.at_hand.ref), problem), answered)

    def _send_out(self, wanted: SendingOut) -> None:
        from lpgminutes.tui.dialogs.confirm import Confirm

        def replaced(is_sure: bool | None) -> None:  # noqa: FBT001 - Textual's callback
            if is_sure:
                circulate_minutes(self, self.at_hand, replace(wanted, replace=True))
            else:
                self._ask_where(anyway=wanted.anyway, proposed=wanted.path)

        if wanted.path.exists():
            question = f"Replace {wanted.path.name}?"
            self.app.push_screen(Confirm(question, f"What is in {wanted.path} now is lost."), replaced)
        else:
            circulate_minutes(self, self.at_hand, wanted)

    @on(NotCirculated)
    def _ask_again_where(self, refused: NotCirculated) -> None:
        self._ask_where(anyway=refused.wanted.anyway, proposed=refused.wanted.path, problem=refused.sentence)

    @on(MinutesCirculated)
    def _say_they_went_out(self, gone: MinutesCirculated) -> None:
        self.take_in(gone.opened)
        self.say(f"The minutes are circulated, and written to {gone.path}.")

    def action_versions(self) -> None:
        """Open the versions of these minutes."""
        self.minutes_app.open_screen("versions", self.at_hand.ref)

    def action_approve(self) -> None:
        """Have the last minutes agreed by a line of these; minutes that went out are agreed themselves."""
        ask_to_agree(self, self.at_hand.ref)

    def ask_for_approval(self, to_agree: "ToAgree") -> None:
        """Put the line that agrees the last minutes before the person, to be completed and recorded."""
        from lpgminutes.services.approving import agreeing_line

        if not self.is_draft:
            super().ask_for_approval(to_agree)
        elif self.queue.current.strip():
            self.say("Record the line that is half typed first, or take it out.")
        else:
            self.action_write_line()
            self.show_line(agreeing_line(to_agree))
