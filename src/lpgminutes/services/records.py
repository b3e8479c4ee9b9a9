"""What was done, taking it back, and the list of actions."""

import datetime as dt

from lpgminutes.domain.actions import ActionSummary
from lpgminutes.domain.history import Change
from lpgminutes.domain.markings import strictest
from lpgminutes.domain.reports import ActionLog
from lpgminutes.services.ports import Store


def actions(store: Store, *, series: str | None = None, outstanding: bool = False) -> tuple[ActionSummary, ...]:
    """Return the actions of every series, or of one, those due first coming first."""
    with store.read() as records:
        return records.actions.list(series=series, outstanding=outstanding)


def action_log(store: Store, *, as_at: dt.date, series: str | None = None, everything: bool = False) -> ActionLog:
    """Return the outstanding actions, or all of them, in the order a chair goes through them on a day."""
    with store.read() as records:
        listed = records.actions.list(series=series, outstanding=not everything)
        meetings = records.meetings.summaries(today=as_at, series=series)
    names = {meeting.series_name for meeting in meetings}
    quoted = {action.meeting_ref for action in listed}
    return ActionLog(
        title=f"Action log: {names.pop()}" if len(names) == 1 else "Action log",
        marking=strictest(meeting.marking for meeting in meetings if meeting.ref in quoted),
        as_at=as_at,
        actions=tuple(sorted(listed, key=lambda action: urgency(action, as_at))),
    )


def urgency(action: ActionSummary, as_at: dt.date) -> tuple[bool, bool, bool, dt.date]:
    """Overdue first, the longest first; then by due date; then those without one; what is done last."""
    done = not action.status.is_outstanding
    return done, not action.is_overdue(as_at), action.due is None, action.due or dt.date.max


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
