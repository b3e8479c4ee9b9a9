"""Numbers of items and minutes: computed from order, unless a number was given or frozen."""

from collections.abc import Iterator

from lpgminutes.domain.meetings import Block, BlockKind


def numbered(items: tuple[Block, ...]) -> Iterator[tuple[str, Block]]:
    """Yield each item and minute with its number, in the order they are read."""
    for position, item in enumerate(items, start=1):
        item_number = item.number or str(position)
        yield item_number, item
        minutes = [child for child in item.children if child.kind is BlockKind.MINUTE]
        for serial, minute in enumerate(minutes, start=1):
            yield minute.number or f"{item_number}.{serial}", minute


def next_minute_number(items: tuple[Block, ...], item: Block) -> str:
    """Return the number that a minute added at the end of ``item`` will have."""
    for number, block in numbered(items):
        if block is item:
            return f"{number}.{sum(child.kind is BlockKind.MINUTE for child in item.children) + 1}"
    return "1.1"
