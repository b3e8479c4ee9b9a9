"""What a line was read as."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from lpgminutes.domain.capture.known_people import Known, Standing
from lpgminutes.domain.due_dates import DueReading
from lpgminutes.domain.meetings import BlockKind, PointStyle
from lpgminutes.domain.pre_marks import PreMark, unclosed


class LineKind(Enum):
    """What a line is."""

    ITEM = "item"
    JUMP = "jump"
    MINUTE = "minute"
    POINT = "point"
    SUB_POINT = "sub-point"
    ACTION = "action"
    DECISION = "decision"
    CHECK = "point to check"


READINGS = (LineKind.MINUTE, LineKind.ACTION, LineKind.DECISION, LineKind.POINT)
"""The readings between which a person may choose, in the order in which a key goes round them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CapturedOwner:
    """Somebody who is to do an action, and how the name was resolved."""

    name: str
    """As it is recorded."""
    typed: str
    standing: Standing
    choices: tuple[Known, ...] = ()
    """Of an ambiguous name: whom it may mean."""

    @property
    def question(self) -> str:
        """What a person must answer; empty when there is nothing to ask."""
        if self.standing is not Standing.AMBIGUOUS:
            return ""
        return f"which {self.typed}: {' or '.join(one.name for one in self.choices)}?"


@dataclass(frozen=True, slots=True, kw_only=True)
class CapturedAction:
    """An action that a line tells of."""

    owners: tuple[CapturedOwner, ...] = ()
    text: str
    """What is to be done, as minuted, without owner and due phrase."""
    due: DueReading | None = None
    ref: str | None = None
    """A reference that was typed with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """Somebody whom a line adds to the register."""

    name: str
    organisation: str = ""
    is_here: bool = False
    """Whether the attendance gets a row as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CapturedLine:
    """A line as it was read."""

    typed: str
    kind: LineKind
    level: int = 0
    """0 for a minute (or an item), 1 for a point, 2 for a point under a point."""
    style: PointStyle = PointStyle.BULLET
    label: str = ""
    text: str
    """The words of the block; of an item its title, of a jump the number."""
    actions: tuple[CapturedAction, ...] = ()
    pre_marks: tuple[PreMark, ...] = ()
    new_people: tuple[NewPerson, ...] = ()
    arrivals: tuple[Known, ...] = ()
    """Those of the register whom it puts into the attendance."""
    to_check: bool = False
    approves: str = ""
    """The ref of the meeting whose minutes the line approves."""
    corrections: tuple[str, ...] = ()
    """What has to be put right in those minutes first."""
    place: str = ""
    """Where it will stand, in words: ``minute 3.4``."""
    next_action: str = ""
    """The reference that its first action will get."""
    refusal: str = ""
    """Why it cannot be recorded as it is; empty when it can."""

    @property
    def depth(self) -> int:
        """Of a point: 1 under its minute, 2 under another point."""
        return self.level

    @property
    def is_decision(self) -> bool:
        """Whether it goes into the register of decisions."""
        return self.kind is LineKind.DECISION

    @property
    def block_kind(self) -> BlockKind:
        """The kind of block that it becomes."""
        if self.kind in {LineKind.ITEM, LineKind.JUMP}:
            return BlockKind.ITEM
        return BlockKind.POINT if self.level else BlockKind.MINUTE

    @property
    def owners(self) -> tuple[CapturedOwner, ...]:
        """Who is to do its actions."""
        return tuple(owner for action in self.actions for owner in action.owners)

    @property
    def due(self) -> DueReading | None:
        """When its first action that names a date is due."""
        return next((action.due for action in self.actions if action.due), None)

    def words(self) -> str:
        """Return what the line will become, for a person to read before it is recorded."""
        if not self.typed.strip():
            return ""
        return " · ".join(self._parts()) + "".join(f" · {question}" for question in self.questions())

    def questions(self) -> tuple[str, ...]:
        """Return what a person should answer: an owner who may be two people, a date that may be two days."""
        asked = [owner.question for owner in self.owners]
        dues = [action.due for action in self.actions if action.due]
        asked += [due.reading if due.names_no_day else due.question for due in dues]
        if mark := unclosed(self.text) or unclosed(self.label):
            asked.append(f"The mark [{mark}: is not closed: without a ] nothing is marked.")
        return tuple(question for question in asked if question)

    def _parts(self) -> Iterator[str]:
        if self.refusal:
            yield self.refusal
            return
        if self.kind is not LineKind.ACTION:
            yield self.place
        if self.label:
            yield f"label {self.label}"
        for position, action in enumerate(self.actions):
            yield from _action_parts(action, self.next_action if position == 0 else "")
        if self.approves:
            yield f"approves {self.approves}"
        yield from (f"adds {person.name}" for person in self.new_people)
        yield from (f"{known.name} is here" for known in self.arrivals)
        if self.pre_marks:
            yield f"pre-marked {', '.join(dict.fromkeys(mark.exemption for mark in self.pre_marks))}"


def _action_parts(action: CapturedAction, next_action: str) -> Iterator[str]:
    yield " ".join(filter(None, ("action", action.ref or next_action)))
    yield ", ".join(_owner_words(owner) for owner in action.owners) or "no owner"
    if action.due is not None and action.due.names_no_day:
        yield f"due {action.due.phrase}"
    else:
        yield action.due.reading if action.due else "no date"


def _owner_words(owner: CapturedOwner) -> str:
    return f"{owner.name} (not known)" if owner.standing is Standing.UNKNOWN else owner.name
