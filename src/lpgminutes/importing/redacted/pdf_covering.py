"""What a reader of a page of a PDF does not see of its words, and why."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from lpgminutes.domain.reviewing.copy import HiddenWay
from lpgminutes.importing.redacted.pdf_colour import WHITE, Colour, are_alike, is_dark
from lpgminutes.importing.redacted.pdf_rows import Rows
from lpgminutes.importing.redacted.pdf_state import Drawing, Ground
from lpgminutes.importing.redacted.pdf_words import Sign, Word, words_of

_MANY_LETTERS = 4
"""As many letters of a word that are not seen make it one that is not seen."""
_SHEET, _STRIP = 0.5, 0.6
"""How much of a page a scan takes up, and of its width or height a strip of a scan."""
_MOST_SHEETS = 50
_NEAR = 2.0


@dataclass(frozen=True, slots=True)
class Seen:
    """A word with the reason why it is not seen; with none for one that is."""

    word: Word
    way: HiddenWay | None


@dataclass(slots=True)
class _Look:
    """What lies over a point of a letter, or else behind it."""

    over: Ground | None = None
    behind: Ground | None = None


def seen_words(drawing: Drawing) -> list[Seen]:
    """Return every word of a page, each with the reason why a reader does not see it."""
    words = words_of(drawing.writings)
    signs = [sign for word in words for sign in word.signs]
    ways = dict(zip(map(id, signs), _ways(drawing, signs), strict=True))
    seen = [Seen(word, _of_word([ways[id(sign)] for sign in word.signs])) for word in words]
    open_too = {place for one in seen if one.way is None for place in _around(one.word)}
    return [Seen(one.word, None if one.way and _place(one.word) in open_too else one.way) for one in seen]


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


def _ways(drawing: Drawing, signs: Sequence[Sign]) -> Iterator[HiddenWay | None]:
    sheets = _sheets(drawing)
    looks = [(_Look(), _Look()) for _ in signs]
    proposed: set[int] = set()
    points = [
        (point, index * 2 + half)
        for index, sign in enumerate(signs)
        if not _is_elsewhere(sign)
        for half, point in enumerate((sign.low, sign.high))
    ]
    rows = Rows(points)
    for ground in reversed(drawing.grounds):
        for name, take_out in rows.under(ground.shape):
            if ground.is_proposal:
                proposed.add(name // 2)
            elif _settles(looks[name // 2][name % 2], ground, signs[name // 2]):
                take_out()
    for index, (sign, (low, high)) in enumerate(zip(signs, looks, strict=True)):
        if sign.writing.is_off:
            yield HiddenWay.LAYER
        elif _is_elsewhere(sign):
            yield HiddenWay.OUTSIDE
        elif index in proposed:
            yield HiddenWay.NOT_APPLIED
        else:
            yield (_painted if sign.writing.is_painted else _unpainted)(sign, low, high, sheets)


def _is_elsewhere(sign: Sign) -> bool:
    """Whether a letter stands where nothing is shown: off the page, or cut off."""
    clip = sign.writing.clip
    x, y = (sign.low[0] + sign.high[0]) / 2, (sign.low[1] + sign.high[1]) / 2
    return sign.writing.is_off or not clip.holds(x, y)


def _settles(look: _Look, ground: Ground, sign: Sign) -> bool:
    """Keep what a ground is to a point of a letter; whether that is all there is to know."""
    if not sign.writing.is_painted:
        if ground.is_picture or ground.covers:
            look.over = ground
    elif ground.order < sign.writing.order:
        look.behind = ground
    elif ground.covers:
        look.over = ground
    return look.over is not None or look.behind is not None


def _painted(sign: Sign, low: _Look, high: _Look, sheets: Sequence[Ground]) -> HiddenWay | None:
    if low.over is not None and high.over is not None:
        return _under(low.over, sheets)
    own = sign.writing.colour
    if all(look.over is not None or are_alike(own, _ground_of(look)) for look in (low, high)):
        return HiddenWay.COVERED if is_dark(own) else HiddenWay.PALE
    return None


def _ground_of(look: _Look) -> Colour | None:
    return look.behind.colour if look.behind is not None else WHITE


def _under(ground: Ground, sheets: Sequence[Ground]) -> HiddenWay:
    if ground.is_picture and ground in sheets:
        return HiddenWay.SCAN
    if ground.is_picture and ground.colour is None:
        return HiddenWay.PICTURED
    return HiddenWay.COVERED if is_dark(ground.colour) else HiddenWay.BOXED


def _unpainted(sign: Sign, low: _Look, high: _Look, sheets: Sequence[Ground]) -> HiddenWay:
    """Return how words are there that nothing paints: as the text of a scan, or under what lies over the scan."""
    over = low.over
    if over is None or high.over is None:
        return HiddenWay.SCAN if over is not high.over and _is_on(sign, sheets) else HiddenWay.HIDDEN
    if over in sheets:
        return HiddenWay.SCAN
    is_on_scan = any(sheet.order < over.order for sheet in sheets if sheet.shape.box.holds(*sign.low))
    if over.is_picture:
        return _under(over, sheets) if is_on_scan else HiddenWay.SCAN
    return _under(over, sheets) if is_on_scan else HiddenWay.HIDDEN


def _is_on(sign: Sign, sheets: Sequence[Ground]) -> bool:
    return any(sheet.shape.box.holds(*point) for sheet in sheets for point in (sign.low, sign.high))


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
