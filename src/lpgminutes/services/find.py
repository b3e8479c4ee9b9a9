"""Finding: words in minutes, actions, decisions and names."""

from collections.abc import Collection

from lpgminutes.domain.hits import Hit, HitKind, hits_of, typed_words
from lpgminutes.services.ports import Store

LIMIT = 50
"""So many hits are given when nobody says how many."""


def find(
    store: Store, typed: str, *, limit: int = LIMIT, kinds: Collection[HitKind] = frozenset(HitKind)
) -> tuple[Hit, ...]:
    """Return what holds every word that was typed, the best first; the last word may be unfinished.

    Nothing typed is an operator: quotes, stars and dashes are data like any other sign.
    """
    words = typed_words(typed)
    if not words or not kinds or limit < 1:
        return ()
    with store.read() as records:
        found = records.find.texts(words, kinds=kinds, limit=limit)
    return hits_of(found, words)
