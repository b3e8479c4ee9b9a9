"""The numbers of minutes in drafts, where they follow from the order: counted without reading what the minutes say."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from lpgminutes.domain.meetings import Block, BlockKind
from lpgminutes.domain.numbering import numbers_by_block

_Run = Callable[[str, Sequence[object]], Iterable[tuple[Any, ...]]]
_DRAFTS = """
SELECT DISTINCT minute_id, meeting_id FROM action
WHERE minute_id IS NOT NULL AND meeting_id IN (SELECT id FROM meeting WHERE status = 'draft')
"""
_NUMBERED = """
SELECT meeting_id, id, parent_id, kind, number FROM block
WHERE meeting_id IN (SELECT value FROM json_each(?)) AND kind IN ('item', 'minute') ORDER BY position
"""
_EVERY = """
SELECT meeting_id, id, parent_id, kind, number FROM block
WHERE meeting_id IN (SELECT value FROM json_each(?)) ORDER BY position
"""
_KINDS = {kind.value: kind for kind in BlockKind}
_Bare = tuple[int, int | None, str, str | None]
"""A block without its words: its id, its parent, its kind, its number if it was given one."""


def drafts(run: _Run) -> dict[int, int]:
    """Return the minutes that actions were raised in, of meetings that are a draft, each with its meeting."""
    return {row[0]: row[1] for row in run(_DRAFTS, ())}


def numbers_in(run: _Run, minutes: Mapping[int | None, int] | Mapping[int, int]) -> dict[int | None, str]:
    """Return the numbers of some minutes, given with their meetings; items and minutes are enough for nearly all."""
    wanted = {minute_id: meeting_id for minute_id, meeting_id in minutes.items() if minute_id is not None}
    numbers = _numbers(run, _NUMBERED, set(wanted.values()))
    rest = {meeting_id for minute_id, meeting_id in wanted.items() if minute_id not in numbers}
    numbers |= _numbers(run, _EVERY, rest)
    return {minute_id: numbers[minute_id] for minute_id in wanted if minute_id in numbers}


def _numbers(run: _Run, query: str, meetings: set[int]) -> dict[int, str]:
    if not meetings:
        return {}
    below: defaultdict[int, list[_Bare]] = defaultdict(list)
    items: defaultdict[int, list[_Bare]] = defaultdict(list)
    for meeting_id, block_id, parent_id, kind, number in run(query, (json.dumps(sorted(meetings)),)):
        siblings = items[meeting_id] if parent_id is None else below[parent_id]
        siblings.append((block_id, parent_id, kind, number))
    numbers: dict[int, str] = {}
    for tops in items.values():
        tree = tuple(_block(top, below) for top in tops)
        numbers |= {block_id: number for block_id, (_, number) in numbers_by_block(tree).items()}
    return numbers


def _block(row: _Bare, below: Mapping[int, Sequence[_Bare]]) -> Block:
    block_id, _, kind, number = row
    children = tuple(_block(child, below) for child in below.get(block_id, ()))
    return Block(id=block_id, kind=_KINDS[kind], number=number, children=children)
