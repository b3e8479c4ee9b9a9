"""Saved views: questions about the log that are asked again and again, each on a number key."""

from dataclasses import dataclass

from lpgminutes.domain.action_log.query import SortBy
from lpgminutes.errors import InputError, NotFoundError

KEYS = range(1, 10)
LONGEST_NAME = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionView:
    """A question about the log."""

    name: str
    query: str = ""
    """What is typed into the filter."""
    sort: SortBy = SortBy.DUE
    is_reversed: bool = False
    most: int | None = None
    """How many are listed at most; ``None`` for all."""

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise InputError("A view needs a name.")
        if len(self.name) > LONGEST_NAME:
            raise InputError(f"The name of a view has {LONGEST_NAME} characters at most.")


EVERY = ActionView(name="All open")
"""What the log shows when nothing is asked: every open action, overdue first."""

SHIPPED = {
    1: ActionView(name="Overdue", query="overdue"),
    2: ActionView(name="Due next", query="before:next"),
    3: ActionView(name="Mine", query="owner:me"),
    4: ActionView(name="By owner", sort=SortBy.OWNER),
    5: ActionView(name="Gaps", query="no:any"),
    6: ActionView(name="Just closed", query="closed closed>=last", sort=SortBy.CLOSED),
    7: ActionView(name="Oldest ten", sort=SortBy.AGE, most=10),
}
"""What a chair asks: overdue, due before the next meeting, no owner or no date, closed since the last meeting …"""


def views_with(own: dict[int, ActionView]) -> dict[int, ActionView]:
    """Return the view on each number: a person's own, or else the shipped one."""
    return {key: view for key in KEYS if (view := own.get(key) or SHIPPED.get(key)) is not None}


def view_called(name: str, views: dict[int, ActionView]) -> ActionView:
    """Return the view with a number or a name, of which the beginning is enough; refuse with those that there are."""
    wanted = name.strip().casefold()
    by_number = {str(key): view for key, view in views.items()}
    alike = [view for view in views.values() if wanted and view.name.casefold().startswith(wanted)]
    whole = [view for view in alike if view.name.casefold() == wanted]
    view = by_number.get(wanted) or next(iter(whole or alike), None)
    if view is None:
        told = ", ".join(f"{key} {view.name}" for key, view in views.items())
        raise NotFoundError(f"There is no view {name[:LONGEST_NAME]}. The views are: {told}.")
    return view


def free_key(own: dict[int, ActionView]) -> int:
    """Return the number that the next view goes on: the first that is free, or else the last."""
    taken = views_with(own)
    return next((key for key in KEYS if key not in taken), KEYS[-1])
