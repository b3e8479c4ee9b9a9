"""What is held about a person, as a subject access request asks: complete rather than ranked."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from enum import Enum
from typing import Final

from lpgminutes.domain.folding import fold, folded
from lpgminutes.domain.history import Change
from lpgminutes.domain.naming.mailboxes import names_alone
from lpgminutes.domain.naming.names import Name, lone_parts, looks_like_a_name, parse_name
from lpgminutes.domain.naming.persons import PersonForms, forms_of_person

_RECORDS: Final = {
    "meeting": "meeting",
    "attendance": "attendance",
    "block": "minutes",
    "action": "action",
    "action_event": "history of an action",
    "decision": "decision",
    "declaration": "declared interest",
    "approval": "approval of minutes",
    "person": "register of people",
    "series": "body",
    "version": "frozen version of minutes",
    "release_case": "case of a release",
    "release": "release",
    "history": "earlier text",
}
"""The records in the words of people; one that is not named here goes by the name of its table."""
NAME_FIELDS: Final = frozenset(
    {"name", "deputising_for", "owners", "contact_name", "who", "initials", "agreed_by", "proposed_by"}
)
"""Fields that hold names and nothing else."""


class Certainty(Enum):
    """Whether a text names the person, or may mean somebody else."""

    NAMED = "named"
    PERHAPS = "perhaps"
    """A forename, surname or initials alone, which others share or which may be an ordinary word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldText:
    """A text that is kept, and where."""

    record: str
    """The table."""
    record_id: int
    field: str
    text: str = dataclass_field(repr=False)
    meeting_ref: str = ""
    ref: str = ""
    """The reference of the action, decision or case."""
    block_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """A text that is held about the person."""

    held: HeldText
    certainty: Certainty
    matches: tuple[tuple[int, int], ...]
    """Where the person is named; empty where it only may be."""
    number: str = ""
    """The number of the item or minute."""

    @property
    def record_words(self) -> str:
        """What sort of record it is, in words."""
        return _RECORDS.get(self.held.record, self.held.record)


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """Everything that is held about a person."""

    person: str
    as_at: dt.date
    marking: str
    holdings: tuple[Holding, ...]
    changes: tuple[Change, ...]
    """The changes that the person made."""


@dataclass(frozen=True, slots=True)
class Person:
    """The person as looked for in any text."""

    name: Name
    forms: PersonForms

    def in_text(self, held: HeldText) -> tuple[Certainty, tuple[tuple[int, int], ...]] | None:
        """Return whether and where a text names the person."""
        plain = fold(held.text)
        is_cell = held.field in NAME_FIELDS
        stretches = sorted(set(self.forms.in_text(plain.text, plain.text.lower(), is_cell=is_cell)))
        if stretches:
            return Certainty.NAMED, tuple(plain.original(*stretch) for stretch in _joined(stretches))
        parts = (*lone_parts(self.name), *self.name.possible_initials)
        if any(part in plain.text and self.forms.is_open_in(plain.text, part) for part in parts):
            return Certainty.PERHAPS, ()
        return None

    def is_who(self, who: str) -> bool:
        """Whether a name of a login, or a name as given with ``--as``, is the person's."""
        plain = fold(who).text
        local = plain.partition("@")[0].lower()
        return any(self.forms.in_text(plain, plain.lower(), is_cell=True)) or names_alone(local, self.name)


def person_named(written: str, register: Iterable[str], initials: Iterable[str] = ()) -> Person:
    """Return the person with a name, among the others of the register."""
    name = parse_name(written)
    others = (parse_name(other) for other in register if folded(other) != folded(written) and looks_like_a_name(other))
    likely = dict.fromkeys((*initials, *name.possible_initials))
    return Person(name, forms_of_person(name, [other for other in others if other.full != name.full], likely))


def _joined(stretches: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield stretches with those that overlap made one."""
    start, end = -1, -1
    for first, last in stretches:
        if first > end:
            if end >= 0:
                yield start, end
            start, end = first, last
        end = max(end, last)
    if end >= 0:
        yield start, end
