"""Where a paragraph stands: up, down, under another item, a level up, a level down."""

from dataclasses import replace
from enum import Enum

from lpgminutes.domain.block_tree import Spot
from lpgminutes.domain.meetings import Block, BlockKind, PointStyle
from lpgminutes.errors import NotFoundError, UsageError
from lpgminutes.services.capture import NO_TOOLS, CaptureTools
from lpgminutes.services.editing.session import Edited, Editing, Seen, editing
from lpgminutes.services.ports import Store


class Way(Enum):
    """Which way a paragraph is moved."""

    UP = "up"
    DOWN = "down"


def move(
    store: Store, ref: str, seen: Seen, way: Way, *, who: str, tools: CaptureTools = NO_TOOLS, why: str = ""
) -> Edited:
    """Move a paragraph past the one before or after it; at the edge of its item, into the next item that way."""
    with editing(store, ref, seen, f"move a paragraph {way.value}", who=who, tools=tools, why=why) as (edit, outcome):
        parent, position = _past(edit, way)
        moved = edit.block if parent == _id(edit.spot.parent) else replace(edit.block, number=None)
        edit.work.minutes.move(moved, parent=parent, position=position)
    return outcome.told()


def _past(edit: Editing, way: Way) -> tuple[int | None, int]:
    spot, step = edit.spot, -1 if way is Way.UP else 1
    position = spot.position + step
    if 0 <= position < len(spot.siblings):
        return _id(spot.parent), position
    neighbour = _neighbour(edit, way)
    if neighbour is None:
        raise UsageError(f"There is nothing further {way.value} to move this past.")
    return neighbour.id, len(neighbour.children) if way is Way.UP else 0


def _neighbour(edit: Editing, way: Way) -> Block | None:
    """Return what is next to the parent on its level: another item for a minute, another minute for a point."""
    spot = edit.spot
    if spot.parent is None:
        return None
    holders = _holders(edit, spot)
    at = next(place for place, holder in enumerate(holders) if holder is spot.parent)
    wanted = at + (-1 if way is Way.UP else 1)
    return holders[wanted] if 0 <= wanted < len(holders) else None


def _holders(edit: Editing, spot: Spot) -> tuple[Block, ...]:
    level: tuple[Block, ...] = edit.meeting.items
    for _ in spot.parents[1:]:
        level = tuple(child for block in level for child in block.children)
    return level


def move_to(
    store: Store,
    ref: str,
    seen: Seen,
    *,
    item: int,
    position: int | None = None,
    who: str,
    tools: CaptureTools = NO_TOOLS,
    why: str = "",
) -> Edited:
    """Put a minute under another item, at its end or at a place; a point becomes a minute there."""
    with editing(store, ref, seen, "move a paragraph to another item", who=who, tools=tools, why=why) as (
        edit,
        outcome,
    ):
        if edit.block.kind is BlockKind.ITEM:
            raise UsageError("An item stands under no other item: move it up or down.")
        target = next((one for one in edit.meeting.items if one.id == item), None)
        if target is None:
            raise NotFoundError(f"There is no such item in {edit.meeting.ref}.")
        others = [child for child in target.children if child.id != edit.block.id]
        place = len(others) if position is None else min(max(position, 0), len(others))
        moved = edit.block if edit.spot.parent is target else replace(edit.block, number=None)
        edit.work.minutes.move(as_minute(moved), parent=target.id, position=place)
    return outcome.told()


def promote(store: Store, ref: str, seen: Seen, *, who: str, tools: CaptureTools = NO_TOOLS, why: str = "") -> Edited:
    """Raise a point by one level; the points after it hang under it then, so that all is read in the same order."""
    with editing(store, ref, seen, "promote a paragraph", who=who, tools=tools, why=why) as (edit, outcome):
        raise_level(edit)
    return outcome.told()


def raise_level(edit: Editing) -> None:
    """Raise a point by one level, in an edit under way."""
    if edit.spot.level == 0:
        raise UsageError("This is a minute already: turn it into an item to raise it further.")
    grandparent, parent = edit.spot.parents[-2], edit.spot.parents[-1]
    for offset, follower in enumerate(edit.spot.following):
        edit.work.minutes.move(follower, parent=edit.block.id, position=len(edit.block.children) + offset)
    position = next(at for at, child in enumerate(grandparent.children) if child is parent) + 1
    raised = as_minute(edit.block) if edit.spot.level == 1 else edit.block
    edit.work.minutes.move(raised, parent=grandparent.id, position=position)


def demote(store: Store, ref: str, seen: Seen, *, who: str, tools: CaptureTools = NO_TOOLS, why: str = "") -> Edited:
    """Lower a minute or a point by one level: it hangs under the one before it, with all its own points."""
    with editing(store, ref, seen, "demote a paragraph", who=who, tools=tools, why=why) as (edit, outcome):
        lower_level(edit)
    return outcome.told()


def lower_level(edit: Editing) -> None:
    """Lower a minute or a point by one level, in an edit under way."""
    if edit.block.kind is BlockKind.ITEM:
        raise UsageError("This is an item: turn it into a minute to lower it.")
    before = edit.spot.before
    if before is None:
        raise UsageError("There is no paragraph before this one on its level to hang it under.")
    lowered = replace(edit.block, kind=BlockKind.POINT, number=None)
    edit.work.minutes.move(lowered, parent=before.id, position=len(before.children))


def as_minute(block: Block) -> Block:
    """Return a block as a minute."""
    if block.kind is BlockKind.MINUTE:
        return block
    return replace(block, kind=BlockKind.MINUTE, style=PointStyle.BULLET)


def _id(block: Block | None) -> int | None:
    return block.id if block else None
