"""What became of lines: of one, and of one among several."""

from dataclasses import dataclass, replace

from lpgminutes.domain.actions import Action
from lpgminutes.domain.block_tree import grown
from lpgminutes.domain.capture import CapturedLine
from lpgminutes.domain.meetings import Block, BlockKind, Decision, Meeting
from lpgminutes.domain.people import Attendance, Person
from lpgminutes.errors import LpgMinutesError


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What a line became."""

    line: CapturedLine
    block: Block
    number: str
    """The number of the item or minute that the block is, or stands in."""
    parent: int | None
    """The id of the block that it was put under; ``None`` for an item."""
    position: int
    """Its place there, from 0."""
    item: int
    """The id of the item that it belongs to, or is."""
    reached: tuple[Block, ...] = ()
    """The items whose state it changed, as they are now, without what is under them."""
    actions: tuple[Action, ...] = ()
    decision: Decision | None = None
    people: tuple[Person, ...] = ()
    """Whom it added to the register."""
    attendance: tuple[Attendance, ...] = ()
    approved: str = ""
    """The ref of the meeting whose minutes it approved."""
    remarks: tuple[str, ...] = ()
    """What was done to the text at the door, and anything else that should be known."""
    change: int
    """The number of the change."""

    def words(self) -> str:
        """Return what the line became, with the numbers and references that it got."""
        return replace(
            self.line,
            place=_place_words(self),
            actions=tuple(
                replace(told, ref=action.ref) for told, action in zip(self.line.actions, self.actions, strict=True)
            ),
            approves=self.approved,
            refusal="",
        ).words()


def _place_words(recorded: Recorded) -> str:
    kind = recorded.block.kind
    if kind is BlockKind.POINT:
        return f"{'sub-point' if recorded.line.level > 1 else 'point'} under {recorded.number}"
    return f"{kind.value} {recorded.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineOutcome:
    """What became of one line of several."""

    typed: str
    recorded: Recorded | None = None
    refusal: LpgMinutesError | None = None
    """Why it was not recorded; the line itself is in ``typed``, as it was."""

    @property
    def problem(self) -> str:
        """The refusal in words; empty when the line was recorded."""
        return str(self.refusal or "")


def with_recorded(meeting: Meeting, recorded: Recorded) -> Meeting:
    """Return a meeting as it is after a line, for whoever held it as it was right before."""
    reached = {item.id: item for item in recorded.reached}
    items = tuple(
        replace(reached[item.id], children=item.children) if item.id in reached else item for item in meeting.items
    )
    return replace(
        meeting,
        items=grown(items, recorded.block, parent=recorded.parent, position=recorded.position),
        actions=(*meeting.actions, *recorded.actions),
        decisions=(*meeting.decisions, *filter(None, (recorded.decision,))),
        attendance=(*meeting.attendance, *recorded.attendance),
    )
