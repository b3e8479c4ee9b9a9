"""Tables that a text draws with bars: Markdown tables, grid tables, and the wrapped tables of Word converters."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from lpgminutes.importing.lines import joined
from lpgminutes.importing.source import Cell, SourceLine

Shorn = Callable[[str], tuple[str, bool]]
"""Takes the marks of a markup out of a cell's words; returns them and whether all of them are bold."""

_RULE = re.compile(r"[+|][-=:+| ]*[-=][-=:+| ]*[+|]?|:?-{3,}:?(?:\s*\|\s*:?-{3,}:?)+")
_GRID_RULE = re.compile(r"\+[-=:+]+\+")
_ENDS_JOINED = re.compile(r"(?:[&/,-]|\b(?:and|of|the|for|by|to))$")
_FEWEST_BARS = 2


@dataclass(frozen=True, slots=True)
class RawLine:
    """A line of a text as it stands there."""

    place: int
    text: str
    page: int = 1


def is_table_line(text: str) -> bool:
    """Whether a line belongs to a drawn table: it begins with a bar, or with the corner of a grid."""
    bare = text.strip()
    return bool(_GRID_RULE.fullmatch(bare)) or (bare.startswith("|") and bare.count("|") >= _FEWEST_BARS)


def is_rule(text: str) -> bool:
    """Whether a line only rules off a table."""
    return bool(_RULE.fullmatch(text.strip()))


def table_rows(lines: Sequence[RawLine], *, table: int, shorn: Shorn, after_gap: bool) -> Iterator[SourceLine]:
    """Yield the rows of one drawn table; rows with nothing in them are left out."""
    rules = [is_rule(line.text) for line in lines]
    if any(_GRID_RULE.fullmatch(line.text.strip()) for line in lines):
        groups = _between_rules(lines, rules)
    elif any(rules):
        groups = ([line] for line, rule in zip(lines, rules, strict=True) if not rule)
    else:
        groups = _wrapped(lines)
    heads = _head_ends(lines, rules)
    gap = after_gap
    for group in groups:
        row = _row(group, table=table, shorn=shorn, after_gap=gap, is_head=group[0].place < heads)
        if row is not None:
            yield row
            gap = False


def _head_ends(lines: Sequence[RawLine], rules: Sequence[bool]) -> int:
    """Return the place of the rule that closes the head of the table; 0 where none says so."""
    is_grid = bool(rules) and rules[0]
    for line, rule in zip(lines, rules, strict=True):
        if rule and (not is_grid or "=" in line.text):
            return line.place
    return 0


def _between_rules(lines: Sequence[RawLine], rules: Sequence[bool]) -> Iterator[list[RawLine]]:
    group: list[RawLine] = []
    for line, rule in zip(lines, rules, strict=True):
        if rule and group:
            yield group
            group = []
        elif not rule:
            group.append(line)
    if group:
        yield group


def _wrapped(lines: Sequence[RawLine]) -> Iterator[list[RawLine]]:
    """Yield the lines of each row where cells are wrapped and nothing rules the rows off."""
    group: list[RawLine] = []
    for line in lines:
        if group and _opens_row(line, group):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _opens_row(line: RawLine, row: Sequence[RawLine]) -> bool:
    """A row opens where its first cell is filled, unless that only carries on the first cell above it."""
    first, *others = _cells_of(line.text)
    if not first:
        return not any(any(_cells_of(before.text)) for before in row)
    above = _cells_of(row[-1].text)[0]
    carries_on = not any(others) and above and (first[:1].islower() or bool(_ENDS_JOINED.search(above)))
    return not carries_on


def _cells_of(text: str) -> list[str]:
    bare = text.strip().removeprefix("|").removesuffix("|")
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", bare)]


def _row(group: Sequence[RawLine], *, table: int, shorn: Shorn, after_gap: bool, is_head: bool) -> SourceLine | None:
    rows = [_cells_of(line.text) for line in group]
    cells = [_cell(column, _column(group, rows, column), shorn) for column in range(max(map(len, rows)))]
    if not any(cell.lines for cell in cells):
        return None
    return SourceLine(
        spaced="\t".join(" ".join(cell.text.split()) for cell in cells),
        place=group[0].place,
        page=group[0].page,
        after_gap=after_gap,
        table=table,
        cells=tuple(cells),
        is_table_head=is_head,
        is_bold=all(line.is_bold for cell in cells for line in cell.lines),
    )


def _column(group: Sequence[RawLine], rows: Sequence[list[str]], column: int) -> list[tuple[RawLine, str]]:
    """Return what stands in one column of a row, line by line."""
    return [(line, row[column] if column < len(row) else "") for line, row in zip(group, rows, strict=True)]


def _cell(column: int, parts: Sequence[tuple[RawLine, str]], shorn: Shorn) -> Cell:
    """Join the lines of a cell; a blank line parts its paragraphs."""
    lines: list[SourceLine] = []
    texts: list[str] = []
    begins = parts[0][0]
    for line, text in [*parts, (parts[-1][0], "")]:
        if text:
            begins = begins if texts else line
            texts.append(text)
        elif texts:
            words, is_bold = shorn(joined(texts))
            lines.append(SourceLine(spaced=words, place=begins.place, page=begins.page, is_bold=is_bold))
            texts = []
    return Cell(lines=tuple(line for line in lines if line.spaced), column=column)
