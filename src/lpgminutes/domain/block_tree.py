"""Finding a place in the tree of the minutes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lpgminutes.domain.meetings import Block, BlockKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a block stands."""

    block: Block
    parents: tuple[Block, ...]
    """What it stands in, the item first; empty for an item."""
    siblings: tuple[Block, ...]
    """Everything right under its parent, itself among it."""
    position: int
    """Its place among them, from 0."""

    @property
    def parent(self) -> Block | None:
        """What it stands right under."""
        return self.parents[-1] if self.parents else None

    @property
    def item(self) -> Block:
        """The item that it belongs to; an item belongs to itself."""
        return self.parents[0] if self.parents else self.block

    @property
    def level(self) -> int:
        """0 for an item or a minute, 1 for a point, 2 for a point under a point."""
        return max(len(self.parents) - 1, 0)

    @property
    def before(self) -> Block | None:
        """The sibling before it."""
        return self.siblings[self.position - 1] if self.position else None

    @property
    def following(self) -> tuple[Block, ...]:
        """The siblings after it."""
        return self.siblings[self.position + 1 :]


def spots(items: tuple[Block, ...]) -> Iterator[Spot]:
    """Yield every place in the order it is read."""
    yield from _spots(items, ())


def _spots(siblings: tuple[Block, ...], parents: tuple[Block, ...]) -> Iterator[Spot]:
    for position, block in enumerate(siblings):
        yield Spot(block=block, parents=parents, siblings=siblings, position=position)
        yield from _spots(block.children, (*parents, block))


def spot_of(items: tuple[Block, ...], block_id: int) -> Spot | None:
    """Return where a block stands; ``None`` when it is not there."""
    return next((spot for spot in spots(items) if spot.block.id == block_id), None)


def above(items: tuple[Block, ...], spot: Spot) -> Spot | None:
    """Return the place that is read right before another one; ``None`` before the first."""
    last: Spot | None = None
    for candidate in spots(items):
        if candidate.block is spot.block:
            return last
        last = candidate
    return None


def grown(items: tuple[Block, ...], block: Block, *, parent: int | None, position: int) -> tuple[Block, ...]:
    """Return the tree with a block added at a place under the block with an id, or among the items."""
    if parent is None:
        return (*items[:position], block, *items[position:])
    return tuple(
        replace(one, children=grown(one.children, block, parent=None, position=position))
        if one.id == parent
        else replace(one, children=grown(one.children, block, parent=parent, position=position))
        if one.children and any(inner.id == parent for inner in one.walk())
        else one
        for one in items
    )


def minutes_of(item: Block) -> tuple[Block, ...]:
    """Return the minutes right under an item."""
    return tuple(block for block in item.children if block.kind is BlockKind.MINUTE)
