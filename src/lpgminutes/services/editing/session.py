"""One edit in one transaction: the place is found, the state that was seen is checked, the outcome is told."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from lpgminutes.domain.block_tree import Spot, spot_of
from lpgminutes.domain.item_states import followed
from lpgminutes.domain.meetings import Block, BlockKind, Meeting, MeetingStatus
from lpgminutes.domain.numbering import numbers_by_block
from lpgminutes.errors import StaleRecord
from lpgminutes.services.capture import CaptureTools
from lpgminutes.services.correcting import writing
from lpgminutes.services.ports import Store, UnitOfWork


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
    deleted: Block | None = None
    """The paragraph that was deleted, with what stood under it."""
    deleted_number: str = ""
    """The number of the item or minute that it was, or stood in."""

    def words_of_deleted(self) -> str:
        """Say which paragraph was deleted, with its words; empty when none was."""
        block = self.deleted
        if block is None:
            return ""
        where = f"a point of {self.deleted_number}" if block.kind is BlockKind.POINT else self.deleted_number
        words = f"{block.label}: {block.text}" if block.label else block.text
        under = sum(1 for _ in block.walk()) - 1
        along = f" ({under} under it went along)" if under else ""
        return f"Deleted {where}: {' '.join(words.split())}{along}"


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
    deleted: Block | None = None
    deleted_number: str = ""

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
    store: Store,
    ref: str,
    seen: Seen,
    what: str,
    *,
    who: str,
    tools: CaptureTools,
    why: str,
) -> Iterator[tuple[Editing, Outcome]]:
    """Open an edit of a paragraph; leaving the block commits it."""
    outcome = Outcome()
    with writing(store, ref, what, who=who, why=why, interchange=tools.interchange, now=tools.now) as (work, meeting):
        spot = _found(meeting, seen.block)
        if spot.block.revision != seen.revision:
            raise StaleRecord(
                "This part of the minutes was changed by someone else meanwhile; nothing was saved. Open it again."
            )
        edit = Editing(work=work, meeting=meeting, spot=spot, tools=tools, at_hand=seen.block)
        yield edit, outcome
        if meeting.status is MeetingStatus.DRAFT:
            _follow_states(edit, meeting)
        work.minutes.relink(meeting)
        outcome.edited = _edited(edit)


def _follow_states(edit: Editing, before: Meeting) -> None:
    """Let an item that paragraphs were brought under be done, and one that has none any more be not reached."""
    after = edit.work.minutes.opened(str(before.id)).items
    for item in followed(before.items, after):
        edit.work.minutes.save(item)


def _edited(edit: Editing) -> Edited:
    told = Edited(block=None, remarks=tuple(edit.remarks), deleted=edit.deleted, deleted_number=edit.deleted_number)
    tree = edit.work.minutes.opened(str(edit.meeting.id)).items
    at_hand = spot_of(tree, edit.at_hand) if edit.at_hand is not None else None
    if at_hand is None:
        return told
    _, number = numbers_by_block(tree).get(edit.at_hand or 0, (0, ""))
    return replace(told, block=at_hand.block, number=number)


def _found(meeting: Meeting, block_id: int | None) -> Spot:
    spot = None if block_id is None else spot_of(meeting.items, block_id)
    if spot is None:
        raise StaleRecord(f"This part of the minutes of {meeting.ref} is no longer there. Open the meeting again.")
    return spot
