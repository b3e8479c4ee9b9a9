"""How the minutes record that a meeting went through its actions: a minute under "Action Points", a point for each.

``AP0619-03 (Priya Nandakumar): closed. Evidence: the June return.`` Each is made from the entries that the
outcome added to the history of the action, so that the minutes say what the log says.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from lpgminutes.domain.action_log.figures import figures_of
from lpgminutes.domain.action_log.history import Due, Field, read_due, read_owners
from lpgminutes.domain.actions import Action, ActionEvent, ActionStatus
from lpgminutes.domain.meetings import Block, BlockKind, Meeting
from lpgminutes.domain.people import Capacity
from lpgminutes.domain.sayings.written_dates import short_date

NEW_ITEM = "Action Points"
_ITEM_TITLES = (
    re.compile(r"\baction\s+(?:points?|log|items?|tracker|list)\b", re.IGNORECASE),
    re.compile(r"\bactions\b", re.IGNORECASE),
    re.compile(r"\bmatters\s+arising\b", re.IGNORECASE),
)
"""How bodies title the item, the plainest first."""
_GONE_THROUGH = re.compile(r"\b(?:went|gone|going) through\b.*\bactions?\b", re.IGNORECASE | re.DOTALL)
"""How a secretary opens the item: what became of each action goes under such a minute."""
_UNNAMED = "Action \N{LEFT DOUBLE QUOTATION MARK}"
_NAMING_WORDS = 8
_TIMES = {1: "once", 2: "twice"}
_STOPS = ".!?\N{HORIZONTAL ELLIPSIS}"


def action_item(meeting: Meeting) -> Block | None:
    """Return the item of a meeting under which its actions are gone through."""
    titled = (item for title in _ITEM_TITLES for item in meeting.items if title.search(item.text))
    return next(titled, None)


def opening_words(meeting: Meeting) -> str:
    """Return the minute that stands over the points."""
    chair = next((row.name for row in meeting.attendance if row.capacity is Capacity.CHAIR), "")
    log = "(see Action Point Log for further details of all outstanding actions)"
    if chair:
        return f"{chair} went through the outstanding action points {log}:"
    return f"The outstanding action points were gone through {log}:"


def review_minute(item: Block, references: Iterable[str]) -> Block | None:
    """Return the minute of an item that holds the points already, or opens them; ``None`` when there is none."""
    known = frozenset(references)
    minutes = [child for child in item.children if child.kind is BlockKind.MINUTE]
    holding = (minute for minute in minutes if any(_is_about_one(point, known) for point in minute.children))
    opening = (minute for minute in minutes if _GONE_THROUGH.search(minute.text))
    return next(holding, None) or next(opening, None)


def point_about(minute: Block, reference: str) -> Block | None:
    """Return the point that an action has already; what comes next is said in it as well."""
    return next((point for point in minute.children if _names(point) == reference), None)


def drafted(before: Action, after: Action) -> Block:
    """Return the point that says what became of an action."""
    return Block(kind=BlockKind.POINT, label=label_of(before), text=outcome_words(before, after))


def extended(point: Block, before: Action, after: Action) -> Block:
    """Return a point with what was said next put after what stands in it."""
    said = outcome_words(before, after)
    text = f"{_stopped(point.text)} {said[:1].upper()}{said[1:]}" if point.text.strip() else said
    return replace(point, text=text)


def label_of(action: Action) -> str:
    """Return the run-in label of an action's point: its reference and its owners."""
    owners = f" ({', '.join(action.owners)})" if action.owners else ""
    return f"{reference_of(action)}{owners}"


def reference_of(action: Action) -> str:
    """Return what an action is called in the minutes: one without a reference by its first words."""
    if action.ref:
        return action.ref
    words = action.text.split()
    more = "\N{HORIZONTAL ELLIPSIS}" if len(words) > _NAMING_WORDS else ""
    return f"{_UNNAMED}{' '.join(words[:_NAMING_WORDS])}{more}\N{RIGHT DOUBLE QUOTATION MARK}"


def outcome_words(before: Action, after: Action) -> str:
    """Return what the new entries of an action's history say, in the words of minutes."""
    events = after.history[len(before.history) :]
    return " ".join(_stopped(_one_line(_said(event, before, after))) for event in events)


def _said(event: ActionEvent, before: Action, after: Action) -> str:
    known = {field.value: field for field in Field}
    match known.get(event.what):
        case Field.STATUS:
            return _status_said(event)
        case Field.DUE:
            return _due_said(event, before, after)
        case Field.OWNER:
            owners = ", ".join(read_owners(event.after))
            return _with_reason(f"reassigned to {owners}" if owners else "left without an owner", event.why)
        case Field.TEXT:
            return _with_reason(
                f"reworded as \N{LEFT DOUBLE QUOTATION MARK}{event.after}\N{RIGHT DOUBLE QUOTATION MARK}", event.why
            )
        case Field.CARRIED:
            return _with_reason(f"carried forward{_due_still(after)}", event.why, "")
        case _:
            return event.after or event.why


def _status_said(event: ActionEvent) -> str:
    match ActionStatus(event.after):
        case ActionStatus.CLOSED:
            return _with_reason("closed", event.why, "Evidence: ")
        case ActionStatus.SUPERSEDED:
            return _with_reason(f"superseded by {event.taken_over_by}", event.why)
        case ActionStatus.TRANSFERRED:
            return _with_reason(f"transferred to {event.taken_over_by}", event.why)
        case ActionStatus.OPEN:
            return _with_reason("reopened", event.why)
        case ActionStatus.COMPLETE:
            return _with_reason("reported complete, to be agreed", event.why, "")
        case status:
            return _with_reason(status.value, event.why, "" if status.is_outstanding else "Reason: ")


def _due_said(event: ActionEvent, before: Action, after: Action) -> str:
    old, new = read_due(event.before), read_due(event.after)
    words = f"due date moved from {_written(old)} to {_written(new)}" if old != (None, "") else f"due {_written(new)}"
    figures = figures_of(after)
    if figures.slips > figures_of(before).slips and figures.original_due is not None and figures.slips > 1:
        times = _TIMES.get(figures.slips, f"{figures.slips} times")
        words += f" (slipped {times}; originally {short_date(figures.original_due)})"
    return _with_reason(words, event.why)


def _due_still(action: Action) -> str:
    return f", due {short_date(action.due)}" if action.due else ""


def _written(due: Due) -> str:
    day, words = due
    return short_date(day) if day else words or "no date"


def _with_reason(words: str, why: str, lead: str = "Reason: ") -> str:
    return f"{words}. {lead}{why}" if why.strip() else words


def _is_about_one(point: Block, references: frozenset[str]) -> bool:
    return _names(point) in references or point.label.startswith(_UNNAMED)


def _names(point: Block) -> str:
    """Return the reference in the label of a point: what stands before its owners."""
    if point.label.startswith(_UNNAMED):
        return point.label[: point.label.rfind("\N{RIGHT DOUBLE QUOTATION MARK}") + 1]
    return point.label.partition(" (")[0]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _stopped(text: str) -> str:
    stripped = text.rstrip()
    return stripped if not stripped or stripped[-1] in _STOPS else f"{stripped}."
