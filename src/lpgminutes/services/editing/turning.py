"""Turning a paragraph into something else, and back."""

from collections.abc import Callable
from dataclasses import replace
from enum import Enum

from lpgminutes.domain.capture import LineKind, read_line
from lpgminutes.domain.meetings import BlockKind, Decision, ItemState, PointStyle
from lpgminutes.errors import UsageError
from lpgminutes.services.capture import NO_TOOLS, CaptureTools, Under, context_within, raise_captured
from lpgminutes.services.editing.places import as_minute, lower_level, raise_level
from lpgminutes.services.editing.session import Edited, Editing, Seen, editing
from lpgminutes.services.ports import Store


class Turn(Enum):
    """What a paragraph is turned into."""

    ACTION = "an action"
    DECISION = "a decision"
    PROSE = "prose"
    """Neither action nor decision; the words stay."""
    TO_CHECK = "a point to check"
    CHECKED = "checked"
    POINT = "a point"
    MINUTE = "a minute"
    ITEM = "an item"


def turn_into(
    store: Store, ref: str, seen: Seen, turn: Turn, *, who: str, tools: CaptureTools = NO_TOOLS, why: str = ""
) -> Edited:
    """Turn a paragraph into something else; its words stay. What it is already it cannot be turned into."""
    what = f"turn a paragraph into {turn.value}"
    with editing(store, ref, seen, what, who=who, tools=tools, why=why) as (edit, outcome):
        _TURNS[turn](edit)
    return outcome.told()


def _to_action(edit: Editing) -> None:
    _refuse_item(edit)
    if edit.work.minutes.actions_in({edit.block.id or 0}):
        raise UsageError("This paragraph raises an action already: it is in the log.")
    context = context_within(edit.work, edit.meeting, Under(item=edit.spot.item.id), edit.tools.dates)
    for action in read_line(edit.block.text, context, as_kind=LineKind.ACTION).actions:
        raised = raise_captured(edit.work, edit.meeting, action, replace(edit.block, children=()))
        edit.remarks.append(f"The action {raised.ref} was raised.")


def _to_decision(edit: Editing) -> None:
    _refuse_item(edit)
    if edit.work.minutes.decisions_in({edit.block.id or 0}):
        raise UsageError("This paragraph is in the register of decisions already.")
    edit.work.minutes.add_decision(edit.meeting, Decision(text=edit.block.text or edit.block.label), block=edit.block)


def _to_prose(edit: Editing) -> None:
    ids = {edit.block.id or 0}
    if not (edit.work.minutes.actions_in(ids) or edit.work.minutes.decisions_in(ids)):
        raise UsageError("This is prose already: it raises no action and is no decision.")
    for action in map(edit.work.actions.get, edit.work.minutes.actions_in(ids)):
        edit.work.minutes.remove_action(action.id or 0)
        edit.remarks.append(f"The action {action.ref} was taken out of the log.")
    for decision in edit.work.minutes.decisions_in(ids):
        edit.work.minutes.remove_decision(decision)


def _to_check(edit: Editing) -> None:
    _refuse_item(edit)
    if edit.block.to_check:
        raise UsageError("This is marked to be checked already.")
    edit.work.minutes.save(replace(edit.block, to_check=True))


def _to_checked(edit: Editing) -> None:
    if not edit.block.to_check:
        raise UsageError("This is not marked to be checked.")
    edit.work.minutes.save(replace(edit.block, to_check=False))


def _to_point(edit: Editing) -> None:
    if edit.block.kind is BlockKind.POINT:
        raise UsageError("This is a point already.")
    if edit.block.kind is BlockKind.ITEM:
        _item_to_minute(edit)
        edit.again()
    if edit.block.kind is BlockKind.MINUTE:
        lower_level(edit)


def _to_minute(edit: Editing) -> None:
    if edit.block.kind is BlockKind.MINUTE:
        raise UsageError("This is a minute already.")
    _as_minute(edit)


def _as_minute(edit: Editing) -> None:
    if edit.block.kind is BlockKind.ITEM:
        _item_to_minute(edit)
    while edit.spot.level > 0:
        raise_level(edit)
        edit.again()


def _item_to_minute(edit: Editing) -> None:
    """Let an item be a minute at the end of the item before, its own minutes right behind it."""
    before = edit.spot.before
    if before is None:
        raise UsageError("This is the first item: there is none before it to take its minutes.")
    block, place = edit.block, len(before.children)
    for offset, child in enumerate(block.children):
        edit.work.minutes.move(child, parent=before.id, position=place + offset)
    minute = replace(block, kind=BlockKind.MINUTE, number=None, state=None, carried_from="", children=())
    edit.work.minutes.move(minute, parent=before.id, position=place)
    edit.again()


def _to_item(edit: Editing) -> None:
    """Let a paragraph be an item behind its own, with all that was read after it in that item."""
    if edit.block.kind is BlockKind.ITEM:
        raise UsageError("This is an item already.")
    _as_minute(edit)
    item, block, followers = edit.spot.item, edit.block, edit.spot.following
    place = next(at for at, one in enumerate(edit.meeting.items) if one is item) + 1
    title = f"{block.label}: {block.text}" if block.label and block.text else block.label or block.text
    if "\n" in title:
        raise UsageError("The title of an item is one line: split the paragraph first.")
    points = [edit.work.minutes.save(as_minute(child)) for child in block.children]
    raised = replace(
        block,
        kind=BlockKind.ITEM,
        style=PointStyle.BULLET,
        number=None,
        label="",
        text=title,
        state=None if item.state is None else ItemState.OPEN,
        to_check=False,
        pre_marks=(),
    )
    edit.work.minutes.move(raised, parent=None, position=place)
    for offset, follower in enumerate(followers):
        edit.work.minutes.move(follower, parent=block.id, position=len(points) + offset)


def _refuse_item(edit: Editing) -> None:
    if edit.block.kind is BlockKind.ITEM:
        raise UsageError("This is the title of an item: turn a paragraph under it.")


_TURNS: dict[Turn, Callable[[Editing], None]] = {
    Turn.ACTION: _to_action,
    Turn.DECISION: _to_decision,
    Turn.PROSE: _to_prose,
    Turn.TO_CHECK: _to_check,
    Turn.CHECKED: _to_checked,
    Turn.POINT: _to_point,
    Turn.MINUTE: _to_minute,
    Turn.ITEM: _to_item,
}
