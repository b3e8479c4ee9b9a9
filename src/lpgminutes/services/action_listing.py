"""What the action log asks beside its lists: pages that end, how much is overdue, whose actions there may be."""

from dataclasses import dataclass, replace

from lpgminutes.domain.action_query import ActionListing, IsOverdue, Term
from lpgminutes.domain.markings import strictest
from lpgminutes.services.action_lists import ActionPage, page
from lpgminutes.services.ports import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What is said of a list as a whole."""

    overdue: int
    marking: str
    """The strictest marking of the records that the list is taken from."""


def page_around(store: Store, listing: ActionListing, *, near: int, limit: int, most: int | None = None) -> ActionPage:
    """Return the page of a list on which a place is, or the last one; the list ends after ``most``.

    Pages begin at multiples of ``limit``.
    """
    start = near // limit * limit
    found = page(store, listing, start=start, limit=limit)
    total = found.total if most is None else min(found.total, most)
    if start and start >= total:
        return page_around(store, listing, near=max(0, total - 1), limit=limit, most=most)
    return replace(found, actions=found.actions[: max(0, total - start)], total=total)


def tally(store: Store, listing: ActionListing) -> Tally:
    """Return how many of a list are overdue, and the marking that stands over it."""
    overdue = replace(listing, query=replace(listing.query, terms=(*listing.query.terms, Term(IsOverdue()))))
    with store.read() as records:
        return Tally(overdue=records.actions.count(overdue), marking=strictest(records.meetings.markings()))


def owners(store: Store) -> tuple[str, ...]:
    """Return whom an action may be given to: everybody in the register, and whoever owns one already."""
    with store.read() as records:
        return tuple(sorted(records.actions.owner_names(), key=str.casefold))
