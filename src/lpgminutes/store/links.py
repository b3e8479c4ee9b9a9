"""Where in the minutes an action or a decision stands: the block, and the number that it goes by.

While the minutes are a draft the number follows the block; once circulated, the printed number stands.
"""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import col

from lpgminutes.domain.meetings import Block, BlockKind, MeetingStatus
from lpgminutes.domain.numbering import numbered
from lpgminutes.store.blocks import numbers_by_block
from lpgminutes.store.tables import ActionRow, BlockRow, MeetingRow


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


def number_in_sql(action: type[ActionRow]) -> "sa.ColumnElement[str | None]":
    """Say ``number_now`` as an expression of the database, for lists; the meeting is in the query."""
    minute_id, printed = col(action.minute_id), col(action.raised_in)
    minute, item, sibling = aliased(BlockRow), aliased(BlockRow), aliased(BlockRow)
    before = sa.select(sa.cast(sa.func.count(), sa.String)).where(col(sibling.position) <= col(minute.position))
    place_in_item = before.where(
        col(sibling.parent_id) == col(minute.parent_id), col(sibling.kind) == BlockKind.MINUTE.value
    ).scalar_subquery()
    own_item = sa.select(_item_number(item)).where(col(item.id) == col(minute.parent_id)).scalar_subquery()
    follows = sa.case(
        (col(minute.parent_id).is_(None), _item_number(minute)),
        else_=sa.func.coalesce(sa.func.nullif(col(minute.number), ""), own_item + "." + place_in_item),
    )
    current = sa.select(follows).where(col(minute.id) == minute_id).scalar_subquery()
    is_draft = col(MeetingRow.status) == MeetingStatus.DRAFT.value
    return sa.case((is_draft, sa.func.coalesce(current, printed)), else_=printed)


def _item_number(item: type[BlockRow]) -> sa.ColumnElement[str]:
    """Give an item's number: items stand one after the other without a gap."""
    return sa.func.coalesce(sa.func.nullif(col(item.number), ""), sa.cast(col(item.position) + 1, sa.String))


def _holder(block: Block, needles: tuple[str | None, ...]) -> Block:
    """Return the first block that holds the first text that is found at all."""
    for needle in filter(None, needles):
        for inner in block.walk():
            if needle in inner.text:
                return inner
    return block
