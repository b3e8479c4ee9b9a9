"""The due dates of the action log as a calendar that people can bring into their own.

Each action is an event of a whole day, and not a task: Outlook and Google leave the tasks of a calendar file
out without a word. An event takes no time (nobody is shown as busy), and is private, so that a colleague who may
see the calendar sees that there is something and not what. It keeps its identity when its date is moved, so a
later file moves the event.
"""

import datetime as dt
import uuid
from typing import Final

from icalendar import Calendar, Event, vText

from lpgminutes.documents.action_columns import status_words
from lpgminutes.documents.texts import printable
from lpgminutes.domain.actions import ActionSummary
from lpgminutes.domain.reports import ActionLog
from lpgminutes.errors import RenderError

_MAKER: Final = "-//lpgminutes//action log//EN"
_SPACE: Final = uuid.UUID("5a9d5f0e-8f0c-5b52-9c7e-2f1f6d1f0c1d")
"""What the identities of events are made from; it never changes."""
_DAY: Final = dt.timedelta(days=1)
_LONGEST_SUMMARY: Final = 120


def render_action_log_ics(log: ActionLog) -> bytes:
    """Return the due dates of what is outstanding in ``log``; what has none is not in it."""
    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", vText(_plain(f"{log.title} ({log.marking})")))
    dated = [action for action in log.actions if action.due is not None and action.status.is_outstanding]
    for action in dated:
        calendar.add_component(_event(action, log))
    content: bytes = calendar.to_ical()
    _demand_whole(content, dated)
    return content


def _event(action: ActionSummary, log: ActionLog) -> Event:
    if action.due is None:
        raise ValueError("an action without a due date is no event")
    event = Event()
    event.add("uid", identity_of(action))
    event.add("dtstamp", dt.datetime.combine(log.as_at, dt.time(), dt.UTC))
    event.add("dtstart", action.due)
    event.add("dtend", action.due + _DAY)
    event.add("summary", _summary(action, log.marking))
    event.add("description", _description(action, log))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    return event


def identity_of(action: ActionSummary) -> str:
    """Return what makes an event the same event in a later file."""
    parts = action.series_short_name.casefold(), action.ref, str(action.id)
    return str(uuid.uuid5(_SPACE, "\n".join(parts)))


def _summary(action: ActionSummary, marking: str) -> str:
    named = " ".join(f"{action.ref} {action.text}".split())
    short = (
        named if len(named) <= _LONGEST_SUMMARY else f"{named[: _LONGEST_SUMMARY - 1].rstrip()}\N{HORIZONTAL ELLIPSIS}"
    )
    return _plain(f"{marking}: {short}")


def _description(action: ActionSummary, log: ActionLog) -> str:
    minute = f", minute {action.raised_in}" if action.raised_in else ""
    lines = (
        log.marking,
        action.text,
        f"Owner: {', '.join(action.owners) or 'nobody yet'}",
        f"Status: {status_words(action, log.as_at)} (as at {log.as_at.isoformat()})",
        f"Raised: {action.meeting_ref}{minute}",
    )
    return _plain("\n".join(lines))


def _plain(words: str) -> str:
    return printable(words, "the calendar")


def _demand_whole(content: bytes, actions: list[ActionSummary]) -> None:
    """Refuse a calendar that does not read back as what went in."""
    read = Calendar.from_ical(content).walk("VEVENT")
    if [(str(event["uid"]), event.decoded("dtstart")) for event in read] != [(identity_of(a), a.due) for a in actions]:
        raise RenderError("The calendar does not read back as it was written, so no file was made.")
