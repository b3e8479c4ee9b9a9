"""A clause laid to the widths of its two sides: as high as the higher of them, so that both scroll as one."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate

from rich.cells import get_character_cell_size
from textual.content import Content

from lpgminutes.domain.document import Place
from lpgminutes.tui.text import plain
from lpgminutes.tui.widgets.desk_layout import Clause, Piece, Pieces
from lpgminutes.tui.widgets.wrapping import Stretch, lines_of


@dataclass(frozen=True, slots=True, eq=False)
class LaidSide:
    """One side of a clause in lines."""

    pieces: Pieces
    indent: int
    starts: tuple[int, ...]
    """Where each piece begins in the words of the side."""
    lines: tuple[Stretch, ...]

    def line(self, number: int, chosen: Mapping[Place, Stretch]) -> Content:
        """Return a line with what is chosen told apart; empty past the last."""
        if number >= len(self.lines):
            return Content("")
        start, end = self.lines[number]
        first = max(bisect_right(self.starts, start) - 1, 0)
        runs = []
        for piece, at in zip(self.pieces[first:], self.starts[first:], strict=True):
            if at >= end:
                break
            low, high = max(start - at, 0), min(end - at, len(piece.words))
            runs.append(_run(piece, low, high, chosen))
        return Content("").join(runs)

    def hit(self, number: int, column: int) -> tuple[Place, int] | None:
        """Return the text at a column of a line, and the character in it; ``None`` where none is."""
        if number >= len(self.lines):
            return None
        at, end = self.lines[number]
        words = "".join(piece.words for piece in self.pieces)
        room = column - self.indent
        while at < end - 1 and room >= get_character_cell_size(words[at]):
            room -= get_character_cell_size(words[at])
            at += 1
        return self._text_at(at)

    def line_of(self, place: Place, character: int) -> int:
        """Return the line that a character of a text stands in."""
        for piece, at in zip(self.pieces, self.starts, strict=True):
            if piece.place == place and piece.start <= character < piece.start + max(piece.width, 1):
                position = at + min(character - piece.start, max(len(piece.words) - 1, 0))
                return max(next((n for n, line in enumerate(self.lines) if line[0] > position), len(self.lines)) - 1, 0)
        return 0

    def _text_at(self, at: int) -> tuple[Place, int] | None:
        number = max(bisect_right(self.starts, at) - 1, 0)
        for near in (*range(number, -1, -1), *range(number + 1, len(self.pieces))):
            piece = self.pieces[near]
            if piece.place is not None:
                inside = min(max(at - self.starts[near], 0), max(piece.width - 1, 0))
                return piece.place, piece.start + inside
        return None


@dataclass(frozen=True, slots=True, eq=False)
class LaidClause:
    """Both sides of a clause."""

    clause: Clause
    internal: LaidSide
    public: LaidSide
    height: int
    """With the empty line before it; nothing where there are no words on a side that is shown."""

    def lead(self, part: int) -> Content:
        """Return what hangs before a line: the lead before the first, the indent before the others."""
        indent = self.internal.indent
        if part or not self.clause.lead:
            return Content(" " * indent)
        return (
            plain(" " * self.clause.lead_at)
            .join((Content(""), plain(self.clause.lead, "soft")))
            .truncate(indent, pad=True)
        )


def laid(clause: Clause, internal_width: int, public_width: int) -> LaidClause:
    """Return a clause as it is laid; a width of 0 leaves that side out."""
    internal = _side(clause.internal, clause.indent, internal_width)
    public = _side(clause.public, clause.indent, public_width)
    lines = max(len(internal.lines), len(public.lines))
    return LaidClause(clause, internal, public, lines + clause.is_apart if lines else 0)


def _side(pieces: Pieces, indent: int, width: int) -> LaidSide:
    if not width:
        return LaidSide(pieces, indent, (0,) * len(pieces), ())
    starts = tuple(accumulate((len(piece.words) for piece in pieces), initial=0))[:-1]
    words = "".join(piece.words for piece in pieces)
    indent = min(indent, width // 2)
    return LaidSide(pieces, indent, starts, lines_of(words, width - indent) if words else ())


def _run(piece: Piece, low: int, high: int, chosen: Mapping[Place, Stretch]) -> Content:
    """Return a part of a piece, with what is chosen of it on a ground of its own."""
    run = plain(piece.words[low:high], piece.style)
    stretch = chosen.get(piece.place) if piece.place else None
    if stretch is None or not piece.width:
        return run
    is_whole = piece.width != len(piece.words)
    start, end = stretch[0] - piece.start - low, stretch[1] - piece.start - low
    if is_whole:
        start, end = (0, len(run.plain)) if start < piece.width and end > 0 else (0, 0)
    start, end = max(start, 0), min(end, len(run.plain))
    return run.stylize("chosen", start, end) if start < end else run
