"""Finding one person in a text: every form of the name, but not inside the name of somebody else."""

import sys
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain

from lpgminutes.domain.broken_words import over_breaks
from lpgminutes.domain.naming.forms import (
    WrittenForms,
    called_forms,
    full_forms,
    initials_forms,
    perhaps_forms,
    plural_forms,
    single_forms,
    title_before,
)
from lpgminutes.domain.naming.mailboxes import local_parts, names_alone, names_called, names_in_part
from lpgminutes.domain.naming.names import Name, lone_parts, plural_parts, words_of
from lpgminutes.domain.naming.traces import Traces, has_initial_for_surname, traces_of, without_gaps

_NEIGHBOURS = 8
"""How many names of others may overlap in one place; past that, rather one name too many goes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonForms:
    """Every form in which a person is looked for."""

    name: Name
    parts: tuple[str, ...]
    """The parts of the name that alone can mean nobody else."""
    others: tuple[Name, ...] = ()
    """Those who stay open and share a word with the name."""
    likely_initials: tuple[str, ...] = ()
    """Initials that nothing declares, which an owner may yet be given by."""
    plurals: tuple[str, ...] = ()
    """The surnames whose plural can be nobody else's name."""

    def in_text(self, text: str, lower: str, *, is_cell: bool) -> Iterator[tuple[int, int]]:
        """Yield every stretch of a folded text that names the person; ``is_cell``: it holds names only."""
        if not self.name.full:
            return
        for start, end in over_breaks(text, partial(self._in_rejoined, is_cell=is_cell)):
            yield title_before(text, start), end
        if not self._may_be_in(text, lower, is_cell=is_cell):
            return
        for forms in self._written(is_cell=is_cell):
            for start, end in self._outside_others(forms, text):
                yield title_before(text, start), end
        for start, end, local in local_parts(text):
            if self._is_mailbox(local):
                yield start, end

    def _in_rejoined(self, text: str, *, is_cell: bool) -> Iterator[tuple[int, int]]:
        """Yield the forms in a text whose words were broken: ``Xiao-Ming`` for ``Xiaoming``, ``X i a o m i n g``."""
        if self._may_be_in(text, text.lower(), is_cell=is_cell):
            for forms in self._written(is_cell=is_cell):
                yield from self._outside_others(forms, text)

    def is_open_in(self, text: str, part: str) -> bool:
        """Whether a part of the name, or its initials, stand in a text where they may mean the person."""
        if part in self.likely_initials:
            forms = initials_forms(part) if part in without_gaps(text) else None
        else:
            forms = perhaps_forms(part, is_forename=part in words_of(self.name.forename))
        return forms is not None and any(True for _ in self._outside_others(forms, text))

    def _outside_others(self, forms: WrittenForms, text: str) -> Iterator[tuple[int, int]]:
        """Yield the forms that are no part of the name of somebody else, nor what somebody else is really called."""
        found = tuple(forms.in_text(text))
        if not found or not self.others:
            return iter(found)
        taken = sorted(chain.from_iterable(_full_stretches(other, text) for other in self.others))
        is_own = forms is not self._called
        return (stretch for stretch in found if not _is_within_any(stretch, taken, or_same=not is_own))

    @property
    def traces(self) -> Traces:
        """What a text that names the person has, but for the initials."""
        return traces_of(self.name, self.parts)

    def initials(self, *, is_cell: bool) -> tuple[str, ...]:
        """Return the initials that are looked for; ``is_cell``: in a text that holds names only."""
        return tuple(filter(None, (self.name.initials, *(self.likely_initials if is_cell else ()))))

    def _may_be_in(self, text: str, lower: str, *, is_cell: bool) -> bool:
        initials = self.initials(is_cell=is_cell)
        return self.traces.are_in(text, lower) or any(own in without_gaps(text) for own in initials)

    def _written(self, *, is_cell: bool) -> Iterator[WrittenForms]:
        yield full_forms(self.name)
        if self._called is not None:
            yield self._called
        alone = single_forms(self.parts, self.name.initials, in_cell=is_cell)
        if alone is not None:
            yield alone
        if self.plurals:
            yield plural_forms(self.plurals)
        if is_cell:
            yield from (initials_forms(initials, in_cell=True) for initials in self.likely_initials)

    @property
    def _called(self) -> WrittenForms | None:
        is_whole = self.name.forename and not has_initial_for_surname(self.name)
        return called_forms(self.name) if is_whole else None

    def _is_mailbox(self, local: str) -> bool:
        if names_alone(local, self.name):
            return True
        may_be = names_in_part(local, self.parts) or names_called(local, self.name)
        return may_be and not any(names_alone(local, other) for other in self.others)


def forms_of_person(name: Name, others: Iterable[Name] = (), likely_initials: Iterable[str] = ()) -> PersonForms:
    """Return the forms in which a person is looked for among others who stay open."""
    others = tuple(others)
    sharing = tuple(other for other in others if not set(other.words).isdisjoint(name.words))
    taken = {word for other in others for word in other.words}
    return PersonForms(
        name=name,
        parts=tuple(part for part in lone_parts(name) if _is_clear(part, name, sharing)),
        others=sharing,
        likely_initials=tuple(likely_initials),
        plurals=tuple(part for part in plural_parts(name) if taken.isdisjoint(_plurals_of(part))),
    )


def forms_of_everybody(names: Sequence[Name], likely_initials: Callable[[Name], Iterable[str]]) -> list[PersonForms]:
    """Return the forms in which each of many people is looked for among all the others."""
    by_word: dict[str, list[Name]] = {}
    for name in names:
        for word in name.words:
            by_word.setdefault(word, []).append(name)
    each = []
    for name in names:
        words = (*name.words, *(plural for part in plural_parts(name) for plural in _plurals_of(part)))
        others = dict.fromkeys(other for word in words for other in by_word.get(word, ()) if other.full != name.full)
        each.append(forms_of_person(name, others, likely_initials(name)))
    return each


def _plurals_of(part: str) -> tuple[str, str]:
    return f"{part}s".lower(), f"{part}es".lower()


def _is_clear(part: str, name: Name, others: Iterable[Name]) -> bool:
    """Whether a part alone may be taken for this person: the surname always, the rest if unshared."""
    if part == name.surname:
        return True
    if part in words_of(name.forename):
        return all(part.lower() not in map(str.lower, words_of(other.forename)) for other in others)
    return all(part.lower() not in other.words for other in others)


def _is_within_any(stretch: tuple[int, int], taken: list[tuple[int, int]], *, or_same: bool) -> bool:
    """Whether a stretch is a part of a longer one; a form that two people share belongs to both, unless ``or_same``."""
    start, end = stretch
    place = bisect_right(taken, (start, sys.maxsize))
    near = taken[max(place - _NEIGHBOURS, 0) : place]
    return any(end <= other[1] and (or_same or stretch != other) for other in near)


@lru_cache(maxsize=8192)
def _full_stretches(name: Name, text: str) -> tuple[tuple[int, int], ...]:
    """Return the stretches of a text that name somebody in full: asked for whoever shares a word with the name."""
    may_stand = has_initial_for_surname(name) or traces_of(name, ()).are_in(text, text.lower())
    return tuple(full_forms(name, is_sure=True).in_text(text)) if may_stand else ()
