"""The named fields of the head and the foot: ``Date:S38`` and the lines that belong to it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from lpgminutes.importing.lines import Line, is_sentence
from lpgminutes.importing.marks import take_label
from lpgminutes.importing.remarks import Remarks


class FieldName(Enum):
    """A field that minutes print by name."""

    TITLE = "title"
    DATE = "date"
    LOCATION = "location"
    CHAIR = "chair"
    ATTENDEES = "attendees"
    IN_ATTENDANCE = "in attendance"
    OBSERVERS = "observers"
    APOLOGIES = "apologies"
    NOTES = "notes"
    NEXT_MEETING = "next meeting"
    CONTACT = "contact"
    EMAIL = "email"


FOOT_FIELDS = frozenset({FieldName.NEXT_MEETING, FieldName.CONTACT, FieldName.EMAIL})

_PRINTED_AS = {
    FieldName.TITLE: ("title", "meeting", "name of meeting", "committee", "group"),
    FieldName.DATE: ("date", "date of meeting", "meeting date", "date and time", "date & time"),
    FieldName.LOCATION: ("location", "venue", "place", "held at"),
    FieldName.CHAIR: ("chair", "chairman", "chairwoman", "chairperson", "chaired by", "in the chair"),
    FieldName.ATTENDEES: (
        "attendees", "attendee", "attended", "attending", "present", "members", "members present",
    ),
    FieldName.IN_ATTENDANCE: ("in attendance", "also in attendance", "also present", "other attendees"),
    FieldName.OBSERVERS: ("observer", "observers", "observing"),
    FieldName.APOLOGIES: ("apologies", "apology", "apologies for absence", "absent with apologies"),
    FieldName.NOTES: (
        "notes", "note", "note taker", "note-taker", "notetaker", "notes by", "minutes", "minutes by",
        "minute taker", "minute-taker", "minutes taken by", "secretary", "secretariat", "clerk",
    ),
    FieldName.NEXT_MEETING: (
        "next meeting", "next meetings", "date of next meeting", "date of the next meeting",
    ),
    FieldName.CONTACT: ("contact", "contact name", "contact point", "point of contact"),
    FieldName.EMAIL: ("email", "e-mail", "email address", "e-mail address", "contact email"),
}  # fmt: skip
_BY_PRINT = {printed: name for name, ways in _PRINTED_AS.items() for printed in ways}
_LISTS = frozenset({FieldName.ATTENDEES, FieldName.IN_ATTENDANCE, FieldName.OBSERVERS, FieldName.APOLOGIES})
"""Fields that head a list, and so are found without a colon too."""
_REPEATABLE = _LISTS | {FieldName.CHAIR, FieldName.NOTES}
_NAMED = re.compile(r"(?P<name>[A-Za-z][A-Za-z&' \-]{0,30}?)(?: ?\((?P<aside>[A-Za-z ]{1,20})\))?\s{0,3}:\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A named field with the lines of its value."""

    name: FieldName
    line: int
    label: str | None
    """The exemption label printed on the name, which covers every mark in the value."""
    lines: list[Line] = field(default_factory=list)


def name_of(line: Line) -> FieldName | None:
    """Return the field that a line opens."""
    match = _NAMED.match(line.spaced)
    if match:
        return _BY_PRINT.get(" ".join(match["name"].casefold().split()))
    alone = _BY_PRINT.get(line.text.casefold()) if len(line.spaced) < len("absent with apologies") * 2 else None
    return alone if alone in _LISTS else None


def is_unknown_name(line: Line) -> bool:
    """Whether a line opens a field by a name that is not known."""
    match = _NAMED.match(line.spaced)
    return bool(match and match["name"][:1].isupper() and name_of(line) is None)


def read_fields(lines: Sequence[Line], remarks: Remarks) -> tuple[tuple[Line, ...], tuple[Field, ...]]:
    """Return the lines before the first named field, and the fields with their lines."""
    before: list[Line] = []
    fields: list[Field] = []
    seen: set[FieldName] = set()
    skipping = False
    for line in lines:
        name = name_of(line)
        if name is not None and name in seen and name not in _REPEATABLE:
            skipping = True
            remarks.at(line.number, "a field that was given before was not read.")
        elif name is not None:
            fields.append(_opened(name, line))
            seen.add(name)
            skipping = False
        elif skipping or is_unknown_name(line):
            skipping = True
            remarks.at(line.number, "a field that is not known here was not read.")
        elif not fields:
            before.append(line)
        elif is_sentence(line.text):
            remarks.at(line.number, "a paragraph that belongs to no field or item was not read.")
        else:
            fields[-1].lines.append(line)
    return tuple(before), tuple(fields)


def _opened(name: FieldName, line: Line) -> Field:
    match = _NAMED.match(line.spaced)
    label, rest = take_label(line.spaced[match.end() :]) if match else (None, "")
    value = [replace(line, spaced=rest.strip(), after_gap=False)] if rest.strip() else []
    return Field(name=name, line=line.number, label=label, lines=value)
