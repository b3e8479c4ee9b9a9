"""Another name of somebody who is withheld, that stands open: the record was changed from the one to the other."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from lpgminutes.domain.document import Place
from lpgminutes.domain.findings.finding import Severity
from lpgminutes.domain.findings.standing_open import Hit, Withheld
from lpgminutes.domain.locating import Located
from lpgminutes.domain.naming.named_people import People
from lpgminutes.domain.naming.named_things import is_named_thing
from lpgminutes.domain.naming.names import (
    Name,
    is_ordinary_word,
    looks_like_a_name,
    names_in_cell,
    parse_name,
    stands_for_a_thing,
)
from lpgminutes.domain.naming.persons import forms_of_person
from lpgminutes.domain.naming.renamings import Renamings
from lpgminutes.domain.searchable import NAME_COLUMNS, Searchable
from lpgminutes.domain.searched_texts import SearchedTexts
from lpgminutes.domain.withholding import PersonRule

CHANGED = "the record was changed from the one name to the other"


def names_changed(
    withheld: Mapping[Name, Place],
    searched: SearchedTexts,
    people: People,
    renamings: Renamings,
    attending: Collection[Name],
) -> Iterator[Hit]:
    """Yield where other names of withheld people stand open; two who both attend are two people.

    A name that has no word of the other may be that of somebody else, whose row was given away.
    """
    full = {name.full.lower() for name in withheld}
    rows = {name.full.lower() for name in attending}
    for name, source in withheld.items():
        for other in renamings.others_of(name):
            both = {name.full.lower(), other.full.lower()}
            if both <= rows or other.full.lower() in full:
                continue
            is_sure = not {*filter(None, name.words)}.isdisjoint(other.words)
            if not is_sure and not _is_like(other, name):
                continue
            why = f"another name of somebody who is withheld in {source.words()}: {CHANGED}"
            why += '. A rule for the person may say both: "Ann Lee (formerly Day)"'
            is_or_may_be = "is" if is_sure else "may be"
            severity = Severity.GIVES_AWAY if is_sure else Severity.CHECK
            known = [one for one in people.open if one.full.lower() not in both]
            initials = _own_initials(other, known, people)
            for text, stretch in searched.naming(forms_of_person(other, known, initials)):
                yield Hit.of(text, stretch, severity, f"it {is_or_may_be} {why}", source)
            for text, stretch in _written_alone(initials, searched):
                yield Hit.of(text, stretch, Severity.CHECK, f"these may be the initials of {why}", source)


def _is_like(other: Name, name: Name) -> bool:
    """Whether a name without a word of the other is one at all, and no post or team that stood in the row first."""
    if not other.forename:
        return not name.forename and not is_ordinary_word(other.full)
    return looks_like_a_name(other.full) and not is_named_thing(other.full) and other.forename.lower() != "the"


def _own_initials(name: Name, known: Iterable[Name], people: People) -> tuple[str, ...]:
    """Return the initials of a name that are nobody else's, and stand for no body or thing."""
    taken = people.organisations.union(*(other.own_initials for other in known))
    return tuple(one for one in name.own_initials if one not in taken and not stands_for_a_thing(one))


def _written_alone(initials: Iterable[str], searched: SearchedTexts) -> Iterator[tuple[Searchable, tuple[int, int]]]:
    for one in initials:
        written = re.compile(rf"(?<![^\W_]){re.escape(one)}(?![^\W_])")
        for text in searched.texts:
            if not text.is_name_cell:
                yield from ((text, match.span()) for match in written.finditer(text.folded.text))


def withheld_people(located: Located, ready: Withheld) -> dict[Name, Place]:
    """Return who is withheld, by a rule for the person or for a column of names, each with a place."""
    by_rule = {
        located.people.named[rule.person]: spans[0].place
        for rule, spans in located.rules
        if isinstance(rule, PersonRule) and spans
    }
    by_field = {parse_name(bare): source for bare, source in ready.names if source.field in NAME_COLUMNS}
    return by_field | by_rule


def attending(texts: Iterable[Searchable]) -> frozenset[Name]:
    """Return who has a row of the attendance."""
    cells = (text.words for text in texts if text.place.field == "attendance.name")
    return frozenset(parse_name(name) for cell in cells for name in names_in_cell(cell))
