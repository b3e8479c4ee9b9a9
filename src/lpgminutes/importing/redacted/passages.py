"""The passages of a redacted copy: lines joined to paragraphs, each under its number or its field, with its marks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from lpgminutes.domain.reviewing.copy import CopyPlace, Passage
from lpgminutes.domain.reviewing.subjects import names_people
from lpgminutes.importing.labels import LABEL
from lpgminutes.importing.lines import ends_sentence, is_sentence, take_bullet
from lpgminutes.importing.marks import take_label
from lpgminutes.importing.redacted.shown_marks import shown_marks
from lpgminutes.importing.redacted.worded_marks import STAMP
from lpgminutes.importing.source import LineKind, SourceLine

_NUMBER = re.compile(
    r"(?P<number>\d{1,2}(?:\.\d{1,3}){1,2}|\d{1,2}(?=\.\s|\.$|\)\s)|[A-Z]{2,6} \d{1,3}/\d{1,4})[.)]?(?:\s+|$)"
)
_HEADED = re.compile(
    r"(?P<number>\d{1,2})(?:(?:\t|[^\S\n]{2,})(?=\S)|\s(?!(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\b)"
    r"(?=[A-Z\[\u2588]))"
)
"""The number of an item without a stop, before its title: ``1  Welcome``; a heading may begin with a date too."""
_LONGEST_HEADING = 3
"""Lines over one rule."""
_SEMICOLONS_OF_A_ROW = 2
"""Between the name, the post and the organisation of a person, whose row may end as a sentence does."""
_FIELD_NAME = (
    r"(?P<field>(?:Title|Subject|Date|Time|Location|Venue|Place|Chair(?:man|woman|person|ed by)?|Attendees|Attendance"
    r"|Present|Members present|In attendance|Observers?|Apologies|Notes?|Minutes taken by|Note.?taker|Secretary"
    r"|Secretariat|Next meeting|Date of next meeting|Contact|E-?mail|Telephone|Phone|Author|From|To|Copies|Cc)"
    r"(?: \([^()]{1,30}\))?)"
)
_FIELD = re.compile(rf"{_FIELD_NAME}\s*:", re.IGNORECASE)
_FIELD_OF_ROW = re.compile(rf"{_FIELD_NAME}\s*(?P<label>{LABEL})?", re.IGNORECASE)
"""The name of a field in the first cell of its row, where no colon is needed."""
_COLUMN_OF_NAMES = re.compile(rf"(?P<field>Names?)\s?[(\[]?(?P<label>{LABEL})[)\]]?(?:\s+[A-Z][a-z/ ]+)*")
"""The same over a list that is no table: ``Name S40(2)  Role``."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_COLUMN = re.compile(rf"[A-Za-z][A-Za-z /&-]{{1,40}}?[\s:(\[-]*(?P<label>{LABEL})[)\]]?")
"""The heading of a column that is withheld under one label: ``Name S40(2)``."""


_STAMPED = re.compile(STAMP, re.IGNORECASE)


_RULE = re.compile(r"[-=_~]{3,}")
_SECTION = re.compile(
    r"attend(?:ance|ees)|present|in attendance|apologies|observers?|declarations(?: of interests?)?|decisions(?: made)?"
    r"|action(?:s| log| points?)|(?:date of )?next meeting|contact|approval of these minutes",
    re.IGNORECASE,
)
"""What stands alone over a part of its own; any other heading stands within the minute or item above it."""
_GOES_ON = re.compile(r"declarations|decisions|action|approval", re.IGNORECASE)
"""Parts that hold sentences, up to the next heading."""


@dataclass(slots=True)
class _Open:
    """The passage that is being put together."""

    pieces: list[str] = field(default_factory=list)
    starts: list[tuple[int, int]] = field(default_factory=list)
    length: int = 0
    leads_row: bool = True
    """Whether it stands in the first cell of its row, or in no table."""
    indent: int = 0
    """How far in its first line begins."""
    label: str | None = None
    """The label on the heading of its column."""

    def add(self, text: str, place: int) -> None:
        """Add one line."""
        self.length += bool(self.pieces)
        self.starts.append((self.length, place))
        self.pieces.append(text)
        self.length += len(text)


@dataclass(slots=True)
class _Under:
    """The number, or the field or heading, that holds until the next."""

    clause: str = ""
    field: str = ""
    label: str | None = None
    is_of_row: bool = False
    """Whether it stands in a table, so that the next row may end it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line with what its surroundings say of it."""

    line: SourceLine
    text: str
    leads_row: bool
    is_cell: bool = False
    is_heading: bool = False
    label: str | None = None
    """The label on the heading of its column."""
    begins_table: bool = False
    is_value: bool = False
    """Whether it stands in the cell after the name of its field."""


def passages_of(lines: Sequence[SourceLine], unit: str, *, is_wrapped: bool) -> Iterator[Passage]:
    """Yield the passages of a copy in reading order; ``is_wrapped`` says whether one may run over several lines."""
    under, current = _Under(), _Open()
    stands_apart = False
    for seen in _lines(lines):
        text = seen.text
        bullet = take_bullet(text, may_begin=seen.line.after_gap)
        stamp = _STAMPED.fullmatch(text)
        moved = _moved(under, seen, current)
        begins = seen.line.after_gap or stands_apart or bullet or stamp or seen.is_cell or moved is not under
        if begins or not is_wrapped or seen.line.kind is not LineKind.BODY:
            yield from _passage(current, under, unit)
            current, under = _begun(seen), moved
        stands_apart = bool(stamp or seen.is_heading or (bullet and not bullet[1]))
        if words := bullet[1] if bullet else text:
            current.add(words, seen.line.place)
    yield from _passage(current, under, unit)


def _begun(seen: _Line) -> _Open:
    return _Open(leads_row=seen.leads_row or seen.is_value, indent=seen.line.indent, label=seen.label)


def _lines(rows: Sequence[SourceLine]) -> Iterator[_Line]:
    """Yield the lines, and those in the cells of each row, without the rules that are drawn under headings."""
    ruled = _over_a_rule(rows)
    columns: dict[int, str] = {}
    for at, (row, following) in enumerate(zip_longest(rows, rows[1:])):
        if row.cells:
            goes_on = at and rows[at - 1].cells and not row.after_gap
            columns = columns if goes_on else _labelled_columns(row)
            leads = " ".join(line.text for line in row.cells[0].lines)
            is_named = not leads or _FIELD_OF_ROW.fullmatch(leads.rstrip(" :")) is not None
            for position, cell in enumerate(row.cells):
                for line in cell.lines:
                    yield from (
                        _Line(
                            line=inner,
                            text=_numbered(inner),
                            leads_row=position == 0,
                            is_cell=True,
                            label=columns.get(position),
                            begins_table=not goes_on,
                            is_value=is_named and position == 1,
                        )
                        for inner in line.flat()
                    )
        elif not _RULE.fullmatch(row.text):
            is_ruled = following is not None and not following.cells and bool(_RULE.fullmatch(following.text))
            is_heading = is_ruled or at in ruled or row.outline_level is not None
            yield _Line(line=row, text=_numbered(row), leads_row=True, is_heading=is_heading)


def _labelled_columns(heading: SourceLine) -> dict[int, str]:
    """Return the labels on the headings of a table, by the columns that they cover."""
    said = ((at, " ".join(line.text for line in cell.lines)) for at, cell in enumerate(heading.cells))
    return {at: match["label"] for at, text in said if (match := _COLUMN.fullmatch(text.strip()))}


def _over_a_rule(rows: Sequence[SourceLine]) -> frozenset[int]:
    """Return the lines of titles with a number that take several lines over a rule as long as the longest of them."""
    found: set[int] = set()
    for at, row in enumerate(rows):
        if row.cells or not _HEADED.match(_spaced(row)):
            continue
        for end in range(at + 1, min(at + 1 + _LONGEST_HEADING, len(rows))):
            if rows[end].after_gap or rows[end].cells:
                break
            if _RULE.fullmatch(rows[end].text):
                is_as_long = len(rows[end].text) == max(len(line.spaced.strip()) for line in rows[at:end])
                found |= set(range(at, end)) if is_as_long else set()
                break
    return frozenset(found)


def _numbered(line: SourceLine) -> str:
    return f"{line.number} {line.text}".strip() if line.number else line.text


def _spaced(line: SourceLine) -> str:
    return f"{line.number}  {line.spaced}" if line.number else line.spaced.strip()


def _moved(under: _Under, seen: _Line, current: _Open) -> _Under:
    """Return what the passage that begins here stands under; the same when nothing changes."""
    if seen.line.kind is not LineKind.BODY or not seen.leads_row:
        return under
    if (number := _number_of(seen)) and not _goes_on(under, seen, current):
        return _Under(clause=number)
    if headed := (_FIELD_OF_ROW if seen.is_cell else _COLUMN_OF_NAMES).fullmatch(seen.text):
        return _Under(field=headed["field"], label=headed["label"], is_of_row=seen.is_cell)
    if named := _FIELD.match(seen.text):
        label, _ = take_label(seen.text[named.end() :].strip())
        return _Under(field=named["field"].strip(), label=label, is_of_row=seen.is_cell)
    is_title = current.pieces[-1:] == [f"{under.clause}."]
    if not is_title and _SECTION.fullmatch(seen.text) and (seen.is_heading or seen.text[0].isupper()):
        return _Under(field=seen.text)
    has_day = under.field.lower() == "date" and _YEAR.search(" ".join(current.pieces))
    return _Under() if has_day or _is_over(under, seen) else under


def _number_of(seen: _Line) -> str:
    """Return the number that a line begins with; a point of a list has none, its figures are figures."""
    if seen.line.bullet:
        return ""
    found = _NUMBER.match(seen.text) or (_HEADED.match(_spaced(seen.line)) if seen.is_heading else None)
    return found["number"] if found else ""


def _goes_on(under: _Under, seen: _Line, current: _Open) -> bool:
    """Whether a line that hangs in its paragraph goes on with a sentence: ``see section`` and, below it, ``3. of``."""
    hangs = bool(current.pieces) and not seen.line.after_gap and seen.line.indent > current.indent
    below = f"{under.clause.partition('.')[0]}."
    return hangs and not ends_sentence(current.pieces[-1]) and not (under.clause and seen.text.startswith(below))


def _is_over(under: _Under, seen: _Line) -> bool:
    """Whether a field ended: one that holds people at a sentence, one that holds one text at a gap or another row."""
    field_name = under.field
    if seen.is_cell and field_name and not names_people(field_name) and not _GOES_ON.match(field_name):
        return not _SECTION.fullmatch(field_name) or under.is_of_row
    if under.is_of_row and (seen.begins_table or not seen.is_cell):
        return True
    if not field_name or _GOES_ON.match(field_name):
        return False
    is_row = names_people(field_name) and seen.text.count(";") >= _SEMICOLONS_OF_A_ROW
    return (is_sentence(seen.text) and not is_row) or (seen.line.after_gap and not names_people(field_name))


def _passage(current: _Open, under: _Under, unit: str) -> Iterator[Passage]:
    if not current.pieces:
        return
    text = " ".join(current.pieces)
    place = CopyPlace(unit=unit, at=current.starts[0][1], clause=under.clause, field=under.field)
    marks = shown_marks(text, field=under.field, label=under.label or current.label, leads_row=current.leads_row)
    yield Passage(text=text, place=place, marks=tuple(marks), starts=tuple(current.starts))
