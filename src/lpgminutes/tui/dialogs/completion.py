"""Completes the last of several names, as an owner field holds them: ``Priya Nandakumar, Tom``."""

import re

from textual.suggester import Suggester

from lpgminutes.domain.folding import folded

_BETWEEN = re.compile(r"\s*[,;]\s*")


def parts_of(typed: str) -> tuple[str, ...]:
    """Return the names in a field, which commas or semicolons separate."""
    return tuple(dict.fromkeys(part.strip() for part in _BETWEEN.split(typed) if part.strip()))


def matching(begun: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of which a word begins like this, those that begin so themselves first."""
    sought = folded(begun)
    if not sought:
        return ()
    first = [name for name in names if folded(name).startswith(sought)]
    within = [name for name in names if name not in first and f" {sought}" in f" {folded(name)}"]
    return (*first, *within)


class LastOfSeveral(Suggester):
    """Puts the rest of a name behind its first letters."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._names = names

    async def get_suggestion(self, value: str) -> str | None:
        """Return the field as it would be with its last name complete; only what follows on is offered."""
        begun = _BETWEEN.split(value)[-1]
        found = next((name for name in matching(begun, self._names) if _goes_on(name, begun)), None)
        return None if found is None else value[: len(value) - len(begun)] + found


def _goes_on(name: str, begun: str) -> bool:
    return len(name) > len(begun) > 0 and name.casefold().startswith(begun.casefold())
