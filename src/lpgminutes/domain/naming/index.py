"""The index of names: who is named where, as at the back of a minute book."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from lpgminutes.domain.folding import plain
from lpgminutes.domain.holdings import NAME_FIELDS, HeldText
from lpgminutes.domain.naming.crowds import Crowd
from lpgminutes.domain.naming.forms import full_forms
from lpgminutes.domain.naming.names import Name, looks_like_a_name, parse_name
from lpgminutes.domain.naming.persons import forms_of_everybody

INDEXED: Final = frozenset({"attendance", "block", "action", "decision", "declaration"})
"""The records that minutes are made of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedAt:
    """A place in the minutes of a meeting where somebody is named."""

    meeting_ref: str
    record: str
    number: str = ""
    """The number of the item or minute; empty for what stands in none."""
    ref: str = ""
    """The reference of the action or decision."""

    @property
    def words(self) -> str:
        """The place within its meeting: a number, a reference, or what sort of record it is."""
        return self.ref or self.number or self.record


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexEntry:
    """Somebody of the register, and every place that names them."""

    name: str = field(repr=False)
    places: tuple[NamedAt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameIndex:
    """Everybody of the register who is named in minutes, by surname."""

    entries: tuple[IndexEntry, ...]
    marking: str
    """The strictest marking of the meetings."""


def named_in_texts(
    register: Iterable[tuple[str, str]], texts: Iterable[HeldText]
) -> Iterator[tuple[str, tuple[HeldText, ...]]]:
    """Yield everybody of a register, and whoever owns an action, with the texts that name them, by surname.

    A text names somebody where it can mean nobody else of them; ``register`` has names, each with its initials.
    """
    texts = tuple(texts)
    people = {written: (parse_name(written), given) for written, given in register if looks_like_a_name(written)}
    people |= {written: (parse_name(written), "") for written in _owners(texts, [name for name, _ in people.values()])}
    initials = {name: (given, *name.possible_initials) for name, given in people.values()}
    crowd = Crowd(forms_of_everybody([name for name, _ in people.values()], lambda name: filter(None, initials[name])))
    found: list[dict[HeldText, None]] = [{} for _ in people]
    for held in texts:
        folded = plain(held.text)
        namings = crowd.in_cell(folded) if held.field in NAME_FIELDS else crowd.in_text(folded)
        for number, _, _ in namings:
            found[number].setdefault(held)
    in_minutes = [
        (name, written, tuple(texts))
        for (written, (name, _)), texts in zip(people.items(), found, strict=True)
        if texts
    ]
    for _, written, naming in sorted(in_minutes, key=_by_surname):
        yield written, naming


def _owners(texts: Iterable[HeldText], known: Collection[Name]) -> Iterator[str]:
    """Yield the owners of actions who are none of those who are known, however their names are written."""
    owners = dict.fromkeys(held.text for held in texts if held.field == "owners" and looks_like_a_name(held.text))
    for owner in owners:
        name = parse_name(owner)
        alike = (one for one in known if not set(one.words).isdisjoint(name.words))
        if not any(full_forms(one).is_all_of(name.full) for one in alike):
            yield owner


def in_order(places: Iterable[NamedAt], meetings: Sequence[str]) -> tuple[NamedAt, ...]:
    """Return places in the order in which they are read, each once: the oldest meeting is the first of ``meetings``."""
    age = {ref: place for place, ref in enumerate(meetings)}

    def reading(place: NamedAt) -> tuple[object, ...]:
        figures = [int(figure) for figure in re.findall(r"\d+", place.number)]
        return (
            age.get(place.meeting_ref, len(age)),
            bool(place.number or place.ref),
            bool(place.ref),
            figures,
            place.ref,
        )

    return tuple(sorted(dict.fromkeys(places), key=reading))


def _by_surname(entry: tuple[Name, str, object]) -> tuple[str, str, str]:
    name, written, _ = entry
    return name.surname.casefold(), name.forename.casefold(), written
