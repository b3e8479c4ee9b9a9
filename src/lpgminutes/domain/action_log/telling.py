"""An action's history in words: what a person reads in the log and in the detail of an action."""

from collections.abc import Callable

from lpgminutes.domain.action_log.history import Field, read_due, read_owners
from lpgminutes.domain.actions import ActionEvent, ActionStatus
from lpgminutes.domain.sayings.written_dates import short_date

_FIELDS = {field.value: field for field in Field}
_TIMES = {1: "once", 2: "twice"}


def told(event: ActionEvent) -> str:
    """Return what happened, in one sentence without its stop: ``Due 1 Aug 2019, before that 18 Jul 2019``."""
    field = _FIELDS.get(event.what)
    return _TOLD[field](event) if field else f"{event.what}: {event.after or event.before}".strip(": ")


def reason_told(event: ActionEvent) -> str:
    """Return why, with the word that it goes under; empty when nobody said why."""
    if not event.why.strip():
        return ""
    is_closing = event.what == Field.STATUS.value and event.after == ActionStatus.CLOSED.value
    return f"{'Evidence' if is_closing else 'Why'}: {event.why}"


def by_whom(event: ActionEvent) -> str:
    """Return who changed it and at which meeting, as far as that is known."""
    return ", at ".join(filter(None, (event.who, event.meeting)))


def times(count: int) -> str:
    """Return ``once``, ``twice`` or ``3 times``."""
    return _TIMES.get(count, f"{count} times")


def _status_told(event: ActionEvent) -> str:
    word = event.after.capitalize()
    if event.taken_over_by and event.after == ActionStatus.SUPERSEDED.value:
        return f"{word} by {event.taken_over_by}"
    if event.taken_over_by:
        return f"{word} to {event.taken_over_by}"
    return f"{word} again" if event.after == ActionStatus.OPEN.value else word


def _due_told(event: ActionEvent) -> str:
    before, after = read_due(event.before)[0], read_due(event.after)[0]
    slip = ""
    if before is not None and after is not None and after > before:
        slip = f", a slip of {(after - before).days} days"
    return f"Due {_due(event.after)}, before that {_due(event.before)}{slip}"


def _due(written: str) -> str:
    day, words = read_due(written)
    return short_date(day) if day else words or "no date"


def _owners(written: str) -> str:
    return ", ".join(read_owners(written)) or "nobody"


_TOLD: dict[Field, Callable[[ActionEvent], str]] = {
    Field.STATUS: _status_told,
    Field.DUE: _due_told,
    Field.OWNER: lambda event: f"Owner {_owners(event.after)}, before that {_owners(event.before)}",
    Field.TEXT: lambda event: f"Reworded; it said: {event.before}",
    Field.NOTE: lambda event: f"Note: {event.after}",
    Field.CARRIED: lambda event: "Carried forward",  # noqa: ARG005 - as the others
}
