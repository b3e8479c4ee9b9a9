"""What the commands on lines print as JSON; the names of its fields are part of the contract."""

from typing import Any

from lpgminutes.domain.actions import Action
from lpgminutes.domain.meetings import Block
from lpgminutes.services.capture import LineOutcome, Recorded
from lpgminutes.services.editing import Edited


def outcome_value(outcome: LineOutcome) -> dict[str, Any]:
    """Return what became of a line."""
    if outcome.recorded is None:
        return {"typed": outcome.typed, "recorded": False, "problem": outcome.problem}
    return {"typed": outcome.typed, "recorded": True, **_recorded(outcome.recorded)}


def _recorded(recorded: Recorded) -> dict[str, Any]:
    return {
        "words": recorded.words(),
        "kind": recorded.line.kind.value,
        **block_value(recorded.block, recorded.number),
        "actions": [_action(action) for action in recorded.actions],
        "decision": recorded.decision.text if recorded.decision else None,
        "added_people": [person.name for person in recorded.people],
        "approved": recorded.approved or None,
        "remarks": list(recorded.remarks),
        "change": recorded.change,
    }


def block_value(block: Block, number: str) -> dict[str, Any]:
    """Return a paragraph."""
    return {
        "id": block.id,
        "number": number,
        "block": block.kind.value,
        "label": block.label,
        "text": block.text,
        "to_check": block.to_check,
        "state": block.state.value if block.state else None,
        "pre_marks": [
            {"field": mark.field, "start": mark.start, "end": mark.end, "exemption": mark.exemption}
            for mark in block.pre_marks
        ],
    }


def _action(action: Action) -> dict[str, Any]:
    return {
        "ref": action.ref,
        "owners": list(action.owners),
        "text": action.text,
        "due": action.due.isoformat() if action.due else None,
        "due_as_written": action.due_as_written,
    }


def edited_value(edited: Edited) -> dict[str, Any]:
    """Return what an edit came to."""
    paragraph = block_value(edited.block, edited.number) if edited.block else None
    deleted = block_value(edited.deleted, edited.deleted_number) if edited.deleted else None
    return {"paragraph": paragraph, "deleted": deleted, "remarks": list(edited.remarks)}
