"""The head of the minutes: title, date, place, and who was there."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lpgminutes.domain.marks import PrintedMark
from lpgminutes.domain.people import Attendance
from lpgminutes.domain.text import clean_line
from lpgminutes.domain.written_dates import dates_in
from lpgminutes.importing.attendance import CAPACITIES, read_people
from lpgminutes.importing.fields import Field, FieldName, read_fields
from lpgminutes.importing.lines import Line, is_sentence, joined
from lpgminutes.importing.marks import Cell, find_marks, read_cell, run_on, without_a_place
from lpgminutes.importing.remarks import Remarks
from lpgminutes.importing.written_times import read_when

_DOCUMENT_TYPE = re.compile(
    r"(?:draft |confirmed |approved )?(?:minutes|notes)(?: of (?:the )?meeting)?", re.IGNORECASE
)
_LINES_OF_A_TITLE = 4
_WORDS_OF_A_DATE = 8
_UNREAD = "a paragraph before the first item was not read."


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What the head says, with the marks in the meeting's own fields."""

    title: str = ""
    subtitle: str = ""
    date: dt.date | None = None
    start: dt.time | None = None
    end: dt.time | None = None
    location: str = ""
    attendance: tuple[Attendance, ...] = ()
    marks: tuple[PrintedMark, ...] = ()


def read_head(lines: Sequence[Line], remarks: Remarks) -> Head:
    """Read the lines before the first item."""
    before, fields = read_fields(lines, remarks)
    head = Head(attendance=tuple(_attendance(fields, remarks)))
    head = _with_opening_lines(head, before, remarks, titled=any(f.name is FieldName.TITLE for f in fields))
    for field in fields:
        if field.name is FieldName.TITLE:
            head = _with_title(head, [line.text for line in field.lines])
        elif field.name is FieldName.DATE:
            head = _with_date(head, field, remarks)
        elif field.name is FieldName.LOCATION:
            cell = read_value(field, "location")
            head = replace(head, location=cell.text, marks=(*head.marks, *cell.marks))
        elif field.name not in CAPACITIES:
            remarks.at(field.line, "a field that belongs below the minutes was not read.")
    return head


def read_value(field: Field, name: str) -> Cell:
    """Return the value of a field of one line with its marks."""
    value = joined(line.text for line in field.lines)
    cleaned = clean_line(value, what=f"The {field.name.value} (line {field.line})")
    return run_on(read_cell(cleaned.text, name, covered_by=field.label))


def _attendance(fields: Sequence[Field], remarks: Remarks) -> Iterator[Attendance]:
    for field in fields:
        if field.name in CAPACITIES:
            yield from read_people(field, remarks)


def _with_opening_lines(head: Head, lines: Sequence[Line], remarks: Remarks, *, titled: bool) -> Head:
    """Take the title and the date from the lines above the first field, where no field gives them."""
    title: list[str] = []
    closed = titled
    for line in lines:
        closed = closed or is_sentence(line.text) or _is_full(title, line)
        if _DOCUMENT_TYPE.fullmatch(line.text):
            continue
        if head.date is None and _is_date(line.text):
            head, closed = _dated(head, line.text), True
        elif closed:
            remarks.at(line.number, _UNREAD)
        else:
            title.append(line.text)
    return _with_title(head, title) if title else head


def _is_date(text: str) -> bool:
    """Whether a line is no more than one date, with its weekday and hours."""
    return len(text.split()) <= _WORDS_OF_A_DATE and len(set(dates_in(text))) == 1


def _is_full(title: Sequence[str], line: Line) -> bool:
    return bool(title) and (line.after_gap or len(title) == _LINES_OF_A_TITLE)


def _with_title(head: Head, lines: Sequence[str]) -> Head:
    whole = clean_line(joined(lines), what="The title").text
    opening = whole.rfind("(")
    aside = whole[opening:] if opening > 0 and whole.endswith(")") else ""
    subtitle = aside if " " in aside or aside in lines else ""
    title = whole.removesuffix(subtitle).strip()
    marks = (*find_marks(title, "title"), *find_marks(subtitle, "subtitle"))
    return replace(head, title=title, subtitle=subtitle, marks=(*head.marks, *marks))


def _with_date(head: Head, field: Field, remarks: Remarks) -> Head:
    cell = read_value(field, "date")
    if cell.marks:
        return replace(head, marks=(*head.marks, *without_a_place(cell.marks)))
    dated = _dated(head, cell.text)
    if cell.text and dated.date is None:
        remarks.at(field.line, "the date of the meeting could not be read; add it by hand.")
    return dated


def _dated(head: Head, text: str) -> Head:
    when = read_when(text)
    return replace(head, date=when.date, start=when.start, end=when.end) if when else head
