"""The capacities in which somebody is at a meeting, as a field of a form holds one."""

from lpgminutes.domain.people import Capacity
from lpgminutes.tui.dialogs.beginnings import begun_by, words_of


def capacity_typed(typed: str) -> Capacity:
    """Return the capacity that a beginning means; what may be none or several is refused."""
    return begun_by(typed, Capacity)


def said_of_capacity(typed: str) -> str:
    """Say how a capacity is read, and which others there are."""
    return f"{capacity_typed(typed).value}; the others: {words_of(Capacity)}."
