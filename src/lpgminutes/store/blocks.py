"""The blocks of minutes as rows, and as the tree that they are."""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, cast

import sqlalchemy as sa
from sqlmodel import Session, col

from lpgminutes.domain.meetings import Block, BlockKind, ItemState, PointStyle
from lpgminutes.domain.numbering import numbered
from lpgminutes.store.converters import from_marks, from_pre_marks, to_marks, to_pre_marks
from lpgminutes.store.rows import Values, known_id
from lpgminutes.store.tables import BlockRow, table_of

_BLOCK = table_of(BlockRow)
_AS_STORED = [
    sa.type_coerce(column, sa.String).label(column.name) if isinstance(column.type, sa.JSON) else column
    for column in _BLOCK.columns
]
"""The columns with their lists as the text that is stored: nearly all of them are empty, and need no parsing."""
_EMPTY = "[]"


@dataclass(slots=True)
class _Planted:
    """A block beside the row that is made for it."""

    block: Block
    row: BlockRow
    children: list["_Planted"] = field(default_factory=list)

    def to_block(self) -> Block:
        children = tuple(child.to_block() for child in self.children)
        return replace(self.block, id=self.row.id, revision=self.row.revision, children=children)


def load_tree(session: Session, meeting_id: int) -> tuple[Block, ...]:
    """Return the items of a meeting with everything under them."""
    query = sa.select(*_AS_STORED).where(_BLOCK.c.meeting_id == meeting_id).order_by(_BLOCK.c.position)
    children: defaultdict[int | None, list[Mapping[str, Any]]] = defaultdict(list)
    for row in session.execute(query).mappings():
        children[row["parent_id"]].append(cast("Mapping[str, Any]", row))
    return tuple(_to_block(row, children) for row in children[None])


def plant(
    session: Session, blocks: tuple[Block, ...], *, meeting_id: int, parent_id: int | None, position: int
) -> tuple[Block, ...]:
    """Keep new blocks with everything under them, from a position on; returned with their ids."""
    trees = [_planted(block, meeting_id, place) for place, block in enumerate(blocks, start=position)]
    for tree in trees:
        tree.row.parent_id = parent_id
    level = trees
    while level:  # those above get their ids before those below point to them
        session.add_all([node.row for node in level])
        session.flush()
        for node in level:
            for child in node.children:
                child.row.parent_id = known_id(node.row)
        level = [child for node in level for child in node.children]
    return tuple(tree.to_block() for tree in trees)


def next_position(session: Session, meeting_id: int, parent_id: int | None) -> int:
    """Return the place after the last block under a parent."""
    under = col(BlockRow.parent_id).is_(None) if parent_id is None else col(BlockRow.parent_id) == parent_id
    last = sa.select(sa.func.max(col(BlockRow.position))).where(col(BlockRow.meeting_id) == meeting_id, under)
    highest = session.scalar(last)
    return 0 if highest is None else int(highest) + 1


def from_block(block: Block) -> Values:
    """Return what a block's row holds of its own fields; not its place."""
    return {
        "kind": block.kind.value,
        "style": block.style.value,
        "number": block.number,
        "label": block.label,
        "text": block.text,
        "marks": from_marks(block.marks),
        "state": block.state.value if block.state else None,
        "carried_from": block.carried_from,
        "to_check": int(block.to_check),
        "pre_marks": from_pre_marks(block.pre_marks),
    }


def numbers_of(session: Session, block_ids: Collection[int]) -> dict[int, tuple[int, str]]:
    """Return, as ``numbers_by_block`` does, numbers for some blocks of any meetings, reading only what these need."""
    chains = _chains(session, block_ids)
    anchors = {block_id: _anchor(chain) for block_id, chain in chains.items()}
    numbers = {int(anchor["id"]): str(anchor["number"]) for anchor in anchors.values() if anchor["number"]}
    items = {
        chain[-1]["id"]: chain[-1]["meeting_id"] for below, chain in chains.items() if not anchors[below]["number"]
    }
    numbers |= _numbers_by_order(session, items) if items else {}
    return {block_id: (int(anchor["id"]), numbers[int(anchor["id"])]) for block_id, anchor in anchors.items()}


def _numbers_by_order(session: Session, meeting_of: Mapping[int, int]) -> dict[int, str]:
    """Return the numbers of some items and of their minutes; those that were frozen need no counting."""
    places = sa.select(_BLOCK.c.id, _BLOCK.c.meeting_id, _BLOCK.c.parent_id, _BLOCK.c.number)
    tops = _BLOCK.c.parent_id.is_(None) & _BLOCK.c.meeting_id.in_(sorted(set(meeting_of.values())))
    minutes = _BLOCK.c.parent_id.in_(sorted(meeting_of)) & (_BLOCK.c.kind == BlockKind.MINUTE.value)
    children: defaultdict[int, list[Block]] = defaultdict(list)
    items: defaultdict[int, list[Block]] = defaultdict(list)
    for block_id, _, parent_id, number in session.execute(places.where(minutes).order_by(_BLOCK.c.position)):
        children[parent_id].append(Block(id=block_id, kind=BlockKind.MINUTE, number=number))
    for block_id, meeting_id, _, number in session.execute(places.where(tops).order_by(_BLOCK.c.position)):
        under = tuple(children[block_id])
        items[meeting_id].append(Block(id=block_id, kind=BlockKind.ITEM, number=number, children=under))
    trees = (numbered(tuple(tree)) for tree in items.values())
    return {block.id: number for tree in trees for number, block in tree if block.id is not None}


_CLIMB = sa.text("""
    WITH RECURSIVE up (below, steps, id, parent_id, kind, meeting_id, number) AS (
        SELECT id, 0, id, parent_id, kind, meeting_id, number FROM block WHERE id IN :ids
        UNION ALL
        SELECT up.below, up.steps + 1, block.id, block.parent_id, block.kind, block.meeting_id, block.number
        FROM up JOIN block ON block.id = up.parent_id
    )
    SELECT below, id, kind, meeting_id, number FROM up ORDER BY below, steps
    """).bindparams(sa.bindparam("ids", expanding=True))


def _chains(session: Session, block_ids: Collection[int]) -> dict[int, list[sa.RowMapping]]:
    """Return for each block itself and all above it, up to its item."""
    chains: defaultdict[int, list[sa.RowMapping]] = defaultdict(list)
    for row in session.execute(_CLIMB, {"ids": sorted(block_ids)}).mappings():
        chains[row["below"]].append(row)
    return chains


def _anchor(chain: list[sa.RowMapping]) -> sa.RowMapping:
    """Return the minute right under the item, or else the item."""
    return chain[-2] if len(chain) > 1 and chain[-2]["kind"] == BlockKind.MINUTE.value else chain[-1]


def _planted(block: Block, meeting_id: int, position: int) -> _Planted:
    row = BlockRow(meeting_id=meeting_id, position=position, **from_block(block))
    children = [_planted(child, meeting_id, place) for place, child in enumerate(block.children)]
    return _Planted(block=block, row=row, children=children)


def _to_block(row: Mapping[str, Any], children: Mapping[int | None, list[Mapping[str, Any]]]) -> Block:
    return Block(
        id=row["id"],
        revision=row["revision"],
        kind=BlockKind(row["kind"]),
        style=PointStyle(row["style"]),
        number=row["number"],
        label=row["label"],
        text=row["text"],
        marks=() if row["marks"] == _EMPTY else to_marks(json.loads(row["marks"])),
        state=None if row["state"] is None else ItemState(row["state"]),
        carried_from=row["carried_from"],
        to_check=bool(row["to_check"]),
        pre_marks=() if row["pre_marks"] == _EMPTY else to_pre_marks(json.loads(row["pre_marks"])),
        children=tuple(_to_block(child, children) for child in children.get(row["id"], ())),
    )
