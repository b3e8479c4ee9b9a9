"""Pseudonyms: who said what stays readable, the same letter for the same person in one document and in no other.

The letters follow from the open text of the document: another document has other letters, the same one has the same
again, and nothing withheld has a say in them.
"""

import hashlib
from collections.abc import Iterator
from string import ascii_uppercase

from lpgminutes.domain.document import MinutesDocument
from lpgminutes.domain.redaction import with_changed_marks
from lpgminutes.domain.searchable import NAME_COLUMNS

OFFICIAL, PERSON = "Official", "Person"


def with_pseudonyms(redacted: MinutesDocument) -> MinutesDocument:
    """Return a redacted document whose marks of people have a name each.

    Who stands in a column of names is there, or acts for the body; who is only spoken of may be a patient or a
    resident.
    """
    people = list(dict.fromkeys(mark.person for _, mark in redacted.marks() if mark.person))
    officials = {mark.person for place, mark in redacted.marks() if place.field in NAME_COLUMNS}
    open_text = "\n".join(text.plain() for text in redacted.texts())
    letters = zip(_shuffled(people, open_text), _letters(), strict=False)
    names = {person: f"{OFFICIAL if person in officials else PERSON} {letter}" for person, letter in letters}
    return with_changed_marks(redacted, lambda mark: mark.called(names.get(mark.person, "")))


def _shuffled(people: list[int], seed: str) -> list[int]:
    """Return the people in an order that the seed decides: not that in which they appear, which anybody can see."""
    places = {person: place for place, person in enumerate(people)}
    return sorted(people, key=lambda person: hashlib.sha256(f"{places[person]}\n{seed}".encode()).digest())


def _letters() -> Iterator[str]:
    """Yield ``A`` to ``Z``, then ``AA`` and so on."""
    yield from ascii_uppercase
    yield from (f"{first}{second}" for first in ascii_uppercase for second in ascii_uppercase)
