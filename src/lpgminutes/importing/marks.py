"""Redaction marks as they are printed in a text that came in redacted.

Bodies print a run of X with the exemption glued after it (``XXXXS40(2)``), after a space (``Xxxx S43``) or
before it (``S38XXXX``); a label on a field that covers every cell of its row; or no label at all. Marks may
touch.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lpgminutes.domain.exemptions import Exemption, read_exemption
from lpgminutes.domain.marks import PrintedMark
from lpgminutes.domain.meetings import Meeting
from lpgminutes.errors import InputError

SHORTEST_IN_A_CELL = 2
"""Characters of a run without a label that has a cell to itself."""
_SHORTEST_IN_WORDS = 4
"""Characters of a run without a label among words, so that ``XXX`` stays the numeral it may be."""

_ONE_LABEL = (
    r"(?:FOI(?:S?A)?\s|EIR\s)?(?:[Ss]\.?|[Ss]ection|[Rr]eg(?:ulation|\.)?)\s?[0-9]{1,2}A?"
    r"(?:\([0-9]{1,2}[A-Z]?\)|\([a-z]{1,4}\)){0,4}"
)
_LABEL = rf"{_ONE_LABEL}(?:\s?[,/&]\s?{_ONE_LABEL}){{0,4}}+"
_RUN = r"(?:(?<![A-Za-z])|(?<=[0-9]A))(?:[Xx]{2,}+|[\u2586-\u2588\u25a0]{2,}+)"
_MARK = re.compile(
    rf"(?P<run>{_RUN})(?:\s?(?P<after>{_LABEL})(?![A-WYZa-wyz0-9]))?"
    rf"|(?<![A-Za-z0-9])(?P<before>{_LABEL})\s?{_RUN}(?![A-Za-z0-9])"
    rf"|\[[Rr](?:edacted|EDACTED)(?::\s?(?P<inside>[^\[\]\n]{{1,80}}))?\]"
)
_MAY_BE_MARKED = re.compile(r"[Xx]{2}|[\u2586-\u2588\u25a0]{2}|\[[Rr]")
"""What every mark holds."""
_LABEL_FIRST = re.compile(rf"({_LABEL})(?![A-WYZa-wyz0-9])\s*")
_SEPARATOR = re.compile(r"\s?[,/&]\s?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One text with the marks that stand in it."""

    text: str
    marks: tuple[PrintedMark, ...]

    @property
    def is_withheld(self) -> bool:
        """Whether nothing is left of it but marks."""
        bare = list(self.text)
        for mark in self.marks:
            bare[mark.start : mark.end] = " " * (mark.end - mark.start)
        return bool(self.marks) and not "".join(bare).strip()


def read_cell(text: str, field: str, *, covered_by: str | None = None) -> Cell:
    """Return a field's text with its marks; ``covered_by`` is the label printed on the field's name."""
    marks = tuple(find_marks(text, field, covered_by=covered_by, shortest=SHORTEST_IN_A_CELL))
    return Cell(text=text, marks=marks)


def find_marks(
    text: str, field: str, *, covered_by: str | None = None, shortest: int = _SHORTEST_IN_WORDS
) -> Iterator[PrintedMark]:
    """Yield the marks in a text whose spaces are folded, from left to right."""
    for match in _MARK.finditer(text) if _MAY_BE_MARKED.search(text) else ():
        label = match["after"] or match["before"] or match["inside"]
        if match["run"] and not match["after"] and not _stands_alone(match, shortest):
            continue
        yield _printed(field, match.start(), match.end(), match.group(), label or covered_by)


def run_on(cell: Cell) -> Cell:
    """Join a run without a label to the run after it: one passage that was broken over two lines."""
    joined: list[PrintedMark] = []
    for mark in cell.marks:
        before = joined[-1] if joined else None
        if before and _is_bare(before) and not cell.text[before.end : mark.start].strip():
            shown = cell.text[before.start : mark.end]
            label = before.label if _is_bare(mark) else mark.label
            joined[-1] = _printed(mark.field, before.start, mark.end, shown, label)
        else:
            joined.append(mark)
    return replace(cell, marks=tuple(joined))


def take_label(text: str) -> tuple[str | None, str]:
    """Split off the label that stands at the front of a field's value: ``S40(2)  XXXX``."""
    match = _LABEL_FIRST.match(text)
    return (match[1], text[match.end() :]) if match else (None, text)


def without_a_place(marks: Iterable[PrintedMark]) -> tuple[PrintedMark, ...]:
    """Return marks for a field that holds no text, such as a date."""
    return tuple(replace(mark, start=0, end=0) for mark in marks)


def printed_marks(meeting: Meeting) -> Iterator[PrintedMark]:
    """Yield every printed mark of a meeting in the order in which its minutes are read."""
    for field in ("title", "subtitle", "date", "location"):
        yield from _of_field(meeting.marks, field)
    for person in meeting.attendance:
        for field in ("name", "role", "organisation"):
            yield from _of_field(person.marks, field)
    for block in meeting.blocks():
        for field in ("label", "text"):
            yield from _of_field(block.marks, field)
    for field in ("next_meeting", "contact.name", "contact.email"):
        yield from _of_field(meeting.marks, field)


def _of_field(marks: Iterable[PrintedMark], field: str) -> list[PrintedMark]:
    return sorted((mark for mark in marks if mark.field == field), key=lambda mark: mark.start)


def _stands_alone(match: re.Match[str], shortest: int) -> bool:
    run, following = match["run"], match.string[match.end() : match.end() + 1]
    return len(run) >= shortest and not following.isalnum()


def _is_bare(mark: PrintedMark) -> bool:
    """Whether the mark shows nothing but its run."""
    return not mark.as_shown.strip("Xx\u2586\u2587\u2588\u25a0 ")


def _printed(field: str, start: int, end: int, shown: str, label: str | None) -> PrintedMark:
    return PrintedMark(field=field, start=start, end=end, as_shown=shown, label=label, exemptions=_read_labels(label))


def _read_labels(label: str | None) -> tuple[Exemption, ...]:
    """Read what a label cites; one that is no exemption is kept as printed and cites nothing."""
    try:
        return tuple(read_exemption(piece) for piece in _SEPARATOR.split(label)) if label else ()
    except InputError:
        return ()
