"""The foot of the minutes: the next meeting, whom to ask, and where to sign."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lpgminutes.domain.marks import PrintedMark
from lpgminutes.domain.meetings import Contact, NextMeeting
from lpgminutes.importing.fields import FOOT_FIELDS, Field, FieldName, name_of, read_fields
from lpgminutes.importing.head import read_value
from lpgminutes.importing.lines import ends_sentence
from lpgminutes.importing.next_meeting import as_next_meeting
from lpgminutes.importing.remarks import Remarks
from lpgminutes.importing.source import SourceLine

_SIGNATURE = re.compile(
    r"(?:signed|signature|chair(?:man|woman|person)?(?:['\u2019]?s)?(?: signature)?|position|date|dated|"
    r"name|print(?: name)?|approved(?: by)?)\b"
    r"[^_.\u2026]{0,30}[_.\u2026:\s]*(?:[_\u2026]{2,}|\.{4,})[\s_.\u2026\w]*",
    re.IGNORECASE,
)
_DATED = re.compile(r"(?:dates? (?:and times? )?of (?:the )?)?next meetings?\s+(?=.*\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """What the foot says, with the marks in it."""

    next_meeting: NextMeeting | None = None
    contact: Contact | None = None
    marks: tuple[PrintedMark, ...] = ()
    words: tuple[str, ...] = ()
    """The printed names of its fields."""


def is_signature(line: SourceLine) -> bool:
    """Whether a line is there to be signed."""
    return bool(_SIGNATURE.fullmatch(line.text))


def foot_begins(lines: Sequence[SourceLine], index: int) -> bool:
    """Whether the foot begins here: with a field of the foot that cuts no sentence and titles no item."""
    line, before = lines[index], lines[index - 1] if index else None
    if line.cells or line.bullet or line.number:
        return False
    if name_of(lines, index) not in FOOT_FIELDS and not (_DATED.match(line.text) and _is_last(lines, index)):
        return False
    if before is None or line.after_gap or line.outline_level:
        return True
    return ends_sentence(before.text) and not before.text.rstrip(".").isdigit()


def _is_last(lines: Sequence[SourceLine], index: int) -> bool:
    """Whether nothing but lines to sign follows."""
    return all(is_signature(line) for line in lines[index + 1 :])


def read_foot(lines: Sequence[SourceLine], remarks: Remarks) -> Foot:
    """Read the lines after the last item."""
    signed = [line for line in lines if is_signature(line)]
    for line in signed:
        remarks.leave(line.place, line.text, "a line to be signed")
    fields = read_fields([line for line in lines if line not in signed], remarks)
    foot = Foot(words=tuple(named.printed for named in fields.named))
    for named in fields.named:
        foot = _with_field(foot, named, remarks)
    for line in (*fields.loose, *fields.prose):
        dated = _DATED.match(line.text)
        if dated and foot.next_meeting is None:
            foot = replace(
                foot, next_meeting=as_next_meeting(line.text[dated.end() :]), words=(*foot.words, dated.group())
            )
            continue
        remarks.at(line.place, "a line of the foot was not understood; it was set aside.")
        remarks.leave(line.place, line.text, "a line of the foot that was not understood")
    return foot


def _with_field(foot: Foot, named: Field, remarks: Remarks) -> Foot:
    if named.name is FieldName.NEXT_MEETING:
        cell = read_value(named, "next_meeting")
        following = NextMeeting(text=cell.text) if cell.marks else as_next_meeting(cell.text)
        return replace(foot, next_meeting=following, marks=(*foot.marks, *cell.marks))
    if named.name is FieldName.CONTACT:
        cell = read_value(named, "contact.name")
        contact = replace(foot.contact or Contact(), name=cell.text)
        return replace(foot, contact=contact, marks=(*foot.marks, *cell.marks))
    if named.name is FieldName.EMAIL:
        cell = read_value(named, "contact.email")
        contact = replace(foot.contact or Contact(), email=cell.text)
        return replace(foot, contact=contact, marks=(*foot.marks, *cell.marks))
    remarks.at(named.place, "a field that belongs above the minutes was not read.")
    for line in named.lines:
        remarks.leave(line.place, line.text, "a field of the foot that was not read")
    return foot
