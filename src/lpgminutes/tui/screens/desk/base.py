"""What every concern of the desk shares: which case it is, and what of it was read last."""

from contextlib import suppress
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.widgets import Static

from lpgminutes.errors import LpgMinutesError
from lpgminutes.tui.messages.desk import DeskRead, ExemptionsRead, FindingsRead, UndoInCaseQuestioned
from lpgminutes.tui.requests import case_history
from lpgminutes.tui.requests import desk as requests
from lpgminutes.tui.requests.desk import CaseAtHand
from lpgminutes.tui.screens.desk.words import said_of_cursor, status_of
from lpgminutes.tui.screens.shell import ShellScreen
from lpgminutes.tui.widgets.desk_layout import DeskLayout
from lpgminutes.tui.widgets.desk_paper import DeskPaper
from lpgminutes.tui.widgets.empty_state import EmptyState
from lpgminutes.tui.widgets.fitting_line import FittingLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from lpgminutes.domain.document import MinutesDocument, Place
    from lpgminutes.domain.exemptions import Exemption
    from lpgminutes.domain.findings import Finding
    from lpgminutes.domain.locating import Located
    from lpgminutes.domain.suggesting import Suggestion
    from lpgminutes.domain.withholding import ReleaseCase, Rule
    from lpgminutes.services.desk import DeskView
    from lpgminutes.tui.messages.shared import RequestFailed


class DeskBase(ShellScreen):
    """A case on the desk. Each concern is a class of its own over this one; the screen is all of them."""

    def __init__(self, meeting: str, reference: str) -> None:
        super().__init__()
        self.at_hand = CaseAtHand(meeting, reference)
        self.view: DeskView | None = None
        self.findings: tuple[Finding, ...] | None = None
        """What still gives it away; ``None`` until it was looked for."""
        self.suggested: tuple[Suggestion, ...] | None = None
        """What might have to be withheld; ``None`` until it was looked for."""
        self._foreseen: ReleaseCase | None = None
        """The case as it will stand when what was asked for is stored; ``None`` when it is."""
        self._layout = DeskLayout()
        self._composed: MinutesDocument | None = None
        self._words: dict[Place, str] = {}
        """The texts of the minutes that were composed last."""
        self.recent: tuple[Exemption, ...] = ()
        """The exemptions relied on before, the latest first."""

    @property
    def paper(self) -> DeskPaper:
        """The minutes."""
        return self.query_one(DeskPaper)

    def reload(self) -> None:
        """Read the case again."""
        requests.read_desk(self, self.at_hand)

    @on(DeskRead)
    def _take_in_read(self, read: DeskRead) -> None:
        if read.said:
            self.say(read.said)
        self.take_in(read.view)

    def take_in(self, view: "DeskView") -> None:
        """Show what was read: each concern brings its own part of the screen up to date."""
        before, self.view, self._foreseen = self.view, view, None
        if is_other(before, view):
            self._show_stored(view)
            requests.read_exemptions(self, self.at_hand)
            self._bring_findings_up_to_date(before, view)
        self.show_how_it_stands()

    def _bring_findings_up_to_date(self, before: "DeskView | None", view: "DeskView") -> None:
        """Look again for what gives it away, unless only what is accepted of it is other than it was."""
        from lpgminutes.domain.findings import accepted_anew
        from lpgminutes.services.desk import is_found_alike

        if self.findings is not None and before is not None and is_found_alike(before, view):
            self.findings = accepted_anew(self.findings, view.case.accepted)
            return
        self.findings = None
        requests.read_findings(self, view, lambda: not self.is_of_view(view.case.revision))

    def is_of_view(self, revision: int) -> bool:
        """Whether something was read of the case as it is shown."""
        return self.view is not None and self.view.case.revision == revision

    def foresee(self, change: "Callable[[ReleaseCase], ReleaseCase]") -> None:
        """Show at once what a change that was asked for will come to."""
        from lpgminutes.services.desk import foreseen

        if self.view is None:
            return
        with suppress(LpgMinutesError):  # it is refused: why is said when it is to be stored
            self._foreseen = change(self._foreseen or self.view.case)
            self._show_minutes(self.view, *foreseen(self.view, self._foreseen))

    def _show_stored(self, view: "DeskView") -> None:
        self._show_minutes(view, view.proposal.copy, view.proposal.located)

    def _show_minutes(self, view: "DeskView", copy: "MinutesDocument", located: "Located") -> None:
        if self._composed is not view.minutes.document:
            self._composed = view.minutes.document
            self._words = {text.place: text.words for text in view.minutes.locator.texts}
        self.paper.show(self._layout.clauses(view.minutes.document, copy, located.rules), self._words)

    @on(FindingsRead)
    def _take_in_findings(self, read: FindingsRead) -> None:
        if self.is_of_view(read.revision):
            self.findings = read.findings
            self.show_how_it_stands()

    @on(ExemptionsRead)
    def _take_in_exemptions(self, read: ExemptionsRead) -> None:
        self.recent = read.recent

    def show_how_it_stands(self) -> None:
        """Show status, signs and the place at hand."""
        if self.view is None:
            return
        self.query_one("#desk-status", FittingLine).say(*status_of(self.view, self.findings))
        self.paper.sign(self._signs())
        self.show_place()
        self.show_keys()

    def _signs(self) -> "dict[Place, tuple[str, str]]":
        """Return the sign of each text: it gives something away, is to be looked at, or was not read."""
        signs: dict[Place, tuple[str, str]] = {}
        if self.view is not None and self.view.reading.is_needed:
            signs |= dict.fromkeys(self.view.unvisited, ("\N{MIDDLE DOT}", "accent"))
        for finding in reversed(self.findings or ()):
            if not finding.accepted:
                sign = ("!", "alarm") if finding.blocks else ("?", "warning")
                signs |= dict.fromkeys(finding.places, sign)
        return signs

    @on(DeskPaper.Moved)
    def show_place(self) -> None:
        """Say where one is, and what is withheld there."""
        if self.view is not None:
            self.query_one("#desk-place", Static).update(self.words_of_place())

    def words_of_place(self) -> Content:
        """Return where one is, and what is withheld there, in words."""
        return said_of_cursor(self.paper.cursor, self.rules_here())

    def rules_here(self) -> "tuple[Rule, ...]":
        """Return what withholds something of what is chosen, or of the text at hand."""
        if self.view is None:
            return ()
        chosen = dict(self.paper.cursor.stretches())
        return tuple(
            rule
            for rule, spans in self.view.proposal.located.rules
            if any(span.place in chosen and _touches((span.start, span.end), chosen[span.place]) for span in spans)
        )

    def say_what_failed(self, failed: "RequestFailed") -> None:
        """Say why there is nothing on the desk, or why it is as it was."""
        if self.view is not None:
            super().say_what_failed(failed)
            self._foreseen = None
            self._show_stored(self.view)
        else:
            self.query_one(EmptyState).say(failed.title, "", failed.sentence, "", "F5 tries again, Esc goes back.")

    def action_undo(self) -> None:
        """Take back the latest change of this case."""
        case_history.undo(self, self.at_hand)

    def action_redo(self) -> None:
        """Do again what was taken back last in this case."""
        case_history.redo(self, self.at_hand)

    @on(UndoInCaseQuestioned)
    def _ask_before_undo_in_case(self, questioned: UndoInCaseQuestioned) -> None:
        from lpgminutes.tui.dialogs.confirm import Confirm

        def undo_if_sure(is_sure: bool | None) -> None:  # noqa: FBT001 - Textual's callback
            if is_sure:
                case_history.undo(self, self.at_hand, is_sure=True)

        self.app.push_screen(
            Confirm(f"Take back: {questioned.what}?", f"It was done by {questioned.who}."), undo_if_sure
        )


def is_other(before: "DeskView | None", now: "DeskView") -> bool:
    """Whether a case, or the minutes that it is about, is other than it was when it was read before."""
    return before is None or before.case.revision != now.case.revision or before.minutes is not now.minutes


def _touches(span: tuple[int, int], chosen: tuple[int, int]) -> bool:
    """Whether a span and what is chosen have a character in common, or are both of the same empty text."""
    return (span[0] < chosen[1] and chosen[0] < span[1]) or (span[0] == span[1] == chosen[0])
