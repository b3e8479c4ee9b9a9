"""Words that are another word misspelt: a letter or two missing, added, changed, or swapped with the next."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import combinations

LEAST = 4
"""Letters from which a word is looked for misspelt: of three letters, half are another word."""
_LONGEST = 30
"""Letters past which a word is no name, and has too many words near it."""
_ONE_CHANGE = 8
"""Letters up to which one change makes another word likely to be another name, too."""
_KEEPS_ITS_HEAD = 5
"""Letters up to which a misspelling begins as the word does: ``Sian`` is no ``Dian``."""


def index_of(words: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """Return what ``misspelt`` looks words up in: each word by everything that it is with letters left out."""
    index: dict[str, set[str]] = {}
    for word in {word.lower() for word in words if LEAST <= len(word) <= _LONGEST}:
        for rest in _without_letters(word, _allowed(word)):
            index.setdefault(rest, set()).add(word)
    return {rest: frozenset(known) for rest, known in index.items()}


def misspelt(written: str, index: Mapping[str, frozenset[str]]) -> str:
    """Return the word that is misspelt in ``written``, or nothing: not for the word itself."""
    word = written.lower()
    if not LEAST - 1 <= len(word) <= _LONGEST:
        return ""
    rests = _without_letters(word, 1 if len(word) <= _ONE_CHANGE - 1 else 2)
    near = {known for rest in rests & index.keys() for known in index[rest]}
    if word in near:
        return ""
    return min((known for known in near if _is_near(word, known)), default="")


def _allowed(word: str) -> int:
    return 1 if len(word) <= _ONE_CHANGE else 2


def _is_near(word: str, known: str) -> bool:
    if len(known) <= _KEEPS_ITS_HEAD and word[0] != known[0]:
        return False
    return _changes(word, known) <= _allowed(known)


@lru_cache(maxsize=8192)
def _without_letters(word: str, most: int) -> frozenset[str]:
    """Return a word with up to ``most`` letters left out, in every way."""
    rests = {word}
    for many in range(1, most + 1):
        for kept in combinations(word, max(len(word) - many, 0)):
            rests.add("".join(kept))
    return frozenset(rests)


@lru_cache(maxsize=8192)
def _changes(one: str, other: str) -> int:
    """Return how many letters must be added, taken out, changed or swapped to make one word of the other."""
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other)
