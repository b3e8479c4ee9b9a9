"""What the dialogs that change actions have in common: one action that is named, or many that are counted."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from lpgminutes.domain.sayings.written_dates import short_date
from lpgminutes.errors import InputError
from lpgminutes.tui.dialogs.form import Form
from lpgminutes.tui.text import counted

if TYPE_CHECKING:
    import datetime as dt

    from lpgminutes.domain.actions import ActionSummary

Change = TypeVar("Change")

_TIMES = {1: "once", 2: "twice"}
_LONGEST = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The actions that are about to be changed."""

    ids: tuple[int, ...]
    action: "ActionSummary | None" = None
    """The action, when it is but one and at hand."""

    @property
    def named(self) -> str:
        """``AP0619-03``, or ``4 actions``."""
        if self.action is None:
            return counted(len(self.ids), "action")
        return self.action.ref or "this action"

    @property
    def words(self) -> str:
        """The words of the action, shortened; nothing of many."""
        text = " ".join(self.action.text.split()) if self.action else ""
        return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}\N{HORIZONTAL ELLIPSIS}"


class ActionDialog(Form[Change], Generic[Change]):
    """Asks what a change needs; a change that was refused comes back as the draft, with the sentence."""

    VERB: ClassVar[str]

    def __init__(self, subject: Subject, draft: Change | None = None, problem: str = "") -> None:
        super().__init__(problem)
        self.subject = subject
        self.draft = draft

    def heading(self) -> str:
        """Say what is done to what."""
        return f"{self.VERB} {self.subject.named}"

    def words(self) -> str:
        """Show the action."""
        return self.subject.words


def needed(missing: str, said: str) -> Callable[[str], str]:
    """Return the reader of a field that must not be empty."""

    def read(typed: str) -> str:
        if not typed:
            raise InputError(missing)
        return said

    return read


def optional(said: str) -> Callable[[str], str]:
    """Return the reader of a field that may be empty."""
    return lambda typed: "" if typed else said


def date_history(action: "ActionSummary") -> str:
    """Return when an action is due, and how often that slipped: ``Due 1 Aug 2019. Slipped twice …``."""
    due = short_date(action.due) if action.due else action.due_as_written or "no date"
    return f"Due: {due}. {slip_words(action.slips, action.original_due)}"


def slip_words(slips: int, original: "dt.date | None") -> str:
    """Return ``Slipped twice; originally 18 Jul 2019.``, or that it has not slipped."""
    if not slips:
        return "It has not slipped so far."
    times = _TIMES.get(slips, f"{slips} times")
    return f"Slipped {times}" + (f"; originally {short_date(original)}." if original else ".")
