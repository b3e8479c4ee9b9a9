"""About where the words of a Word file stand on its page: near enough to say which of them a box lies over.

Word itself is not there to lay the page out: letters have the widths of a usual typeface, and lines their usual height.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lpgminutes.importing.redacted.word_fills import Spot
from lpgminutes.importing.redacted.word_looks import Looks, Setting
from lpgminutes.importing.redacted.word_unseen import runs_of, words_of
from lpgminutes.importing.word.markup import Element, W, child, number, value

_NARROW, _WIDE = frozenset("iljtfrI.,:;'!|()[] "), frozenset("mwMWQO@%")
_PARTS = (0.28, 0.5, 0.82)
"""How wide narrow, usual and wide letters are, as parts of their height."""
_CAPITAL = 0.6
_BROAD_FACES, _BROADER = ("arial", "helvetica", "liberation sans", "verdana", "tahoma"), 1.07
"""Typefaces whose letters are broader than those of Calibri and Times, and by how much."""
_USUAL_SIZE = 11.0
_TAB = 36.0
"""Points from one tab stop to the next."""
_LINE = 1.22
"""The height of a line, as a part of that of its letters."""
_A4 = 451.0
"""Points across the text of a page of A4 with margins of an inch."""
_TWIPS, _TWIPS_OF_A_LINE = 20, 240
_MOSTLY = 0.4
"""How much of a word a box lies over at least until the word counts as covered."""
_MOST_PARAGRAPHS = 200
_ENDS = frozenset(f"{W}{name}" for name in ("tbl", "sdt", "sectPr"))


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    left: float
    right: float
    middle: float
    """How far down its line stands, to the middle of the letters."""


@dataclass(slots=True)
class Lines:
    """Lays paragraphs out, about as Word does."""

    looks: Looks
    _widths: dict[Element, float] = field(default_factory=dict)

    def under(self, paragraph: Element, spot: Spot) -> tuple[str, ...]:
        """Return the words that a box lies over which hangs on a paragraph, a text for each paragraph."""
        found = (
            " ".join(word.text for word in words if _covers(spot, word)) for _, words in self._below(paragraph, spot)
        )
        return tuple(words for words in found if words)

    def reached(self, paragraph: Element, spot: Spot) -> Iterator[Element]:
        """Yield the paragraphs down to which a box reaches."""
        yield from (one for one, _ in self._below(paragraph, spot))

    def _below(self, paragraph: Element, spot: Spot) -> Iterator[tuple[Element, list[_Word]]]:
        """Yield paragraphs with their words, as far down as a box reaches."""
        top = 0.0
        following: list[Element] = [paragraph]
        for one in paragraph.itersiblings():
            if one.tag in _ENDS or len(following) >= _MOST_PARAGRAPHS:
                break
            following += [one] if one.tag == f"{W}p" else []
        for one in following:
            if top > spot.top + spot.height:
                return
            words, bottom = self._laid(one, top)
            yield one, words
            top = bottom

    def _laid(self, paragraph: Element, top: float) -> tuple[list[_Word], float]:
        setting = self.looks.setting(paragraph)
        spacing, indent = setting.paragraph.get(f"{W}spacing"), setting.paragraph.get(f"{W}ind")
        is_first = top == 0
        y = top if is_first else top + _points(value(spacing, "before"))
        left = _points(value(indent, "left") or value(indent, "start"))
        is_numbered = child(paragraph, "pPr", "numPr") is not None
        first = _points(value(indent, "firstLine")) - (0 if is_numbered else _points(value(indent, "hanging")))
        x, words = left + first, list[_Word]()
        size, breadth = self._letters(paragraph, setting)
        height = _height(spacing, size)
        for text, is_apart in _words_of(paragraph):
            width = sum(_width(letter) for letter in text) * size * breadth
            if text == "\t":
                x = (x // _TAB + 1) * _TAB
                continue
            gap = _PARTS[0] * size if is_apart else 0.0
            if text == "\n" or x + gap + width > self._across(paragraph):
                x, y = left, y + height
                gap = 0.0
            if text != "\n":
                words.append(_Word(text, x + gap, x + gap + width, y + height / 2))
                x += gap + width
        return words, y + height + _points(value(spacing, "after"))

    def _letters(self, paragraph: Element, setting: Setting) -> tuple[float, float]:
        """Return how high most letters of a paragraph are, in points, and how broad against the usual."""
        runs = sorted(((len(words_of(run)), run) for run in runs_of(paragraph)), key=lambda entry: -entry[0])
        if not runs:
            return _USUAL_SIZE, 1.0
        look = self.looks.look(runs[0][1], setting)
        return look.size / 2 or _USUAL_SIZE, _BROADER if look.face.lower().startswith(_BROAD_FACES) else 1.0

    def _across(self, paragraph: Element) -> float:
        """Return how wide the column is that a paragraph stands in."""
        cell = next(paragraph.iterancestors(f"{W}tc"), None)
        if cell is not None:
            return _points(value(child(cell, "tcPr", "tcW"), "w")) or _A4
        root = paragraph.getroottree().getroot()
        if root not in self._widths:
            section = next(root.iter(f"{W}sectPr"), None)
            page, margins = child(section, "pgSz"), child(section, "pgMar")
            width = _points(value(page, "w")) - _points(value(margins, "left")) - _points(value(margins, "right"))
            self._widths[root] = width if width > _TAB else _A4
        return self._widths[root]


def is_at_the_left(setting: Setting) -> bool:
    """Whether the lines of a paragraph begin at the left, so that it is known where its words stand."""
    return value(setting.paragraph.get(f"{W}jc")) in {None, "left", "start", "both"}


def _words_of(paragraph: Element) -> Iterator[tuple[str, bool]]:
    """Yield words, tabs and breaks, and whether a space stands before each."""
    text = "".join(
        "\n" if run.find(f"{W}br") is not None and not words_of(run) else words_of(run) for run in runs_of(paragraph)
    )
    word, is_apart = "", False
    for letter in f"{text} ":
        if not letter.isspace() or letter == "\u00a0":
            word += letter
            continue
        if word:
            yield word, is_apart
        if letter in "\t\n":
            yield letter, False
        word, is_apart = "", letter == " "


def _covers(spot: Spot, word: _Word) -> bool:
    over = min(spot.left + spot.width, word.right) - max(spot.left, word.left)
    is_level = spot.top <= word.middle <= spot.top + spot.height
    return is_level and over >= _MOSTLY * (word.right - word.left)


def _height(spacing: Element | None, size: float) -> float:
    line = number(value(spacing, "line"))
    if line is None or line <= 0:
        return size * _LINE
    is_exact = value(spacing, "lineRule") in {"exact", "atLeast"}
    return max(line / _TWIPS, 1.0) if is_exact else size * _LINE * line / _TWIPS_OF_A_LINE


def _width(letter: str) -> float:
    if letter in _NARROW:
        return _PARTS[0]
    return _PARTS[2] if letter in _WIDE else _CAPITAL if letter.isupper() else _PARTS[1]


def _points(text: str | None) -> float:
    return (number(text) or 0) / _TWIPS
