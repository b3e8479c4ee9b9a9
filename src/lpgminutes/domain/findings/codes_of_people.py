"""Codes that are made from the name of a withheld person: ``GRV/ME/2026/03`` and ``ELLWM7`` of Margaret Ellwood."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lpgminutes.domain.document import Place
from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity
from lpgminutes.domain.naming.named_people import People
from lpgminutes.domain.naming.names import Name, stands_for_a_thing
from lpgminutes.domain.searchable import Searchable

_CODE = re.compile(r"(?<![\w@.])(?=[A-Z\d/_-]{0,40}\d)[A-Z\d]+(?:[-/_][A-Z\d]+)*(?![^\W_]|\.\w|@)")
_LETTERS = re.compile(r"[A-Z]{2,}")
_BEGINNING = 3
"""Letters of a surname that a code begins with, an initial beside them."""
_STOCK = 3
"""Codes with the same letters, from which these are those of an office."""


@dataclass(frozen=True, slots=True)
class _Person:
    """What of somebody goes into codes."""

    initials: frozenset[str]
    initial: str
    surname: str

    @classmethod
    def of(cls, name: Name) -> "_Person":
        surname = "".join(filter(str.isalpha, name.surname.upper()))
        return cls(frozenset(name.own_initials), name.forename[:1].upper(), surname)


def coded_names(texts: Sequence[Searchable], people: People) -> Iterator[Finding]:
    """Yield the codes in which the initials, or the beginning of the surname, of a withheld person stand."""
    codes: dict[str, dict[Place, None]] = defaultdict(dict)
    for text in texts if people.withheld else ():
        for code in _codes_in(text.folded.text):
            codes[code].setdefault(text.place)
    often = Counter(letters for code in codes for letters in set(_LETTERS.findall(code)))
    persons = [_Person.of(name) for name in people.withheld]
    for code, places in codes.items():
        if any(_is_made_from(code, match, persons, often) for match in _LETTERS.finditer(code)):
            yield Finding(
                kind=FindingKind.PERSON_PERHAPS_OPEN,
                severity=Severity.CHECK,
                text=code,
                places=tuple(places),
                explanation="This code may be made from the name of a person who is withheld.",
            )


@lru_cache(maxsize=4096)
def _codes_in(text: str) -> tuple[str, ...]:
    return tuple(match.group() for match in _CODE.finditer(text))


def _is_made_from(code: str, match: re.Match[str], persons: Sequence[_Person], often: Mapping[str, int]) -> bool:
    letters = match.group()
    is_telling = often[letters] < _STOCK and _is_seen_here_alone(code, *match.span())
    if is_telling and any(letters in person.initials for person in persons):
        return True
    return len(letters) > _BEGINNING and any(_has_beginning(letters, person) for person in persons)


def _is_seen_here_alone(code: str, start: int, end: int) -> bool:
    """Whether initials in a code are none that are looked for anyway, nor an ``HR`` with which codes begin."""
    is_apart = not code[start - 1 : start].isalnum() and not code[end : end + 1].isalnum()
    return start > 0 if stands_for_a_thing(code[start:end]) else not is_apart


def _has_beginning(letters: str, person: _Person) -> bool:
    """Whether letters are the first of a surname with an initial on one side: ``ELLWM``, ``MELLW``."""
    is_behind = letters[-1] == person.initial and person.surname.startswith(letters[:-1])
    return is_behind or (letters[0] == person.initial and person.surname.startswith(letters[1:]))
