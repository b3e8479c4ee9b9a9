"""What the screens that change actions have in common: each change asks what it needs, and a refusal loses nothing."""

import datetime as dt
from abc import abstractmethod
from typing import TYPE_CHECKING, Any

from textual import on

from lpgminutes.domain.action_log.changes import (
    AddNote,
    CarryForward,
    Close,
    Reassign,
    Redate,
    Reopen,
    Supersede,
    Transfer,
    Withdraw,
)
from lpgminutes.tui.messages.action_changes import ActionChangeRefused
from lpgminutes.tui.requests.changes import undo
from lpgminutes.tui.screens.shell import ShellScreen

if TYPE_CHECKING:
    from lpgminutes.domain.action_log.changes import ActionChange
    from lpgminutes.domain.actions import ActionSummary
    from lpgminutes.tui.app import MinutesApp
    from lpgminutes.tui.dialogs.action_dialog import ActionDialog, Subject


_ROWS_OF_AN_OUTCOME = 5
"""The action, its entry, the point, and at first the minute over it and its item."""
DONE: "dict[type[ActionChange], str]" = {
    Close: "closed",
    Redate: "re-dated",
    Reassign: "reassigned",
    AddNote: "note added",
    Transfer: "transferred",
    Supersede: "superseded",
    Withdraw: "withdrawn",
    Reopen: "open again",
    CarryForward: "carried forward",
}
"""What is said when a change was made."""


def open_minute(app: "MinutesApp", action: "ActionSummary") -> None:
    """Open the meeting that raised an action, at the words that did."""
    at = [str(action.block_id)] if action.block_id else []
    app.open_screen("meeting", action.meeting_ref, *at)


class ActionChangingScreen(ShellScreen):
    """A screen on which actions are closed, re-dated and so on."""

    names: tuple[str, ...] = ()
    """Who may be an owner: the register, and whoever owns an action."""
    _asked: "tuple[Subject, type[ActionDialog[Any]], dict[str, object]] | None" = None
    """What the change that is on its way was asked with; nothing of one that needs no words."""

    @abstractmethod
    def subject(self) -> "Subject | None":
        """Return the actions that a change would go to, or ``None`` when there is none at hand."""

    @abstractmethod
    def make_change(self, ids: tuple[int, ...], change: "ActionChange") -> None:
        """Have a change made to actions; a refusal is answered with ``ActionChangeRefused``."""

    @property
    @abstractmethod
    def day(self) -> dt.date:
        """The day on which a change is made."""

    @property
    def next_meeting(self) -> dt.date | None:
        """The day that the body meets next, where it is known: what ``by the next meeting`` means."""
        return None

    def action_undo(self) -> None:
        """Take back the latest change; the outcome of one action, with its line in the minutes, is not asked about."""
        undo(self, rows_unasked=_ROWS_OF_AN_OUTCOME)

    def action_close(self) -> None:
        """Ask for the evidence, and close."""
        from lpgminutes.tui.dialogs.close_actions import CloseActions

        self._ask(CloseActions)

    def action_redate(self) -> None:
        """Ask for another date."""
        from lpgminutes.bootstrap import house_dates
        from lpgminutes.tui.dialogs.redate_actions import RedateActions

        self._ask(RedateActions, reader=house_dates(), on=self.day, next_meeting=self.next_meeting)

    def action_reassign(self) -> None:
        """Ask for other owners."""
        from lpgminutes.tui.dialogs.reassign_actions import ReassignActions

        self._ask(ReassignActions, names=self.names)

    def action_note(self) -> None:
        """Ask for a note."""
        from lpgminutes.tui.dialogs.note_actions import NoteActions

        self._ask(NoteActions)

    def action_transfer(self) -> None:
        """Ask which forum takes it over."""
        from lpgminutes.tui.dialogs.transfer_actions import TransferActions

        self._ask(TransferActions)

    def action_supersede(self) -> None:
        """Ask which action takes its place."""
        from lpgminutes.tui.dialogs.supersede_actions import SupersedeActions

        self._ask(SupersedeActions)

    def action_withdraw(self) -> None:
        """Ask why it is no longer needed."""
        from lpgminutes.tui.dialogs.withdraw_actions import WithdrawActions

        self._ask(WithdrawActions)

    def action_reopen(self) -> None:
        """Ask why it is not done after all."""
        from lpgminutes.tui.dialogs.reopen_actions import ReopenActions

        self._ask(ReopenActions)

    def _ask(self, dialog: "type[ActionDialog[Any]]", **about: object) -> None:
        subject = self.subject()
        if subject is not None:
            self._ask_about(subject, dialog, about)

    def _ask_about(
        self,
        subject: "Subject",
        dialog: "type[ActionDialog[Any]]",
        about: dict[str, object],
        draft: "ActionChange | None" = None,
        problem: str = "",
    ) -> None:
        def change(asked: "ActionChange | None") -> None:
            if asked is not None:
                self._asked = subject, dialog, about
                self.make_change(subject.ids, asked)

        self.app.push_screen(dialog(subject, draft, problem, **about), change)

    @on(ActionChangeRefused)
    def _ask_again(self, refused: ActionChangeRefused) -> None:
        self.be_ready()
        if self._asked is None:
            self.say(refused.sentence, is_error=True)
            return
        subject, dialog, about = self._asked
        self._ask_about(subject, dialog, about, refused.draft, refused.sentence)
