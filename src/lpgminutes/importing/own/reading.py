"""Minutes that this program wrote, read back; a paper that is not just as it prints one is read as any other."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lpgminutes.domain.markings import Marking
from lpgminutes.domain.meetings import Meeting
from lpgminutes.importing.body import Body, build_body
from lpgminutes.importing.outline import ItemOpening
from lpgminutes.importing.own.actions import actions_of, decisions_of, notes_of
from lpgminutes.importing.own.head import STATUSES, OwnHead, own_contact, own_head, own_next_meeting
from lpgminutes.importing.own.parts import (
    ACTIONS,
    APPROVAL,
    ATTENDANCE,
    CONTACT,
    DECISIONS,
    DECLARATIONS,
    NEXT_MEETING,
    OwnParts,
    own_parts,
    paragraphs_in,
    unwrapped,
)
from lpgminutes.importing.own.people import attendance_of, declarations_of
from lpgminutes.importing.own.tables import Rows, rows_of
from lpgminutes.importing.paragraphs import Paragraph, paragraphs
from lpgminutes.importing.remarks import Remarks
from lpgminutes.importing.series import series_of
from lpgminutes.importing.source import SourceLine
from lpgminutes.importing.wrapping import Wrapping
from lpgminutes.services.ports import DateReader

_BULLET = re.compile(r"- (?P<words>.+)")
_NOTE = re.compile(r"> (?P<words>.+)")
_MARK = "[redacted"
_INDENT, _STEP = 6, 2
_OF_AN_ACTION = re.compile(r"Action(?: \S+)?: .*\.")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPaper:
    """Minutes that this program wrote, taken apart."""

    parts: OwnParts
    head: OwnHead
    tables: dict[str, Rows]
    is_text: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnReading:
    """What was read of them."""

    meeting: Meeting
    tree: Body
    body: tuple[SourceLine, ...]
    """The lines that the tree was built from."""
    paragraphs: tuple[Paragraph, ...]
    """The paragraphs that it was built from."""


def own_paper(lines: Sequence[SourceLine], *, is_text: bool) -> OwnPaper | None:
    """Take minutes apart that are in every part as this program prints them; ``None`` for any other paper."""
    parts = own_parts(lines, is_text=is_text)
    head = own_head(parts.head, is_text=is_text) if parts else None
    if parts is None or head is None or _has_marks(parts):
        return None
    tables = {name: rows_of(parts, name, is_text=is_text) for name in (ATTENDANCE, DECLARATIONS, ACTIONS, DECISIONS)}
    known = {name: rows for name, rows in tables.items() if rows is not None}
    is_whole = len(known) == len(tables) and None not in (
        attendance_of(known[ATTENDANCE]),
        declarations_of(known[DECLARATIONS]),
    )
    return OwnPaper(parts=parts, head=head, tables=known, is_text=is_text) if is_whole else None


def _has_marks(parts: OwnParts) -> bool:
    """Whether anything outside the items is withheld: such a copy is read with its marks."""
    lines = (*parts.head, *(line for part in parts.named.values() for line in part.lines))
    return any(_MARK in line.text for line in lines)


def read_own_paper(paper: OwnPaper, marking: Marking, dates: DateReader | None, remarks: Remarks) -> OwnReading:
    """Read the minutes back."""
    head = paper.head
    body, openings = _body(paper, remarks)
    read = tuple(paragraphs(body, openings, remarks, wrapping=Wrapping(width=None, is_paragraphs=True)))
    tree = build_body(read, remarks)
    meeting = Meeting(
        series=replace(series_of(head.body), name=head.body or series_of(head.body).name),
        title=head.head.title,
        subtitle=head.head.subtitle,
        marking=marking,
        date=head.head.date,
        start=head.head.start,
        end=head.head.end,
        location=head.head.location,
        attendance=attendance_of(paper.tables[ATTENDANCE]) or (),
        declarations=declarations_of(paper.tables[DECLARATIONS]) or (),
        items=tree.items,
        decisions=decisions_of(paper.tables[DECISIONS]),
        next_meeting=own_next_meeting(_one_paragraph(paper, NEXT_MEETING, remarks)),
        contact=own_contact(_one_paragraph(paper, CONTACT, remarks)),
    )
    meeting = replace(meeting, actions=tuple(actions_of(paper.tables[ACTIONS], meeting, dates, remarks)))
    _tell(paper, remarks)
    return OwnReading(meeting=meeting, tree=tree, body=body, paragraphs=read)


def _one_paragraph(paper: OwnPaper, name: str, remarks: Remarks) -> str:
    """Return what the program prints under a heading in one paragraph; what somebody added to it is set aside."""
    lines = paper.parts.lines_of(name)
    told = [*(unwrapped(lines) if paper.is_text else lines)]
    for line in told[1:]:
        remarks.at(line.place, f"a line that somebody added under {name} was set aside.")
        remarks.leave(line.place, line.text, f"a line that was added under {name}")
    return told[0].text if told else ""


def _body(paper: OwnPaper, remarks: Remarks) -> tuple[tuple[SourceLine, ...], tuple[ItemOpening, ...]]:
    """Return the lines of the items, and where each item opens; what a table tells is not told twice."""
    known = notes_of(paper.tables[ACTIONS])
    body: list[SourceLine] = []
    openings: list[ItemOpening] = []
    for part in paper.parts.items:
        item = part.item
        assert item is not None  # noqa: S101 - every item of these parts has a number
        number = item["number"]
        openings.append(
            ItemOpening(
                index=len(body), number=number, value=int(number) if number.isdigit() else 0, words=item["title"]
            )
        )
        body.append(part.heading)
        for line in _lines_under(part.lines, is_text=paper.is_text):
            told = _NOTE.fullmatch(line.text) if paper.is_text else None
            words = told["words"] if told else line.text
            if words in known:
                continue
            if told or _OF_AN_ACTION.fullmatch(words):
                remarks.at(
                    line.place, "a line on an action says what no row of the actions does; it is in the minutes."
                )
            body.append(line)
    return tuple(body), tuple(openings)


def _lines_under(lines: Sequence[SourceLine], *, is_text: bool) -> Iterator[SourceLine]:
    """Yield the paragraphs under an item; in a text those in a list by their bullets, as deep as they stand in."""
    for line in paragraphs_in(lines) if is_text else lines:
        bullet = _BULLET.fullmatch(line.spaced) if is_text else None
        if bullet is None:
            yield line
        else:
            level = max(1, (line.indent - _INDENT) // _STEP + 1)
            yield replace(line, spaced=bullet["words"], bullet="-", list_level=level)


def _tell(paper: OwnPaper, remarks: Remarks) -> None:
    """Say what a paper tells that is no part of the minutes: anybody could have changed it."""
    if paper.head.status != STATUSES[0]:
        remarks.whole("They come in as a draft: that minutes were sent round or approved is taken from no file.")
    for line in paper.parts.lines_of(APPROVAL):
        remarks.leave(line.place, line.text, "that the minutes were approved, which is taken from no file")
