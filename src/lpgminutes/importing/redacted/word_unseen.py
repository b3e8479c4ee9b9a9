"""The words of a Word file that its page does not show although it prints them: blacked out, pale, too small.

How far letters stand out from their ground is measured by the contrast ratio of WCAG 2, which is 1 for the same colour
and 21 for black and white. WCAG asks for 4.5 that words can be read with ease, and for 3 in large letters.
"""

from collections.abc import Iterator

from lpgminutes.domain.reviewing.copy import CopyPlace, HiddenWay, HiddenWords
from lpgminutes.importing.redacted.word_colours import BLACK, contrast, is_dark, luminance
from lpgminutes.importing.redacted.word_looks import Look, Looks, Said
from lpgminutes.importing.source import PlaceUnit
from lpgminutes.importing.word.markup import Element, W, number, value

_ALIKE = 1.2
"""Contrast up to which letters cannot be told from their ground: #EAEAEA on white. Light grey, #D9D9D9, has 1.4."""
_LOST_IN_THE_DARK = 2.0
"""Contrast on a dark ground up to which letters cannot be read: black on #3F3F3F."""
_BLACKED_OUT = 4.5
"""The same where the dark lies behind these words alone: a blue link under a black highlight has 2.4 to 4.4."""
_BLACK_GROUND = 0.015
"""Luminance of what is meant for black: #202020 and 90 per cent of black, but not the dark blue of a heading."""
_TINY = 4
"""Half-points: letters of two points and less."""
_NARROW = 20
"""Per cent of their own width: letters of which nothing but strokes is left."""
_PILED_UP = 0.5
"""How much of the height of letters must be taken out between them until they stand on one another."""
_CLIPPED = 40
"""Twentieths of a point: an exact height of lines in which nothing can be seen."""


def unseen_words(root: Element, looks: Looks, *, over_pictures: frozenset[Element]) -> Iterator[HiddenWords]:
    """Yield the words of a story that its page does not show: those that touch as one.

    ``over_pictures`` are the paragraphs of which it cannot be said what they stand on.
    """
    for paragraph in root.iter(f"{W}p"):
        setting = looks.setting(paragraph)
        is_clipped = _is_clipped(setting.paragraph)
        pending: tuple[HiddenWay, str] | None = None
        for run in runs_of(paragraph):
            look = looks.look(run, setting)
            way = _way_of(look, is_over_picture=paragraph in over_pictures and look.ground == setting.ground)
            way = HiddenWay.TINY if way is None and is_clipped else way
            words = words_of(run)
            if pending and way is pending[0]:
                pending = (way, pending[1] + words)
                continue
            yield from _found(pending)
            pending = (way, words) if way else None
        yield from _found(pending)


def runs_of(paragraph: Element) -> Iterator[Element]:
    """Yield the runs of a paragraph, without those of the boxes that hang on it."""
    for run in paragraph.iter(f"{W}r"):
        if next(run.iterancestors(f"{W}p"), None) is paragraph:
            yield run


def words_of(run: Element) -> str:
    """Return the words of a run that are printed."""
    signs = {f"{W}tab": "\t", f"{W}noBreakHyphen": "-"}
    return "".join((e.text or "") if e.tag == f"{W}t" else signs.get(str(e.tag), "") for e in run)


def _way_of(look: Look, *, is_over_picture: bool) -> HiddenWay | None:
    return (None if is_over_picture else _lack_of_contrast(look)) or _lack_of_size(look)


def _lack_of_contrast(look: Look) -> HiddenWay | None:
    ground = look.ground.colour
    if ground is None:
        return None
    letters = look.letters
    if letters is None:
        if not _stays_black(look):
            return None
        letters = BLACK
    found = contrast(letters, ground)
    if is_dark(ground):
        least = _BLACKED_OUT if look.ground.is_on_words else _LOST_IN_THE_DARK
        return HiddenWay.COVERED if found <= least else None
    return HiddenWay.PALE if found <= _ALIKE else None


def _stays_black(look: Look) -> bool:
    """Whether letters of the automatic colour are black.

    Word makes them white on the dark ground of a heading; on one that somebody laid over these words, not every program
    does, and that it is black says what was meant.
    """
    ground = look.ground
    is_black = ground.colour is not None and luminance(ground.colour) <= _BLACK_GROUND
    return ground.is_on_words or (ground.is_by_hand and is_black)


def _lack_of_size(look: Look) -> HiddenWay | None:
    is_piled_up = -look.spacing / 10 >= look.size * _PILED_UP
    is_tiny = 0 <= look.size <= _TINY or 0 < look.width <= _NARROW or (look.size > 0 and is_piled_up)
    return HiddenWay.TINY if is_tiny else None


def _is_clipped(paragraph: Said) -> bool:
    spacing = paragraph.get(f"{W}spacing")
    line = number(value(spacing, "line"))
    return value(spacing, "lineRule") == "exact" and line is not None and 0 < line <= _CLIPPED


def _found(pending: tuple[HiddenWay, str] | None) -> Iterator[HiddenWords]:
    if pending and any(sign.isalnum() for sign in pending[1]):
        words = pending[1].strip()
        yield HiddenWords(way=pending[0], words=words, place=CopyPlace(unit=PlaceUnit.PARAGRAPH.value))
