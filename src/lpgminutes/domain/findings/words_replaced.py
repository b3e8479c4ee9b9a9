"""What stands now where an earlier release of the same minutes withheld something: they were corrected since.

The words around a mark tell where it stood. What was put in the place of withheld words says what these say, put right.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache

from lpgminutes.domain.document import Place
from lpgminutes.domain.findings.nearly_the_words import PROSE
from lpgminutes.domain.findings.standing_open import Hit
from lpgminutes.domain.findings.stretches import left_of
from lpgminutes.domain.findings.two_releases import OtherRelease, ThisRelease, exposed
from lpgminutes.domain.folding import folded
from lpgminutes.domain.released_texts import KnownText

CORRECTED = "it stands where that stood: the minutes were corrected since"
_PIECES = re.compile(r"\w+(?:[.,'\u2019/-]\w+)*|[^\w\s]")
_ALIKE = 0.5
"""How much of what could be read has to stand still, for a text to be the same one."""
_FEWEST = 2
"""Words that have to stand still beside a mark."""
_FEWEST_OF_A_PASSAGE, _SAME_PASSAGE = 5, 0.7
"""Words of a passage that was withheld whole, and how much of them has to stand still for it to be the same."""
_SINGLE = frozenset({"title", "subtitle", "date", "location", "next_meeting", "contact.name", "contact.email"})
"""Fields that minutes have once: what stands there stands in place of what stood there."""
_ROWS_BY = {"attendance": "name", "declarations": "name", "actions": "text"}
"""The column by which a row is known to be the same one."""
_REMEMBERED = 65536
"""Passages that are kept compared: many releases withhold the same, and each is held against a case again and again."""
_Pieces = Sequence[tuple[str, int, int]]


def words_replaced(now: ThisRelease, then: OtherRelease) -> Iterator[Hit]:
    """Yield what stands open where words were that the earlier release withheld and that were corrected since."""
    before, rows = {text.words for text in then.texts}, {text.place: text.words for text in then.texts}
    new = {place: words for place, words in now.whole.items() if words and words not in before}
    for text in then.texts:
        if new and text.withheld and text.words not in now.places:
            is_same_row = _is_same_row(text.place, rows, now.whole)
            for place, start, end in _replaced(text, new, is_same_row=is_same_row):
                for left, right in left_of(((start, end),), now.stretches.get(place, ())):
                    yield from exposed(new[place], left, right, open_in=place, withheld_in=text.place, why=CORRECTED)


def _is_same_row(place: Place, before: Mapping[Place, str], now: Mapping[Place, str]) -> bool:
    """Whether what stands in a place stands in that of what stood there: a field that is there once, the same row."""
    table, _, cell = place.field.partition(".")
    if (by := _ROWS_BY.get(table)) is None or cell == by:
        return place.field in _SINGLE
    row = replace(place, field=f"{table}.{by}", part=0)
    return row in before and before[row] == now.get(row)


def _replaced(text: KnownText, new: Mapping[Place, str], *, is_same_row: bool) -> Iterator[tuple[Place, int, int]]:
    if text.withheld == ((0, len(text.words)),):
        for place, words in new.items():
            if (is_same_row and place == text.place) or (
                place.field.startswith(PROSE) and _is_same_passage(text.words, words)
            ):
                yield place, 0, len(words)
        return
    same = [text.place] if text.place in new else [place for place in new if place.field == text.place.field]
    for place in same:
        found = tuple(_in_place_of(text, new[place], fewest=1 if is_same_row else _FEWEST))
        if found:
            yield from ((place, start, end) for start, end in found)
            return


def _in_place_of(text: KnownText, words: str, *, fewest: int) -> Iterator[tuple[int, int]]:
    """Yield what stands in a corrected text between the words that stood around each mark."""
    old, new = _pieces(text.words), _pieces(words)
    matcher = SequenceMatcher(None, [piece for piece, _, _ in old], [piece for piece, _, _ in new], autojunk=False)
    still = {a + n: b + n for a, b, size in matcher.get_matching_blocks() for n in range(size)}
    hidden = [_covered(old, start, end) for start, end in text.withheld]
    readable = [at for at in range(len(old)) if not any(first <= at < last for first, last in hidden)]
    standing = [at for at in readable if at in still and old[at][0][0].isalnum()]
    if len(standing) < fewest or len([at for at in readable if at in still]) < _ALIKE * len(readable):
        return
    for (first, last), (start, end) in zip(hidden, text.withheld, strict=True):
        left = still.get(first - 1) if first else -1
        right = still.get(last) if last < len(old) else len(new)
        if left is None or right is None or right - left < 2:  # noqa: PLR2004 - nothing stands between
            continue
        stretch = new[left + 1][1], new[right - 1][2]
        if folded(words[slice(*stretch)]) != folded(text.words[start:end]):
            yield stretch


@lru_cache(maxsize=_REMEMBERED)
def _is_same_passage(words: str, others: str) -> bool:
    """Whether one passage is the other in other words, or a part of it."""
    one, other = _words_of(words), _words_of(others)
    shorter = min(len(one), len(other))
    enough = _SAME_PASSAGE * shorter
    if shorter < _FEWEST_OF_A_PASSAGE or (Counter(one) & Counter(other)).total() < enough:
        return False
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) >= enough


@lru_cache(maxsize=_REMEMBERED)
def _words_of(said: str) -> tuple[str, ...]:
    return tuple(piece.lower() for piece, _, _ in _pieces(said) if piece[0].isalnum())


def _pieces(words: str) -> _Pieces:
    return [(match.group(), *match.span()) for match in _PIECES.finditer(words)]


def _covered(pieces: _Pieces, start: int, end: int) -> tuple[int, int]:
    """Return the first piece that a stretch touches, and the first one behind it."""
    inside = [at for at, (_, left, right) in enumerate(pieces) if left < end and right > start]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)
