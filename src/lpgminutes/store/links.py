"""Where in the minutes an action or a decision stands: the block, and the number that it goes by.

While the minutes are a draft the number follows the block; once circulated, the printed number stands.
"""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, col

from lpgminutes.domain.meetings import Block, BlockKind, MeetingStatus
from lpgminutes.domain.numbering import numbered, numbers_by_block
from lpgminutes.store.tables import BlockRow


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


def link_to_leaf(session: Session, block_id: int) -> Link:
    """Return the link to a block that nothing hangs under, without reading the rest of the minutes."""
    minute = minute_of(session, block_id)
    return Link(minute_id=minute.id, block_id=block_id, number=_number_of(session, minute))


def minute_of(session: Session, block_id: int) -> BlockRow:
    """Return the minute, or the item, whose number a block goes by."""
    row = session.get_one(BlockRow, block_id)
    while row.kind == BlockKind.POINT.value and row.parent_id is not None:
        row = session.get_one(BlockRow, row.parent_id)
    return row


def _number_of(session: Session, row: BlockRow) -> str:
    if row.number or row.parent_id is None:
        return row.number or str(row.position + 1)
    siblings = sa.select(sa.func.count()).where(
        col(BlockRow.parent_id) == row.parent_id,
        col(BlockRow.kind) == BlockKind.MINUTE.value,
        col(BlockRow.position) <= row.position,
    )
    return f"{_number_of(session, session.get_one(BlockRow, row.parent_id))}.{session.scalar(siblings)}"


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
