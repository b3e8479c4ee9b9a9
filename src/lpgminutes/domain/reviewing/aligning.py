"""Two rows of words laid beside each other: which word of one is which word of the other."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_SMALL = 40_000
"""Pairs of words that are few enough to try each with each."""
_MOST_EDITS = 150
"""Words left out or put in that are looked ahead for, where no word stands once."""
_STRAY = 2
"""Words in a row that two different sentences may share by chance."""

Pair = tuple[int, int]
_Range = tuple[int, int, int, int]
Run = tuple[int, int, int]
"""Where words that agree begin on either side, and how many they are."""


def agreeing(ours: Sequence[str], theirs: Sequence[str]) -> tuple[Run, ...]:
    """Return the runs of words that both sides have, in order, in a time that grows with the words alone.

    A word that each side has once holds the two together there, and what lies between is laid in the same way.
    """
    runs: list[Run] = []
    for start, other in sorted(_pairs(ours, theirs)):
        if runs and (start, other) == (runs[-1][0] + runs[-1][2], runs[-1][1] + runs[-1][2]):
            runs[-1] = (runs[-1][0], runs[-1][1], runs[-1][2] + 1)
        else:
            runs.append((start, other, 1))
    return tuple(runs)


def without_strays(runs: Sequence[Run], ours: Sequence[bool], theirs: Sequence[bool]) -> tuple[Run, ...]:
    """Leave out a word or two that agree by chance between two stretches that do not.

    ``ours`` and ``theirs`` say of every word whether it weighs: marks and numbers do not.
    """
    ends = [(0, 0), *((start + size, other + size) for start, other, size in runs)]
    begins = [*((start, other) for start, other, _ in runs), (len(ours), len(theirs))]
    gaps = [
        sum(ours[end[0] : begin[0]]) > _STRAY and sum(theirs[end[1] : begin[1]]) > _STRAY
        for end, begin in zip(ends, begins, strict=True)
    ]
    kept = []
    for index, (start, other, size) in enumerate(runs):
        is_stray = size <= _STRAY and gaps[index] and gaps[index + 1] and all(ours[start : start + size])
        if not is_stray:
            kept.append((start, other, size))
    return tuple(kept)


def _pairs(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Pair]:
    pending: list[_Range] = [(0, len(ours), 0, len(theirs))]
    while pending:
        start, end, other, other_end = pending.pop()
        while start < end and other < other_end and ours[start] == theirs[other]:
            yield start, other
            start, other = start + 1, other + 1
        while start < end and other < other_end and ours[end - 1] == theirs[other_end - 1]:
            end, other_end = end - 1, other_end - 1
            yield end, other_end
        if start == end or other == other_end:
            continue
        span = (start, end, other, other_end)
        if anchors := _anchors(ours, theirs, span):
            pending += _between(anchors, span)
        elif (end - start) * (other_end - other) <= _SMALL:
            yield from _tried(ours, theirs, span)
        else:
            pairs, rest = _stepped(ours, theirs, span)
            yield from pairs
            pending.append(rest)


def _tried(ours: Sequence[str], theirs: Sequence[str], span: _Range) -> Iterator[Pair]:
    start, end, other, other_end = span
    matcher = SequenceMatcher(None, ours[start:end], theirs[other:other_end], autojunk=False)
    for at, other_at, size in matcher.get_matching_blocks():
        yield from ((start + at + step, other + other_at + step) for step in range(size))


def _between(anchors: Sequence[Pair], span: _Range) -> Iterator[_Range]:
    """Yield what each anchor begins, itself included, and what stands before the first."""
    start, end, other, other_end = span
    yield start, anchors[0][0], other, anchors[0][1]
    for (at, other_at), (following, other_following) in zip(anchors, [*anchors[1:], (end, other_end)], strict=True):
        yield at, following, other_at, other_following


def _anchors(ours: Sequence[str], theirs: Sequence[str], span: _Range) -> list[Pair]:
    """Return the most words that stand once on either side and in the same order."""
    start, end, other, other_end = span
    here, there = _once(ours, start, end), _once(theirs, other, other_end)
    return _in_order([(at, there[word]) for word, at in here.items() if word in there])


def _once(words: Sequence[str], start: int, end: int) -> dict[str, int]:
    times = Counter(words[start:end])
    return {words[at]: at for at in range(start, end) if times[words[at]] == 1}


@dataclass(frozen=True, slots=True)
class _Step:
    """The end of a way from the front: how many words of either side lie behind it, the last few of which agree."""

    ours: int
    theirs: int
    agreeing: int = 0
    before: "_Step | None" = None


def _stepped(ours: Sequence[str], theirs: Sequence[str], span: _Range) -> tuple[list[Pair], _Range]:
    """Go on from the front with the fewest edits, as far as some of them lead; return what agreed and what is left.

    This is the greedy algorithm of Myers, cut off: each round takes every way one edit further.
    """
    start, end, other, other_end = span
    best = _Step(0, 0)
    ways = [best]
    for _ in range(_MOST_EDITS):
        ways = _further(ours, theirs, span, ways)
        best = max([best, *ways], key=lambda step: step.ours + step.theirs)
        if (start + best.ours, other + best.theirs) == (end, other_end):
            break
    pairs: list[Pair] = []
    step: _Step | None = best
    while step is not None:
        at, there = start + step.ours, other + step.theirs
        pairs += ((at - back, there - back) for back in range(1, step.agreeing + 1))
        step = step.before
    return pairs, (start + best.ours, end, other + best.theirs, other_end)


def _further(ours: Sequence[str], theirs: Sequence[str], span: _Range, ways: Sequence[_Step]) -> list[_Step]:
    start, end, other, other_end = span
    begun: dict[int, tuple[int, int, _Step]] = {}
    for step in ways:
        for x, y in ((step.ours + 1, step.theirs), (step.ours, step.theirs + 1)):
            known = begun.get(x - y)
            if start + x <= end and other + y <= other_end and (known is None or known[0] < x):
                begun[x - y] = x, y, step
    found = []
    for x, y, step in begun.values():
        at, there = start + x, other + y
        while at < end and there < other_end and ours[at] == theirs[there]:
            at, there = at + 1, there + 1
        found.append(_Step(at - start, there - other, at - start - x, step))
    return found


def _in_order(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the longest row of pairs that rises on both sides; they come rising on the first."""
    tails: list[int] = []
    rows: list[int] = []
    before: list[int] = []
    for index, (_, other) in enumerate(pairs):
        at = bisect_left(tails, other)
        before.append(rows[at - 1] if at else -1)
        tails[at : at + 1], rows[at : at + 1] = [other], [index]
    found: list[Pair] = []
    index = rows[-1] if rows else -1
    while index >= 0:
        found.append(pairs[index])
        index = before[index]
    return found[::-1]
