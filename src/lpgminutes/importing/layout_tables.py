"""Tables that only lay out the page: the items of a meeting in cells, with a column for numbers or for actions.

Many bodies type their minutes into a table, one item to a row. Such a table is taken out of its grid, so that its
cells are read as the paragraphs that they are; tables that are lists of people, of fields or of actions stay tables.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lpgminutes.importing.action_tables import layout_of
from lpgminutes.importing.attendance_columns import is_people_table, runs_of_rows
from lpgminutes.importing.attendance_labels import read_label
from lpgminutes.importing.fields import name_of
from lpgminutes.importing.source import Cell, SetAside, SourceLine

_NUMBER = re.compile(r"(?:item )?(?:[A-Z]{1,6}[ /-]?)?\d{1,4}(?:[./]\d{1,4})*(?:\([a-z]{1,3}\))?[.):]?", re.IGNORECASE)
_HEAD_WORDS = re.compile(
    r"(?:agenda )?items?(?: no\.?)?|no\.?|number|#|ref\.?|minutes?|notes?|discussion(?: points?)?|description|subject"
    r"|topic|details?"
    r"|agenda(?: item)?|decisions?|papers?|time|lead|presenter|summary(?: of discussion)?|key points?|title"
    r"|matters? discussed",
    re.IGNORECASE,
)
_ACTION_HEAD = re.compile(
    r"actions?(?: points?| by| owners?| required| ?[/&] ?(?:owner|by whom|lead))?|(?:action )?owner|by whom|who"
    r"|responsib(?:le|ility)",
    re.IGNORECASE,
)
_TOLD_HEAD = re.compile(
    r"minutes?|notes?|discussion(?: points?)?|description|details?|summary(?: of discussion)?|key points?"
    r"|matters? discussed",
    re.IGNORECASE,
)
_CUE = re.compile(r"actions?\b|ap\b", re.IGNORECASE)
_LONG = 90
_SOME = 0.3
_MOSTLY = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Unrolled:
    """The lines of a paper, those of layout tables out of their cells."""

    lines: tuple[SourceLine, ...]
    set_aside: tuple[SetAside, ...] = ()


def unroll_tables(lines: Sequence[SourceLine]) -> Unrolled:
    """Take the tables that only lay out the page out of their cells."""
    kept: list[SourceLine] = []
    aside: list[SetAside] = []
    tables = dict(runs_of_rows(lines))
    at = 0
    while at < len(lines):
        rows = lines[at : tables[at]] if at in tables else ()
        if rows and _is_layout(rows):
            unrolled = _Table(rows)
            kept += unrolled.lines()
            aside += unrolled.heads()
            at += len(rows)
        else:
            kept.append(lines[at])
            at += 1
    return Unrolled(lines=tuple(kept), set_aside=tuple(aside))


def _is_layout(rows: Sequence[SourceLine]) -> bool:
    """Whether a table holds running text, and is no list of people, fields or actions."""
    if any(not row.cells for row in rows) or (any(layout_of(row) for row in rows[:3]) and not _tells_more(rows)):
        return False
    filled = [row for row in rows if any(cell.lines for cell in row.cells)]
    texts = [row for row in filled if any(_is_text(cell) for cell in row.cells)]
    if not filled or len(texts) < max(1, len(filled) * _SOME):
        return False
    numbered = sum(_number_of(row) != "" for row in filled)
    if numbered >= max(2, len(filled) * _SOME):
        return True
    return not (_lists_fields(filled) or is_people_table(rows))


def _tells_more(rows: Sequence[SourceLine]) -> bool:
    """Whether a table has a column for what was said, which says more than the one for actions beside it."""
    head = next((row for row in rows[:3] if _is_head(row)), None)
    if head is None:
        return False
    said = {cell.column for cell in head.cells if _TOLD_HEAD.fullmatch(_words(cell))}
    acts = {cell.column for cell in head.cells if _ACTION_HEAD.fullmatch(_words(cell))}
    told = sum(len(cell.text) for row in rows for cell in row.cells if cell.column in said)
    return told > sum(len(cell.text) for row in rows for cell in row.cells if cell.column in acts)


def _is_text(cell: Cell) -> bool:
    return len(cell.lines) > 1 or any(len(line.text) > _LONG for line in cell.lines)


def _lists_fields(rows: Sequence[SourceLine]) -> bool:
    """Whether most rows are a name of a field, and its value beside it."""
    named = 0
    for row in rows:
        first = next((line for cell in row.cells for line in cell.lines), None)
        is_pair = sum(bool(cell.lines) for cell in row.cells) > 1
        named += (
            first is not None and is_pair and (read_label(f"{first.spaced}:") is not None or bool(name_of([row], 0)))
        )
    return named * 2 > len(rows)


def _number_of(row: SourceLine) -> str:
    """Return the number that the first cell of a row holds and nothing else."""
    filled = [cell for cell in row.cells if cell.lines]
    if len(filled) < 2 or len(filled[0].lines) != 1:  # noqa: PLR2004 - a number and what it counts
        return ""
    line = filled[0].lines[0]
    words = " ".join(part for part in (line.number, line.text) if part)
    return words if _NUMBER.fullmatch(words) else ""


class _Table:
    """One table, taken out of its grid row by row."""

    def __init__(self, rows: Sequence[SourceLine]) -> None:
        self._rows = rows
        self._actions = {
            cell.column for row in rows if _is_head(row) for cell in row.cells if _ACTION_HEAD.fullmatch(_words(cell))
        }

        firsts = [line for row in rows if (line := _first(row)) is not None and not _is_head(row)]
        self._is_titled = sum(line.is_bold and len(line.text) <= _LONG for line in firsts) >= len(firsts) * _MOSTLY
        """Whether the rows begin with a title in bold."""

    def lines(self) -> Iterator[SourceLine]:
        """Yield the paragraphs in the cells, from left to right and from top to bottom."""
        for row in self._rows:
            if not _is_head(row):
                yield from self._row(row)

    def heads(self) -> Iterator[SetAside]:
        """Yield the rows that only name the columns."""
        for row in self._rows:
            if _is_head(row):
                yield SetAside(place=row.place, words=row.text, why="the head of a table")

    def _row(self, row: SourceLine) -> Iterator[SourceLine]:
        number = _number_of(row)
        is_title = not number and self._is_titled
        cells = [cell for cell in row.cells if cell.lines]
        for cell in cells[1:] if number else cells:
            is_action = cell.column in self._actions
            for at, inner in enumerate(line for outer in cell.lines for line in outer.flat()):
                opens = at == 0 and not is_action
                line = replace(inner, table=None, after_gap=opens)
                if is_title and opens:
                    line = replace(line, outline_level=line.outline_level or 1)
                if is_action and not _CUE.match(line.text):
                    line = replace(line, spaced=f"Action: {line.spaced}", bold_start=0, is_bold=False)
                yield replace(line, number=line.number or number) if opens and number else line
                number, is_title = "", False


def _first(row: SourceLine) -> SourceLine | None:
    return next((line for cell in row.cells for line in cell.lines if line.text), None)


def _is_head(row: SourceLine) -> bool:
    """Whether a row only names the columns."""
    words = [_words(cell) for cell in row.cells if cell.lines]
    known = [word for word in words if _HEAD_WORDS.fullmatch(word) or _ACTION_HEAD.fullmatch(word)]
    return len(words) > 1 and len(known) == len(words)


def _words(cell: Cell) -> str:
    return " ".join(cell.text.split()).strip(" :")
