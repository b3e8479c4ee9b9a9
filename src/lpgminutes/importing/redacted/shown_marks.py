"""The marks in one passage of a redacted copy, each with its label, the side of the label, and what it stands for."""

import re
from collections.abc import Iterator

from lpgminutes.domain.marks import PrintedMark
from lpgminutes.domain.reviewing.copy import LabelSide, ShownMark, Subject
from lpgminutes.domain.reviewing.subjects import subject_of
from lpgminutes.importing.marks import find_marks, read_cell, run_on, take_label

STAMP = r"\W{0,4}(?:GRO|Irrelevant|Redacted)\W{0,2}"
"""A line that is nothing but the stamp which an inquiry or an office puts over a passage."""
_WORDED = re.compile(
    r"\[(?:(?:name|e-?mail(?: address)?|address|telephone|phone|mobile|date|figure|text|content|details?|information"
    r"|post|role|job title)s?(?: number)? (?:removed|redacted|withheld|deleted)|e-?mail address|(?:mobile|phone) number"
    r"|withheld|removed)\]"
    r"|\[[Ww]ithheld(?: under)?:? (?P<under>[^\[\]\n]{1,60})\]"
    r"|\[Official [A-Z]{1,2}: (?P<alias>[^\[\]\n]{1,60})\]|\[Official [A-Z]{1,2}\]"
    r"|\bREDACTED\b(?!\s+COPY)|(?<=[\u2013-] )Redacted\b|^Redacted(?=\.?$)"
    rf"|^{STAMP}$",
    re.IGNORECASE,
)
"""Marks in words. A bare word counts in capitals, after the dash of a title, or with a paragraph to itself."""
_SAID = {"name": Subject.PERSON, "mail": Subject.ADDRESS, "date": Subject.DATE, "figure": Subject.FIGURE}
"""What a mark in words may say that it stands for."""
_BARE = frozenset({"redacted"})
_ONE_STRETCH = frozenset({"date", "time", "location", "venue", "place", "next meeting", "date of next meeting"})
"""Fields that hold one text: a mask broken over two lines is one mask there."""


def shown_marks(text: str, *, field: str, label: str | None, leads_row: bool = True) -> Iterator[ShownMark]:
    """Yield the marks of a passage that stands under a field, or under none.

    ``leads_row`` is false for a cell that is not the first of its row.
    """
    worded = [_worded(match) for match in _WORDED.finditer(text) if _is_mark(match)]
    taken = [(mark.start, mark.end) for mark in worded]
    printed = [mark for mark in _printed(text, field, label) if not _is_inside(mark, taken)]
    for index, mark in enumerate(sorted([*printed, *worded], key=lambda mark: mark.start)):
        yield _shown(text, mark, field=field, is_first=leads_row and index == 0)


def _printed(text: str, field: str, label: str | None) -> tuple[PrintedMark, ...]:
    if not field:
        return tuple(find_marks(text, "text"))
    colon = text.find(":") + 1 if text.lower().startswith(field.lower()) else 0
    own, value = take_label(text[colon:].strip())
    cell = read_cell(value, "text", covered_by=own or label)
    cell = run_on(cell) if field.lower() in _ONE_STRETCH else cell
    shift = len(text) - len(value)
    return tuple(_moved(mark, shift) for mark in cell.marks)


def _moved(mark: PrintedMark, shift: int) -> PrintedMark:
    return PrintedMark(
        field=mark.field,
        start=mark.start + shift,
        end=mark.end + shift,
        as_shown=mark.as_shown,
        label=mark.label,
        exemptions=mark.exemptions,
    )


def _worded(match: re.Match[str]) -> PrintedMark:
    cited = match["under"] or match["alias"]
    read = next(find_marks(f"[redacted: {cited}]", "text"), None) if cited else None
    return PrintedMark(
        field="text",
        start=match.start(),
        end=match.end(),
        as_shown=match.group(),
        label=cited,
        exemptions=read.exemptions if read else (),
    )


def _is_mark(match: re.Match[str]) -> bool:
    """Whether a match is a mark: the bare word in small letters is an ordinary word in a sentence."""
    return match.group().lower() not in _BARE or match.group() in {"REDACTED", "Redacted"}


def _is_inside(mark: PrintedMark, taken: list[tuple[int, int]]) -> bool:
    return any(start <= mark.start < end for start, end in taken)


def _shown(text: str, mark: PrintedMark, *, field: str, is_first: bool) -> ShownMark:
    exemptions = mark.exemptions
    return ShownMark(
        start=mark.start,
        end=mark.end,
        as_shown=mark.as_shown,
        label=mark.label,
        side=_side(mark),
        exemptions=exemptions,
        subject=_subject(text, mark, field=field, is_first=is_first),
    )


def _subject(text: str, mark: PrintedMark, *, field: str, is_first: bool) -> Subject:
    """Return what a mark says that it stands for, or else what the words around it tell."""
    said = next((subject for word, subject in _SAID.items() if word in mark.as_shown.lower()), None)
    return said or subject_of(
        text[: mark.start], text[mark.end :], field=field, is_first=is_first, exemptions=mark.exemptions
    )


def _side(mark: PrintedMark) -> LabelSide:
    if mark.label is None:
        return LabelSide.NONE
    shown = mark.as_shown
    if mark.label not in shown:
        return LabelSide.FIELD
    if shown.startswith("["):
        return LabelSide.INSIDE
    if shown.startswith(mark.label):
        return LabelSide.BEFORE
    return LabelSide.SPACED if shown.removesuffix(mark.label).endswith((" ", "\u00a0")) else LabelSide.AFTER
