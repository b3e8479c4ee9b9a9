"""Items of the agenda: how far the meeting came with them, and the order in which they were taken."""

from dataclasses import replace

from lpgminutes.domain.block_tree import spot_of
from lpgminutes.domain.meetings import Block, BlockKind, ItemState
from lpgminutes.domain.numbering import numbered
from lpgminutes.errors import NotFoundError, UsageError
from lpgminutes.services.capture import NO_TOOLS, CaptureTools
from lpgminutes.services.editing.session import Edited, Editing, Seen, editing
from lpgminutes.services.ports import Store


def set_item_state(
    store: Store,
    ref: str,
    seen: Seen,
    state: ItemState,
    *,
    who: str,
    tools: CaptureTools = NO_TOOLS,
    why: str = "",
) -> Edited:
    """Say how far the meeting came with an item: what was not reached or put off goes over to the next meeting."""
    with editing(store, ref, seen, "set the state of an item", who=who, tools=tools, why=why) as (edit, outcome):
        _refuse_paragraph(edit.block)
        edit.work.minutes.save(replace(edit.block, state=state))
    return outcome.told()


def take_out_of_order(
    store: Store,
    ref: str,
    seen: Seen,
    *,
    before: int,
    who: str,
    tools: CaptureTools = NO_TOOLS,
    why: str = "",
) -> Edited:
    """Take an item before another one; every item keeps the number that it has on the agenda."""
    with editing(store, ref, seen, "take an item out of order", who=who, tools=tools, why=why) as (edit, outcome):
        _refuse_paragraph(edit.block)
        target = spot_of(edit.meeting.items, before)
        if target is None or target.block.kind is not BlockKind.ITEM:
            raise NotFoundError(f"There is no such item in {edit.meeting.ref}.")
        _keep_numbers(edit)
        edit.again()
        place = target.position - (edit.spot.position < target.position)
        edit.work.minutes.move(edit.block, parent=None, position=place)
    return outcome.told()


def _keep_numbers(edit: Editing) -> None:
    for number, block in numbered(edit.meeting.items):
        if block.kind is BlockKind.ITEM and block.number != number:
            edit.work.minutes.save(replace(block, number=number))


def _refuse_paragraph(block: Block) -> None:
    if block.kind is not BlockKind.ITEM:
        raise UsageError("This is a paragraph of an item, not an item of the agenda.")
