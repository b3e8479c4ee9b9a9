"""Whom a rule means by a name, among those whom the paper names, and what else the paper calls them."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from lpgminutes.domain.naming.beside_names import besides_in, declared_initials
from lpgminutes.domain.naming.forms import full_forms
from lpgminutes.domain.naming.names import Name, is_initial, parse_name
from lpgminutes.domain.naming.traces import may_name
from lpgminutes.domain.searchable import Searchable


def _is_same(name: Name, other: Name) -> bool:
    """Whether a cell names a withheld person, perhaps with an initial or the surname only."""
    if not other.forename:
        return other.surname.lower() in name.words
    return bool(name.full) and full_forms(name).is_all_of(other.full)


def is_any_of(withheld: Iterable[Name], other: Name, present: Sequence[Name]) -> bool:
    """Whether a cell names somebody who is withheld, perhaps with a post before the name."""
    return any(_is_same(name, other) or _ends_with(name, other, present) for name in withheld)


def _ends_with(name: Name, other: Name, present: Sequence[Name]) -> bool:
    """Whether words before a full name are what somebody is: ``Trainee Warden Ann Lee``, where no cell has the name.

    Where one has, ``Jo Ann Lee`` in another is another person.
    """
    own, words = name.full.lower().split(), other.full.lower().split()
    is_longer = bool(name.forename) and len(words) > len(own) and words[-len(own) :] == own
    return is_longer and not any(_is_same(name, one) for one in present)


def meant_by(name: Name, present: Iterable[Name]) -> Name:
    """Return the person that a rule means by one name, an initial or another name, where one alone fits."""
    if name.forename and not is_initial(name.forename):
        called = {other for other in present if other.besides and set(name.words) <= set(other.words)}
        return called.pop() if len(called) == 1 else name
    fitting = {other for other in present if _fits(name, other)}
    return fitting.pop() if len(fitting) == 1 else name


def with_besides(name: Name, present: Iterable[Name]) -> Name:
    """Return a name with what else the attendance calls the one person who has it."""
    same = {other for other in present if other.forename and _is_same(name, other)}
    besides = (word for other in same for word in other.besides) if len(same) == 1 else ()
    return replace(name, besides=tuple(dict.fromkeys([*name.besides, *besides])))


def as_called(name: Name, texts: Iterable[Searchable], present: Iterable[Name]) -> Name:
    """Return a name with what the paper calls somebody beside it, anywhere in it; not by the surname of another."""
    called = [word for text in texts if may_name(name, text.lower) for word in besides_in(name, text.folded.text)]
    if not called:
        return name
    taken = {other.surname.lower() for other in present}
    new = (word for word in called if word.lower() not in taken.union(name.words))
    return replace(name, besides=tuple(dict.fromkeys([*name.besides, *new])))


def apart(named: Mapping[str, Name]) -> dict[str, Name]:
    """Return whom rules mean, without those of their other names that a rule gives to somebody else."""
    given = {person: parse_name(person) for person in named}
    holders = Counter(word for name in given.values() for word in dict.fromkeys(name.words))
    return {
        person: replace(name, besides=tuple(word for word in name.besides if _is_own(word, given[person], holders)))
        if name.besides
        else name
        for person, name in named.items()
    }


def _is_own(word: str, given: Name, holders: Mapping[str, int]) -> bool:
    return word in given.besides or not holders[word.lower()] - (word.lower() in given.words)


def _fits(name: Name, other: Name) -> bool:
    if not name.forename:
        return name.surname.lower() in (part.lower() for part in (other.surname, other.forename))
    initial = name.forename[0].lower()
    return name.surname.lower() == other.surname.lower() and other.forename[:1].lower() == initial


def with_initials(name: Name, texts: Iterable[Searchable], organisations: frozenset[str]) -> Name:
    """Return a name with the initials that the paper declares for it, anywhere in it."""
    if name.initials or not name.forename:
        return name
    rows = set()
    for text in texts:
        initials = ""
        if may_name(name, text.lower):
            if text.place.field == "attendance.name" and any(full_forms(name).in_text(text.folded.text)):
                rows.add(text.place.row)
            initials = declared_initials(name, text.folded.text)
        elif text.place.field == "attendance.capacity" and text.place.row in rows:
            written = set(re.findall(r"[A-Z]+", text.folded.text))
            initials = next((own for own in name.possible_initials if own in written), "")
        if initials and initials.upper() not in organisations:
            return replace(name, initials=initials)
    return name
