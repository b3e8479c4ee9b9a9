"""Logs whose columns a scanner ran together: ``REFERENCE ACTION BY WHOM``, then each row on a line or a few.

Nothing but the words tells the cells apart, so a row must begin as the first row does, with a date or a reference,
and its owners must be people or posts that the paper knows, at the end of a line or behind a bar.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from lpgminutes.importing.action_tables import Column, column_of
from lpgminutes.importing.lines import ends_sentence
from lpgminutes.importing.owners import Called, known_owners_at_end
from lpgminutes.importing.source import Cell, SourceLine

_MONTHS = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_DATE = rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{_MONTHS}\s+(?:19|20)\d\d|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}})\.?"
_REFERENCE = r"(?:[A-Z]{1,8}[ -]?)?\d{1,4}(?:[./-]\d{1,4})*(?:\([a-z]{1,4}\)|[a-z])?[.):]?"
_LEAD = re.compile(rf"(?:(?P<date>{_DATE})|(?P<ref>{_REFERENCE}))(?=\s|$)\s*")
_BAR = re.compile(r"\s+[|}\]]\s+(?=[^|]*$)")
_MOST_WORDS_OF_HEADS = 8
_MOST_WORDS_OF_A_GROUP = 4
_FEWEST_ROWS = 2
_LEADS = frozenset({Column.REF, Column.RAISED})
"""What the first column may hold."""


class _Lead(Enum):
    DATE = "date"
    REFERENCE = "reference"


@dataclass(slots=True)
class _Row:
    """A row as far as it is read: the lines of each of its cells."""

    lead: list[SourceLine] = field(default_factory=list)
    text: list[SourceLine] = field(default_factory=list)
    owners: list[SourceLine] = field(default_factory=list)

    def cells(self) -> tuple[Cell, ...]:
        """Return its cells from left to right."""
        return tuple(
            Cell(lines=tuple(lines), column=at) for at, lines in enumerate((self.lead, self.text, self.owners))
        )

    @property
    def is_open(self) -> bool:
        """Whether its owners run on: a stroke ends them, or a forename whose second part stands below."""
        owners = " ".join(line.text for line in self.owners)
        last = owners.rpartition("/")[2].strip()
        return bool(owners) and (not last or owners[-1] in ",&" or (" " not in last and last.istitle()))


def with_run_in_rows(lines: Sequence[SourceLine], known: Called) -> list[SourceLine]:
    """Return the lines, those of a log that a scanner ran together put into its rows."""
    at = next((at for at, line in enumerate(lines) if _heads(line) and _leads(lines[at + 1 :])), None)
    if at is None:
        return list(lines)
    table = max((line.table or 0 for line in lines), default=0) + 1
    return [*lines[:at], _head_row(lines[at], table), *_Log(lines[at + 1 :], table, known).lines()]


def _heads(line: SourceLine) -> tuple[str, ...]:
    """Return the heads that a line names one after the other: of a reference, an action, an owner; else none."""
    words = line.text.split()
    if line.cells or line.bullet or line.number or len(words) > _MOST_WORDS_OF_HEADS:
        return ()
    for text in (at for at in range(1, len(words) - 1) if column_of(" ".join(words[:at])) in _LEADS):
        for owner in range(text + 1, len(words)):
            heads = " ".join(words[:text]), " ".join(words[text:owner]), " ".join(words[owner:])
            if column_of(heads[1]) is Column.TEXT and column_of(heads[2]) is Column.OWNER:
                return heads
    return ()


def _head_row(line: SourceLine, table: int) -> SourceLine:
    cells = tuple(Cell(lines=(replace(line, spaced=head),), column=at) for at, head in enumerate(_heads(line)))
    return replace(line, table=table, cells=cells, is_table_head=True)


def _lead_of(line: SourceLine) -> _Lead | None:
    match = _LEAD.match(line.text)
    if match is None or line.cells:
        return None
    return _Lead.DATE if match["date"] else _Lead.REFERENCE


def _leads(lines: Sequence[SourceLine]) -> _Lead | None:
    """Return how every row begins: as the first does, below the head or below the title of a first group."""
    first = next((lead for line in lines[:2] if (lead := _lead_of(line)) is not None), None)
    return first if first and sum(_lead_of(line) is first for line in lines) >= _FEWEST_ROWS else None


class _Log:
    """The lines below the head of one log."""

    def __init__(self, lines: Sequence[SourceLine], table: int, known: Called) -> None:
        self._lines = lines
        self._table = table
        self._known = known
        self._lead = _leads(lines)
        self._last = max(at for at, line in enumerate(lines) if _lead_of(line) is self._lead)

    def lines(self) -> Iterator[SourceLine]:
        """Yield its rows, the titles of its groups, and what stands below it."""
        row: _Row | None = None
        begun: SourceLine | None = None
        for at, line in enumerate(self._lines):
            opens = _lead_of(line) is self._lead
            ends = row is not None and at > self._last and self._is_said(row) and not self._may_lead(row, line)
            if begun is not None and row is not None and (opens or ends or self._is_group(at, row)):
                yield self._put_together(begun, row)
                row = begun = None
            if opens:
                row, begun = _Row(), line
            if row is None:
                yield line
            else:
                self._take(row, line)
            if ends:
                yield from self._lines[at + 1 :]
                return
        if begun is not None and row is not None:
            yield self._put_together(begun, row)

    def _put_together(self, begun: SourceLine, row: _Row) -> SourceLine:
        cells = row.cells()
        spaced = "\t".join(" ".join(cell.text.split()) for cell in cells)
        return replace(begun, spaced=spaced, table=self._table, cells=cells)

    def _is_said(self, row: _Row) -> bool:
        """Whether a row has said all: no name is half told, and its words end as a sentence does."""
        return bool(row.text) and not row.is_open and ends_sentence(row.text[-1].text)

    def _is_group(self, at: int, row: _Row) -> bool:
        """Whether a line titles the rows below it."""
        line = self._lines[at]
        below = self._lines[at + 1] if at + 1 < len(self._lines) else None
        is_title = line.text[:1].isupper() and len(line.text.split()) <= _MOST_WORDS_OF_A_GROUP
        is_apart = _lead_of(line) is None and below is not None and _lead_of(below) is self._lead
        return is_title and is_apart and not row.is_open and not ends_sentence(line.text)

    def _take(self, row: _Row, line: SourceLine) -> None:
        """Put the words of a line into the cells of its row."""
        rest = line.spaced
        lead = _LEAD.match(line.text) if self._may_lead(row, line) else None
        if lead is not None:
            row.lead.append(replace(line, spaced=lead.group().strip()))
            rest = line.text[lead.end() :]
        words, owners = self._parted(rest, row)
        if words:
            row.text.append(replace(line, spaced=words))
        if owners:
            row.owners.append(replace(line, spaced=owners))
        if not (words or owners or lead):
            row.text.append(line)

    def _may_lead(self, row: _Row, line: SourceLine) -> bool:
        """Whether a line may begin with a date or a reference: the first, or one with the other below it."""
        return not row.lead or (len(row.lead) == 1 and _lead_of(line) not in {None, self._lead})

    def _parted(self, words: str, row: _Row) -> tuple[str, str]:
        """Part the words of a line from the owners at its end: behind a bar, or known to the paper."""
        bar = _BAR.search(words)
        if bar is not None:
            return words[: bar.start()].strip(), words[bar.end() :].strip()
        if row.owners and not row.is_open:
            return words, ""
        return known_owners_at_end(words, self._known)
