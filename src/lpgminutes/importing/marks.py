"""Redaction marks as they are printed in a text that came in redacted.

Bodies print a run of X with the exemption glued after it (``XXXXS40(2)``), after a space (``Xxxx S43``) or
before it (``S38XXXX``); a label on a field that covers every cell of its row; or no label at all. Marks may
touch.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lpgminutes.domain.marks import PrintedMark
from lpgminutes.domain.meetings import Meeting
from lpgminutes.importing.labels import LABEL, read_labels

SHORTEST_IN_A_CELL = 2
"""Characters of a run without a label that has a cell to itself."""
_SHORTEST_IN_WORDS = 4
"""Characters of a run without a label among words, so that ``XXX`` stays the numeral it may be."""

_BLOCK = r"[\u2586-\u2593\u25a0\u2b1b]"
_LETTERS = r"(?:(?<![A-Za-z])|(?<=[0-9]A))[Xx]{2,}+"
_SIGN = r"[Xx\u2586-\u2593\u25a0\u2b1b]"
_RUN = rf"(?:{_LETTERS}|{_BLOCK}{{2,}}+|[\u2588\u2b1b])"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_IN_BRACKETS = rf"\[(?P<boxed>{LABEL})\]|\((?P<bracketed>{LABEL})\)"
_CITED = (
    rf"\s?(?:[-\u2013:]\s?)?(?P<after>{LABEL})(?:(?<=\))|(?=[Ss]\.?[0-9])|(?![A-WYZa-wyz0-9]))|\s?(?:{_IN_BRACKETS})"
)
_NOTE = r"(?P<note>[0-9]{1,2}|\[[0-9]{1,2}\]|[\u00b9\u00b2\u00b3\u2070-\u2079]{1,2})(?![\w(])"
_MARK = re.compile(
    rf"(?:(?P<sum>(?<=[\u00a3$\u20ac]){_SIGN}(?:{_SIGN}|[.,](?={_SIGN}))*+(?:\s?(?:k|m|bn)\b)?)"
    rf"(?:(?={LABEL})|(?![A-Za-z0-9]))"
    rf"|(?<![A-Za-z0-9:/])(?P<moment>[Xx]{{2}}:[Xx]{{2}}|[Xx]{{1,2}}(?=\s(?:{_MONTHS})\b)"
    r"|[Xx]{2}(?P<between>[/.-])[Xx]{2}(?P=between)(?:[Xx]{4}|[Xx]{2}|20\d\d|\d\d))(?:(?=S)|(?![A-Za-z0-9:/]))"
    rf"|(?P<run>{_RUN}))(?:{_CITED}|{_NOTE})?"
    rf"|(?<![A-Za-z0-9])(?P<before>{LABEL})\s?{_RUN}(?![A-Za-z0-9])"
    rf"|\[(?:[Rr]edacted|REDACTED)(?:(?:\s?[:\u2013-]\s?|\s(?i:under\s)?(?={LABEL}))(?P<inside>[^\[\]\n]{{1,80}}))?\]"
    r"|(?P<initialled>(?<=[A-WYZ])(?<![A-Za-z]{2})X{3,}+)(?![A-Za-z0-9])"
)
"""A sum, an hour or a day, a run with its label or the number of its note, a label with its run, a word in brackets."""
_MAY_BE_MARKED = re.compile(rf"[Xx]{{2}}|{_BLOCK}|\[[Rr]|[\u00a3$\u20ac][Xx]|[Xx] [JFMASOND]")
"""What every mark holds."""
_SIGNS = re.compile(rf"[Xx\s]|{_BLOCK}")
_LABEL_FIRST = re.compile(rf"({LABEL})(?![A-WYZa-wyz0-9])\s*")


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
        beside = match["after"] or match["boxed"] or match["bracketed"]
        label = beside or match["before"] or match["inside"]
        is_bare = match["run"] and not (beside or match["note"])
        if is_bare and not _stands_alone(match, shortest):
            continue
        yield _printed(field, match.start(), match.end(), match.group(), label or covered_by)


def run_on(cell: Cell) -> Cell:
    """Join a run without a label to the run after it: one passage that was broken over two lines."""
    joined: list[PrintedMark] = []
    run: list[PrintedMark] = []
    for mark in cell.marks:
        if run and not (_is_bare(run[-1]) and not cell.text[run[-1].end : mark.start].strip()):
            joined.append(_joined(run, cell.text))
            run = []
        run.append(mark)
    if run:
        joined.append(_joined(run, cell.text))
    return replace(cell, marks=tuple(joined))


def _joined(run: Sequence[PrintedMark], text: str) -> PrintedMark:
    """Join marks of which all but the last are bare; a label on that one is the label of all."""
    first, last = run[0], run[-1]
    if first is last:
        return first
    label = first.label if _is_bare(last) else last.label
    return _printed(last.field, first.start, last.end, text[first.start : last.end], label)


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
    return (len(run) >= shortest or not run.isalpha()) and not following.isalnum()


def _is_bare(mark: PrintedMark) -> bool:
    """Whether the mark shows nothing but its run."""
    return not _SIGNS.sub("", mark.as_shown)


def _printed(field: str, start: int, end: int, shown: str, label: str | None) -> PrintedMark:
    return PrintedMark(field=field, start=start, end=end, as_shown=shown, label=label, exemptions=read_labels(label))
