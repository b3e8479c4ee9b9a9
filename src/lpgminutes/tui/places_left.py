"""Where lines that were left behind go: said by ids when they were typed, for items get other numbers."""

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lpgminutes.journal import Draft

UNDER, BEHIND = "under", "behind"
"""Under an item by its id; under whatever the line before it leads to, or else under that item."""


def located(draft: "Draft", *, became: "Mapping[str, int]", item_of: "Callable[[int], str]") -> "Draft":
    """Return a draft whose places name items by their numbers of now.

    ``became`` says of lines that were recorded just before the end what block each is, ``item_of`` the number of the
    item that a block stands in. What comes behind a line that is not recorded stays behind it, whatever that begins.
    """
    before = ""
    entered = []
    for one in draft.entered:
        place = _now(one.place, before, item_of)
        entered.append(replace(one, place=place))
        item = item_of(became.get(one.moment, 0))
        before = f"item {item}" if item else BEHIND if one.moment not in became else ""
    place, aside_place = (_now(place, before, item_of) for place in (draft.place, draft.aside_place))
    return replace(draft, entered=tuple(entered), place=place, aside_place=aside_place)


def _now(place: str, before: str, item_of: "Callable[[int], str]") -> str:
    kind, _, block = place.partition(" ")
    if kind == BEHIND and before:
        return before
    return f"item {item_of(int(block))}" if kind in {UNDER, BEHIND} and block else place
