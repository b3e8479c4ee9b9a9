"""Breaking a text into lines of a width, quickly: only where lines begin and end; no line is made."""

from functools import lru_cache

from rich.cells import cell_len, get_character_cell_size

Stretch = tuple[int, int]
"""Where a line begins in the text, and where it ends."""

_WIDEST_LATIN = "\N{LATIN SMALL LETTER SCHWA}"
"""Everything before it takes one column, but for the controls that no kept text has."""


@lru_cache(maxsize=8192)
def lines_of(text: str, width: int) -> tuple[Stretch, ...]:
    """Return the lines: broken at spaces and tabs, and inside a word only when it is longer than a line."""
    text = text.replace("\t", " ")
    lines: list[Stretch] = []
    start = 0
    for part in text.split("\n"):
        lines += _broken(text, start, start + len(part), max(width, 2))
        start += len(part) + 1
    return tuple(lines)


def _broken(text: str, start: int, end: int, width: int) -> list[Stretch]:
    is_narrow = text.isascii() or max(text, default="") < _WIDEST_LATIN
    lines: list[Stretch] = []
    while (fit := _fitting(text, start, end, width, is_narrow=is_narrow)) < end:
        space = text.rfind(" ", start, fit + 1)
        if space > start and text[start:space].strip():
            lines.append((start, space))
            start = space + 1
        else:
            lines.append((start, fit))
            start = fit
        while start < end and text[start] == " ":
            start += 1
    return [*lines, (start, end)]


def _fitting(text: str, start: int, end: int, width: int, *, is_narrow: bool) -> int:
    """Return how far a line may go; a letter and the marks over it are not parted."""
    if is_narrow or cell_len(text[start:end]) <= width:
        return min(end, start + width) if is_narrow else end
    room, place = width, start
    while place < end and (size := get_character_cell_size(text[place])) <= room:
        room -= size
        place += 1
    return max(place, start + 1)
