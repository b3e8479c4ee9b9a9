"""The marks in one passage of a redacted copy, each with its label, the side of the label, and what it stands for."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lpgminutes.domain.marks import PrintedMark
from lpgminutes.domain.reviewing.copy import LabelSide, Passage, ShownMark, Subject
from lpgminutes.domain.reviewing.subjects import subject_of
from lpgminutes.importing.labels import LABEL, read_labels
from lpgminutes.importing.marks import Cell, find_marks, read_cell, run_on, take_label
from lpgminutes.importing.redacted.worded_marks import WordedMark, worded_marks

_SAID = {"name": Subject.PERSON, "mail": Subject.ADDRESS, "date": Subject.DATE, "figure": Subject.FIGURE}
"""What a mark in words may say that it stands for."""
_DAY_OR_HOUR = re.compile(r"[Xx]{2}[:/.-][Xx]{2}")
_ONE_STRETCH = frozenset({"date", "time", "location", "venue", "place", "next meeting", "date of next meeting"})
"""Fields that hold one text: a mask broken over two lines is one mask there."""
_AROUND = 1000
"""Characters before and after a mark that can tell what it stands for."""
_BLOT = r"\u2586-\u2593\u25a0"
_MEANS = (
    r"[^.]*\b(?:personal|information|data|commercial|exempt\w*|interests?|act|health|safety|prejudice|confidence|policy|"
    r"law enforcement|legal|withheld|redact\w*)\b"
)
_KEY = re.compile(
    rf"(?:(?:[^\w\u00a7]|\u00a7(?!\s?\d))*+(?:(?:[Xx][Xx{_BLOT}]++\s?)?{LABEL}|[Xx][Xx{_BLOT}]++)"
    rf"|(?:[^\w{_BLOT}]|[{_BLOT}](?![Xx{_BLOT}]))*+[{_BLOT}][Xx{_BLOT}]++)"
    rf"\s?[\u2013=:-]\s?(?={_MEANS}|\S*\.{_MEANS})",
    re.IGNORECASE,
)
"""A line of a key: what is printed, and what it means."""
_SAYS_HOW = re.compile(r"\b(?:marked|masked|shown|replaced|indicated)\s(?:as|by|with|thus)?\b", re.IGNORECASE)
_NEXT = re.compile(r"\s*(?:,?\s?and|[;&])\s*")
_NEXT_OF_SEVERAL = re.compile(r"\s?\([^()]{1,60}\)\s?(?:,|;|,?\s?and|&)\s*|\s?[\u2013-]\s[A-Z][^,;\u2013-]{0,40}\s")
"""What parts two people of whom the first has a post: ``XXXX (Finance), XXXX``, ``XXXX - Chair`` and the next row."""
_OF_SEVERAL = re.compile(r"attend|(?:members )?present|in attendance|apologies|observers|copies|cc\b", re.IGNORECASE)
"""Fields that list several people on the line of their name."""
_AT_THE_END = re.compile(rf"[\[(](?P<label>{LABEL})[\])][.;]?\s*\Z")
"""A label at the end of a sentence, which holds for the masks in it."""


def shown_marks(text: str, *, field: str, label: str | None, leads_row: bool = True) -> Iterator[ShownMark]:
    """Yield the marks of a passage that stands under a field, or under none.

    ``leads_row`` is false for a cell that is not the first of its row.
    """
    if _is_of_a_key(text):
        return
    worded = list(worded_marks(text))
    printed = [mark for mark in _printed(text, field, label) if not _begins_in(mark, worded)]
    own = [_of_words(text, mark) for mark in worded if not _begins_in(mark, printed)]
    marks = sorted([*printed, *own], key=lambda mark: mark.start)
    last = _last_label(text, marks)
    for before, mark in zip([None, *marks], marks, strict=False):
        is_first = leads_row and (before is None or _goes_on_with_people(text, before, mark, field=field))
        if last and mark.label is None:
            cited = replace(mark, label=last, exemptions=read_labels(last))
            yield replace(_shown(text, cited, field=field, is_first=is_first), side=LabelSide.SENTENCE)
        else:
            yield _shown(text, mark, field=field, is_first=is_first)


def is_marked(text: str) -> bool:
    """Whether a text holds a mark."""
    return next(shown_marks(text, field="", label=None), None) is not None


def _goes_on_with_people(text: str, before: PrintedMark, mark: PrintedMark, *, field: str) -> bool:
    """Whether a mark is the next of a list, and not the post of the one before it."""
    between = text[before.end : mark.start]
    if _NEXT.fullmatch(between) or (mark.as_shown[:1] in "[<(" and between.strip() == ","):
        return True
    is_list = bool(_OF_SEVERAL.match(field)) and text.lower().startswith(field.lower())
    return _NEXT_OF_SEVERAL.fullmatch(between) is not None or (is_list and between.strip() == ",")


def read_under(passage: Passage, laws: tuple[str, str]) -> Passage:
    """Return a passage whose labels are read under the laws that the copy means where they name none."""
    marks = []
    for mark in passage.marks:
        exemptions = read_labels(mark.label, laws=laws)
        around = _around(passage.text, mark.start, mark.end)
        subject = mark.subject
        if not passage.place.field and not _says(mark.as_shown):
            subject = subject_of(*around, field="", is_first=False, exemptions=exemptions)
        marks.append(replace(mark, exemptions=exemptions, subject=subject))
    return replace(passage, marks=tuple(marks))


def _is_of_a_key(text: str) -> bool:
    """Whether a passage explains the marks: ``XXXX S40(2) - personal information``, ``Names are marked XXXX.``."""
    return _KEY.match(text) is not None or (_SAYS_HOW.search(text) is not None and len(list(find_marks(text, ""))) == 1)


def _printed(text: str, field: str, label: str | None) -> tuple[PrintedMark, ...]:
    if not field:
        return run_on(Cell(text=text, marks=tuple(find_marks(text, "text", covered_by=label)))).marks
    colon = text.find(":") + 1 if text.lower().startswith(field.lower()) else 0
    own, value = take_label(text[colon:].strip())
    cell = read_cell(value, "text", covered_by=own or label)
    cell = run_on(cell) if field.lower() in _ONE_STRETCH else cell
    shift = len(text) - len(value)
    return tuple(replace(mark, start=mark.start + shift, end=mark.end + shift) for mark in cell.marks)


def _of_words(text: str, mark: WordedMark) -> PrintedMark:
    return PrintedMark(
        field="text",
        start=mark.start,
        end=mark.end,
        as_shown=text[mark.start : mark.end],
        label=mark.label,
        exemptions=read_labels(mark.label),
    )


def _begins_in(mark: PrintedMark | WordedMark, others: Sequence[PrintedMark | WordedMark]) -> bool:
    """Whether a mark begins within one of others, which are in order and apart."""
    before = bisect_right(others, mark.start, key=lambda other: other.start) - 1
    return before >= 0 and mark.start < others[before].end


def _last_label(text: str, marks: Sequence[PrintedMark]) -> str | None:
    """Return the label at the end of a sentence of which no mark goes with it."""
    last = _AT_THE_END.search(text)
    return last["label"] if last and all(mark.end <= last.start() for mark in marks) else None


def _shown(text: str, mark: PrintedMark, *, field: str, is_first: bool) -> ShownMark:
    return ShownMark(
        start=mark.start,
        end=mark.end,
        as_shown=mark.as_shown,
        label=mark.label,
        side=_side(mark),
        exemptions=mark.exemptions,
        subject=_subject(text, mark, field=field, is_first=is_first),
    )


def _subject(text: str, mark: PrintedMark, *, field: str, is_first: bool) -> Subject:
    """Return what a mark says that it stands for, or else what the words around it tell."""
    before, after = _around(text, mark.start, mark.end)
    return _says(mark.as_shown) or subject_of(before, after, field=field, is_first=is_first, exemptions=mark.exemptions)


def _says(shown: str) -> Subject | None:
    if _DAY_OR_HOUR.match(shown):
        return Subject.DATE
    return next((subject for word, subject in _SAID.items() if word in shown.lower()), None)


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    return text[max(start - _AROUND, 0) : start], text[end : end + _AROUND]


def _side(mark: PrintedMark) -> LabelSide:
    if mark.label is None:
        return LabelSide.NONE
    shown = mark.as_shown
    if mark.label not in shown:
        return LabelSide.FIELD
    if shown.startswith(("[", "<", "{", "(")):
        return LabelSide.INSIDE
    if shown.startswith(mark.label):
        return LabelSide.BEFORE
    return LabelSide.SPACED if shown.removesuffix(mark.label).endswith((" ", "\u00a0")) else LabelSide.AFTER
