"""The named fields of the head and the foot: ``Date:S38``, ``Place    Claydon``, ``Present``, and their values."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from lpgminutes.importing.attendance_labels import Group, Labelled, parted_lists, read_label
from lpgminutes.importing.lines import is_sentence
from lpgminutes.importing.marks import take_label
from lpgminutes.importing.people import read_person
from lpgminutes.importing.remarks import Remarks
from lpgminutes.importing.source import SourceLine


class FieldName(Enum):
    """A field that minutes print by name."""

    TITLE = "title"
    DATE = "date"
    TIME = "time"
    LOCATION = "location"
    PEOPLE = "attendance"
    NEXT_MEETING = "next meeting"
    CONTACT = "contact"
    EMAIL = "email"


FOOT_FIELDS = frozenset({FieldName.NEXT_MEETING, FieldName.CONTACT, FieldName.EMAIL})

_PRINTED_AS = {
    FieldName.TITLE: (
        "title", "meeting", "name of meeting", "title of meeting", "meeting title", "committee", "group",
        "meeting name", "subject",
    ),
    FieldName.DATE: (
        "date", "date of meeting", "meeting date", "date and time", "date & time", "date/time", "held on",
        "when", "day and date",
    ),
    FieldName.TIME: (
        "time", "times", "start time", "time of meeting", "meeting time",
    ),
    FieldName.LOCATION: (
        "location", "venue", "place", "held at", "where", "meeting place", "place of meeting", "meeting venue",
        "location/venue",
    ),
    FieldName.NEXT_MEETING: (
        "next meeting", "next meetings", "date of next meeting", "date of the next meeting",
        "dates of next meetings", "date of next meetings", "future meeting dates", "future meetings",
        "dates of future meetings", "next meeting date", "date and time of next meeting",
        "date & time of next meeting", "next meeting dates", "the next meeting",
    ),
    FieldName.CONTACT: (
        "contact", "contact name", "contact point", "point of contact",
    ),
    FieldName.EMAIL: (
        "email", "e-mail", "email address", "e-mail address", "contact email",
    ),
}  # fmt: skip
_BY_PRINT = {printed: name for name, ways in _PRINTED_AS.items() for printed in ways}
_REPEATABLE = frozenset({FieldName.PEOPLE})
_ALONE = frozenset({FieldName.NEXT_MEETING})
_NAMED = re.compile(
    r"(?P<name>[A-Za-z][A-Za-z&'/ \-]{0,40}?)(?: ?\((?P<aside>[A-Za-z ]{1,20})\))?(?:\s{0,3}[:;]\s*|\t+|\s{3,}(?=\S))"
)
_UNKNOWN = re.compile(r"[A-Z][A-Za-z&' \-]{0,30}?(?: ?\([A-Za-z ]{1,20}\))?\s{0,3}:\s*")
_WEAK = re.compile(
    r"minutes?|notes?|panel|public|press|officials?|officers?|councillors?|trustees|secretar(?:y|iat)|"
    r"clerk|staff|guests?|visitors?|members?|chair\w*|attendance|attending|attended",
    re.IGNORECASE,
)
"""Labels that alone on a line may as well be a title or a document's kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A named field with the lines of its value."""

    name: FieldName
    place: int
    printed: str = ""
    """The words of its name as printed, which are no value."""
    group: Group | None = None
    """Of a list of people: which."""
    label: str | None = None
    """The exemption label printed on the name, which covers every mark in the value."""
    is_run_in: bool = False
    """Whether its value begins on the line of its name."""
    lines: list[SourceLine] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """The lines of a head or a foot, sorted."""

    loose: tuple[SourceLine, ...]
    """Lines of no field: the title, the date and the place where no field names them."""
    named: tuple[Field, ...]
    prose: tuple[SourceLine, ...]
    """Running text among the fields."""


def name_of(lines: Sequence[SourceLine], index: int) -> FieldName | None:
    """Return the field that a line opens."""
    opened = _opened(lines, index)
    return opened.name if opened else None


def is_unknown_name(line: SourceLine) -> bool:
    """Whether a line opens a field by a name that is not known."""
    return bool(_UNKNOWN.match(line.spaced)) and not line.cells


def read_fields(lines: Sequence[SourceLine], remarks: Remarks) -> Fields:
    """Sort the lines of a head or a foot into its fields, and what stands outside them."""
    lines = [piece for line in lines for piece in _lists_of(line)]
    sorter = _Sorter(lines=lines, remarks=remarks)
    for index in range(len(lines)):
        sorter.take(index)
    return Fields(loose=tuple(sorter.loose), named=tuple(sorter.named), prose=tuple(sorter.prose))


@dataclass(slots=True, kw_only=True)
class _Sorter:
    lines: Sequence[SourceLine]
    remarks: Remarks
    loose: list[SourceLine] = field(default_factory=list)
    named: list[Field] = field(default_factory=list)
    prose: list[SourceLine] = field(default_factory=list)
    open: Field | None = None
    skipping: bool = False

    def take(self, index: int) -> None:
        line = self.lines[index]
        opened = _opened(self.lines, index)
        if opened is not None and self._is_second(opened):
            self._skip(line, "a field that was given before was not read.")
        elif opened is not None:
            self.named.append(opened)
            self.open, self.skipping = opened, False
        elif (self.skipping and not line.after_gap) or is_unknown_name(line):
            self._skip(line, "a field that is not known here was not read.")
        elif is_sentence(line.text) and not self._holds_list(line):
            self.prose.append(line)
        elif self.open is None or not self._goes_on(line):
            self.loose.append(line)
            self.skipping = False
        else:
            self.open.lines.append(line)

    def _is_second(self, opened: Field) -> bool:
        return opened.name not in _REPEATABLE and any(known.name is opened.name for known in self.named)

    def _skip(self, line: SourceLine, sentence: str) -> None:
        self.skipping = True
        self.remarks.at(line.place, sentence)
        self.remarks.leave(line.place, line.text, "a field of the head that was not read")

    def _goes_on(self, line: SourceLine) -> bool:
        """Whether the open field runs on: lists of people over gaps, other fields up to one."""
        assert self.open is not None  # noqa: S101 - asked only then
        if self.open.name is FieldName.PEOPLE:
            return True
        if line.outline_level:
            return False
        return not (line.after_gap and self.open.lines)

    def _holds_list(self, line: SourceLine) -> bool:
        """Whether a line that ends in a stop is a run of names."""
        people = self.open is not None and self.open.name is FieldName.PEOPLE
        return (
            people
            and (line.text.count(",") > 1 or read_person(line.text.rstrip(".")) is not None)
            and not _says_more(line)
        )


def _lists_of(line: SourceLine) -> list[SourceLine]:
    """Return a line, or the lists of people that run on in it as a line each."""
    lists = [] if line.cells else parted_lists(line.spaced)
    if len(lists) <= 1:
        return [line]
    return [replace(line, spaced=words, after_gap=line.after_gap and not at) for at, words in enumerate(lists)]


def _says_more(line: SourceLine) -> bool:
    return bool(re.search(r"\b(?:welcomed|was|were|is|are|has|have|had|will|would|opened|noted|thanked)\b", line.text))


def _opened(lines: Sequence[SourceLine], index: int) -> Field | None:
    """Return the field that a line opens, with the beginning of its value."""
    line = lines[index]
    match = _NAMED.match(line.spaced)
    name = _BY_PRINT.get(" ".join(match["name"].casefold().split())) if match else None
    if match is not None and name is not None:
        return _field(name, line, match["name"], line.spaced[match.end() :])
    labelled = read_label(line.spaced)
    if labelled is not None and not (labelled.is_alone and not _is_surely_alone(lines, index, labelled)):
        printed = line.spaced[: len(line.spaced) - len(labelled.words)] if labelled.words else line.spaced
        return _field(FieldName.PEOPLE, line, printed, labelled.words, group=labelled.group)
    alone = _BY_PRINT.get(line.text.casefold().rstrip(" :.")) if line.cells == () else None
    is_field = alone in _ALONE or (alone is FieldName.CONTACT and line.outline_level is not None)
    return _field(alone, line, line.text, "") if alone is not None and is_field else None


def _is_surely_alone(lines: Sequence[SourceLine], index: int, labelled: Labelled) -> bool:
    """Whether a label without a colon opens a list: a weak one only where people follow, or another label."""
    if labelled.group.note or not _WEAK.fullmatch(lines[index].text.strip()):
        return True
    below = lines[index + 1] if index + 1 < len(lines) else None
    return below is not None and read_person(below.text) is not None and not is_sentence(below.text)


def _field(name: FieldName, line: SourceLine, printed: str, value: str, *, group: Group | None = None) -> Field:
    label, rest = take_label(value)
    lines = _value_lines(line, rest)
    return Field(
        name=name,
        place=line.place,
        printed=printed.strip(),
        group=group,
        label=label,
        is_run_in=len(lines) == 1,
        lines=lines,
    )


def _value_lines(line: SourceLine, rest: str) -> list[SourceLine]:
    """Return the lines of a value that begins on the line of its name: the cells beside it, in a table."""
    beside = [inner for cell in line.cells[1:] for inner in cell.lines]
    if len(beside) > 1:
        return beside
    return [replace(line, spaced=rest.strip(), after_gap=False, cells=())] if rest.strip() else []
