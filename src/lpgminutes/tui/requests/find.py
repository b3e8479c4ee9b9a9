"""What the find screen asks."""

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from lpgminutes.tui.messages.find import HitsFound, NotLookedFor

if TYPE_CHECKING:
    from textual.message import Message

    from lpgminutes.domain.hits import HitKind
    from lpgminutes.services.ports import Store
    from lpgminutes.tui.gateway import Asker


def find_words(
    asker: "Asker", typed: str, kinds: "Collection[HitKind]", serial: int, *, is_stale: Callable[[], bool]
) -> None:
    """Look for words, unless something else is looked for by the time it is their turn; answered by ``HitsFound``."""

    def job(store: "Store") -> "Message":
        from lpgminutes.domain.markings import strictest
        from lpgminutes.services.find import find

        if is_stale():
            return NotLookedFor()
        hits = find(store, typed, kinds=kinds)
        return HitsFound(serial, hits, strictest(hit.found.marking for hit in hits if hit.found.marking))

    asker.gateway.ask(asker, job)
