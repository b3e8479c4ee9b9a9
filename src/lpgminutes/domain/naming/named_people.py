"""Whom a document knows by name, who of them is withheld, and in which forms somebody is looked for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lpgminutes.domain.naming.meant_people import apart, as_called, is_any_of, meant_by, with_besides, with_initials
from lpgminutes.domain.naming.names import (
    Name,
    is_ordinary_word,
    looks_like_a_name,
    names_in_cell,
    parse_name,
    words_of,
)
from lpgminutes.domain.naming.persons import PersonForms, forms_of_person
from lpgminutes.domain.naming.traces import may_name
from lpgminutes.domain.searchable import Searchable
from lpgminutes.domain.withholding import PersonRule, Rule


@dataclass(frozen=True, slots=True)
class People:
    """Everybody that a document knows by name, and who of them is withheld."""

    named: dict[str, Name]
    """Whom each person rule means, by what the rule says."""
    open: frozenset[Name]
    organisations: frozenset[str]

    @classmethod
    def of(cls, texts: Iterable[Searchable], rules: Iterable[Rule], known: "dict[str, Name] | None" = None) -> "People":
        """Gather the people of a document and its rules; ``known`` are those whom its rules meant before."""
        texts = tuple(texts)
        cells = [cell for text in texts if text.is_name_cell for cell in names_in_cell(text.words)]
        present = [parse_name(cell) for cell in dict.fromkeys(cells) if looks_like_a_name(cell)]
        organisations = frozenset(text.words.upper() for text in texts if text.place.field == "attendance.organisation")
        meant = {} if known is None else known
        everything = "\n".join(text.lower for text in texts)
        people = dict.fromkeys(rule.person for rule in rules if isinstance(rule, PersonRule))
        for person in people.keys() - meant.keys():
            whole = with_besides(meant_by(parse_name(person), present), present)
            if may_name(whole, everything):
                whole = with_initials(as_called(whole, texts, present), texts, organisations)
            meant[person] = whole
        named = apart({person: meant[person] for person in people})
        withheld = frozenset(named.values())
        others = frozenset(other for other in present if not is_any_of(withheld, other, present))
        return cls(named, others, organisations)

    @property
    def withheld(self) -> frozenset[Name]:
        """Everybody who is withheld."""
        return frozenset(self.named.values())

    def forms(self, name: Name) -> PersonForms:
        """Return the forms in which somebody is looked for in this document."""
        return forms_of_person(name, self.open, () if name.initials else self._likely_initials(name))

    def _likely_initials(self, name: Name) -> Iterator[str]:
        taken = {initials for other in self.open for initials in other.own_initials}
        for initials in name.possible_initials:
            if initials not in taken and initials not in self.organisations:
                yield initials


def terms_for(name: Name, people: People) -> tuple[str, ...]:
    """Return what must not be found of a person: the full name, and each part that is theirs alone."""
    forms = people.forms(name)
    if not name.forename:
        return () if is_ordinary_word(name.full) else (name.full,)
    others = {word for other in forms.others for word in other.words}
    wholes = (name.surname, name.forename, *name.besides)
    parts = dict.fromkeys(part for whole in wholes for part in words_of(whole))
    alone = [part for part in parts if part in forms.parts and part.lower() not in others]
    return (name.full, *(part for part in alone if not is_ordinary_word(part)))
