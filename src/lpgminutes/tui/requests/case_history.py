"""What the release desk asks to have taken back, or done again."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from lpgminutes.tui.messages.desk import DeskRead, UndoInCaseQuestioned
from lpgminutes.tui.requests.desk import CaseAtHand, view_of_case

if TYPE_CHECKING:
    from textual.message import Message

    from lpgminutes.domain.withholding import ReleaseCase
    from lpgminutes.services.ports import Store
    from lpgminutes.tui.gateway import Asker

_LONGEST_SAID = 60
"""Characters of a withholding that are said in passing."""


def undo(asker: "Asker", at: CaseAtHand, *, is_sure: bool = False) -> None:
    """Take back the latest change of the case; answered by ``DeskRead`` or ``UndoInCaseQuestioned``."""
    gateway = asker.gateway

    def job(store: "Store") -> "Message":
        from lpgminutes.services.case_history import latest_in_case, undo_in_case
        from lpgminutes.services.cases import OPENED

        latest = None if is_sure else latest_in_case(store, at.meeting, at.reference)
        if latest is not None and (latest.who != gateway.who or latest.what == OPENED):
            return UndoInCaseQuestioned(latest.what, latest.who)
        with _followed(store, at) as known:
            change = undo_in_case(store, at.meeting, at.reference, who=gateway.who)
        view = view_of_case(store, at, gateway)
        return DeskRead(view, f"Taken back: {change.what}{_said_of_rules(known, view.case)}.")

    gateway.ask(asker, job)


def redo(asker: "Asker", at: CaseAtHand) -> None:
    """Do again what was taken back last in the case; answered by ``DeskRead``."""
    gateway = asker.gateway

    def job(store: "Store") -> DeskRead:
        from lpgminutes.services.case_history import redo_in_case

        with _followed(store, at) as known:
            change = redo_in_case(store, at.meeting, at.reference, who=gateway.who)
        view = view_of_case(store, at, gateway)
        return DeskRead(view, f"Done again: {change.what}{_said_of_rules(known, view.case)}.")

    gateway.ask(asker, job)


@contextmanager
def _followed(store: "Store", at: CaseAtHand) -> "Iterator[ReleaseCase]":
    """Keep the case on the desk by whatever reference it goes after a change."""
    from lpgminutes.services.case_history import reference_of
    from lpgminutes.services.cases import find_case

    known = find_case(store, at.meeting, at.reference)
    yield known
    at.reference = reference_of(store, known.id) or at.reference


def _said_of_rules(before: "ReleaseCase", now: "ReleaseCase") -> str:
    """Return which withholdings are other than they were, the first of them in words; empty when none is."""
    differing = {rule.words() for rule in set(before.rules) ^ set(now.rules)}
    if not differing:
        return ""
    first = " ".join(min(differing).split())
    words = first if len(first) <= _LONGEST_SAID else f"{first[:_LONGEST_SAID].rstrip()}\N{HORIZONTAL ELLIPSIS}"
    return f": {words}{f' and {len(differing) - 1} more' if len(differing) > 1 else ''}"
