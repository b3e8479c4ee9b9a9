"""The drawn shapes of a Word file: what they lie over, which of them are labels, and which must be looked at."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lpgminutes.domain.reviewing.copy import CopyPlace, HiddenWay, HiddenWords
from lpgminutes.importing.marks import read_cell, take_label
from lpgminutes.importing.redacted.word_colours import WHITE, contrast
from lpgminutes.importing.redacted.word_fills import (
    BOX,
    Fill,
    Spot,
    fill_of,
    height_of,
    lies_behind_text,
    lies_over_text,
    shapes_of,
    spot_of,
)
from lpgminutes.importing.redacted.word_lines import Lines, is_at_the_left
from lpgminutes.importing.source import PlaceUnit
from lpgminutes.importing.word.inline import text_of
from lpgminutes.importing.word.markup import DRAWING, Element, W

_LEAD = re.compile(
    r"(?:(?:information|text|words) )?(?:exempt(?:ion)?|redacted|withheld|removed)(?: information)?"
    r"(?:\s?[:\u2013-]| under| by virtue of)?(?: the)? ",
    re.IGNORECASE,
)
_REST = re.compile(
    r"(?:of (?:the )?(?:FOIS?A|FOI Act|Freedom of Information(?: \(Scotland\))? Act)(?: (?:2000|2002))?)?"
    r"(?:\W+(?:personal|commercial|third party|legal)[\w -]{0,30})?\W{0,2}",
    re.IGNORECASE,
)
_PAGE_SEEN = 1.2
"""Contrast to white from which a shape behind the text is a ground of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What the shapes of one story are."""

    covered: tuple[HiddenWords, ...]
    labels: Mapping[str, str]
    """The exemptions that stand in boxes of their own, by their lines; empty for a line that cites none."""
    unseen: int
    """How many shapes may cover words, of which nobody can say which."""
    over_pictures: frozenset[Element]
    """The paragraphs that a shape or a picture lies behind."""


def drawn_shapes(root: Element, lines: Lines) -> Drawn:
    """Return what the shapes of a story are."""
    covered: list[HiddenWords] = []
    labels: dict[str, str] = {}
    unseen = 0
    for shape in shapes_of(root):
        fill, words = fill_of(shape, lines.looks.palette), _folded(shape)
        if _label_in(words):
            labels |= {text: _label_in(text) or "" for text in map(_folded, shape.iter(f"{W}p")) if text}
        under = _under(shape, lines) if lies_over_text(shape) and not fill.is_clear else ()
        if under and fill.is_dark:
            covered += [_covered(one) for one in under]
        else:
            unseen += _may_cover(shape, fill, has_words=bool(words), has_words_under=bool(under))
    return Drawn(
        covered=tuple(covered),
        labels=labels,
        unseen=unseen,
        over_pictures=frozenset(_over_pictures(root, lines)),
    )


def _under(shape: Element, lines: Lines) -> tuple[str, ...]:
    """Return the words that a shape lies over, as far as its place tells, without those that are marks."""
    paragraph, spot = _paragraph_of(shape), spot_of(shape)
    if paragraph is None or spot is None or not is_at_the_left(lines.looks.setting(paragraph)):
        return ()
    under = lines.under(paragraph, spot)
    return tuple(words for words in under if re.search(r"\w", words) and not read_cell(words, "text").is_withheld)


def _may_cover(shape: Element, fill: Fill, *, has_words: bool, has_words_under: bool) -> bool:
    """Whether somebody must look at a shape: one without words, or with words and laid over others."""
    if fill.is_clear or lies_behind_text(shape):
        return False
    return not has_words or has_words_under or (fill.is_dark and lies_over_text(shape))


def _over_pictures(root: Element, lines: Lines) -> Iterator[Element]:
    """Yield the paragraphs that a coloured shape or a picture lies behind, so that white words may be seen on it."""
    behind = [
        shape for shape in shapes_of(root) if lies_behind_text(shape) and _is_seen(fill_of(shape, lines.looks.palette))
    ]
    pictures = [blip for blip in root.iter(f"{DRAWING}blip") if lies_behind_text(blip)]
    for shape in (*behind, *pictures):
        paragraph = _paragraph_of(shape)
        if paragraph is not None:
            yield from lines.reached(paragraph, spot_of(shape) or Spot(0, 0, 0, height_of(shape)))


def _is_seen(fill: Fill) -> bool:
    return not fill.is_clear and (fill.colour is None or contrast(fill.colour, WHITE) > _PAGE_SEEN)


def _paragraph_of(shape: Element) -> Element | None:
    return next(shape.iterancestors(f"{W}p"), None)


def _label_in(words: str) -> str | None:
    """Return the exemption of words that say nothing else: ``s40(2)``, ``Exempt under FOIA s.43(2)``."""
    lead = _LEAD.match(words)
    label, rest = take_label(words[lead.end() :] if lead else words)
    return label if _REST.fullmatch(rest) else None


def _folded(element: Element) -> str:
    boxes = [element] if element.tag == f"{W}p" else list(element.iter(BOX))
    return " ".join(" ".join(text_of(box) for box in boxes).split())


def _covered(words: str) -> HiddenWords:
    return HiddenWords(way=HiddenWay.COVERED, words=words, place=CopyPlace(unit=PlaceUnit.PARAGRAPH.value))
