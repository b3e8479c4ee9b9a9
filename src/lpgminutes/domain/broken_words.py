"""Words that are broken: by a hyphen, at the end of a line or where another hand writes one word, or into letters."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import chain

_HYPHEN = re.compile(r"(?<=[^\W\d_])-\s*(?=[^\W\d_])")
GAP = r"(?:[\s.*_|:~+\u00b7-]{1,3})"
"""What may stand between the letters of a word; a comma or a stroke parts the entries of a list."""
_SCATTERED = re.compile(rf"(?<![^\W_])[^\W\d_](?:{GAP}[^\W\d_](?![^\W_])){{3,}}")
_ONE_LETTER_WORDS = re.compile(rf"\A[AIai]{GAP}(?=\w{GAP}\w{GAP}\w)|(?<=\w){GAP}[aI]\Z")
_GAPS = re.compile(GAP)


def over_breaks(text: str, find: Callable[[str], Iterable[tuple[int, int]]]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text that are found once its broken words are made whole, and run over a break.

    ``find`` is given the text without the hyphens inside its words, and without what stands between single letters.
    """
    for joined in rejoined(text):
        for start, end in find(joined):
            origin = _origins(text)[joined]
            first, last = origin[start], origin[end - 1]
            if last - first > end - 1 - start:
                yield first, last + 1


@lru_cache(maxsize=4096)
def rejoined(text: str) -> tuple[str, ...]:
    """Return a text with its broken words made whole, in each way that this can be done; nothing if there are none."""
    return tuple(_origins(text)) if "-" in text or _SCATTERED.search(text) else ()


@lru_cache(maxsize=4096)
def rejoined_lower(text: str) -> str:
    """Return what a text has when its broken words are made whole, in small letters: for a first quick look."""
    return "\0".join(rejoined(text)).lower()


@lru_cache(maxsize=256)
def _origins(text: str) -> dict[str, tuple[int, ...]]:
    """Return each joined text with where each of its characters stands in the text."""
    hyphens = [match.span() for match in _HYPHEN.finditer(text)]
    rows = list(_SCATTERED.finditer(text))
    # A letter at the end of a row may be a word of its own: "E l l w o o d a year ago".
    ways = [[*hyphens, *chain.from_iterable(_gaps(row.group(), row.start()) for row in rows)]]
    ways += [[*hyphens, *chain.from_iterable(_inner_gaps(row) for row in rows)]] if rows else []
    origins = {}
    for cuts in ways:
        cut = set(chain.from_iterable(range(*stretch) for stretch in cuts))
        origin = tuple(place for place in range(len(text)) if place not in cut)
        if cut:
            origins["".join(text[place] for place in origin)] = origin
    return origins


def _gaps(row: str, start: int) -> Iterator[tuple[int, int]]:
    return ((start + gap.start(), start + gap.end()) for gap in _GAPS.finditer(row))


def _inner_gaps(row: re.Match[str]) -> Iterator[tuple[int, int]]:
    at_ends = [match.span() for match in _ONE_LETTER_WORDS.finditer(row.group())]
    first = max((end for start, end in at_ends if start == 0), default=0)
    last = min((start for start, _ in at_ends if start > 0), default=len(row.group()))
    return _gaps(row.group()[first:last], row.start() + first)
