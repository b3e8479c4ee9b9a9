"""Where a new line goes: under which block, and at which place among those that are there."""

from dataclasses import dataclass

from lpgminutes.domain.block_tree import Spot, minutes_of, spot_of
from lpgminutes.domain.capture import CapturedLine
from lpgminutes.domain.meetings import Block, BlockKind, Meeting
from lpgminutes.domain.numbering import numbered
from lpgminutes.errors import NotFoundError, StaleRecord, UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Under:
    """Where a line is to go; by itself, to the end of the last item."""

    item: int | None = None
    """The id of the item that it goes under."""
    number: str | None = None
    """The number of the item, for whoever knows no id."""
    after: int | None = None
    """The id of a block that it goes right behind, in the same item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """The place for a new block."""

    parent: Block | None
    position: int
    item: Block | None
    """The item that it belongs to; ``None`` for a new item."""


def place_for(meeting: Meeting, line: CapturedLine, under: Under) -> Placement:
    """Return where a line goes, or say what it needs first."""
    if line.block_kind is BlockKind.ITEM:
        return Placement(parent=None, position=len(meeting.items), item=None)
    behind = _behind(meeting, under.after)
    item = behind.item if behind else item_at(meeting, under)
    if line.level == 0:
        return Placement(parent=item, position=_position(item, behind, 1), item=item)
    minute = _at_level(behind, 1) or _last(minutes_of(item), "minute")
    if line.level == 1:
        return Placement(parent=minute, position=_position(minute, behind, 2), item=item)
    point = _at_level(behind, 2) or _last(minute.children, "point")
    return Placement(parent=point, position=_position(point, behind, 3), item=item)


def item_at(meeting: Meeting, under: Under) -> Block:
    """Return the item that lines go under: the one asked for, or the last."""
    if not meeting.items:
        raise UsageError("There is no item yet: start one with # and its title, as in: # Welcome")
    if under.item is not None:
        return _by_id(meeting, under.item)
    if under.number is None:
        return meeting.items[-1]
    for number, block in numbered(meeting.items):
        if block.kind is BlockKind.ITEM and number == under.number.strip():
            return block
    raise NotFoundError(f"There is no item {under.number.strip()[:20]} in {meeting.ref}; it has {len(meeting.items)}.")


def _by_id(meeting: Meeting, item_id: int) -> Block:
    item = next((item for item in meeting.items if item.id == item_id), None)
    if item is None:
        raise StaleRecord(
            f"The item that this goes under is no longer in {meeting.ref}: it was taken back meanwhile. "
            "Open the meeting again."
        )
    return item


def _behind(meeting: Meeting, block_id: int | None) -> Spot | None:
    if block_id is None:
        return None
    spot = spot_of(meeting.items, block_id)
    if spot is None:
        raise StaleRecord(
            f"The paragraph that this goes behind is no longer in {meeting.ref}: it was taken back meanwhile. "
            "Open the meeting again."
        )
    return spot


def _at_level(behind: Spot | None, depth: int) -> Block | None:
    """Return the block ``depth`` steps under the item, on the way to the one that the line goes behind."""
    if behind is None:
        return None
    way = (*behind.parents, behind.block)
    return way[depth] if len(way) > depth else None


def _position(parent: Block, behind: Spot | None, depth: int) -> int:
    """Return the place right behind a block, or at the end; behind the parent itself is its first place."""
    before = _at_level(behind, depth)
    if before is None:
        return 0 if behind is not None and behind.block is parent else len(parent.children)
    return next(at for at, child in enumerate(parent.children) if child is before) + 1


def _last(blocks: tuple[Block, ...], kind: str) -> Block:
    if not blocks:
        raise UsageError(f"There is no {kind} yet for this point to hang under: type the {kind} first.")
    return blocks[-1]
