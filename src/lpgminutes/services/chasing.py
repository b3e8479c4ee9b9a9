"""Chasing: what to ask each owner of outstanding actions. Nothing is sent."""

from collections import defaultdict
from dataclasses import replace

from lpgminutes.domain.actions import ActionSummary
from lpgminutes.domain.folding import folded
from lpgminutes.domain.reports import ActionLog, Chaser
from lpgminutes.errors import NotFoundError

_NAMED = 8
"""So many owners are named when the one asked for is not among them."""


def chasers_of(log: ActionLog, *, owner: str = "") -> tuple[Chaser, ...]:
    """Return what to ask each owner of the outstanding actions of a log, by name; ``owner`` picks those so named."""
    owned: defaultdict[str, list[ActionSummary]] = defaultdict(list)
    names: dict[str, str] = {}
    for action in log.actions:
        for name in action.owners if action.status.is_outstanding else ():
            owned[names.setdefault(folded(name), name)].append(action)
    chasers = tuple(
        Chaser(owner=name, title=log.title, marking=log.marking, as_at=log.as_at, actions=tuple(dict.fromkeys(theirs)))
        for name, theirs in sorted(owned.items(), key=lambda one: folded(one[0]))
    )
    if not owner:
        return chasers
    chosen = tuple(chaser for chaser in chasers if folded(owner) in folded(chaser.owner))
    if not chosen:
        raise NotFoundError(f"Nobody of that name owns an outstanding action. {_named(chasers)}")
    return chosen


def unowned(log: ActionLog) -> ActionLog:
    """Return the outstanding actions that have no owner: nobody is chased for them."""
    actions = (action for action in log.actions if action.status.is_outstanding and not action.owners)
    return replace(log, actions=tuple(actions))


def _named(chasers: tuple[Chaser, ...]) -> str:
    if not chasers:
        return "There is no outstanding action with an owner."
    listed = ", ".join(chaser.owner for chaser in chasers[:_NAMED])
    return f"Owners are: {listed}{' and others' if len(chasers) > _NAMED else ''}."
