"""Words that a hyphen runs through: at the end of a line, or where another hand would write one word."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

_HYPHEN = re.compile(r"(?<=[^\W\d_])-\s*(?=[^\W\d_])")


def over_hyphens(text: str, find: Callable[[str], Iterable[tuple[int, int]]]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text that are found once its hyphens are taken out, and run over one.

    ``find`` is given the text without the hyphens inside its words.
    """
    hyphens = [match.span() for match in _HYPHEN.finditer(text)] if "-" in text else []
    if not hyphens:
        return
    cuts = set(chain.from_iterable(range(*span) for span in hyphens))
    origin = [place for place in range(len(text)) if place not in cuts]
    for start, end in find(_HYPHEN.sub("", text)):
        first, last = origin[start], origin[end - 1]
        if last - first > end - 1 - start:
            yield first, last + 1
