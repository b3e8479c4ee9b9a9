"""What people were called before, or are called since: names that were put otherwise in the record."""

from collections.abc import Iterator
from dataclasses import dataclass

from lpgminutes.domain.naming.forms import full_forms
from lpgminutes.domain.naming.names import Name, parse_name


@dataclass(frozen=True, slots=True)
class Renamings:
    """The names that were put otherwise in an attendance, each with the one that it became."""

    pairs: tuple[tuple[str, str], ...] = ()

    def others_of(self, name: Name) -> tuple[Name, ...]:
        """Return the other names that somebody has or had, over as many changes as there were."""
        known, waiting = {name.full.lower()}, [name]
        others: list[Name] = []
        while waiting:
            for other in self._beside(waiting.pop()):
                if other.full and other.full.lower() not in known:
                    known.add(other.full.lower())
                    others.append(other)
                    waiting.append(other)
        return tuple(others)

    def _beside(self, name: Name) -> Iterator[Name]:
        for before, after in self.pairs:
            one, other = parse_name(before), parse_name(after)
            if _is_same(name, one):
                yield other
            if _is_same(name, other):
                yield one


NONE_RENAMED = Renamings()


def _is_same(name: Name, other: Name) -> bool:
    """Whether somebody is meant by a name of the record, perhaps by an initial or the surname alone."""
    if not name.forename:
        return name.full.lower() == other.surname.lower()
    return name.full.lower() == other.full.lower() or bool(other.forename and full_forms(other).is_all_of(name.full))
