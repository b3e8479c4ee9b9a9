"""A paragraph of a Word file as the lines that a person sees of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lpgminutes.importing.source import LineKind, SourceLine
from lpgminutes.importing.word.inline import Box, Break, Piece, Words
from lpgminutes.importing.word.markup import Element, child
from lpgminutes.importing.word.numbering import Label
from lpgminutes.importing.word.styles import Look, indent, outline_level

_TWIPS_OF_A_CHARACTER = 144
"""A tenth of an inch, in twentieths of a point."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """Where a paragraph stands: what its lines have in common before their words are known."""

    place: int
    kind: LineKind
    page: int
    after_gap: bool
    turn: Break
    """What turns the page."""
    table: int | None = None


def lines_of(
    pieces: Sequence[Piece], *, look: Look, label: Label, properties: Element | None, stand: Stand
) -> Iterator[SourceLine]:
    """Yield a line for each stretch between manual breaks that has words.

    An empty paragraph gives none, unless it prints a number: in a table the words often stand in the next cell.
    """
    level = outline_level(properties)
    outline = look.outline_level if level is None else level or None
    begins_at = _characters(indent(properties), label.indent, look.indent)
    gap, begun = stand.after_gap, False
    for stretch in _stretches([Words(f"{label.words} "), *pieces] if label.words else pieces):
        gap = gap or (begun and stretch.begins_page)
        if not (stretch.words or (stretch.is_last and not begun and label.number)):
            continue
        shown = _shown(stretch.words)
        yield SourceLine(
            spaced=shown.text,
            place=stand.place,
            kind=stand.kind,
            page=stand.page + sum(piece is stand.turn for piece in pieces[: stretch.start]),
            after_gap=gap,
            continues=begun,
            indent=begins_at,
            style=look.name,
            outline_level=outline,
            number="" if begun else label.number,
            bullet="" if begun else label.bullet,
            list_level=label.level,
            is_bold=shown.is_bold,
            bold_start=shown.bold_start,
            is_italic=shown.is_italic,
            table=stand.table,
        )
        gap, begun = False, True


@dataclass(slots=True)
class _Stretch:
    """The words between two manual breaks."""

    start: int
    """The place of its first words among the pieces."""
    begins_page: bool = False
    words: list[Words] = field(default_factory=list)
    is_last: bool = False


def _stretches(pieces: Sequence[Piece]) -> Iterator[_Stretch]:
    stretch = _Stretch(0)
    for place, piece in enumerate(pieces, start=1):
        if isinstance(piece, Words):
            stretch.start = stretch.start if _has_words(stretch.words) else place
            stretch.words.append(piece)
        elif piece in {Break.LINE, Break.PAGE}:
            yield _settled(stretch)
            stretch = _Stretch(place, begins_page=piece is Break.PAGE)
    stretch.is_last = True
    yield _settled(stretch)


def _settled(stretch: _Stretch) -> _Stretch:
    """Let go of a stretch of nothing but spaces."""
    if not _has_words(stretch.words):
        stretch.words.clear()
    return stretch


def _has_words(stretch: Sequence[Words]) -> bool:
    return any(words.text.strip() for words in stretch)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """The words of a line, and how they look."""

    text: str
    is_bold: bool
    bold_start: int
    is_italic: bool


def _shown(stretch: Sequence[Words]) -> _Shown:
    spaced = "".join(words.text for words in stretch)
    front = len(spaced) - len(spaced.lstrip(" "))
    spaced = spaced.strip(" ").rstrip()
    bold = _front(stretch, bold=True) - front
    visible = [words for words in stretch if words.text.strip()]
    return _Shown(
        text=spaced,
        is_bold=bool(visible) and all(words.is_bold for words in visible),
        bold_start=max(0, min(bold, len(spaced))),
        is_italic=bool(visible) and all(words.is_italic for words in visible),
    )


def _front(stretch: Sequence[Words], *, bold: bool) -> int:
    """Return how many characters at the front are bold; spaces of either look do not end it."""
    reach = length = 0
    for words in stretch:
        length += len(words.text)
        if words.text.strip():
            if words.is_bold is not bold:
                break
            reach = length
    return reach


def _characters(*choices: int | None) -> int:
    """Return the first indent that is given, in characters."""
    twips = next((choice for choice in choices if choice is not None), 0)
    return max(0, round(twips / _TWIPS_OF_A_CHARACTER))


def boxes_of(pieces: Sequence[Piece]) -> Iterator[Element]:
    """Yield what the text boxes of a paragraph hold."""
    yield from (piece.content for piece in pieces if isinstance(piece, Box))


def ends_deleted(properties: Element | None) -> bool:
    """Whether the end of a paragraph was deleted under tracked changes, so that it runs into the next."""
    marks = child(properties, "rPr")
    return child(marks, "del") is not None or child(marks, "moveFrom") is not None


def begins_page(properties: Element | None) -> bool:
    """Whether a paragraph stands at the head of a page of its own accord."""
    return child(properties, "pageBreakBefore") is not None
