"""Pre-marks: words that the secretary thinks will be withheld one day, marked while they are typed.

They are kept beside the text and printed nowhere. Any later release takes them as proposals, to be decided then.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

_UNCLOSED = re.compile(r"\[\s*(?P<exemption>(?:FOIA\s+|EIR\s+)?(?:[sS]\.?|r\.?|reg\.?)\s?\d[\w()]*)\s*:[^\[\]]*\Z")
_LONGEST_COMPARED = 4_000
"""Characters up to which an edit is traced letter by letter; in a longer text its unchanged ends are enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreMark:
    """A stretch of a block's text that may be exempt."""

    field: str = "text"
    """``text`` or ``label``."""
    start: int
    end: int
    exemption: str
    """As typed: ``S43``."""


def unclosed(text: str) -> str:
    """Return the exemption of a mark that was opened and not closed, ``[S43: 41 staff``; nothing where all are.

    Such words are no pre-mark: they are printed as they stand.
    """
    match = _UNCLOSED.search(text)
    return match["exemption"] if match else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedMarks:
    """Pre-marks after an edit of the text that they stand in."""

    kept: tuple[PreMark, ...]
    dropped: tuple[PreMark, ...]
    """Those whose words are gone; their places are those of the text before."""


def follow(marks: Iterable[PreMark], before: str, after: str) -> FollowedMarks:
    """Move marks with the words they stand on; one whose words are all gone is dropped, and said."""
    wanted = tuple(marks)
    if before == after or not wanted:
        return FollowedMarks(kept=wanted, dropped=())
    blocks = _same_stretches(before, after)
    kept, dropped = [], []
    for mark in wanted:
        stretch = _followed(mark.start, mark.end, blocks)
        if stretch is None or not after[stretch[0] : stretch[1]].strip():
            dropped.append(mark)
        else:
            kept.append(replace(mark, start=stretch[0], end=stretch[1]))
    return FollowedMarks(kept=tuple(kept), dropped=tuple(dropped))


def followed_stretch(start: int, end: int, before: str, after: str) -> tuple[int, int] | None:
    """Return where a stretch of a text stands after an edit; ``None`` when nothing of it is left."""
    return _followed(start, end, _same_stretches(before, after))


def shifted(marks: Iterable[PreMark], by: int) -> tuple[PreMark, ...]:
    """Return marks moved along their text."""
    return tuple(replace(mark, start=mark.start + by, end=mark.end + by) for mark in marks)


def within(marks: Iterable[PreMark], field: str, start: int, end: int) -> tuple[PreMark, ...]:
    """Return what of the marks in a field lies within a stretch of it, counted from where the stretch begins."""
    return tuple(
        replace(mark, start=max(mark.start, start) - start, end=min(mark.end, end) - start)
        for mark in marks
        if mark.field == field and mark.start < end and mark.end > start
    )


def _same_stretches(before: str, after: str) -> list[tuple[int, int, int]]:
    """Return the stretches that both texts share, as place before, place after, length."""
    start = _shared_length(before, after)
    end = _shared_length(before[start:][::-1], after[start:][::-1])
    shared = [(0, 0, start)]
    inner_before, inner_after = before[start : len(before) - end], after[start : len(after) - end]
    if max(len(inner_before), len(inner_after)) <= _LONGEST_COMPARED:
        matcher = SequenceMatcher(None, inner_before, inner_after, autojunk=False)
        shared += [(a + start, b + start, size) for a, b, size in matcher.get_matching_blocks() if size]
    shared.append((len(before) - end, len(after) - end, end))
    return [stretch for stretch in shared if stretch[2]]


def _shared_length(one: str, other: str) -> int:
    length = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        length += 1
    return length


def _followed(start: int, end: int, blocks: list[tuple[int, int, int]]) -> tuple[int, int] | None:
    """Follow a stretch: from the first of its letters that is left to the last."""
    places = [
        (max(start, at) - at + to, min(end, at + size) - at + to)
        for at, to, size in blocks
        if at < end and at + size > start
    ]
    return (places[0][0], places[-1][1]) if places else None
