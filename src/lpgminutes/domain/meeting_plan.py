"""What goes into the minutes of a new meeting, what stays out of them, and why: nothing is dropped in silence."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from lpgminutes.domain.actions import ActionSummary
from lpgminutes.domain.folding import folded
from lpgminutes.domain.meetings import Block, BlockKind, ItemState, Meeting, MeetingStatus, Series
from lpgminutes.domain.people import Attendance, Capacity

_LAST_ITEMS = re.compile(
    r"\b(?:aob|any other (?:urgent )?business|date of (?:the )?next meeting|next meeting|close)\b", re.IGNORECASE
)
NOBODY: Mapping[int, Capacity] = {}
_MEMBERS = frozenset({Capacity.CHAIR, Capacity.MEMBER, Capacity.NOTE_TAKER})


class PlannedKind(Enum):
    """What an entry of a plan is about."""

    APPROVAL = "minutes to approve"
    ITEM = "item"
    PERSON = "person"
    ACTION = "action"


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One thing that a new meeting may start with."""

    kind: PlannedKind
    name: str
    """The title, the name, the reference: what a person knows it by."""
    about: str = ""
    """What else tells it from others: the words of an action, the firm of a person."""
    goes_in: bool
    why: str
    """Why it goes in or stays out, without a full stop."""
    item: Block | None = None
    person: Attendance | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPlan:
    """A new meeting before it is started. Every entry may be chosen otherwise."""

    series: Series
    date: dt.date | None
    previous: Meeting | None
    """The meeting that it follows."""
    entries: tuple[Planned, ...]

    def choosing(self, index: int, *, goes_in: bool) -> "MeetingPlan":
        """Return the plan with one entry chosen otherwise."""
        chosen = replace(self.entries[index], goes_in=goes_in, why="as chosen")
        return replace(self, entries=(*self.entries[:index], chosen, *self.entries[index + 1 :]))

    def going_in(self, kind: PlannedKind) -> tuple[Planned, ...]:
        """Return the entries of a kind that go in."""
        return tuple(entry for entry in self.entries if entry.kind is kind and entry.goes_in)

    @property
    def staying_out(self) -> tuple[Planned, ...]:
        """The entries that stay out."""
        return tuple(entry for entry in self.entries if not entry.goes_in)


def plan_meeting(
    series: Series,
    date: dt.date | None,
    previous: Meeting | None,
    actions: Sequence[ActionSummary],
    former: Mapping[int, Capacity] = NOBODY,
) -> MeetingPlan:
    """Return what a new meeting starts with: the agenda, what was put off, the people, the open actions.

    ``former`` says, by row of the last attendance, in what capacity those who sent apologies would have come.
    """
    entries = (
        *_approval(previous),
        *_items(series, previous),
        *_people(previous, former),
        *(_action(action) for action in actions),
    )
    return MeetingPlan(series=series, date=date, previous=previous, entries=entries)


def _approval(previous: Meeting | None) -> Iterator[Planned]:
    if previous is None:
        return
    why = {
        MeetingStatus.CIRCULATED: "circulated and not yet agreed",
        MeetingStatus.DRAFT: "still a draft: circulate them first",
        MeetingStatus.APPROVED: "approved already",
    }[previous.status]
    is_due = previous.status is MeetingStatus.CIRCULATED
    yield Planned(kind=PlannedKind.APPROVAL, name=previous.ref, goes_in=is_due, why=why)


def _items(series: Series, previous: Meeting | None) -> Iterator[Planned]:
    agenda = [_new_item(title) for title in series.agenda]
    why = "on the agenda of the body"
    if not agenda and previous is not None:
        agenda = [_new_item(item.text) for item in previous.items if not item.carried_from]
        why = "on the last agenda; the body has none of its own"
    carried = [item for item in previous.items if item.state and item.state.goes_over] if previous else []
    on_agenda = {folded(item.text): item for item in agenda}
    merged = [_carried(item, previous) for item in carried]
    for item in _in_order(agenda, [item for item in merged if folded(item.text) not in on_agenda]):
        again = next((one for one in merged if folded(one.text) == folded(item.text)), None)
        reason = f"put off by {again.carried_from}" if again is not None else why
        yield Planned(
            kind=PlannedKind.ITEM, name=item.text, goes_in=True, why=reason, item=again if again is not None else item
        )
    yield from _items_left_behind(previous, {*on_agenda, *(folded(item.text) for item in merged)})


def _in_order(agenda: list[Block], carried: list[Block]) -> list[Block]:
    """Put what was put off before any other business."""
    last = next((at for at, item in enumerate(agenda) if _LAST_ITEMS.search(item.text)), len(agenda))
    return [*agenda[:last], *carried, *agenda[last:]]


def _items_left_behind(previous: Meeting | None, known: set[str]) -> Iterator[Planned]:
    for item in previous.items if previous else ():
        if folded(item.text) not in known:
            yield Planned(
                kind=PlannedKind.ITEM,
                name=item.text,
                goes_in=False,
                why=f"taken at {previous.ref if previous else ''}; not on the agenda of the body",
                item=_new_item(item.text),
            )


def _new_item(title: str) -> Block:
    return Block(kind=BlockKind.ITEM, text=title, state=ItemState.NOT_REACHED)


def _carried(item: Block, previous: Meeting | None) -> Block:
    came_from = item.carried_from or (previous.ref if previous else "")
    return replace(_new_item(item.text), carried_from=came_from, pre_marks=item.pre_marks)


def _people(previous: Meeting | None, former: Mapping[int, Capacity]) -> Iterator[Planned]:
    rows = previous.attendance if previous else ()
    for row in rows:
        usual = former.get(row.id or 0, Capacity.MEMBER) if row.capacity is Capacity.APOLOGIES else row.capacity
        goes_in, why = _again(row, usual)
        fresh = Attendance(
            name=row.name,
            role=row.role,
            organisation=row.organisation,
            capacity=usual,
        )
        yield Planned(
            kind=PlannedKind.PERSON, name=row.name, about=row.organisation, goes_in=goes_in, why=why, person=fresh
        )
    names = {folded(row.name) for row in rows}
    for name in dict.fromkeys(row.deputising_for for row in rows if row.deputising_for):
        if folded(name) not in names:
            member = Attendance(name=name)
            why = "a deputy came last time"
            yield Planned(kind=PlannedKind.PERSON, name=name, goes_in=True, why=why, person=member)


def _again(row: Attendance, usual: Capacity) -> tuple[bool, str]:
    if row.deputising_for:
        return False, f"deputised for {row.deputising_for}"
    if row.items:
        return False, f"was there for item{'s' if len(row.items) > 1 else ''} {', '.join(row.items)} only"
    if row.capacity is Capacity.APOLOGIES:
        return usual in _MEMBERS, "sent apologies last time"
    if usual in _MEMBERS:
        return True, f"{usual.value} last time"
    return False, f"was there as {usual.value}" if usual is Capacity.OBSERVER else "was in attendance"


def _action(action: ActionSummary) -> Planned:
    is_open = action.status.is_outstanding
    why = "open" if is_open else action.status.value
    about = action.text if action.ref else ""
    return Planned(kind=PlannedKind.ACTION, name=action.ref or action.text, about=about, goes_in=is_open, why=why)


def items_of(plan: MeetingPlan) -> tuple[Block, ...]:
    """Return the items that a meeting starts with."""
    return tuple(entry.item for entry in plan.going_in(PlannedKind.ITEM) if entry.item is not None)


def attendance_of(plan: MeetingPlan) -> tuple[Attendance, ...]:
    """Return the people that a meeting starts with."""
    return tuple(entry.person for entry in plan.going_in(PlannedKind.PERSON) if entry.person is not None)


def outstanding(actions: Iterable[ActionSummary]) -> tuple[ActionSummary, ...]:
    """Return the actions that are still waited for."""
    return tuple(action for action in actions if action.status.is_outstanding)
