"""The ids of states: how an action stands now goes by the action's own id, how it stood before by ids below zero."""

from typing import Final

_EACH: Final = 1 << 20
"""So many earlier states of one action have room."""


def id_of_earlier(action_id: int, place: int) -> int:
    """Return the id of an earlier state of an action, the earliest being at place 0."""
    return -(action_id * _EACH + place)


def ids_of_earlier(first: int, last: int) -> tuple[int, int]:
    """Return the lowest and the highest id of the earlier states of the actions from one to another."""
    return id_of_earlier(last, _EACH - 1), id_of_earlier(first, 0)


def action_of(state_id: int) -> int:
    """Return the id of the action that a state is of."""
    return state_id if state_id > 0 else -state_id // _EACH
