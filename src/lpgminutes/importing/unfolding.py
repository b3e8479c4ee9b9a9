"""Paragraphs that run into one another because a converter lost their ends: ``… was elected. 6. The Minutes …``."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from lpgminutes.importing.numbering import Family, read_number
from lpgminutes.importing.source import SourceLine

_SHORTEST_FOLDED = 60
_BULLET = re.compile(r"\s(?=[\u2022\u25cf\u25aa]\s)")


def unfolded(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """Return the lines, those parted that hold the number of a missing item, sub-numbers or bullets."""
    values = [_value(line) for line in lines]
    numbered = [index for index, value in enumerate(values) if value is not None]
    following = dict(pairwise(numbered))
    parted: list[SourceLine] = []
    item: int | None = None
    last: int | None = None
    for index, line in enumerate(lines):
        if values[index] is not None:
            item, last = values[index], index
        ahead = values[following[last]] if last is not None and last in following else None
        for piece in _at_missing_items(line, item, ahead):
            item = _value(piece) or item
            parted += _at_inner_openings(piece, item)
    return parted


def _value(line: SourceLine) -> int | None:
    found = read_number(line) if not line.cells else None
    return (
        found.value
        if found and found.family is Family.PLAIN and found.is_set_apart and len(found.values) == 1
        else None
    )


def _at_missing_items(line: SourceLine, item: int | None, ahead: int | None) -> Iterator[SourceLine]:
    """Part a line where the items stand that the numbers at the beginnings of lines leave out."""
    if item is None or ahead is None or ahead <= item + 1 or len(line.spaced) < _SHORTEST_FOLDED:
        yield line
        return
    for missing in range(item + 1, ahead):
        match = re.search(rf"(?<=[.!?)\]])\s+(?={missing}\.\s+[A-Z])", line.spaced)
        if match is not None:
            yield replace(line, spaced=line.spaced[: match.start()], bold_start=0)
            line = _rest(line, match.end())
    yield line


def _at_inner_openings(line: SourceLine, item: int | None) -> Iterator[SourceLine]:
    """Part a line before each sub-number of its item, and before bullets that run on."""
    if len(line.spaced) >= _SHORTEST_FOLDED and not line.cells:
        cuts = [match.end() for match in _BULLET.finditer(line.spaced)]
        if item is not None:
            cuts += _subnumbers(line.spaced, item)
        start = 0
        for cut in sorted(cuts):
            yield _rest(line, start, cut) if start else replace(line, spaced=line.spaced[:cut].rstrip())
            start = cut
        if start:
            yield _rest(line, start)
            return
    yield line


def _subnumbers(text: str, item: int) -> list[int]:
    """Return where ``8.1``, ``8.2`` … begin inside a text, in their order."""
    cuts: list[int] = []
    serial = 1
    for match in re.finditer(rf"(?<=\s){item}\.(?P<serial>\d{{1,2}})[a-z]?(?=\s+[A-Z0-9])", text):
        if int(match["serial"]) in {serial, serial + 1} and match.start():
            cuts.append(match.start())
            serial = int(match["serial"])
    return cuts


def _rest(line: SourceLine, start: int, end: int | None = None) -> SourceLine:
    return replace(
        line, spaced=line.spaced[start:end].strip(), after_gap=True, number="", bullet="", bold_start=0, is_bold=False
    )
