"""The action log: raising actions, changing them, one or many at once, and looking at one with its history."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from lpgminutes.domain.action_log.changes import NAMES, ActionChange, NewAction, Supersede, apply
from lpgminutes.domain.action_log.lists import ActionDetail
from lpgminutes.domain.action_log.references import next_reference, reference_stem
from lpgminutes.domain.actions import Action
from lpgminutes.domain.meetings import Block, Meeting, MeetingStatus
from lpgminutes.domain.numbering import numbered
from lpgminutes.domain.text import clean, clean_line
from lpgminutes.errors import InputError, NotFoundError, UsageError
from lpgminutes.services.ports import Records, Store, UnitOfWork

_PARAGRAPHS = frozenset({"text", "why", "note", "evidence"})
"""Fields of a change that may have several lines."""


def raise_action(work: UnitOfWork, meeting: Meeting, new: NewAction, *, block: Block | None) -> Action:
    """Keep a new action of a meeting inside a transaction; ``block`` is the minute or point that raises it."""
    text = clean(new.text, what="the action").text.strip()
    if not text:
        raise InputError("An action needs words: say what is to be done.")
    action = Action(
        ref=_reference(work, meeting, new.ref),
        owners=_owners(new.owners),
        text=text,
        due=new.due,
        due_as_written=clean_line(new.due_as_written, what="the due date").text,
    )
    return work.actions.add(action, meeting=meeting, raised_in=block)


def add_action(store: Store, meeting_ref: str, new: NewAction, *, raised_in: str | None, who: str) -> Action:
    """Add an action to the draft minutes of a meeting; ``raised_in`` is the number of the minute that raises it."""
    with store.change("add an action", who=who) as work:
        meeting = work.meetings.get(meeting_ref)
        if meeting.status is not MeetingStatus.DRAFT:
            raise UsageError(
                f"The minutes of {meeting.ref} are {meeting.status.value}: an action is raised in a draft. "
                "Name the meeting whose minutes are being written."
            )
        added = raise_action(work, meeting, new, block=None if raised_in is None else _minute(meeting, raised_in))
        work.commit()
    return added


def change_actions(
    store: Store, refs: Sequence[str | int], change: ActionChange, *, who: str, on: dt.date, meeting: str = ""
) -> tuple[Action, ...]:
    """Do the same to one or many actions: all of them or none, and taken back as one.

    ``on`` is the day of the change, ``meeting`` the ref or id of the meeting at which it was made, if at one.
    """
    with store.change(what_is_done(change, len(refs)), who=who) as work:
        at = work.meetings.get(meeting).ref if meeting else ""
        changed = change_within(work, refs, change, who=who, on=on, meeting=at)
        work.commit()
    return tuple(change.after for change in changed)


@dataclass(frozen=True, slots=True)
class Changed:
    """An action before and after a change."""

    before: Action
    after: Action


def change_within(
    work: UnitOfWork, refs: Sequence[str | int], change: ActionChange, *, who: str, on: dt.date, meeting: str
) -> tuple[Changed, ...]:
    """Do the same to one or many actions inside a transaction; ``meeting`` is the ref of the meeting, if at one."""
    change = _cleaned(change)
    ids = tuple(dict.fromkeys(work.actions.find(ref) for ref in refs))
    if isinstance(change, Supersede):
        change = replace(change, by=_replacement(work, change.by, ids))
    before = [work.actions.get(action_id) for action_id in ids]
    return tuple(
        Changed(action, work.actions.save(apply(action, change, who=who, on=on, meeting=meeting))) for action in before
    )


def what_is_done(change: ActionChange, count: int) -> str:
    """Say what is done in the words of the history, which hold no text of the minutes."""
    return f"{NAMES[type(change)]} {'an action' if count == 1 else f'{count} actions'}"


def action(store: Store, ref: str | int) -> ActionDetail:
    """Return an action with the minute that it stands in, its figures and its history."""
    with store.read() as records:
        return records.actions.detail(records.actions.find(ref))


def reference_to_come(records: Records, meeting: Meeting) -> str:
    """Return the reference that the next action of a meeting gets."""
    pattern, body = meeting.series.action_reference, meeting.series.short_name
    stem = reference_stem(pattern, body=body, date=meeting.date)
    taken = records.actions.references(meeting.series, stem=stem)
    return next_reference(pattern, body=body, date=meeting.date, taken=taken)


def is_taken(records: Records, meeting: Meeting, reference: str) -> bool:
    """Whether an action of the series has a reference, in any case."""
    alike = records.actions.references(meeting.series, stem=reference)
    return reference.casefold() in map(str.casefold, alike)


def _reference(work: Records, meeting: Meeting, given: str | None) -> str:
    if not given:
        return reference_to_come(work, meeting)
    reference = clean_line(given, what="the reference").text
    if is_taken(work, meeting, reference):
        raise InputError(f"The reference {reference} is taken in {meeting.series.short_name}: choose another one.")
    return reference


def _owners(owners: Sequence[str]) -> tuple[str, ...]:
    cleaned = (clean_line(owner, what="the owner").text for owner in owners)
    return tuple(dict.fromkeys(filter(None, cleaned)))


def _minute(meeting: Meeting, number: str) -> Block:
    for has, block in numbered(meeting.items):
        if has == number.strip():
            return block
    raise NotFoundError(f"There is no minute {number.strip()[:20]} in {meeting.ref}.")


def _cleaned(change: ActionChange) -> ActionChange:
    """Clean every text of a change, as all text is cleaned at the door."""
    texts: dict[str, Any] = {}
    for field in fields(change):
        value = getattr(change, field.name)
        if field.name == "owners":
            texts["owners"] = _owners(value)
        elif isinstance(value, str):
            cleaner = clean if field.name in _PARAGRAPHS else clean_line
            texts[field.name] = cleaner(value, what=field.name.replace("_", " ")).text.strip()
    return replace(change, **texts)


def _replacement(work: Records, by: str, superseded: Sequence[int]) -> str:
    """Return the reference of the action that takes the place of others; it has to be there."""
    replacement = work.actions.find(by)
    if replacement in superseded:
        raise InputError(f"{by} cannot take its own place: name the other action.")
    return work.actions.get(replacement).ref or by
