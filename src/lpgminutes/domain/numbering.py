"""Numbers of items and minutes: computed from order, unless a number was given or frozen."""

from collections.abc import Callable, Iterator, Sequence

from lpgminutes.domain.meetings import Block, BlockKind

_Numbered = tuple[tuple[str, Block], ...]
_REMEMBERED = 4
_latest: dict[int, tuple[tuple[Block, ...], _Numbered]] = {}
"""The items that were numbered last: with every line that is typed the same ones are asked for many times over."""


def numbered(items: tuple[Block, ...]) -> Iterator[tuple[str, Block]]:
    """Yield each item and minute with its number, in the order they are read."""
    known = _latest.get(id(items))
    if known is None or known[0] is not items:
        known = items, tuple(_numbered(items))
        _latest[id(items)] = known
        for old in list(_latest)[:-_REMEMBERED]:
            _latest.pop(old, None)
    return iter(known[1])


def _numbered(items: tuple[Block, ...]) -> Iterator[tuple[str, Block]]:
    for item_number, item in _in_order(items, str):
        yield item_number, item
        yield from _in_order(_minutes(item), f"{item_number}.{{}}".format)


def in_print_order(items: tuple[Block, ...]) -> Iterator[Block]:
    """Yield every block that prints, in the order it is printed: items, their minutes, and all points under those."""
    for item in items:
        yield item
        for minute in _minutes(item):
            yield from minute.walk()


def numbers_by_block(items: tuple[Block, ...]) -> dict[int, tuple[int, str]]:
    """Return for the id of each block the id of the item or minute that it stands in, and that one's number."""
    numbers: dict[int, tuple[int, str]] = {}
    for number, block in numbered(items):  # an item comes before its minutes, so theirs prevail
        for inner in block.walk():
            if inner.id is not None and block.id is not None:
                numbers[inner.id] = block.id, number
    return numbers


def next_minute_number(items: tuple[Block, ...], item: Block) -> str:
    """Return the number that a minute added at the end of ``item`` will have."""
    for number, block in numbered(items):
        if block is item:
            added = [*_minutes(item), Block(kind=BlockKind.MINUTE)]
            return list(_in_order(added, f"{number}.{{}}".format))[-1][0]
    return "1.1"


def next_item_number(items: tuple[Block, ...]) -> str:
    """Return the number that an item added at the end will have."""
    added = Block(kind=BlockKind.ITEM)
    return list(_in_order((*items, added), str))[-1][0]


def _minutes(item: Block) -> list[Block]:
    return [child for child in item.children if child.kind is BlockKind.MINUTE]


def _in_order(blocks: Sequence[Block], written: Callable[[int], str]) -> Iterator[tuple[str, Block]]:
    """Yield each block with its own number, or else the next in order that no other was given."""
    given = {block.number for block in blocks if block.number}
    serial = 0
    for block in blocks:
        serial += 1
        while not block.number and written(serial) in given:
            serial += 1
        yield block.number or written(serial), block
