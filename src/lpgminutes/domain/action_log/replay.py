"""An action as it was: when it was minuted, and on any day since, put together from its history."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from lpgminutes.domain.action_log.history import Field, due_on_either_side, read_owners
from lpgminutes.domain.actions import Action, ActionEvent, ActionStatus

_FIELDS = {field.value: field for field in Field}
_STATUS = {status.value: status for status in ActionStatus}


def as_minuted(action: Action) -> Action:
    """Return the action as its minutes had it, before every change, without its history."""
    earlier = action
    for event in reversed(action.history):
        earlier = _with(earlier, event, event.before, event.after)
    return replace(earlier, history=())


def as_at(action: Action, day: dt.date) -> Action:
    """Return the action as it stood at the end of a day, with its history up to then.

    A change without a date is taken to have been there from the start.
    """
    known = tuple(event for event in action.history if event.date is None or event.date <= day)
    return action if len(known) == len(action.history) else replay(as_minuted(action), known)


def replay(minuted: Action, history: Iterable[ActionEvent]) -> Action:
    """Return what becomes of an action when everything in a history is done to it."""
    events = tuple(history)
    later = minuted
    for event in events:
        later = _with(later, event, event.after, event.before)
    return replace(later, history=events)


def _with(action: Action, event: ActionEvent, written: str, other: str) -> Action:
    """Return the action with the field that an entry is about as one side of the entry has it."""
    match _FIELDS.get(event.what):
        case Field.STATUS:
            return replace(action, status=_STATUS.get(written, action.status))
        case Field.DUE:
            day, words = due_on_either_side(written, other, action.due_as_written)
            return replace(action, due=day, due_as_written=words)
        case Field.OWNER:
            return replace(action, owners=read_owners(written))
        case Field.TEXT:
            return replace(action, text=written)
        case _:
            return action
