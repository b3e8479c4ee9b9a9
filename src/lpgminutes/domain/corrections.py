"""Putting right what was read wrongly, before it is kept: each correction gives another meeting."""

from collections.abc import Collection
from dataclasses import replace
from typing import TypeVar

from lpgminutes.domain.actions import Action
from lpgminutes.domain.marks import PrintedMark
from lpgminutes.domain.meetings import Block, Meeting
from lpgminutes.domain.numbering import numbered
from lpgminutes.domain.parts import DEEPEST, flat, kind_at
from lpgminutes.domain.people import Attendance

Row = TypeVar("Row")
_Flat = list[tuple[int, Block]]


def with_person(meeting: Meeting, index: int, row: Attendance) -> Meeting:
    """Return the meeting with another row of the attendance; one beyond the last is added."""
    return replace(meeting, attendance=_with(meeting.attendance, index, row))


def without_person(meeting: Meeting, index: int) -> Meeting:
    """Return the meeting without a row of the attendance."""
    return replace(meeting, attendance=(*meeting.attendance[:index], *meeting.attendance[index + 1 :]))


def with_action(meeting: Meeting, index: int, action: Action) -> Meeting:
    """Return the meeting with another action; one beyond the last is added."""
    return replace(meeting, actions=_with(meeting.actions, index, action))


def without_action(meeting: Meeting, index: int) -> Meeting:
    """Return the meeting without an action; the words of the minutes stay."""
    return replace(meeting, actions=(*meeting.actions[:index], *meeting.actions[index + 1 :]))


def with_block(meeting: Meeting, index: int, block: Block) -> Meeting:
    """Return the meeting with other words in a block, by its place in reading order."""
    blocks = list(flat(meeting.items))
    level, before = blocks[index]
    blocks[index] = level, replace(block, kind=before.kind, children=before.children)
    return _rebuilt(meeting, blocks)


def with_checks(meeting: Meeting, indexes: Collection[int]) -> Meeting:
    """Return the meeting with a note on some blocks that they are still to be checked."""
    blocks = [
        (level, replace(block, to_check=block.to_check or place in indexes))
        for place, (level, block) in enumerate(flat(meeting.items))
    ]
    return _rebuilt(meeting, blocks)


def with_level(meeting: Meeting, index: int, level: int) -> Meeting:
    """Return the meeting with a block at another level: what was under it goes along as far as it can.

    The first block is an item whatever is asked, and none stands deeper than one below what is before it.
    """
    blocks = list(flat(meeting.items))
    own, block = blocks[index]
    highest = blocks[index - 1][0] + 1 if index else 0
    level = max(0, min(level, highest, DEEPEST))
    end = next((at for at in range(index + 1, len(blocks)) if blocks[at][0] <= own), len(blocks))
    number = None if kind_at(level) is not block.kind else block.number
    blocks[index] = level, replace(block, number=number)
    for at in range(index + 1, end):
        below, inner = blocks[at]
        blocks[at] = min(below + level - own, DEEPEST), inner
    return _rebuilt(meeting, blocks)


def standing_marks(before: Meeting, after: Meeting) -> tuple[PrintedMark, ...]:
    """Return the marks printed in a meeting's own fields that still stand: in words that were put anew they do not."""
    was, now = _own_fields(before), _own_fields(after)
    return tuple(mark for mark in before.marks if was.get(mark.field) == now.get(mark.field))


def _own_fields(meeting: Meeting) -> dict[str, object]:
    contact = meeting.contact
    return {
        "title": meeting.title,
        "subtitle": meeting.subtitle,
        "date": (meeting.date, meeting.start, meeting.end),
        "location": meeting.location,
        "next_meeting": meeting.next_meeting,
        "contact.name": contact.name if contact else "",
        "contact.email": contact.email if contact else "",
    }


def action_from(meeting: Meeting, index: int) -> Action:
    """Return an action made of the words of a block, raised in the minute that the block stands in."""
    blocks = list(flat(meeting.items))
    numbers = {id(block): number for number, block in numbered(meeting.items)}
    above = (numbers.get(id(block)) for level, block in reversed(blocks[: index + 1]) if level <= 1)
    return Action(text=blocks[index][1].text, raised_in=next((number for number in above if number), None))


def _with(rows: tuple[Row, ...], index: int, row: Row) -> tuple[Row, ...]:
    return (*rows[:index], row, *rows[index + 1 :])


def _rebuilt(meeting: Meeting, blocks: _Flat) -> Meeting:
    """Build the tree again; actions and decisions follow the minutes that they refer to."""
    items = _tree(_without_gaps(blocks))
    was, now = _places(meeting.items), _places(items)
    old = {number: was[id(block)] for number, block in numbered(meeting.items)}
    new = {now[id(block)]: number for number, block in numbered(items)}

    def moved(number: str | None) -> str | None:
        return new.get(old[number]) if number in old else number

    return replace(
        meeting,
        items=items,
        actions=tuple(replace(action, raised_in=moved(action.raised_in)) for action in meeting.actions),
        decisions=tuple(replace(one, decided_in=moved(one.decided_in)) for one in meeting.decisions),
    )


def _places(items: tuple[Block, ...]) -> dict[int, int]:
    """Return the place of each block in reading order."""
    return {id(block): place for place, (_, block) in enumerate(flat(items))}


def _without_gaps(blocks: _Flat) -> _Flat:
    """Let no block stand more than one level below what is before it."""
    settled: _Flat = []
    for level, block in blocks:
        highest = settled[-1][0] + 1 if settled else 0
        settled.append((min(level, highest), block))
    return settled


def _tree(blocks: _Flat, level: int = 0) -> tuple[Block, ...]:
    built: list[Block] = []
    at = 0
    while at < len(blocks):
        end = next((n for n in range(at + 1, len(blocks)) if blocks[n][0] <= level), len(blocks))
        block = blocks[at][1]
        kind = kind_at(level)
        number = block.number if block.kind is kind else None
        built.append(replace(block, kind=kind, number=number, children=_tree(blocks[at + 1 : end], level + 1)))
        at = end
    return tuple(built)
