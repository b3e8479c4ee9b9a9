"""Whole names that are those of withheld people but for a slip of the pen: ``Margaret Elwood`` who owns an action."""

from collections.abc import Collection, Iterable, Sequence

from lpgminutes.domain.findings.seen_words import SURE, SeenWords
from lpgminutes.domain.naming.forms import full_forms
from lpgminutes.domain.naming.names import Name
from lpgminutes.domain.naming.near_words import index_of, misspelt
from lpgminutes.domain.naming.short_names import other_forms
from lpgminutes.domain.searchable import Searchable


def slips_of(names: Iterable[Name], others: Collection[Name]) -> dict[Name, bool]:
    """Return those others who may be a withheld person misspelt, and whether that can hardly be anybody else."""
    slips: dict[Name, bool] = {}
    for name in names:
        for other in others:
            if (is_sure := _is_sure_slip(name, other)) is not None:
                slips[other] = slips.get(other, False) or is_sure
    return slips


def seen_slips(texts: Sequence[Searchable], slips: Iterable[Name]) -> dict[Name, SeenWords]:
    """Return where each of them stands in full."""
    seen = {slip: SeenWords() for slip in slips}
    for slip, words in seen.items():
        for text in texts:
            for start, end in full_forms(slip).in_text(text.folded.text):
                words.note(slip.full.lower(), text, start, end)
    return seen


def _is_sure_slip(name: Name, other: Name) -> bool | None:
    """Return whether it is sure, or nothing where one name is no misspelling of the other; ``Bob`` is never sure."""
    if not name.forename or not other.forename:
        return None
    same_last = other.surname.lower() == name.surname.lower()
    first, last = other.forename.lower(), other.surname.lower()
    same_first = first == name.forename.lower() or first in other_forms(name.forename)
    if same_last and same_first:
        return False if first != name.forename.lower() else None
    if not (same_last or same_first):
        return None
    written, known = (last, name.surname) if same_first else (first, name.forename)
    return len(known) >= SURE if misspelt(written, index_of([known])) else None
