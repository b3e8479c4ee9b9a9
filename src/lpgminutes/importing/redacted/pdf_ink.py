"""What a page of a PDF paints, in order: words with the look they have, and dark boxes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

MOST_OPERATIONS = 300_000
"""Steps of the drawing of one page: a full page of text takes some thousands."""
_DARK, _PALE = 0.35, 0.94
_INVISIBLE = 3
"""The way of writing that paints nothing: words behind a scanned picture."""
_LETTER = 0.5
"""The width of a letter on the average, as a part of its height."""
_SHOWS = frozenset({b"Tj", b"TJ", b"'", b'"'})
_FILLS = frozenset({b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"})
_ENDS = frozenset({*_FILLS, b"S", b"s", b"n"})


class TooMuch(Exception):
    """A page is drawn in more steps than a page of minutes can be."""


@dataclass(frozen=True, slots=True)
class Box:
    """A dark box on the page, in its units."""

    left: float
    bottom: float
    right: float
    top: float
    order: float
    """When it was painted, in steps."""


@dataclass(frozen=True, slots=True)
class Writing:
    """A stretch of words as painted."""

    words: str
    left: float
    base: float
    height: float
    shade: float
    """From 0, black, to 1, white."""
    is_invisible: bool
    order: int

    @property
    def width(self) -> float:
        """About how wide it is."""
        return len(self.words) * self.height * _LETTER

    @property
    def is_pale(self) -> bool:
        """Whether it has the colour of the page."""
        return self.shade >= _PALE


@dataclass(slots=True)
class Ink:
    """Follows the drawing of one page."""

    boxes: list[Box] = field(default_factory=list)
    writings: list[Writing] = field(default_factory=list)
    steps: int = 0
    _shade: float = 0.0
    _mode: int = 0
    _saved: list[tuple[float, int]] = field(default_factory=list)
    _path: list[Box] = field(default_factory=list)
    _written: tuple[float, int, int] | None = None
    """Shade, mode and step of the first words that were painted and not yet handed over."""

    def operation(self, operator: bytes, operands: Sequence[object], matrix: Sequence[float], _: object) -> None:
        """Take one step of the drawing."""
        self.steps += 1
        if self.steps > MOST_OPERATIONS:
            raise TooMuch
        if operator == b"q":
            self._saved.append((self._shade, self._mode))
        elif operator == b"Q" and self._saved:
            self._shade, self._mode = self._saved.pop()
        elif operator == b"Tr":
            self._mode = int(_numbers(operands)[0]) if _numbers(operands) else 0
        elif operator in {b"g", b"rg", b"k", b"sc", b"scn"}:
            self._shade = _shade(_numbers(operands), self._shade)
        elif operator in _SHOWS:
            self._written = self._written or (self._shade, self._mode, self.steps)
        elif operator == b"re":
            self._rectangle(_numbers(operands), matrix)
        elif operator in _ENDS:
            self._paint(operator)

    def text(self, words: str, matrix: Sequence[float], text: Sequence[float], _: object, size: float) -> None:
        """Take a stretch of words."""
        shade, mode, order = self._written or (self._shade, self._mode, self.steps)
        self._written = None
        if words.strip():
            left, base = _moved(text[4], text[5], matrix)
            height = abs(size * (text[3] or text[1]) * (matrix[3] or 1)) or abs(size)
            self.writings.append(Writing(words.strip("\n"), left, base, height, shade, mode == _INVISIBLE, order))

    def covered(self) -> Iterator[str]:
        """Yield the words that lie under a dark box, about as far as it reaches, whole words each."""
        for writing in self.writings:
            for box in self.boxes:
                is_over = box.order > writing.order or writing.shade <= _DARK
                if is_over and (words := _under(box, writing)):
                    yield words

    def pale(self) -> Iterator[str]:
        """Yield the words in the colour of the page that no dark box lies behind."""
        for writing in self.writings:
            if writing.is_pale and not writing.is_invisible and not any(_under(box, writing) for box in self.boxes):
                yield writing.words.strip()

    def invisible(self) -> Iterator[str]:
        """Yield the words that are not painted at all."""
        yield from (writing.words.strip() for writing in self.writings if writing.is_invisible)

    def _rectangle(self, numbers: Sequence[float], matrix: Sequence[float]) -> None:
        if len(numbers) == 4:  # noqa: PLR2004 - a corner, a width and a height
            x, y, width, height = numbers
            (left, bottom), (right, top) = _moved(x, y, matrix), _moved(x + width, y + height, matrix)
            self._path.append(Box(min(left, right), min(bottom, top), max(left, right), max(bottom, top), self.steps))

    def _paint(self, operator: bytes) -> None:
        if operator in _FILLS and self._shade <= _DARK:
            self.boxes += [Box(b.left, b.bottom, b.right, b.top, self.steps) for b in self._path]
        self._path = []


def _under(box: Box, writing: Writing) -> str:
    """Return the words under a box; empty when it lies beside them or is a mere line."""
    middle = writing.base + writing.height * 0.3
    if not box.bottom <= middle <= box.top or box.top - box.bottom < writing.height * 0.5:
        return ""
    left, right = max(box.left, writing.left), min(box.right, writing.left + writing.width)
    if right - left < writing.height * _LETTER:
        return ""
    first = int((left - writing.left) / writing.width * len(writing.words))
    last = int((right - writing.left) / writing.width * len(writing.words))
    begin = writing.words.rfind(" ", 0, first + 1) + 1
    end = writing.words.find(" ", max(last - 1, begin))
    return writing.words[begin : end if end > 0 else None].strip()


def _moved(x: float, y: float, matrix: Sequence[float]) -> tuple[float, float]:
    a, b, c, d, e, f = (float(part) for part in matrix[:6])
    return a * x + c * y + e, b * x + d * y + f


def _numbers(operands: Sequence[object]) -> list[float]:
    return [float(part) for part in operands if isinstance(part, int | float)]


def _shade(numbers: Sequence[float], before: float) -> float:
    """Return how bright a colour is: of one number grey, of three light, of four ink."""
    if len(numbers) == 1:
        return numbers[0]
    if len(numbers) == 3:  # noqa: PLR2004 - red, green, blue
        return 0.299 * numbers[0] + 0.587 * numbers[1] + 0.114 * numbers[2]
    if len(numbers) == 4:  # noqa: PLR2004 - cyan, magenta, yellow, black
        return (1 - numbers[3]) * (1 - sum(numbers[:3]) / 3)
    return before
