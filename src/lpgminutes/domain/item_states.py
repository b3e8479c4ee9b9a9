"""How far a meeting came with its items, as it follows from what is minuted under them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lpgminutes.domain.meetings import Block, ItemState


def reached(items: Iterable[Block], item: Block) -> Iterator[Block]:
    """Yield the items whose state changes when minutes are written under one of them.

    That one is open then. One that was open is done where something is minuted under it; else it was not reached.
    """
    for one in items:
        if one.id == item.id:
            state = ItemState.OPEN
        elif one.state is ItemState.OPEN:
            state = ItemState.DONE if one.children else ItemState.NOT_REACHED
        else:
            continue
        if one.state is not state:
            yield replace(one, state=state)


def followed(before: Iterable[Block], after: Iterable[Block]) -> Iterator[Block]:
    """Yield the items whose state changes because paragraphs came under them, or none is left there.

    What is open or was put off stays so, and where the state of items is not kept, it is not.
    """
    had_minutes = {item.id: bool(item.children) for item in before}
    for item in after:
        has_minutes = bool(item.children)
        if had_minutes.get(item.id, has_minutes) == has_minutes:
            continue
        if has_minutes and item.state is ItemState.NOT_REACHED:
            yield replace(item, state=ItemState.DONE)
        elif not has_minutes and item.state is ItemState.DONE:
            yield replace(item, state=ItemState.NOT_REACHED)
