"""Where the sentences of a paragraph begin and end."""

import re
from collections.abc import Iterator

_STOP = re.compile(r"(?P<word>\S{0,12}?)[.!?][\"'\u2019\u201d)\]]*\s+(?=[\"'\u2018\u201c(\[@]?[A-Z0-9@])")
_ABBREVIATION = re.compile(r"(?:[eE]\.g|[iI]\.e|etc|Dr|Mr|Mrs|Ms|Prof|No|St|approx|cf|vs|Cllr|Rev|Lt|Col|[A-Z])")


def sentences_of(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretch of each sentence, spaces after it left out."""
    start = 0
    for stop in _STOP.finditer(text):
        if not _ABBREVIATION.fullmatch(stop["word"].lstrip("(")):
            yield start, start + len(text[start : stop.end()].rstrip())
            start = stop.end()
    if text[start:].strip():
        yield start, len(text.rstrip())
