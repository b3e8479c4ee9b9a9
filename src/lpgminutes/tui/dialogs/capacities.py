"""The capacities in which somebody is at a meeting, as a field of a form holds one."""

from lpgminutes.domain.people import Capacity
from lpgminutes.errors import InputError

_CAPACITIES = ", ".join(capacity.value for capacity in Capacity)


def capacity_typed(typed: str) -> Capacity:
    """Return the capacity that a beginning means; what may be none or several is refused."""
    fitting = [capacity for capacity in Capacity if typed and capacity.value.startswith(typed.lower())]
    if len(fitting) != 1:
        raise InputError(f"One of: {_CAPACITIES}.")
    return fitting[0]


def said_of_capacity(typed: str) -> str:
    """Say how a capacity is read, and which others there are."""
    return f"{capacity_typed(typed).value}; the others: {_CAPACITIES}."
