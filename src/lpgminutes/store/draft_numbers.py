"""The numbers of minutes in drafts, where they follow from the order: counted without reading what the minutes say."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from lpgminutes.domain.meetings import Block, BlockKind
from lpgminutes.domain.numbering import numbers_by_block

_DRAFTS = "SELECT id FROM meeting WHERE status = 'draft' AND id IN (SELECT meeting_id FROM action)"
_BLOCKS = """
SELECT meeting_id, id, parent_id, kind, number FROM block
WHERE meeting_id IN (SELECT value FROM json_each(?)) ORDER BY position
"""
_KINDS = {kind.value: kind for kind in BlockKind}


def drafts(run: Callable[[str, Sequence[object]], Iterable[tuple[Any, ...]]]) -> list[int]:
    """Return the meetings whose minutes are a draft and raise an action."""
    return [row[0] for row in run(_DRAFTS, ())]


def numbers_in(
    run: Callable[[str, Sequence[object]], Iterable[tuple[Any, ...]]], meetings: Sequence[int]
) -> dict[int, str]:
    """Return for each block of some meetings the number of the minute or item that it stands in."""
    if not meetings:
        return {}
    rows: defaultdict[int | None, list[tuple[Any, ...]]] = defaultdict(list)
    tops: defaultdict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for meeting_id, *block in run(_BLOCKS, (json.dumps(list(meetings)),)):
        (tops[meeting_id] if block[1] is None else rows[block[1]]).append(tuple(block))
    numbers: dict[int, str] = {}
    for items in tops.values():
        tree = tuple(_bare(item, rows) for item in items)
        numbers |= {block_id: number for block_id, (_, number) in numbers_by_block(tree).items()}
    return numbers


def _bare(row: tuple[Any, ...], rows: dict[int | None, list[tuple[Any, ...]]]) -> Block:
    """Return a block without its words."""
    block_id, _, kind, number = row
    children = tuple(_bare(child, rows) for child in rows.get(block_id, ()))
    return Block(id=block_id, kind=_KINDS[kind], number=number, children=children)
