"""Deleting a paragraph; it can be taken back like any other change."""

from lpgminutes.domain.block_tree import above
from lpgminutes.domain.numbering import numbers_by_block
from lpgminutes.services.capture import NO_TOOLS, CaptureTools
from lpgminutes.services.editing.session import Edited, Editing, Seen, editing
from lpgminutes.services.ports import Store


def delete(store: Store, ref: str, seen: Seen, *, who: str, tools: CaptureTools = NO_TOOLS, why: str = "") -> Edited:
    """Delete a paragraph with all under it, the actions and decisions that it records among it.

    An action that was changed since it was raised stays in the log; it keeps the number that was printed.
    """
    with editing(store, ref, seen, "delete a paragraph", who=who, tools=tools, why=why) as (edit, outcome):
        neighbour = above(edit.meeting.items, edit.spot)
        _, edit.deleted_number = numbers_by_block(edit.meeting.items).get(edit.block.id or 0, (0, ""))
        edit.deleted = edit.block
        _take_along(edit)
        edit.work.minutes.remove(edit.block)
        edit.at_hand = neighbour.block.id if neighbour else None
    return outcome.told()


def _take_along(edit: Editing) -> None:
    for action in map(edit.work.actions.get, edit.work.minutes.actions_in(edit.ids)):
        if action.history:
            edit.remarks.append(f"The action {action.ref} stays in the log: it was changed since it was raised.")
        else:
            edit.work.minutes.remove_action(action.id or 0)
            edit.remarks.append(f"The action {action.ref} went with it.")
    for decision in edit.work.minutes.decisions_in(edit.ids):
        edit.work.minutes.remove_decision(decision)
