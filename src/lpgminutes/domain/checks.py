"""What should be looked at before minutes go out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from lpgminutes.domain.capture.known_people import KnownPeople, Standing
from lpgminutes.domain.capture.owners import owner_named
from lpgminutes.domain.folding import folded
from lpgminutes.domain.meetings import Block, BlockKind, ItemState, Meeting
from lpgminutes.domain.naming.named_things import is_named_thing
from lpgminutes.domain.naming.sentence_signs import MINUTE_VERBS
from lpgminutes.domain.numbering import numbers_by_block
from lpgminutes.domain.people import Capacity, Person
from lpgminutes.domain.pre_marks import unclosed
from lpgminutes.domain.quorum import quorum_of
from lpgminutes.errors import InputError

_NAME = "[^\\W\\d_a-z][\\w'\u2019-]*"
_SPEAKER = re.compile(rf"(?<![\w'\u2019-])(?P<name>{_NAME}(?:\s+{_NAME}){{0,3}})\s+(?:{MINUTE_VERBS})\b")
_SPOKEN_OF = re.compile(r"\b(?:of|from|at|in|near|on)\s+(?:the\s+)?\Z")
"""Before a name with which somebody else speaks: ``residents of Mill Lane said``."""
_LONGEST_BEFORE = 12
_ACRONYM = re.compile(r"(?<![\w&])[A-Z][A-Z&]{1,6}[A-Z](?![\w&])")
_EVERYBODY_KNOWS = frozenset({"AOB", "UK", "EU", "UTC", "GMT", "BST", "OFFICIAL", "SENSITIVE"})


class CheckKind(Enum):
    """What sort of thing a check is about."""

    ACTION_WITHOUT_OWNER = "action without an owner"
    ACTION_WITHOUT_DATE = "action without a date"
    DATE_NOT_READ = "date not read"
    OWNER_NOT_KNOWN = "owner not known"
    TO_CHECK = "point to check"
    MARK_NOT_CLOSED = "mark not closed"
    SPEAKER_NOT_ATTENDING = "speaker not in the attendance"
    EMPTY_ITEM = "empty item"
    NOT_REACHED = "item not reached"
    MARKING = "marking"
    HEAD = "head of the minutes"
    ATTENDANCE = "attendance"
    QUORUM = "quorum"
    NOT_APPROVED = "last minutes not approved"
    APPROVAL_UNSAID = "approval without a line"
    ACRONYM = "acronym not spelt out"

    @property
    def is_note(self) -> bool:
        """Whether it is only worth knowing, and nothing has to be done about it."""
        return self in _NOTES


_NOTES = frozenset({CheckKind.NOT_REACHED, CheckKind.ACRONYM, CheckKind.ACTION_WITHOUT_DATE, CheckKind.NOT_APPROVED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing to look at."""

    kind: CheckKind
    sentence: str
    number: str = ""
    """The number of the item or minute that it is about."""
    block: int | None = None
    """The id of the paragraph to jump to."""
    action: str = ""
    """The reference of the action that it is about."""


def checks_of(meeting: Meeting, register: Iterable[Person], *, acronyms: bool = False) -> tuple[Check, ...]:
    """Return everything to look at, kind by kind; ``acronyms`` asks for those that are spelt out nowhere, too."""
    numbers = {block: number for block, (_, number) in numbers_by_block(meeting.items).items()}
    people = KnownPeople(meeting.attendance, register)
    found = [
        *_head(meeting),
        *_actions(meeting, people),
        *_paragraphs(meeting, numbers),
        *_speakers(meeting, people, numbers),
        *_items(meeting, numbers),
        *_quorum(meeting),
        *(_acronyms(meeting, numbers) if acronyms else ()),
    ]
    return tuple(found)


def _head(meeting: Meeting) -> Iterator[Check]:
    missing = {
        "date": meeting.date is None,
        "place": not meeting.location,
        "attendance": not meeting.attendance,
        "chair": bool(meeting.attendance) and all(row.capacity is not Capacity.CHAIR for row in meeting.attendance),
    }
    for what, is_missing in missing.items():
        if is_missing:
            kind = CheckKind.ATTENDANCE if what in {"attendance", "chair"} else CheckKind.HEAD
            yield Check(kind=kind, sentence=f"The {what} is not recorded.")
    for warning in meeting.marking.warnings:
        yield Check(kind=CheckKind.MARKING, sentence=warning)
    if meeting.approves:
        yield Check(
            kind=CheckKind.NOT_APPROVED,
            sentence=f"The minutes of {meeting.approves} were to be approved; no line agrees them.",
        )


def _actions(meeting: Meeting, people: KnownPeople) -> Iterator[Check]:
    for action in meeting.actions:
        ref, number = action.ref or "without a reference", action.raised_in or ""

        def check(kind: CheckKind, sentence: str, ref: str = ref, number: str = number) -> Check:
            return Check(kind=kind, sentence=f"The action {ref} {sentence}.", number=number, action=ref)

        if not any(action.owners):
            yield check(CheckKind.ACTION_WITHOUT_OWNER, "has no owner")
        if action.due is None and action.due_as_written:
            yield check(CheckKind.DATE_NOT_READ, f"is due {action.due_as_written!r}, which names no day")
        elif action.due is None:
            yield check(CheckKind.ACTION_WITHOUT_DATE, "has no date")
        for owner in filter(None, action.owners):
            standing = owner_named(owner, people).standing
            if standing is Standing.AMBIGUOUS:
                yield check(CheckKind.OWNER_NOT_KNOWN, f"is for {owner}, who may be more than one person")
            elif standing is Standing.UNKNOWN and not is_named_thing(owner):
                yield check(CheckKind.OWNER_NOT_KNOWN, f"is for {owner}, who is neither in the attendance nor known")


def _paragraphs(meeting: Meeting, numbers: dict[int, str]) -> Iterator[Check]:
    for block in meeting.blocks():
        if block.to_check:
            yield _at(CheckKind.TO_CHECK, block, numbers, "is marked to be checked")
        if mark := unclosed(block.text) or unclosed(block.label):
            yield _at(CheckKind.MARK_NOT_CLOSED, block, numbers, f"opens the mark [{mark}: and does not close it")


def _at(kind: CheckKind, block: Block, numbers: dict[int, str], what: str) -> Check:
    number = numbers.get(block.id or 0, "")
    place = {BlockKind.ITEM: "Item", BlockKind.MINUTE: "Minute", BlockKind.POINT: "A point of minute"}[block.kind]
    return Check(kind=kind, sentence=f"{place} {number} {what}.", number=number, block=block.id)


def _speakers(meeting: Meeting, people: KnownPeople, numbers: dict[int, str]) -> Iterator[Check]:
    """Name whoever says something in the minutes and was not there."""
    told: set[str] = set()
    apologies = {row.name for row in meeting.attendance if row.capacity is Capacity.APOLOGIES}
    for block in meeting.blocks():
        for match in _SPEAKER.finditer(block.text):
            name = match["name"]
            if _SPOKEN_OF.search(block.text, max(0, match.start() - _LONGEST_BEFORE), match.start()):
                continue
            why = _absence(name, people, apologies)
            if why and folded(name) not in told:
                told.add(folded(name))
                yield _at(CheckKind.SPEAKER_NOT_ATTENDING, block, numbers, f"lets {name} speak, who {why}")


def _absence(name: str, people: KnownPeople, apologies: set[str]) -> str:
    """Say why a name that speaks is no person who was there; empty when it is one, or no person at all."""
    found = people.find(name)
    if any(one.name in apologies for one in found):
        return "sent apologies" if len(found) == 1 else ""
    is_known = any(one.standing is not Standing.REGISTER for one in found)
    return "is not in the attendance" if not is_known and (found or _is_stranger(name, people)) else ""


def _is_stranger(name: str, people: KnownPeople) -> bool:
    """Whether a name that nobody known has is a person's all the same."""
    is_unknown = people.standing_of(name) is Standing.UNKNOWN
    return " " in name and is_unknown and not name.isupper() and not is_named_thing(name)


def _items(meeting: Meeting, numbers: dict[int, str]) -> Iterator[Check]:
    for item in meeting.items:
        if item.state is not None and item.state.goes_over:
            yield _at(CheckKind.NOT_REACHED, item, numbers, f"was {item.state.value}: it goes over to the next meeting")
        elif not item.children and item.state is not ItemState.NOT_REACHED:
            yield _at(CheckKind.EMPTY_ITEM, item, numbers, "has no minutes")


def _quorum(meeting: Meeting) -> Iterator[Check]:
    try:
        quorum = quorum_of(meeting.series.quorum, meeting.attendance)
    except InputError:
        yield Check(kind=CheckKind.QUORUM, sentence="The quorum of the body is not read as a rule; set it anew.")
        return
    if quorum is not None and not quorum.is_quorate:
        yield Check(kind=CheckKind.QUORUM, sentence=f"The meeting ended {quorum.words()}.")


def _acronyms(meeting: Meeting, numbers: dict[int, str]) -> Iterator[Check]:
    everything = "\n".join(f"{block.label} {block.text}" for block in meeting.blocks())
    known = {folded(row.organisation).upper() for row in meeting.attendance} | _EVERYBODY_KNOWS
    for block in meeting.blocks():
        for acronym in dict.fromkeys(_ACRONYM.findall(f"{block.label} {block.text}")):
            if acronym not in known and f"({acronym})" not in everything:
                known.add(acronym)
                yield _at(CheckKind.ACRONYM, block, numbers, f"says {acronym}, which is spelt out nowhere")
