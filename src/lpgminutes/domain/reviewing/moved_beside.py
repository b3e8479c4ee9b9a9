"""Paragraphs of a record that a copy has in another place: found by their words, and laid beside each other there."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from lpgminutes.domain.reviewing.laid import Laid, Stretch, lay
from lpgminutes.domain.reviewing.words_beside import Word, quoted

_LEAST = 5
"""Words that agree before a paragraph is taken for one that was moved."""
_LIKENESS = 0.6
"""How much of the shorter of two paragraphs the words that agree are."""
_LOST = 0.5
"""How much of a paragraph has to be without its like where it should stand."""
_COMMON = 20
"""A word in more paragraphs than this tells none of them from the others."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A paragraph of the record, and the passage of the copy that has its words."""

    ours: tuple[Word, ...]
    theirs: tuple[Word, ...]

    def lay(self) -> Laid:
        """Lay the two beside each other."""
        return lay(self.ours, self.theirs, in_paragraphs=True)

    def told(self) -> Stretch:
        """Say what was moved, and where to."""
        said = tuple(word for word in self.theirs if not word.is_number)
        ours, theirs = self.ours[0].where, self.theirs[0].where
        where = f"{theirs}, not in {ours}" if ours != theirs else f"another place of {ours}"
        return Stretch(where=where, words=quoted(said))


def moved(laid: Laid, ours: Sequence[Word], theirs: Sequence[Word]) -> list[Moved]:
    """Return the paragraphs that lie elsewhere, each with the passage that is most like it."""
    agreeing = {id(word) for pair in laid.agreeing for word in pair if word.weighs}
    lost, found = list(_without_like(ours, agreeing)), list(_without_like(theirs, agreeing))
    by_word: dict[str, list[int]] = defaultdict(list)
    for at, passage in enumerate(found):
        for key in {word.key for word in passage if word.weighs}:
            by_word[key].append(at)
    pairs: list[Moved] = []
    taken: set[int] = set()
    for text in lost:
        place = _most_like(text, found, by_word)
        if place is not None and place not in taken:
            taken.add(place)
            pairs.append(Moved(text, found[place]))
    return pairs


def _without_like(words: Sequence[Word], agreeing: set[int]) -> Iterator[tuple[Word, ...]]:
    for _, group in groupby(words, key=lambda word: word.unit):
        unit = tuple(group)
        said = [word for word in unit if word.weighs]
        if len(said) >= _LEAST and sum(id(word) not in agreeing for word in said) > _LOST * len(said):
            yield unit


def _most_like(text: Sequence[Word], found: Sequence[tuple[Word, ...]], by_word: dict[str, list[int]]) -> int | None:
    keys = Counter(word.key for word in text if word.weighs)
    votes: Counter[int] = Counter()
    for key in keys:
        standing = by_word.get(key, ())
        votes.update(standing if len(standing) <= _COMMON else ())
    for at, _ in votes.most_common(3):
        others = Counter(word.key for word in found[at] if word.weighs)
        shared = (keys & others).total()
        if shared >= max(_LEAST, _LIKENESS * others.total()) and shared >= _LIKENESS * min(
            keys.total(), others.total()
        ):
            return at
    return None
