"""What the services need to look for words."""

from collections.abc import Collection, Sequence
from typing import Protocol

from lpgminutes.domain.hits import FoundText, HitKind, Word


class FindRecords(Protocol):
    """The words of every record."""

    def texts(self, words: Sequence[Word], *, kinds: Collection[HitKind], limit: int) -> tuple[FoundText, ...]:
        """Return the texts that hold every word, the best first."""
