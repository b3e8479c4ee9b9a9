"""Actions and decisions that follow the words of their paragraph while the minutes are a draft."""

import datetime as dt
from dataclasses import replace

from lpgminutes.domain.actions import Action
from lpgminutes.domain.capture import CaptureContext, CapturedAction, read_line
from lpgminutes.domain.due_dates import DueReading
from lpgminutes.domain.meetings import Block, MeetingStatus
from lpgminutes.domain.pre_marks import followed_stretch
from lpgminutes.services.capture import Under, context_within
from lpgminutes.services.editing.session import Editing


def follow_words(edit: Editing, after: Block) -> None:
    """Let what was read from a paragraph be what it says now; what a person set otherwise stays."""
    before = edit.block
    if before.text == after.text:
        return
    ids = {before.id or 0}
    actions = [edit.work.actions.get(action) for action in edit.work.minutes.actions_in(ids)]
    if edit.meeting.status is not MeetingStatus.DRAFT:
        edit.remarks += [f"The action {action.ref} keeps its own words." for action in actions]
    elif actions:
        _follow_actions(edit, actions, before, after)
    for decision in edit.work.minutes.decisions_in(ids):
        if decision.text == before.text and edit.meeting.status is MeetingStatus.DRAFT:
            edit.work.minutes.save_decision(replace(decision, text=after.text))


def _follow_actions(edit: Editing, actions: list[Action], before: Block, after: Block) -> None:
    context = context_within(edit.work, edit.meeting, Under(item=edit.spot.item.id), edit.tools.dates)
    told_before, told_after = _told(before, context), _told(after, context)
    if len(told_before) == len(told_after) == len(actions):
        changed = [_reread(*row) for row in zip(actions, told_before, told_after, strict=True)]
    else:
        changed = [_in_place(action, before.text, after.text) for action in actions]
    for action, new in zip(actions, changed, strict=True):
        if new != action and not action.history:
            edit.work.actions.save(new)
        elif action.text not in after.text and new == action:
            edit.remarks.append(f"The action {action.ref} keeps its own words: they are no longer in the paragraph.")


def _told(block: Block, context: CaptureContext) -> tuple[CapturedAction, ...]:
    return read_line(block.text, context).actions


def _reread(action: Action, before: CapturedAction, after: CapturedAction) -> Action:
    """Change what stands in the log as it was read; owner, words and date each by itself."""
    owners = tuple(owner.name for owner in after.owners)
    if action.owners == tuple(owner.name for owner in before.owners):
        action = replace(action, owners=owners)
    if action.text == before.text:
        action = replace(action, text=after.text)
    if (action.due, action.due_as_written) == _due(before.due):
        due, words = _due(after.due)
        action = replace(action, due=due, due_as_written=words)
    return action


def _due(reading: DueReading | None) -> tuple[dt.date | None, str]:
    return (reading.due, reading.phrase) if reading else (None, "")


def _in_place(action: Action, before: str, after: str) -> Action:
    """Follow the words of an action by where they stand."""
    start = before.find(action.text)
    stretch = followed_stretch(start, start + len(action.text), before, after) if start >= 0 else None
    words = after[stretch[0] : stretch[1]].strip() if stretch else ""
    return replace(action, text=words) if words else action
