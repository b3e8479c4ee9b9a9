"""What a mark stands for: a person, a date, a figure, told from its field and from the words around it."""

import re

from lpgminutes.domain.exemptions import Exemption
from lpgminutes.domain.reviewing.copy import Subject

_PEOPLE = re.compile(
    r"chair|attend|present|apolog|observer|notes?\b|note.?taker|secretar|contact|author", re.IGNORECASE
)
_FIELDS = (
    (re.compile(r"\bdate\b|\btime\b|next meeting", re.IGNORECASE), Subject.DATE),
    (re.compile(r"location|venue|\bplace\b", re.IGNORECASE), Subject.PLACE),
    (_PEOPLE, Subject.PERSON),
)
_CLOSING = re.compile(r"^\s*[).]")
_ACTION = re.compile(r"\baction\b", re.IGNORECASE)
_BEFORE_FIGURE = re.compile(
    r"(?:\b(?:credits?|sums?|costs?|price|value|budget|total|forecast|headcount|amount|fee|rate|figure|number)s?\b"
    r"[^.;:]{0,60}?\b(?:of|to|was|were|are|is|being|at)|\brecruited|\btotal of|\bincreas\w+ to|\breduc\w+ (?:to|by))"
    r"\s*\u00a3?$|[\u00a3$\u20ac]\s*$",
    re.IGNORECASE,
)
_AFTER_FIGURE = re.compile(r"^\s*(?:%|per ?cent|FTE|staff\b|people\b|cases\b|million\b|Front\b|Back\b|posts\b)")
_BEFORE_DATE = re.compile(
    r"\b(?:meetings? of|due|until|dated?|since"
    r"|(?:held|taking place|takes place|meets?|met|meetings?|visit(?:ed)?|dated|due)\s+(?:again\s+)?on"
    r"|(?:completed|due|ready|finished|sent|done|returned)\s+(?:by|on|before))\s*$"
)
_NEVER_ON_DATES = frozenset({("FOIA", "40"), ("FOIA", "41"), ("FOIA", "42"), ("FOIA", "43"), ("FOISA", "33")})
"""What is said of people, firms and their money, and of no day."""
_PERSONAL = "40"
"""The number of the section on personal information in the Act of 2000."""
_PERSONAL_ELSEWHERE = frozenset({("EIR", "13"), ("FOISA", "38"), ("EISR", "11")})


def names_people(field: str) -> bool:
    """Whether a field of this name holds people, one in a row."""
    return bool(_PEOPLE.search(field))


def subject_of(before: str, after: str, *, field: str, is_first: bool, exemptions: tuple[Exemption, ...]) -> Subject:
    """Tell what a mark stands for.

    ``before`` and ``after`` are the words of its passage around it; ``is_first`` says whether it leads its passage.
    """
    if after.startswith("@"):
        return Subject.ADDRESS
    if (of_field := next((subject for pattern, subject in _FIELDS if pattern.search(field)), None)) is not None:
        return Subject.POST if of_field is Subject.PERSON and not is_first else of_field
    if before.rstrip().endswith("(") and _CLOSING.match(after) and _ACTION.search(before):
        return Subject.REFERENCE
    if _is_personal(exemptions):
        return Subject.PERSON
    if _BEFORE_FIGURE.search(before[-120:]) or _AFTER_FIGURE.match(after):
        return Subject.FIGURE
    is_date = _BEFORE_DATE.search(before[-40:]) and not any(
        (e.regime.value, e.section) in _NEVER_ON_DATES for e in exemptions
    )
    return Subject.DATE if is_date else Subject.OTHER


def _is_personal(exemptions: tuple[Exemption, ...]) -> bool:
    return any(
        (e.regime.value == "FOIA" and e.section == _PERSONAL) or (e.regime.value, e.section) in _PERSONAL_ELSEWHERE
        for e in exemptions
    )
