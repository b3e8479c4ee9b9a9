"""The proof that an import dropped nothing: every word of the body stands in a block, a row or the list set aside.

It counts words on both sides and knows nothing of how the body was read, so that a fault there shows here. The head
and the foot become fields; there, every line must have been taken by one or be set aside.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from lpgminutes.domain.meetings import Block
from lpgminutes.importing.source import SetAside, SourceLine

_WORD = re.compile(r"[^\W\d_]+|\d+")


def words_of(text: str) -> list[str]:
    """Return the words and figures of a text, folded to one case."""
    return _WORD.findall(text.casefold())


def words_without_place(
    lines: Sequence[SourceLine], items: Iterable[Block], structure: Iterable[str], set_aside: Iterable[SetAside]
) -> dict[int, int]:
    """Return how many words of each place of a body are in no record.

    ``structure`` is what became a number, a bullet or a field of an action.
    """
    flat = list(_flat(lines))
    places = {line.place for line in flat}
    texts = (text for item in items for block in item.walk() for text in (block.label, block.text))
    aside = (left.words for left in set_aside if left.place in places)
    kept = Counter(words_of("\n".join((*texts, *structure, *aside))))
    if not Counter(words_of("\n".join(line.spaced for line in flat))) - kept:
        return {}
    missing: Counter[int] = Counter()
    for line in flat:
        for word in words_of(line.spaced):
            kept[word] -= 1
            missing[line.place] += kept[word] < 0
    return {place: count for place, count in missing.items() if count}


def places_without_part(
    lines: Sequence[SourceLine], parts: Iterable[Sequence[SourceLine]], set_aside: Iterable[SetAside]
) -> list[int]:
    """Return the places of a file that are in no part of it, and not set aside."""
    taken = {line.place for part in parts for line in _flat(part)} | {aside.place for aside in set_aside}
    return sorted({line.place for line in _flat(lines) if line.place not in taken and _WORD.search(line.spaced)})


def _flat(lines: Iterable[SourceLine]) -> Iterator[SourceLine]:
    for line in lines:
        yield from line.flat()
