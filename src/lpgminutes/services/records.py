"""What was done, taking it back, and the list of actions."""

import datetime as dt
from collections.abc import Collection

from lpgminutes.domain.action_log.query import ActionListing, ActionQuery, InSeries, Scope, Term
from lpgminutes.domain.actions import ActionSummary
from lpgminutes.domain.history import Change
from lpgminutes.domain.reports import ActionLog
from lpgminutes.services.action_lists import log_of
from lpgminutes.services.ports import Store


def actions(store: Store, *, series: str | None = None, outstanding: bool = False) -> tuple[ActionSummary, ...]:
    """Return the actions of every series, or of one, those due first coming first."""
    with store.read() as records:
        return records.actions.list(series=series, outstanding=outstanding)


def action_log(store: Store, *, as_at: dt.date, series: str | None = None, everything: bool = False) -> ActionLog:
    """Return the outstanding actions, or all of them, in the order a chair goes through them on a day."""
    terms = () if series is None else (Term(InSeries(series.strip().casefold(), is_whole=True)),)
    scope = Scope.ALL if everything else Scope.OUTSTANDING
    return log_of(store, ActionListing(query=ActionQuery(today=as_at, scope=scope, terms=terms), as_at=as_at))


def urgency(action: ActionSummary, as_at: dt.date) -> tuple[bool, bool, bool, dt.date]:
    """Overdue first, the longest first; then by due date; then those without one; what is done last."""
    done = not action.status.is_outstanding
    return done, not action.is_overdue(as_at), action.due is None, action.due or dt.date.max


def changes(store: Store, *, limit: int = 20, meeting: str | None = None) -> tuple[Change, ...]:
    """Return the latest changes, newest first."""
    with store.read() as records:
        return records.history.changes(limit=limit, meeting=meeting)


def recorded_at(store: Store, moments: Collection[dt.datetime], *, meeting: int) -> frozenset[dt.datetime]:
    """Return which of the lines that were entered at these moments are recorded: each keeps its own."""
    with store.read() as records:
        return records.history.made_at(moments, meeting=meeting)


def blocks_recorded_at(store: Store, moments: Collection[dt.datetime], *, meeting: int) -> dict[dt.datetime, int]:
    """Return the id of the block that each of the lines is that were entered at these moments and are recorded."""
    with store.read() as records:
        return records.history.blocks_made_at(moments, meeting=meeting)


def undo(store: Store, *, who: str, meeting: str | None = None) -> Change:
    """Take back the latest change, or the latest one of a meeting, whatever was done elsewhere since."""
    with store.change("undo", who=who) as work:
        taken_back = work.history.undo(meeting=meeting)
        work.commit()
    return taken_back


def redo(store: Store, *, who: str, meeting: str | None = None) -> Change:
    """Do again what was taken back last, or last of a meeting."""
    with store.change("redo", who=who) as work:
        done = work.history.redo(meeting=meeting)
        work.commit()
    return done
