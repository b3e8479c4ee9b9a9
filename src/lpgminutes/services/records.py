"""What was done, taking it back, and the list of actions."""

from lpgminutes.domain.actions import ActionSummary
from lpgminutes.domain.history import Change
from lpgminutes.services.ports import Store


def actions(store: Store, *, series: str | None = None, outstanding: bool = False) -> tuple[ActionSummary, ...]:
    """Return the actions of every series, or of one, those due first coming first."""
    with store.read() as records:
        return records.actions.list(series=series, outstanding=outstanding)


def changes(store: Store, *, limit: int = 20, meeting: str | None = None) -> tuple[Change, ...]:
    """Return the latest changes, newest first."""
    with store.read() as records:
        return records.history.changes(limit=limit, meeting=meeting)


def undo(store: Store, *, who: str) -> Change:
    """Take back the latest change."""
    with store.change("undo", who=who) as work:
        taken_back = work.history.undo()
        work.commit()
    return taken_back


def redo(store: Store, *, who: str) -> Change:
    """Do again what was taken back last."""
    with store.change("redo", who=who) as work:
        done = work.history.redo()
        work.commit()
    return done
