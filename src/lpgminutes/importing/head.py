"""The head of the minutes: title, date, place, and who was there."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lpgminutes.domain.marks import PrintedMark
from lpgminutes.domain.people import Attendance
from lpgminutes.domain.sayings.written_times import read_hours, read_when
from lpgminutes.domain.text import clean_line
from lpgminutes.importing.attendance import PeopleField, read_people
from lpgminutes.importing.attendance_columns import (
    flattened,
    is_flattened,
    is_people_table,
    is_stacked,
    runs_of_rows,
    stacked,
    table_people,
)
from lpgminutes.importing.fields import Field, FieldName, read_fields
from lpgminutes.importing.head_lines import (
    LINK,
    HeadLine,
    american_date,
    has_postcode,
    is_place,
    read_head_line,
    weekday_differs,
)
from lpgminutes.importing.lines import joined
from lpgminutes.importing.marks import Cell, find_marks, read_cell, run_on, without_a_place
from lpgminutes.importing.remarks import Remarks
from lpgminutes.importing.source import SourceLine

_LINES_OF_A_TITLE = 4
_LONGEST_TITLE = 200
_UNREAD = "a line of the head was not understood; it was set aside."


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
    preamble: tuple[SourceLine, ...] = ()
    """Running text before the first item."""
    words: tuple[str, ...] = ()
    """The printed words that became structure: names of fields, the kind of the document."""


def read_head(lines: Sequence[SourceLine], remarks: Remarks) -> Head:
    """Read the lines before the first item."""
    beside, rest = _side_by_side(lines, remarks)
    fields = read_fields(rest, remarks)
    people = [*beside, *(_people(field) for field in fields.named if field.name is FieldName.PEOPLE)]
    attendance = tuple(row for list_ in sorted(people, key=lambda p: p.place) for row in read_people(list_, remarks))
    reader = _Reader(remarks=remarks, head=Head(attendance=attendance, preamble=fields.prose))
    for named in fields.named:
        reader.take_field(named)
    for line in fields.loose:
        for inner in line.flat():
            reader.take_line(inner)
    return reader.finished()


def _people(named: Field) -> PeopleField:
    assert named.group is not None  # noqa: S101 - a list of people has one
    return PeopleField(
        group=named.group, place=named.place, lines=tuple(named.lines), label=named.label, is_run_in=named.is_run_in
    )


def _side_by_side(lines: Sequence[SourceLine], remarks: Remarks) -> tuple[list[PeopleField], list[SourceLine]]:
    """Take out the lists of people that stand in columns; returned with the lines that are left."""
    found: list[PeopleField] = []
    left: list[SourceLine] = []
    tables = dict(runs_of_rows(lines))
    at = 0
    while at < len(lines):
        rows = lines[at : tables[at]] if at in tables else ()
        lists = table_people(rows) if rows and is_people_table(rows) else None
        if lists is not None:
            taken = len(rows)
        elif is_flattened(lines, at):
            lists, taken = flattened(lines[at:])
        elif is_stacked(lines, at):
            lists, taken = stacked(lines[at:], remarks)
        else:
            left.append(lines[at])
            at += 1
            continue
        found += lists
        at += taken
    return found, left


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Fills the head from its fields and its loose lines, and knows what is settled."""

    remarks: Remarks
    head: Head
    title: list[str] = field(default_factory=list)
    subtitle: list[str] = field(default_factory=list)
    is_dated_by_field: bool = False
    is_surely_dated: bool = False
    before: SourceLine | None = None
    placed: SourceLine | None = None
    """The last line that says where it was."""
    words: list[str] = field(default_factory=list)

    def take_field(self, named: Field) -> None:
        """Take in a named field."""
        self.words.append(named.printed)
        if named.name is FieldName.TITLE:
            self._take_title(named)
        elif named.name is FieldName.DATE:
            self._take_date(named)
        elif named.name is FieldName.TIME:
            text = joined(line.text for line in named.lines)
            if self.head.date is None and (read_when(text) or american_date(text)):
                self._take_date(named)
                return
            hours = read_hours(text)
            self.head = replace(self.head, start=hours[0], end=hours[1])
        elif named.name is FieldName.LOCATION:
            cell = read_value(named, "location")
            self.head = replace(self.head, location=cell.text, marks=(*self.head.marks, *cell.marks))
        elif named.name is not FieldName.PEOPLE:
            self.remarks.at(named.place, "a field that belongs below the minutes was not read.")
            self._leave(named.lines)

    def take_line(self, line: SourceLine) -> None:
        """Take in a line that no field names."""
        said = read_head_line(line.text)
        if said.is_kind:
            self._take_kind(line)
        elif said.is_reference:
            self.remarks.leave(line.place, line.text, "a paper's number or an aside in its head")
        elif not self._takes_any(line, said):
            self.remarks.at(line.place, _UNREAD)
            self.remarks.leave(line.place, line.text, "a line of the head that was not understood")
        self.before = line

    def _take_kind(self, line: SourceLine) -> None:
        """Keep what kind of paper it is as a subtitle where it says more than one word does."""
        self.words.append(line.text)
        if self.title and not self.subtitle and " of " in line.text.casefold():
            self.subtitle.append(line.text)

    def _takes_any(self, line: SourceLine, said: HeadLine) -> bool:
        """Take what a line says, as far as nothing said it before; whether anything was taken."""
        taken = self._takes_title(line, said) if said.title else False
        if said.when is not None:
            self._take_when(line, said)
            taken = True
        if said.place and (not self.head.location or self._goes_on_with_place(line)):
            place = ", ".join(filter(None, (self.head.location, self._place_without_links(said.place, line))))
            self.head = replace(self.head, location=clean_line(place, what="The place").text)
            self.placed = line
            taken = True
        if not taken and said.when is None and (american := american_date(line.text)) and self.head.date is None:
            self._take_american(american, line.place)
            taken = True
        return taken

    def _goes_on_with_place(self, line: SourceLine) -> bool:
        """Whether a line is the next line of an address: right below the place, and the first with a postcode."""
        is_below = self.placed is not None and self.placed is self.before and not line.after_gap
        return is_below and has_postcode(line.text) and not has_postcode(self.head.location)

    def _place_without_links(self, place: str, line: SourceLine) -> str:
        """Return a place without the addresses of links, which a converter puts behind their words."""
        for link in LINK.finditer(place):
            self.remarks.leave(line.place, link.group().strip(), "the address of a link")
        return LINK.sub("", place)

    def _take_american(self, day: dt.date, place: int) -> None:
        self.head = replace(self.head, date=day)
        self.remarks.at(place, "the date has its month first, as in America: no month has its second figure.")

    def _takes_title(self, line: SourceLine, said: HeadLine) -> bool:
        if _is_same(said.title, self.title):
            self.words.append(line.text)
            return True
        if self.head.title:
            return False
        if not self.title:
            self.title.append(said.title)
            return True
        if not self.subtitle and self._carries_on(line, said):
            self.title.append(said.title)
            return True
        if not self.subtitle or (said.is_subtitle and not self.head.attendance):
            self.subtitle.append(said.title)
            return len(self.subtitle) == 1
        return False

    def _carries_on(self, line: SourceLine, said: HeadLine) -> bool:
        """Whether a line is the next line of the title: right below it, set alike."""
        before = self.before
        if before is None or line.after_gap or said.is_subtitle or said.when or line.is_bold != before.is_bold:
            return False
        if line.outline_level != before.outline_level or before.text.isupper() != line.text.isupper():
            return False
        return len(self.title) < _LINES_OF_A_TITLE and len(joined([*self.title, said.title])) <= _LONGEST_TITLE

    def _take_when(self, line: SourceLine, said: HeadLine) -> None:
        when = said.when
        assert when is not None  # noqa: S101 - asked only then
        if self.head.date is not None and when.date != self.head.date:
            settles = said.says_held and not (self.is_dated_by_field or self.is_surely_dated)
            kept = "this one was taken" if settles else "the other was kept"
            self.remarks.at(line.place, f"the head gives two dates; {kept}. Check it.")
            if not settles:
                return
        self.is_surely_dated = self.is_surely_dated or said.says_held
        self.head = replace(
            self.head, date=when.date, start=when.start or self.head.start, end=when.end or self.head.end
        )
        self._check_weekday(line)

    def _check_weekday(self, line: SourceLine) -> None:
        if self.head.date is not None and weekday_differs(line.text, self.head.date):
            self.remarks.at(line.place, "the weekday does not fit the date; the date was kept as printed. Check it.")

    def _take_title(self, named: Field) -> None:
        title, subtitle, marks = split_subtitle([line.text for line in named.lines])
        self.head = replace(self.head, title=title, subtitle=subtitle, marks=(*self.head.marks, *marks))

    def _take_date(self, named: Field) -> None:
        cell = read_value(named, "date")
        if cell.marks:
            self.head = replace(self.head, marks=(*self.head.marks, *without_a_place(cell.marks)))
            return
        when = read_when(cell.text)
        if when is not None:
            self.is_dated_by_field = True
            self.head = replace(self.head, date=when.date, start=when.start, end=when.end)
            if when.rest and is_place(when.rest) and not self.head.location:
                self.head = replace(self.head, location=when.rest)
            self._check_weekday(named.lines[0])
        elif american := american_date(cell.text):
            self._take_american(american, named.place)
            hours = read_hours(cell.text)
            self.head = replace(self.head, start=hours[0], end=hours[1])
        elif cell.text:
            self.remarks.at(named.place, "the date of the meeting could not be read; add it by hand.")
            self._leave(named.lines)

    def _leave(self, lines: Sequence[SourceLine]) -> None:
        for line in lines:
            self.remarks.leave(line.place, line.text, "a field of the head that was not read")

    def finished(self) -> Head:
        """Return the head with its title, as far as one was found."""
        head = replace(self.head, words=tuple(self.words))
        if head.title or not self.title:
            return head
        title, subtitle, marks = split_subtitle(self.title)
        return replace(
            head,
            title=title,
            subtitle=subtitle or clean_line(joined(self.subtitle[:1]), what="The subtitle").text,
            marks=(*head.marks, *marks),
        )


def read_value(named: Field, name: str) -> Cell:
    """Return the value of a field of one line with its marks."""
    value = joined(line.text for line in named.lines)
    cleaned = clean_line(value, what=f"The {named.name.value} (line {named.place})")
    return run_on(read_cell(cleaned.text, name, covered_by=named.label))


def split_subtitle(lines: Sequence[str]) -> tuple[str, str, tuple[PrintedMark, ...]]:
    """Return the title, the aside in brackets that ends it, and the marks in both."""
    whole = clean_line(joined(lines), what="The title").text
    opening = whole.rfind("(")
    aside = whole[opening:] if opening > 0 and whole.endswith(")") else ""
    subtitle = aside if " " in aside or aside in lines else ""
    title = whole.removesuffix(subtitle).strip(" :")
    return title, subtitle, (*find_marks(title, "title"), *find_marks(subtitle, "subtitle"))


def _is_same(title: str, known: Sequence[str]) -> bool:
    """Whether a line says the title over again: ``TRANSPARENCY BOARD`` under ``Transparency Board Minutes``."""
    words = set(re.findall(r"\w+", title.casefold()))
    return bool(known) and words <= set(re.findall(r"\w+", " ".join(known).casefold()))
