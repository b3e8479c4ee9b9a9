"""What gives something away, and may stand: one finding, or all that an earlier release tells alike, for a reason."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lpgminutes.tui.requests import desk as requests
from lpgminutes.tui.screens.desk.rows import RowsAtHand
from lpgminutes.tui.text import counted
from lpgminutes.tui.widgets.finding_list import kind_words

if TYPE_CHECKING:
    from lpgminutes.domain.findings import Finding

_MOST_TEXTS = 10


class Accepting(RowsAtHand):
    """Asks why findings may stand, and lets them."""

    def action_accept(self) -> None:
        """Let the highlighted finding stand, with a reason."""
        finding = self.listed(self.finding_list)
        if finding is not None:
            self._accept((finding,), f"Let it stand: {finding.text}", finding.explanation)

    def action_accept_kind(self) -> None:
        """Let everything of this kind stand that the same earlier release tells, for one reason."""
        from lpgminutes.domain.findings import alike

        finding = self.listed(self.finding_list)
        if finding is None:
            return
        findings = alike(self.finding_list.rows, finding)
        if findings:
            heading = f"Let {counted(len(findings), 'finding')} stand: {kind_words(finding).lower()}"
            self._accept(findings, heading, _said_of(findings))
        elif finding.against:
            self.say("Everything that is alike is accepted already: a accepts this one for another reason.")
        else:
            self.say("Only what an earlier release tells is accepted all at once: a accepts this one.")

    def _accept(self, findings: "Sequence[Finding]", heading: str, consequence: str) -> None:
        from lpgminutes.domain.withholding import Acceptance
        from lpgminutes.tui.dialogs.say_why import SayWhy

        def accept(reason: str | None) -> None:
            if reason:
                self.go_on_in(self.finding_list, lambda one: bool(one.accepted) or one in findings)
                accepted = [Acceptance(finding=one.kind.value, text=one.text, reason=reason) for one in findings]
                requests.accept(self, self.at_hand, accepted)

        self.app.push_screen(SayWhy(heading, consequence, is_needed=True), accept)


def _said_of(findings: "Sequence[Finding]") -> str:
    texts = ", ".join(f"\u201c{one.text}\u201d" for one in findings[:_MOST_TEXTS])
    more = len(findings) - _MOST_TEXTS
    texts += f" and {more} more of the list" if more > 0 else ""
    against = " and ".join(findings[0].against)
    return f"Against {against}: {texts}. Each is kept with this reason; one undo takes them all back."
