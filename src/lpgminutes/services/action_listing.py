"""What the action log asks beside its lists: a page at once, how many there are after it, whose they may be."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from lpgminutes.domain.action_log.query import ActionListing, IsOverdue, Term
from lpgminutes.domain.actions import ActionSummary, are_of_several_bodies
from lpgminutes.domain.markings import strictest
from lpgminutes.services.ports import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Some rows of a list, read without counting it."""

    start: int
    """The place of the first of them."""
    actions: tuple[ActionSummary, ...]
    is_last: bool
    """Whether the list ends with them."""
    marking: str
    """The strictest marking of the records that the list is taken from."""

    @property
    def is_of_several(self) -> bool:
        """Whether the rows are of more than one body."""
        return are_of_several_bodies(self.actions)

    @property
    def beyond(self) -> int:
        """The place after the last of them."""
        return self.start + len(self.actions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What is counted of a list as a whole."""

    total: int
    overdue: int
    is_of_several: bool
    """Whether they are of more than one body."""


def stretch_around(store: Store, listing: ActionListing, *, near: int, limit: int, most: int | None = None) -> Stretch:
    """Return the page of a list on which a place is, or the last one; the list ends after ``most``.

    Pages begin at multiples of ``limit``.
    """
    start = near // limit * limit
    room = limit + 1 if most is None else max(0, min(limit + 1, most - start))
    with store.lists() as lists:
        actions = lists.page(listing, start=start, limit=room)
        marking = strictest(lists.markings())
    if start and not actions:
        return stretch_around(store, listing, near=start - 1, limit=limit, most=most)
    return Stretch(start=start, actions=actions[:limit], is_last=len(actions) <= limit, marking=marking)


def tally(
    store: Store, listing: ActionListing, *, most: int | None = None, is_unwanted: Callable[[], bool] | None = None
) -> Tally:
    """Return how many a list has, and how many of them are overdue; given up when it is no longer wanted."""
    terms = (*listing.query.terms, Term(IsOverdue()))
    overdue = replace(listing, query=replace(listing.query, terms=terms))
    with store.lists(is_unwanted=is_unwanted) as lists:
        total = lists.count(listing)
        return Tally(
            total=total if most is None else min(total, most),
            overdue=lists.count(overdue),
            is_of_several=(
                lists.is_of_several(listing) if most is None else are_of_several_bodies(lists.page(listing, limit=most))
            ),
        )


def owners(store: Store) -> tuple[str, ...]:
    """Return whom an action may be given to: everybody in the register, and whoever owns one already."""
    with store.read() as records:
        return tuple(sorted(records.actions.owner_names(), key=str.casefold))
