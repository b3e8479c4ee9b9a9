"""The redactions that a PDF shows as boxes with nothing under them: a gap in a line, or a box with a label in it."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from lpgminutes.importing.marks import find_marks
from lpgminutes.importing.redacted.pdf_colour import is_dark
from lpgminutes.importing.redacted.pdf_covering import Seen
from lpgminutes.importing.redacted.pdf_geometry import Box, Point
from lpgminutes.importing.redacted.pdf_state import Ground
from lpgminutes.importing.redacted.pdf_words import Sign

MASK = "\u2588" * 5
_LEAST_FULL = 0.9
_LEAST_WIDE, _MOST_HIGH = 0.8, 2.6
"""The size of a box over words, in heights of the letters beside it."""
_BESIDE = 2.0
"""How far from its box a word may stand, in heights of its letters."""
_LONGEST_LABEL = 40


class _Row:
    """The letters that stand at one height, from left to right."""

    def __init__(self, signs: list[tuple[float, Sign, Seen]]) -> None:
        signs.sort(key=lambda one: one[0])
        self.across = [across for across, _, _ in signs]
        self.signs = [sign for _, sign, _ in signs]
        self.words = [word for _, _, word in signs]


def masked(text: str, seen: Sequence[Seen], grounds: Iterable[Ground]) -> str:
    """Return the text of a page with a mask where a dark box stands for words that were taken out."""
    boxes = [ground.shape.box for ground in grounds if is_mask(ground)]
    if not boxes:
        return text
    solid = [at for at, letter in enumerate(text) if not letter.isspace()]
    letters = sum(not part.isspace() for one in seen for sign in one.word.signs for part in sign.text)
    gaps = set(_gaps(seen, boxes))
    if letters != len(solid):
        return text + f"\n{MASK}" * len(gaps)
    for index, is_labelled in sorted(gaps, reverse=True):
        at = solid[index] if index < len(solid) else len(text)
        if index and not is_labelled and "\n" in text[solid[index - 1] : at]:
            at = solid[index - 1] + 1
        before, after = text[:at].rstrip(" "), text[at:].lstrip(" ")
        opens = " " if before and not before.endswith("\n") else ""
        closes = " " if after and not is_labelled and not after.startswith("\n") else ""
        text = f"{before}{opens}{MASK}{closes}{after}"
    return text


def _gaps(seen: Sequence[Seen], boxes: Iterable[Box]) -> Iterator[tuple[int, bool]]:
    """Yield before which letter of the page each mask goes, and whether that is its label."""
    grouped: dict[float, list[tuple[float, Sign, Seen]]] = defaultdict(list)
    turn = _turn(seen)
    boxes = [Box.around([turn(corner) for corner in box.corners()]) for box in boxes]
    for one in seen:
        for sign in (_turned(sign, turn) for sign in one.word.signs):
            if abs(sign.high[0] - sign.low[0]) < abs(sign.high[1] - sign.low[1]) and not sign.writing.is_off:
                grouped[round(sign.low[1], 1)].append((sign.low[0], sign, one))
    heights = sorted(grouped)
    rows = [_Row(grouped[height]) for height in heights]
    highest = _MOST_HIGH * max((sign.height for row in rows for sign in row.signs), default=0.0)
    for box in boxes:
        if box.height > highest:
            continue
        beside = rows[bisect_left(heights, box.bottom) : bisect_right(heights, box.top)]
        yield from _in_box(box, beside)


def _turn(seen: Sequence[Seen]) -> Callable[[Point], Point]:
    """Return how a page is turned so that most of its lines run from left to right."""
    ways: Counter[tuple[int, int]] = Counter()
    for one in seen:
        first, last = one.word.signs[0].start, one.word.signs[-1].end
        across, up = last[0] - first[0], last[1] - first[1]
        ways[(0, 1 if up > 0 else -1) if abs(up) > abs(across) else (1 if across >= 0 else -1, 0)] += 1
    (right, rise), _ = ways.most_common(1)[0] if ways else ((1, 0), 0)
    return lambda point: (point[0] * right + point[1] * rise, point[1] * right - point[0] * rise)


def _turned(sign: Sign, turn: Callable[[Point], Point]) -> Sign:
    return replace(sign, low=turn(sign.low), high=turn(sign.high), start=turn(sign.start), end=turn(sign.end))


def is_mask(ground: Ground) -> bool:
    """Whether something that was drawn is a dark box."""
    return ground.covers and is_dark(ground.colour) and ground.shape.fullness >= _LEAST_FULL


def _in_box(box: Box, rows: Sequence[_Row]) -> Iterator[tuple[int, bool]]:
    letters: Counter[int] = Counter()
    words: dict[int, Seen] = {}
    for row in rows:
        for sign, word in zip(*_between(row, box), strict=True):
            if box.bottom <= sign.high[1] <= box.top:
                letters[id(word)] += 1
                words[id(word)] = word
    inside = [word for key, word in words.items() if letters[key] * 2 >= len(word.word.signs)]
    if not inside:
        yield from ((index, False) for row in rows if (index := _beside(box, row)) is not None)
        return
    shown = [word for word in inside if word.way is None]
    label = " ".join(one.word.text for one in shown)
    if shown and len(label) <= _LONGEST_LABEL and _is_label(label):
        yield shown[0].word.signs[0].index, True


def _between(row: _Row, box: Box) -> tuple[list[Sign], list[Seen]]:
    first, last = bisect_left(row.across, box.left), bisect_right(row.across, box.right)
    return row.signs[first:last], row.words[first:last]


def _beside(box: Box, row: _Row) -> int | None:
    """Return before which letter the mask of an empty box goes; nothing where it stands by itself."""
    at = bisect_left(row.across, box.left)
    for place in (at - 1, at):
        if not 0 <= place < len(row.signs):
            continue
        sign = row.signs[place]
        far = box.left - sign.end[0] if place < at else sign.start[0] - box.right
        fits = sign.high[1] <= box.top and box.height <= _MOST_HIGH * sign.height
        if fits and box.width >= _LEAST_WIDE * sign.height and far <= _BESIDE * sign.height:
            return sign.index + (sum(not part.isspace() for part in sign.text) if place < at else 0)
    return None


def _is_label(words: str) -> bool:
    return any(mark.label for mark in find_marks(MASK + words, "text"))
