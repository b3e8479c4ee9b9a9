"""Actions as commands print them: as JSON with stable names, and as words."""

import datetime as dt
import functools

from lpgminutes import bootstrap
from lpgminutes.domain.action_log.ages import age_on
from lpgminutes.domain.action_log.lists import ActionDetail
from lpgminutes.domain.actions import ActionEvent, ActionSummary
from lpgminutes.domain.meetings import Block
from lpgminutes.domain.sayings.written_dates import short_date
from lpgminutes.domain.working_days import WorkingDays


def summary_json(action: ActionSummary, day: dt.date) -> dict[str, object]:
    """Return an action as a list has it."""
    return {
        "ref": action.ref,
        "owners": list(action.owners),
        "text": action.text,
        "due": _iso(action.due),
        "due_as_written": action.due_as_written,
        "status": action.status.value,
        "overdue": action.is_overdue(day),
        "series": action.series_short_name,
        "meeting": action.meeting_ref,
        "raised_in": action.raised_in,
        "id": action.id,
        "raised_on": _iso(action.raised_on),
        "original_due": _iso(action.original_due),
        "days_overdue": action.days_overdue(day),
        "age": age_on(day, action, _working_days()),
        "slips": action.slips,
        "slip_days": action.slip_days,
        "carried": action.carried,
        "settled_on": _iso(action.settled_on),
        "late": action.is_late,
        "last_note": action.last_note,
    }


def detail_json(detail: ActionDetail, day: dt.date) -> dict[str, object]:
    """Return an action with the minute that it stands in and its history."""
    minuted = detail.as_minuted
    return {
        **summary_json(detail.summary, day),
        "text_as_minuted": minuted.text,
        "owners_as_minuted": list(minuted.owners),
        "meeting_title": detail.meeting_title,
        "minute": _said(detail.minute) if detail.minute else None,
        "history": [event_json(event) for event in detail.action.history],
    }


def event_json(event: ActionEvent) -> dict[str, object]:
    """Return an entry of an action's history, with the names of the interchange."""
    return {
        "date": _iso(event.date),
        "who": event.who,
        "what": event.what,
        "before": event.before,
        "after": event.after,
        "meeting": event.meeting,
        "why": event.why,
        "taken_over_by": event.taken_over_by,
    }


def event_words(event: ActionEvent) -> tuple[str, ...]:
    """Return an entry of an action's history as a row: when, who, what, at which meeting, why."""
    change = " ".join(f"{event.before} → {event.after}".split()).removeprefix("→ ")
    said = {"note": event.after, "carried": "kept open"}.get(event.what, f"{event.what}: {change}")
    taken_over = f" (by {event.taken_over_by})" if event.taken_over_by else ""
    day = short_date(event.date) if event.date else ""
    return day, event.who, f"{' '.join(said.split())}{taken_over}", event.meeting, " ".join(event.why.split())


@functools.cache
def _working_days() -> WorkingDays:
    return bootstrap.working_days()


def _said(minute: Block) -> str:
    """Return the words of a minute and its points, a line each."""
    return "\n".join(f"{block.label}: {block.text}" if block.label else block.text for block in minute.walk())


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
