"""The marking of a screen that shows several meetings: the strictest of what is on it."""

from collections.abc import Iterable

from lpgminutes.domain.marking_scheme import Tier
from lpgminutes.domain.markings import Marking, read_marking

NOTHING_SHOWN = Tier.OFFICIAL.value


def strictest(markings: Iterable[str]) -> str:
    """Return the marking that holds for all of them together."""
    read = [read_marking(marking) for marking in sorted(set(markings))]
    return max(read, key=_strictness).printed if read else NOTHING_SHOWN


def _strictness(marking: Marking) -> tuple[bool, bool, int]:
    """Of two markings as sensitive as each other, the one that says more asks for more."""
    return marking.is_sensitive, not marking.is_for_public_release, len(marking.canonical)
