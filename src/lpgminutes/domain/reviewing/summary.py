"""What a copy withholds: how much under which exemption, of what sort, and where."""

from collections import Counter
from dataclasses import dataclass

from lpgminutes.domain.reviewing.copy import RedactedCopy, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """What is withheld under one citation."""

    cited: str
    """As in ``FOIA s40(2)``; ``no label`` for marks that cite nothing."""
    marks: int
    subjects: tuple[tuple[Subject, int], ...]
    """How many marks stand for what, the most first."""
    places: tuple[tuple[str, int], ...]
    """How many marks stand in which item or field, in reading order."""


def withheld_in(copy: RedactedCopy) -> tuple[Withheld, ...]:
    """Return what a copy withholds under each citation, the most first."""
    subjects: dict[str, Counter[Subject]] = {}
    places: dict[str, Counter[str]] = {}
    in_head = True
    for passage in copy.passages:
        in_head = in_head and not passage.place.clause
        where = passage.place.clause or passage.place.field or ("head" if in_head else passage.place.words())
        for mark in passage.marks:
            subjects.setdefault(mark.cited, Counter())[mark.subject] += 1
            places.setdefault(mark.cited, Counter())[where] += 1
    rows = [
        Withheld(
            cited=cited,
            marks=counts.total(),
            subjects=tuple(counts.most_common()),
            places=tuple(places[cited].items()),
        )
        for cited, counts in subjects.items()
    ]
    return tuple(sorted(rows, key=lambda row: -row.marks))
