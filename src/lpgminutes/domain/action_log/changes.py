"""What can happen to an action, in which state, and what its history says of it.

Each change adds one entry to the history and never takes one away. The first due date stays in it for good.
"""

import datetime as dt
from dataclasses import dataclass, replace

from lpgminutes.domain.action_log.history import Field, write_due, write_owners
from lpgminutes.domain.actions import Action, ActionEvent, ActionStatus
from lpgminutes.errors import ChangeRefused


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAction:
    """An action that is being raised. Owner and date may be missing; the log lists what has none."""

    text: str
    owners: tuple[str, ...] = ()
    due: dt.date | None = None
    due_as_written: str = ""
    ref: str | None = None
    """Its reference; without one it gets the next of the series."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """The owner has begun."""

    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkComplete:
    """The owner says it is done; the meeting has yet to agree."""

    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Close:
    """The meeting agrees that it is done."""

    evidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Supersede:
    """Another action takes its place."""

    by: str
    """The reference of the other action."""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """Another forum or log takes it over."""

    to: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw:
    """It is no longer needed."""

    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject:
    """Its owner does not take it on."""

    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopen:
    """It is not done after all."""

    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryForward:
    """A meeting looked at it and keeps it open."""

    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Redate:
    """It is due on another day."""

    due: dt.date | None = None
    due_as_written: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reassign:
    """Others must do it."""

    owners: tuple[str, ...]
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reword:
    """It is said in other words; the words as minuted stay in the history."""

    text: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddNote:
    """Something is said about it."""

    text: str


StateChange = Start | MarkComplete | Close | Supersede | Transfer | Withdraw | Reject | Reopen
ActionChange = StateChange | CarryForward | Redate | Reassign | Reword | AddNote

_STATES = ActionStatus
_OUTSTANDING = frozenset(status for status in _STATES if status.is_outstanding)
_SETTLED = frozenset(_STATES) - _OUTSTANDING

TRANSITIONS: dict[type[ActionChange], tuple[frozenset[ActionStatus], ActionStatus]] = {
    Start: (frozenset({_STATES.OPEN, _STATES.COMPLETE}), _STATES.IN_PROGRESS),
    MarkComplete: (frozenset({_STATES.OPEN, _STATES.IN_PROGRESS}), _STATES.COMPLETE),
    Close: (_OUTSTANDING, _STATES.CLOSED),
    Supersede: (_OUTSTANDING, _STATES.SUPERSEDED),
    Transfer: (_OUTSTANDING, _STATES.TRANSFERRED),
    Withdraw: (_OUTSTANDING, _STATES.WITHDRAWN),
    Reject: (_OUTSTANDING, _STATES.REJECTED),
    Reopen: (_SETTLED | {_STATES.COMPLETE}, _STATES.OPEN),
}
"""From which states a change leads, and to which. Every other change but a note asks for an outstanding action."""

NAMES: dict[type[ActionChange], str] = {
    Start: "start",
    MarkComplete: "complete",
    Close: "close",
    Supersede: "supersede",
    Transfer: "transfer",
    Withdraw: "withdraw",
    Reject: "reject",
    Reopen: "reopen",
    CarryForward: "carry forward",
    Redate: "re-date",
    Reassign: "re-assign",
    Reword: "reword",
    AddNote: "add a note to",
}
"""What each change does to an action, in the words of the history and of a refusal."""


def may(action: Action, kind: type[ActionChange]) -> bool:
    """Whether a change of a kind makes sense in the state that an action is in."""
    if kind in TRANSITIONS:
        return action.status in TRANSITIONS[kind][0]
    return kind is AddNote or action.status.is_outstanding


def apply(action: Action, change: ActionChange, *, who: str, on: dt.date, meeting: str = "") -> Action:
    """Return the action with a change done to it and one more entry in its history, or say why not."""
    if not may(action, type(change)):
        raise ChangeRefused(_refusal(action, change))
    changed, event = _done(action, change)
    event = replace(event, date=on, who=who, meeting=meeting)
    return replace(changed, history=(*action.history, event))


def _refusal(action: Action, change: ActionChange) -> str:
    named, state = action.ref or "This action", action.status.value
    if isinstance(change, Reopen):
        return f"{named} is {state}: there is nothing to reopen."
    if type(change) in TRANSITIONS and action.status is TRANSITIONS[type(change)][1]:
        return f"{named} is {state} already."
    return f"{named} is {state}: reopen it first, then {NAMES[type(change)]} it."


def _done(action: Action, change: ActionChange) -> tuple[Action, ActionEvent]:
    match change:
        case Redate():
            return _redated(action, change)
        case Reassign():
            return _reassigned(action, change)
        case Reword():
            return _reworded(action, change)
        case AddNote():
            said = _needed(change.text, "A note needs words", "say what there is to know.")
            return action, ActionEvent(what=Field.NOTE.value, after=said)
        case CarryForward():
            return action, ActionEvent(what=Field.CARRIED.value, why=change.why)
        case _:
            return _moved(action, change)


def _moved(action: Action, change: StateChange) -> tuple[Action, ActionEvent]:
    state = TRANSITIONS[type(change)][1]
    why, by = _reasons(action, change)
    event = ActionEvent(
        what=Field.STATUS.value, before=action.status.value, after=state.value, why=why, taken_over_by=by
    )
    return replace(action, status=state), event


def _reasons(action: Action, change: StateChange) -> tuple[str, str]:
    """Return why, and what takes over."""
    match change:
        case Start() | MarkComplete():
            return change.note, ""
        case Close():
            return change.evidence, ""
        case Supersede():
            by = _needed(change.by, "It is not said what takes its place", "name the reference of the other action.")
            if action.ref and by.casefold() == action.ref.casefold():
                raise ChangeRefused(f"{action.ref} cannot take its own place: name the other action.")
            return change.why, by
        case Transfer():
            return change.why, _needed(change.to, "It is not said who takes it over", "name the forum or the log.")
        case Withdraw() | Reject() | Reopen():
            named = action.ref or "this action"
            return _needed(change.why, f"There is no reason to {NAMES[type(change)]} {named}", "say why."), ""


def _redated(action: Action, change: Redate) -> tuple[Action, ActionEvent]:
    before, after = (action.due, action.due_as_written), (change.due, change.due_as_written)
    if after == (None, ""):
        raise ChangeRefused(f"{action.ref or 'This action'} is not re-dated: no new date is given.")
    if before == after or (change.due is not None and change.due == action.due):
        raise ChangeRefused(f"{action.ref or 'This action'} has that due date already.")
    event = ActionEvent(what=Field.DUE.value, before=write_due(before), after=write_due(after), why=change.why)
    return replace(action, due=change.due, due_as_written=change.due_as_written), event


def _reassigned(action: Action, change: Reassign) -> tuple[Action, ActionEvent]:
    owners = tuple(dict.fromkeys(filter(None, change.owners)))
    if owners == action.owners:
        raise ChangeRefused(f"{action.ref or 'This action'} has {'these owners' if owners else 'no owner'} already.")
    before, after = write_owners(action.owners), write_owners(owners)
    return replace(action, owners=owners), ActionEvent(
        what=Field.OWNER.value, before=before, after=after, why=change.why
    )


def _reworded(action: Action, change: Reword) -> tuple[Action, ActionEvent]:
    text = _needed(change.text, "An action needs words", "say what is to be done.")
    if text == action.text:
        raise ChangeRefused(f"{action.ref or 'This action'} says so already.")
    event = ActionEvent(what=Field.TEXT.value, before=action.text, after=text, why=change.why)
    return replace(action, text=text), event


def _needed(words: str, missing: str, remedy: str) -> str:
    if not words.strip():
        raise ChangeRefused(f"{missing}: {remedy}")
    return words
