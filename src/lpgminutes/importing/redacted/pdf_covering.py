"""What a reader of a page of a PDF does not see of its words, and why."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from lpgminutes.domain.reviewing.copy import HiddenWay
from lpgminutes.importing.redacted.pdf_colour import is_dark
from lpgminutes.importing.redacted.pdf_looks import Look, looks_of
from lpgminutes.importing.redacted.pdf_state import Drawing, Ground
from lpgminutes.importing.redacted.pdf_words import Sign, Word, words_of

_MANY_LETTERS = 4
"""As many letters of a word that are not seen make it one that is not seen."""
_SHEET, _STRIP = 0.5, 0.6
"""How much of a page a scan takes up, and of its width or height a strip of a scan."""
_MOST_SHEETS = 50
_TINY, _MUCH_SMALLER = 2.0, 3
"""Letters of two points and less are too small to see, where the usual ones of the page are three times as high."""
_NEAR = 2.0


@dataclass(frozen=True, slots=True)
class Seen:
    """A word with the reason why it is not seen; with none for one that is."""

    word: Word
    way: HiddenWay | None


def seen_words(drawing: Drawing) -> list[Seen]:
    """Return every word of a page, each with the reason why a reader does not see it."""
    words = words_of(drawing.writings)
    signs = [sign for word in words for sign in word.signs]
    sheets = _sheets(drawing)
    tiny = _tiny(signs)
    ways = iter(
        [
            _way(sign, look, sheets) or (HiddenWay.TINY if sign.height < tiny else None)
            for sign, look in zip(signs, looks_of(drawing, signs), strict=True)
        ]
    )
    seen = [Seen(word, _of_word([next(ways) for _ in word.signs])) for word in words]
    open_too = {place for one in seen if one.way is None for place in _around(one.word)}
    return [Seen(one.word, None if one.way and _place(one.word) in open_too else one.way) for one in seen]


def _tiny(signs: Sequence[Sign]) -> float:
    """Return the height below which a letter is too small to see, beside others that are not."""
    heights = sorted(sign.height for sign in signs)
    usual = heights[len(heights) // 2] if heights else 0.0
    return min(_TINY, usual / _MUCH_SMALLER)


def stretches(seen: Sequence[Seen]) -> Iterator[tuple[HiddenWay, str]]:
    """Yield what is not seen: words that stand together on a line, with one reason."""
    for (way, _), group in groupby(seen, key=lambda one: (one.way, one.word.line)):
        words = " ".join(one.word.text for one in group)
        if way is not None and any(letter.isalnum() for letter in words):
            yield way, words


def _of_word(ways: Sequence[HiddenWay | None]) -> HiddenWay | None:
    hidden = [way for way in ways if way is not None]
    if len(hidden) * 2 < len(ways) and len(hidden) < _MANY_LETTERS:
        return None
    return Counter(hidden).most_common(1)[0][0]


def _place(word: Word) -> tuple[str, int, int]:
    x, y = word.signs[0].start
    return word.text, round(x / _NEAR), round(y / _NEAR)


def _around(word: Word) -> Iterator[tuple[str, int, int]]:
    """Yield where the same word would stand in the same place: letters are painted twice to make them bold."""
    text, x, y = _place(word)
    yield from ((text, x + right, y + up) for right in (-1, 0, 1) for up in (-1, 0, 1))


def _way(sign: Sign, look: Look, sheets: Sequence[Ground]) -> HiddenWay | None:
    if sign.writing.is_off:
        return HiddenWay.LAYER
    if not sign.is_within:
        return HiddenWay.OUTSIDE
    if look.is_proposed:
        return HiddenWay.NOT_APPLIED
    return _painted(sign, look, sheets) if sign.writing.is_painted else _unpainted(sign, look, sheets)


def _painted(sign: Sign, look: Look, sheets: Sequence[Ground]) -> HiddenWay | None:
    lower, upper = look.over
    if lower is not None and upper is not None:
        return _under(lower, sheets)
    if look.is_lost:
        return HiddenWay.COVERED if is_dark(sign.writing.colour) else HiddenWay.PALE
    return None


def _unpainted(sign: Sign, look: Look, sheets: Sequence[Ground]) -> HiddenWay:
    """Return how words are there that nothing paints: as the text of a scan, or under what lies over the scan."""
    lower, upper = look.over
    if lower is None or upper is None:
        is_on_scan = any(sheet.shape.box.holds(*point) for sheet in sheets for point in (sign.low, sign.high))
        return HiddenWay.SCAN if is_on_scan else HiddenWay.HIDDEN
    if _is_one_of(lower, sheets):
        return HiddenWay.SCAN
    is_on_scan = any(sheet.order < lower.order and sheet.shape.box.holds(*sign.low) for sheet in sheets)
    if is_on_scan:
        return _under(lower, sheets)
    return HiddenWay.SCAN if lower.is_picture else HiddenWay.HIDDEN


def _under(ground: Ground, sheets: Sequence[Ground]) -> HiddenWay:
    if _is_one_of(ground, sheets):
        return HiddenWay.SCAN
    if ground.is_picture and ground.colour is None:
        return HiddenWay.PICTURED
    return HiddenWay.COVERED if is_dark(ground.colour) else HiddenWay.BOXED


def _is_one_of(ground: Ground, sheets: Sequence[Ground]) -> bool:
    return any(ground is sheet for sheet in sheets)


def _sheets(drawing: Drawing) -> list[Ground]:
    """Return the pictures that are the page: a scan, whole or in strips."""
    page = drawing.sheet
    pictures = [ground for ground in drawing.grounds if ground.is_picture]
    is_scan = sum(ground.shape.box.area for ground in pictures) >= _SHEET * page.area
    found = []
    for ground in pictures:
        box = ground.shape.box
        is_strip = box.width >= _STRIP * page.width or box.height >= _STRIP * page.height
        if box.area >= _SHEET * page.area or (is_scan and is_strip):
            found.append(ground)
    return found[:_MOST_SHEETS]
