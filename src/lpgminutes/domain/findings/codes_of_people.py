"""Codes that are made from the name of a withheld person: ``GRV/ME/2026/03`` and ``ELLWM7`` of Margaret Ellwood."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from lpgminutes.domain.document import Place
from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity
from lpgminutes.domain.locating import People
from lpgminutes.domain.names import Name, stands_for_a_thing
from lpgminutes.domain.searchable import Searchable

_CODE = re.compile(r"(?<![\w@.])(?=[A-Z\d/_-]*\d)(?=[A-Z\d/_-]*[A-Z]{2})[A-Z\d]+(?:[-/_][A-Z\d]+)*(?![^\W_]|\.\w|@)")
_LETTERS = re.compile(r"[A-Z]{2,}")
_BEGINNING = 3
"""Letters of a surname that a code begins with, an initial beside them."""
_STOCK = 3
"""Codes with the same letters, from which these are those of an office."""


def coded_names(texts: Sequence[Searchable], people: People) -> Iterator[Finding]:
    """Yield the codes in which the initials, or the beginning of the surname, of a withheld person stand."""
    codes: dict[str, dict[Place, None]] = defaultdict(dict)
    for text in texts if people.withheld else ():
        for code in _codes_in(text.folded.text):
            codes[code].setdefault(text.place)
    for code, places in codes.items():
        if any(_is_made_from(code, name, list(codes)) for name in people.withheld):
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


def _is_made_from(code: str, name: Name, codes: Sequence[str]) -> bool:
    initials, surname = set(name.own_initials), "".join(filter(str.isalpha, name.surname.upper()))
    for match in _LETTERS.finditer(code):
        letters = match.group()
        is_stock = sum(letters in _LETTERS.findall(other) for other in codes) >= _STOCK
        if letters in initials and not is_stock and _is_seen_here_alone(code, *match.span()):
            return True
        if _has_beginning(letters, name.forename[:1].upper(), surname):
            return True
    return False


def _is_seen_here_alone(code: str, start: int, end: int) -> bool:
    """Whether initials in a code are none that are looked for anyway, nor an ``HR`` with which codes begin."""
    is_apart = not code[start - 1 : start].isalnum() and not code[end : end + 1].isalnum()
    return start > 0 if stands_for_a_thing(code[start:end]) else not is_apart


def _has_beginning(letters: str, initial: str, surname: str) -> bool:
    """Whether letters are the first of a surname with an initial on one side: ``ELLWM``, ``MELLW``."""
    if not initial or len(letters) <= _BEGINNING:
        return False
    behind, before = letters[-1] == initial and letters[:-1], letters[0] == initial and letters[1:]
    return any(part and surname.startswith(part) for part in (behind, before))
