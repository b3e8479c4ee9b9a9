"""What the commands on meetings print as JSON; the names of its fields are part of the contract."""

import datetime as dt
from typing import Any

from lpgminutes.domain.checks import Check
from lpgminutes.domain.comparison import ParagraphChange
from lpgminutes.domain.history import Version
from lpgminutes.domain.meeting_plan import MeetingPlan
from lpgminutes.domain.meetings import Meeting


def planned_value(plan: MeetingPlan) -> dict[str, Any]:
    """Return a plan with everything that goes in or stays out."""
    return {
        "series": plan.series.short_name,
        "date": plan.date.isoformat() if plan.date else None,
        "follows": plan.previous.ref if plan.previous else None,
        "entries": [
            {"kind": entry.kind.value, "name": entry.name, "goes_in": entry.goes_in, "why": entry.why}
            for entry in plan.entries
        ],
    }


def head_value(meeting: Meeting) -> dict[str, Any]:
    """Return the head of the minutes, its fields named as in the interchange form."""
    contact, following = meeting.contact, meeting.next_meeting
    return {
        "title": meeting.title,
        "subtitle": meeting.subtitle,
        "marking": meeting.marking.as_written,
        **_when(meeting.date, meeting.start, meeting.end),
        "location": meeting.location,
        "next_meeting": {
            **_when(following.date, following.start, following.end),
            "location": following.location,
            "text": following.text,
        }
        if following
        else None,
        "contact": {"name": contact.name, "email": contact.email} if contact else None,
    }


def _when(day: dt.date | None, start: dt.time | None, end: dt.time | None) -> dict[str, str | None]:
    hours = {name: hour.strftime("%H:%M") if hour else None for name, hour in (("start", start), ("end", end))}
    return {"date": day.isoformat() if day else None, **hours}


def check_value(check: Check) -> dict[str, Any]:
    """Return one thing to look at."""
    return {
        "kind": check.kind.value,
        "is_note": check.kind.is_note,
        "number": check.number,
        "action": check.action or None,
        "sentence": check.sentence,
    }


def version_value(version: Version) -> dict[str, Any]:
    """Return a version without its content."""
    return {
        "number": version.number,
        "reason": version.reason.value,
        "at": version.at.isoformat(),
        "who": version.who,
        "note": version.note,
        "digest": version.digest,
    }


def change_value(change: ParagraphChange) -> dict[str, Any]:
    """Return what became of a paragraph, word by word where it was changed."""
    return {
        "outcome": change.outcome.value,
        "place": change.place,
        "before": change.before,
        "after": change.after,
        "pieces": [{"text": piece.text, "outcome": piece.outcome.value} for piece in change.pieces],
    }
