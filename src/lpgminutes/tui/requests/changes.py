"""What every screen asks: taking the latest change back, and doing it again."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lpgminutes.tui.messages.shared import ChangeMade, UndoQuestioned

if TYPE_CHECKING:
    from textual.message import Message

    from lpgminutes.domain.history import Change
    from lpgminutes.services.ports import Store
    from lpgminutes.tui.gateway import Asker

_ROWS_OF_A_LINE = 2
_FAR_BACK = 50
_A_PASTE = 500
_OF_WHOLE_MEETINGS = ("add a meeting", "start a meeting", "import a meeting", "circulate", "approve")
"""What is taken back only after a question, however little it wrote."""


def undo(asker: "Asker", *, is_sure: bool = False, rows_unasked: int = _ROWS_OF_A_LINE) -> None:
    """Take back the latest change; answered by ``ChangeMade``, or ``UndoQuestioned`` when it wrote more rows."""
    gateway = asker.gateway

    def job(store: "Store") -> "Message":
        from lpgminutes.services import records

        latest = None if is_sure else _latest_change(store)
        if latest is not None and (latest.rows > rows_unasked or latest.who != gateway.who):
            return UndoQuestioned(latest)
        return ChangeMade(records.undo(store, who=gateway.who), is_redo=False)

    gateway.ask(asker, job)


Run = tuple[int, ...]
"""The numbers of changes that were made in one go, the earliest first: the lines of a paste."""


def undo_in(asker: "Asker", meeting: str, *, runs: Sequence[Run] = (), is_sure: bool = False) -> None:
    """Take back the latest change of a meeting, whatever was done elsewhere; answered as ``undo`` is.

    One's own changes of the minutes are taken back unasked, however many records they wrote; with the last of a run
    all of it, as far as nothing else was done since.
    """
    gateway = asker.gateway

    def job(store: "Store") -> "Message":
        from lpgminutes.services import records

        latest = None if is_sure else _latest_change(store, meeting=meeting)
        if latest is not None and (latest.who != gateway.who or latest.what.startswith(_OF_WHOLE_MEETINGS)):
            return UndoQuestioned(latest)
        made = ChangeMade(records.undo(store, who=gateway.who, meeting=meeting), is_redo=False)
        before = _run_of(made, runs)[::-1]
        for number in before[before.index(made.change.number) + 1 :] if before else ():
            latest = _latest_change(store, meeting=meeting)
            if latest is None or latest.number != number:
                break
            records.undo(store, who=gateway.who, meeting=meeting)
            made.count += 1
        return made

    gateway.ask(asker, job)


def redo(asker: "Asker", *, meeting: str | None = None, runs: Sequence[Run] = ()) -> None:
    """Do again what was taken back last, or last of a meeting; answered by ``ChangeMade``."""
    gateway = asker.gateway

    def job(store: "Store") -> "Message":
        from lpgminutes.services import records

        made = ChangeMade(records.redo(store, who=gateway.who, meeting=meeting), is_redo=True)
        run = _run_of(made, runs)
        for number in run[run.index(made.change.number) + 1 :] if run else ():
            if not _is_taken_back(store, number, meeting=meeting):
                break
            records.redo(store, who=gateway.who, meeting=meeting)
            made.count += 1
        return made

    gateway.ask(asker, job)


def _run_of(made: ChangeMade, runs: Sequence[Run]) -> Run:
    return next((run for run in runs if made.change.number in run), ())


def _is_taken_back(store: "Store", number: int, *, meeting: str | None) -> bool:
    from lpgminutes.services.records import changes

    latest = changes(store, limit=_A_PASTE, meeting=meeting)
    return any(change.number == number and change.undone_by is not None for change in latest)


def _latest_change(store: "Store", *, meeting: str | None = None) -> "Change | None":
    from lpgminutes.services.records import changes

    latest = changes(store, limit=_FAR_BACK, meeting=meeting)
    standing = (change for change in latest if change.undone_by is None)
    return next((change for change in standing if change.undoes is None), None)
