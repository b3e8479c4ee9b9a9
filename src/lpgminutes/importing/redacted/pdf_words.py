"""The words on a page of a PDF, put together of what was written there in pieces."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import hypot

from lpgminutes.importing.redacted.pdf_geometry import Point
from lpgminutes.importing.redacted.pdf_state import Writing

_LOW, _HIGH = 0.1, 0.45
"""Where a small letter has its foot and its head, in heights above the line."""
_SAME_WORD = 0.15
_SAME_LINE = 0.5


@dataclass(frozen=True, slots=True)
class Sign:
    """A letter where it stands."""

    text: str
    low: Point
    high: Point
    start: Point
    end: Point
    writing: Writing
    index: int
    """How many letters come before it on the page, blanks not counted."""

    @property
    def is_within(self) -> bool:
        """Whether it stands where something is shown: on the page, and not cut off."""
        across, up = (self.low[0] + self.high[0]) / 2, (self.low[1] + self.high[1]) / 2
        return self.writing.clip.holds(across, up)

    @property
    def is_shown(self) -> bool:
        """Whether it would be seen, if nothing lay over it."""
        return self.is_within and not self.writing.is_off

    @property
    def height(self) -> float:
        """How high a letter is."""
        foot, head = self.writing.at(0, 0), self.writing.at(0, 1)
        return hypot(head[0] - foot[0], head[1] - foot[1])


@dataclass(slots=True)
class Word:
    """A word where it stands."""

    line: int
    """Counted in the order of the drawing."""
    signs: list[Sign] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its letters."""
        return "".join(sign.text for sign in self.signs)


def words_of(writings: Sequence[Writing], *, first: int = 0) -> list[Word]:
    """Return the words that were written, each in one piece; ``first`` is the letters that came before."""
    words: list[Word] = []
    current = Word(0)
    before: Sign | None = None
    for writing in writings:
        for text, start, end in zip(writing.letters, writing.starts, writing.ends, strict=True):
            if not text.strip():
                words, current = _ended(words, current)
                continue
            middle = (start + end) / 2
            sign = Sign(
                text,
                writing.at(middle, _LOW),
                writing.at(middle, _HIGH),
                writing.at(start, 0),
                writing.at(end, 0),
                writing,
                first,
            )
            first += sum(not letter.isspace() for letter in text)
            line, is_apart = _joined(before, sign, current.line)
            if is_apart:
                words, current = _ended(words, current)
                current.line = line
            current.signs.append(sign)
            before = sign
    return _ended(words, current)[0]


def _ended(words: list[Word], current: Word) -> tuple[list[Word], Word]:
    if current.signs:
        words.append(current)
    return words, Word(current.line)


def _joined(before: Sign | None, sign: Sign, line: int) -> tuple[int, bool]:
    """Return the line that a letter stands on, and whether it begins a word for the way it was moved to."""
    if before is None or before.writing is sign.writing:
        return line, False
    height = before.height or 1.0
    across, up = before.end[0] - before.start[0], before.end[1] - before.start[1]
    length = hypot(across, up)
    if not length:
        return line, True
    along = ((sign.start[0] - before.end[0]) * across + (sign.start[1] - before.end[1]) * up) / length
    aside = ((sign.start[1] - before.end[1]) * across - (sign.start[0] - before.end[0]) * up) / length
    if abs(aside) > _SAME_LINE * height or along < -_SAME_LINE * height:
        return line + 1, True
    return line, abs(along) > _SAME_WORD * height
