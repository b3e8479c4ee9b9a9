"""Which stretches of each text are withheld, and what of a stretch is not."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from lpgminutes.domain.document import Place
from lpgminutes.domain.locating import Located
from lpgminutes.domain.redaction import merged_by_place


def withheld_stretches(located: Located) -> Mapping[Place, Sequence[tuple[int, int]]]:
    """Return the stretches that are withheld of each text, in order and apart."""
    return {place: [(span.start, span.end) for span in some] for place, some in merged_by_place(located.spans).items()}


def left_of(stretches: Iterable[tuple[int, int]], others: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield what of some stretches lies in none of the others, which are in order."""
    for start, end in stretches:
        cursor = start
        for other_start, other_end in others:
            if other_end <= cursor or other_start >= end:
                continue
            if other_start > cursor:
                yield cursor, other_start
            cursor = max(cursor, other_end)
        if cursor < end:
            yield cursor, end
