"""Where in the minutes an action or a decision stands: the block, and the number that it goes by.

While the minutes are a draft the number follows the block; once circulated, the printed number stands.
"""

from dataclasses import dataclass

from lpgminutes.domain.meetings import Block, MeetingStatus
from lpgminutes.domain.numbering import numbered, numbers_by_block


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A place in the minutes."""

    minute_id: int | None = None
    block_id: int | None = None
    number: str | None = None


def link_by_number(tree: tuple[Block, ...], number: str | None, *needles: str | None) -> Link:
    """Find the item or minute with a number, and in it the point that holds one of the texts looked for."""
    block = next((block for has, block in numbered(tree) if has == number), None)
    if block is None:
        return Link(number=number)
    return Link(minute_id=block.id, block_id=_holder(block, needles).id, number=number)


def link_to_block(tree: tuple[Block, ...], block: Block, *needles: str | None) -> Link:
    """Find the number that a block goes by, and in it the point that holds one of the texts looked for."""
    kept = next((other for item in tree for other in item.walk() if other.id == block.id), block)
    minute_id, number = numbers_by_block(tree).get(kept.id or 0, (None, None))
    return Link(minute_id=minute_id, block_id=_holder(kept, needles).id, number=number)


def number_now(
    numbers: dict[int, tuple[int, str]], status: str, minute_id: int | None, printed: str | None
) -> str | None:
    """Return the number by which something is found now."""
    if status == MeetingStatus.DRAFT.value and minute_id in numbers:
        return numbers[minute_id][1]
    return printed


def _holder(block: Block, needles: tuple[str | None, ...]) -> Block:
    """Return the first block that holds the first text that is found at all."""
    for needle in filter(None, needles):
        for inner in block.walk():
            if needle in inner.text:
                return inner
    return block
