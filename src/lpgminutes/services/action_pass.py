"""The guided pass: a meeting goes through the open actions of its body, and the minutes draft themselves.

Nothing is kept about the pass itself. An action has had its turn when its history has an entry made at this
meeting, so stopping half-way loses nothing, and whoever goes on finds what is left.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lpgminutes.domain.action_log.changes import ActionChange
from lpgminutes.domain.action_log.lists import ActionDetail
from lpgminutes.domain.action_log.minuting import (
    NEW_ITEM,
    action_item,
    drafted,
    extended,
    opening_words,
    point_about,
    reference_of,
    review_minute,
)
from lpgminutes.domain.actions import Action, ActionSummary
from lpgminutes.domain.item_states import reached
from lpgminutes.domain.markings import strictest
from lpgminutes.domain.meetings import Block, BlockKind, Meeting, MeetingStatus, MeetingSummary
from lpgminutes.domain.numbering import numbered
from lpgminutes.domain.presence import OwnerPresence, presence_of
from lpgminutes.domain.text import clean
from lpgminutes.errors import UsageError
from lpgminutes.services.action_log import Changed, change_within, what_is_done
from lpgminutes.services.ports import Records, Store, UnitOfWork
from lpgminutes.services.records import urgency


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionPass:
    """How far a meeting has come with its actions."""

    meeting: Meeting
    marking: str
    """The strictest marking of the records that the actions and their minutes are taken from."""
    on: dt.date
    """The day by which lateness is told, and on which outcomes are recorded."""
    waiting: tuple[ActionSummary, ...]
    """Open actions raised before this meeting that it has not spoken of, in the chair's order."""
    spoken_of: int
    """How many have had their turn at this meeting."""
    references: frozenset[str]
    """Every reference of the series: what the drafted points are about."""

    @property
    def total(self) -> int:
        """How many actions the meeting goes through."""
        return len(self.waiting) + self.spoken_of

    @property
    def review(self) -> Block | None:
        """The minute that holds what was drafted so far."""
        item = action_item(self.meeting)
        return review_minute(item, self.references) if item else None

    @property
    def review_number(self) -> str:
        """The number of that minute; empty while there is none."""
        review = self.review
        numbers = (number for number, block in numbered(self.meeting.items) if block is review)
        return next(numbers, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionAtHand:
    """The action whose turn it is, with all that the chair asks about it."""

    detail: ActionDetail
    owners: tuple[OwnerPresence, ...]
    """Whether each owner is here."""

    @property
    def summary(self) -> ActionSummary:
        """The action as lists show it."""
        return self.detail.summary


@dataclass(frozen=True, slots=True, kw_only=True)
class Minuted:
    """What became of an action, and what the minutes say of it."""

    action: Action
    number: str
    """The number of the minute that holds the point."""
    point: Block


def meetings_at_hand(store: Store, *, today: dt.date, series: str | None = None) -> tuple[MeetingSummary, ...]:
    """Return the meetings whose minutes are being written, the latest first."""
    with store.read() as records:
        listed = records.meetings.summaries(today=today, series=series)
    return tuple(meeting for meeting in listed if meeting.status is MeetingStatus.DRAFT)


def begin_pass(store: Store, meeting_ref: str, *, today: dt.date) -> ActionPass:
    """Return how far a meeting has come: called again, it goes on where it was left.

    Lateness is told by the day of the meeting, also when the minutes are tidied up later.
    """
    with store.read() as records:
        meeting = records.meetings.get(meeting_ref)
        spoken_of = records.actions.changed_at(meeting.ref)
        outstanding = records.actions.list(series=meeting.series.short_name, outstanding=True)
        references = records.actions.references(meeting.series)
        marking = strictest(records.actions.markings())
    on = min(meeting.date or today, today)
    waiting = [one for one in outstanding if one.id not in spoken_of and _is_older(one, meeting)]
    return ActionPass(
        meeting=meeting,
        marking=marking,
        on=on,
        waiting=tuple(sorted(waiting, key=lambda action: urgency(action, on))),
        spoken_of=len(spoken_of),
        references=references,
    )


def action_at_hand(store: Store, meeting: Meeting, action_id: int) -> ActionAtHand:
    """Return an action with what the chair asks about it, and whether its owners are at the meeting."""
    with store.read() as records:
        return _at_hand(records, meeting, action_id)


def actions_at_hand(store: Store, through: ActionPass) -> tuple[ActionAtHand, ...]:
    """Return every action that waits for its turn, in the chair's order."""
    with store.read() as records:
        return tuple(_at_hand(records, through.meeting, action.id) for action in through.waiting)


def _at_hand(records: Records, meeting: Meeting, action_id: int) -> ActionAtHand:
    detail = records.actions.detail(action_id)
    owners = tuple(presence_of(owner, meeting.attendance) for owner in detail.action.owners)
    return ActionAtHand(detail=detail, owners=owners)


def record_outcome(
    store: Store, meeting_ref: str, refs: Sequence[str | int], change: ActionChange, *, who: str, on: dt.date
) -> tuple[Minuted, ...]:
    """Do a change to actions at a meeting and draft what the minutes say of them, in one transaction."""
    with store.change(f"{what_is_done(change, len(refs))} and minute it", who=who) as work:
        meeting = work.meetings.get(meeting_ref)
        _refuse_all_but_drafts(meeting)
        changed = change_within(work, refs, change, who=who, on=on, meeting=meeting.ref)
        minuted = tuple(_minute(work, meeting.ref, one) for one in changed)
        _reach(work, meeting.ref)
        work.commit()
    return minuted


def _is_older(action: ActionSummary, meeting: Meeting) -> bool:
    """An action that the meeting itself raised has no turn at it, nor one of a later meeting."""
    if action.meeting_ref == meeting.ref:
        return False
    return action.raised_on is None or meeting.date is None or action.raised_on <= meeting.date


def _refuse_all_but_drafts(meeting: Meeting) -> None:
    if meeting.status is not MeetingStatus.DRAFT:
        raise UsageError(
            f"The minutes of {meeting.ref} are {meeting.status.value}: nothing more can be minuted in them. "
            "Go through the actions at the meeting whose minutes are being written."
        )


def _minute(work: UnitOfWork, meeting_ref: str, changed: Changed) -> Minuted:
    """Write the outcome under the item of the action points; an item or a minute that is missing is made."""
    meeting = work.meetings.get(meeting_ref)
    item = action_item(meeting) or work.meetings.add_block(
        meeting, Block(kind=BlockKind.ITEM, text=NEW_ITEM), parent=None
    )
    minute = review_minute(item, work.actions.references(meeting.series)) or work.meetings.add_block(
        meeting, Block(kind=BlockKind.MINUTE, text=opening_words(meeting)), parent=item
    )
    before, after = changed.before, changed.after
    known = point_about(minute, reference_of(before))
    if known is not None:
        point = work.meetings.save_block(extended(known, before, after))
    else:
        point = work.meetings.add_block(meeting, drafted(before, after), parent=minute)
    return Minuted(action=after, number=_number(work, meeting_ref, minute), point=point)


def _reach(work: UnitOfWork, meeting_ref: str) -> None:
    """Let the item of the action points be the open one: it is being gone through."""
    meeting = work.meetings.get(meeting_ref)
    item = action_item(meeting)
    if item is not None and item.state is not None:
        for changed in reached(meeting.items, item):
            work.minutes.save(changed)


def _number(work: Records, meeting_ref: str, minute: Block) -> str:
    items = work.meetings.get(meeting_ref).items
    return next((number for number, block in numbered(items) if block.id == minute.id), "")


def reword_point(store: Store, point: Block, text: str, *, who: str) -> Block:
    """Put a drafted point into other words; one that was changed meanwhile is refused."""
    words = clean(text, what="the point").text.strip()
    if not words:
        raise UsageError("The point would be empty: say what became of the action, or undo it.")
    with store.change("reword a point", who=who) as work:
        reworded = work.meetings.save_block(replace(point, text=words))
        work.commit()
    return reworded
