"""Having minutes agreed, from the list of meetings and from the minutes themselves."""

from typing import TYPE_CHECKING

from textual import on

from lpgminutes.tui.messages.finishing import Agreed, ApprovalAsked, ApprovalRefused, MinutesApproved
from lpgminutes.tui.requests.finishing import approve_minutes
from lpgminutes.tui.screens.shell import ShellScreen

if TYPE_CHECKING:
    from lpgminutes.services.approving import ToAgree


class Approving(ShellScreen):
    """Asks for what belongs to an approval, and records it."""

    @on(ApprovalAsked)
    def _take_in_asked(self, asked: ApprovalAsked) -> None:
        self.ask_for_approval(asked.to_agree)

    def ask_for_approval(self, to_agree: "ToAgree") -> None:
        """Ask when the minutes were agreed, and with which corrections."""
        self._ask_for_approval(Agreed(ref=to_agree.ref, at=to_agree.at))

    def _ask_for_approval(self, draft: Agreed, problem: str = "") -> None:
        from lpgminutes.bootstrap import house_dates, today
        from lpgminutes.tui.dialogs.approve_minutes import ApproveMinutes

        def approve(agreed: Agreed | None) -> None:
            if agreed is not None:
                approve_minutes(self, agreed)

        self.app.push_screen(ApproveMinutes(draft, problem, today=today(), dates=house_dates()), approve)

    @on(ApprovalRefused)
    def _ask_again_for_approval(self, refused: ApprovalRefused) -> None:
        self._ask_for_approval(refused.draft, refused.sentence)

    @on(MinutesApproved)
    def _say_approved(self, approved: MinutesApproved) -> None:
        self.say(f"The minutes of {approved.agreed.ref} are approved.")
        self.reload()
