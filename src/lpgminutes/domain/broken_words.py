"""Words that a hyphen runs through: at the end of a line, or where another hand would write one word."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import chain

_HYPHEN = re.compile(r"(?<=[^\W\d_])-\s*(?=[^\W\d_])")


def over_hyphens(text: str, find: Callable[[str], Iterable[tuple[int, int]]]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text that are found once its hyphens are taken out, and run over one.

    ``find`` is given the text without the hyphens inside its words.
    """
    if "-" not in text or (joined := _joined(text)) == text:
        return
    for start, end in find(joined):
        origin = _origin(text)
        first, last = origin[start], origin[end - 1]
        if last - first > end - 1 - start:
            yield first, last + 1


@lru_cache(maxsize=4096)
def _joined(text: str) -> str:
    return _HYPHEN.sub("", text)


@lru_cache(maxsize=256)
def _origin(text: str) -> tuple[int, ...]:
    """Return where each character of the joined text stands in the text."""
    cuts = set(chain.from_iterable(range(*match.span()) for match in _HYPHEN.finditer(text)))
    return tuple(place for place in range(len(text)) if place not in cuts)
