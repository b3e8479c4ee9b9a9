"""One edit in one transaction: the place is found, the state that was seen is checked, the outcome is told."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from lpgminutes.domain.block_tree import Spot, spot_of
from lpgminutes.domain.history import VersionReason
from lpgminutes.domain.meetings import Block, Meeting, MeetingStatus
from lpgminutes.domain.numbering import numbers_by_block
from lpgminutes.domain.text import clean
from lpgminutes.errors import StaleRecord, UsageError
from lpgminutes.services.capture import CaptureTools
from lpgminutes.services.ports import Store, UnitOfWork

NO_TOOLS = CaptureTools()


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """The state of a paragraph that an edit is made from."""

    block: int
    """Its id."""
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """What an edit came to."""

    block: Block | None
    """The paragraph that the edit leaves at hand, as it is now; ``None`` when nothing is left to stand on."""
    number: str = ""
    """The number of the item or minute that it is, or stands in."""
    remarks: tuple[str, ...] = ()
    """What else happened: marks that were dropped, actions that went along."""
    change: int
    """The number of the change."""


@dataclass(slots=True)
class Editing:
    """An edit under way."""

    work: UnitOfWork
    meeting: Meeting
    spot: Spot
    tools: CaptureTools
    remarks: list[str] = field(default_factory=list)
    at_hand: int | None = None
    """The id of the paragraph that the edit leaves at hand."""

    @property
    def block(self) -> Block:
        """The paragraph."""
        return self.spot.block

    @property
    def ids(self) -> set[int]:
        """The ids of the paragraph and all under it."""
        return {inner.id for inner in self.block.walk() if inner.id is not None}

    def again(self) -> None:
        """Read the minutes again, and find the paragraph where it is now."""
        self.meeting = self.work.minutes.opened(str(self.meeting.id))
        self.spot = _found(self.meeting, self.block.id)


@dataclass(slots=True)
class Outcome:
    """Holds what an edit came to once it is committed."""

    edited: Edited | None = None

    def told(self) -> Edited:
        """Return it."""
        if self.edited is None:
            raise RuntimeError("the edit is not committed")
        return self.edited


@contextmanager
def editing(
    store: Store, ref: str, seen: Seen, what: str, *, who: str, tools: CaptureTools, why: str
) -> Iterator[tuple[Editing, Outcome]]:
    """Open an edit of a paragraph; leaving the block commits it.

    Minutes that went out are corrected: that needs a reason, and makes a version of its own.
    """
    reason = clean(why, what="the reason").text.strip()
    with store.change(f"correct: {what}" if reason else what, who=who) as work:
        meeting = work.minutes.opened(ref)
        _refuse_without_reason(meeting, reason)
        spot = _found(meeting, seen.block)
        if spot.block.revision != seen.revision:
            raise StaleRecord(
                "This part of the minutes was changed by someone else meanwhile; nothing was saved. Open it again."
            )
        edit, outcome = Editing(work=work, meeting=meeting, spot=spot, tools=tools, at_hand=seen.block), Outcome()
        yield edit, outcome
        work.minutes.relink(meeting)
        outcome.edited = _committed(edit, reason)


def _committed(edit: Editing, reason: str) -> Edited:
    if edit.meeting.status is not MeetingStatus.DRAFT:
        _freeze_correction(edit, reason)
    tree = edit.work.minutes.opened(str(edit.meeting.id)).items
    change = edit.work.commit()
    at_hand = spot_of(tree, edit.at_hand) if edit.at_hand is not None else None
    if at_hand is None:
        return Edited(block=None, remarks=tuple(edit.remarks), change=change)
    _, number = numbers_by_block(tree).get(edit.at_hand or 0, (0, ""))
    return Edited(block=at_hand.block, number=number, remarks=tuple(edit.remarks), change=change)


def _freeze_correction(edit: Editing, reason: str) -> None:
    if edit.tools.interchange is None:
        raise RuntimeError("a correction freezes a version, which needs the interchange form")
    whole = edit.work.meetings.get(str(edit.meeting.id))
    content = edit.tools.interchange.freeze(whole)
    edit.work.releases.add_version(whole, reason=VersionReason.CORRECTED, content=content, note=reason)


def _refuse_without_reason(meeting: Meeting, reason: str) -> None:
    if meeting.status is not MeetingStatus.DRAFT and not reason:
        raise UsageError(
            f"The minutes of {meeting.ref} are {meeting.status.value}: say why they are corrected, "
            "and the correction makes a new version."
        )


def _found(meeting: Meeting, block_id: int | None) -> Spot:
    spot = None if block_id is None else spot_of(meeting.items, block_id)
    if spot is None:
        raise StaleRecord(f"This part of the minutes of {meeting.ref} is no longer there. Open the meeting again.")
    return spot
