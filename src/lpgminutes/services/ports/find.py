"""What the services need to look for words."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Protocol

from lpgminutes.domain.hits import FoundText, HitKind, Word
from lpgminutes.domain.holdings import HeldText


class FindRecords(Protocol):
    """The words of every record."""

    def texts(self, words: Sequence[Word], *, kinds: Collection[HitKind], limit: int) -> tuple[FoundText, ...]:
        """Return the texts that hold every word, the best first."""

    def held(self) -> Iterator[HeldText]:
        """Yield every text that is kept, current ones first, then each that the history alone still has."""

    def numbers(self, block_ids: Collection[int]) -> Mapping[int, str]:
        """Return the number of the item or minute that each block stands in."""

    def names(self) -> tuple[tuple[str, str], ...]:
        """Return the names of the register, each with the initials that were given with it."""
