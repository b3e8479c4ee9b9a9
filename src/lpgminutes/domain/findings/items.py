"""The items of some minutes, and what stands under each, however its minutes are numbered."""

from collections.abc import Callable

from lpgminutes.domain.document import MinutesDocument, Place


def items_by_place(document: MinutesDocument) -> dict[Place, str]:
    """Return the number of the item that each text of the items stands under."""
    return {text.place: item.number for item in document.items for text in item.texts()}


def item_finder(document: MinutesDocument) -> Callable[[Place], str]:
    """Return what tells the item of a place; empty where it belongs to none, as the head does.

    An action belongs to the item of the minute that it was raised in.
    """
    by_place = items_by_place(document)
    by_minute: dict[str, str] = {}
    for place, item in by_place.items():
        by_minute.setdefault(place.minute, item)
    by_minute.pop("", None)
    return lambda place: by_place.get(place, by_minute.get(place.minute, ""))
