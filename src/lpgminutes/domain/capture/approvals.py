"""Lines that agree the minutes of the last meeting."""

import re

from lpgminutes.domain.capture.context import CaptureContext
from lpgminutes.domain.capture.sentences import sentences_of
from lpgminutes.domain.sayings.written_dates import days_in

_AGREED = r"(?:agreed|approved|accepted|confirmed|adopted|signed(?:[ -]off)?|taken as read)"
_APPROVES = re.compile(
    rf"\bminutes\b.{{0,200}}?\b{_AGREED}\b|\b{_AGREED}\b.{{0,60}}\bminutes\b", re.IGNORECASE | re.DOTALL
)
_NOT = re.compile(
    r"\b(?:not|never|nobody|unable|cannot|defer\w*|postponed|awaiting|pending|once|until|unless|if)\b|n['\u2019]t\b",
    re.IGNORECASE,
)
_HOW_MANY = r"(?:(?:the|a|an|one|two|three|some|several|minor|small|slight|following)\s+)*"
_PUT_RIGHT = (
    r"(?:amend|correct|chang|add|delet|remov|replac|insert)ing\b"
    r"|(?:the\s+)?(?:addition|deletion|removal|insertion|inclusion|omission|replacement)\s+of\b"
    r"|(?:(?:minute|item|paragraph|point|page)\s+)?\d[\d.]*\s+(?:being|reading|to read|should)\b"
    r"|[\"'\u2018\u201c][^\"\u2019\u201d]{1,120}[\"'\u2019\u201d]\s+(?:being|reading|to read|should)\b"
)
_CORRECTED = re.compile(
    rf"\b(?:subject to|with|after)\s+{_HOW_MANY}(?:corrections?|amendments?|changes?)\b"
    rf"(?:\s+(?:that|to))?\s*[:,\u2013-]?\s*(?=[^\s.;:,\u2013-])|\bsubject to\s+(?={_PUT_RIGHT})",
    re.IGNORECASE,
)
"""What leads to a correction.

That minutes are agreed subject to somebody's consent leads to none, nor does a sentence that ends with the word: what
follows it is no correction.
"""
_BETWEEN_CORRECTIONS = re.compile(r"\s*;\s*")


def approval_in(text: str, context: CaptureContext) -> tuple[str, tuple[str, ...]]:
    """Return the ref of the meeting whose minutes a text agrees, and with which corrections."""
    if not context.approves:
        return "", ()
    corrected = _CORRECTED.search(text)
    for start, end in sentences_of(text):
        if corrected and corrected.start() < start:
            corrected = _CORRECTED.search(text, start)
        said = text[start : min(end, corrected.start()) if corrected else end]
        if any(_agrees(clause, context) for clause in said.split(";")):
            is_of_them = corrected is not None and not text[end : corrected.start()].strip()
            return context.approves, _corrections(text[corrected.end() :] if corrected and is_of_them else "")
    return "", ()


def _agrees(clause: str, context: CaptureContext) -> bool:
    match = _APPROVES.search(clause)
    if match is None or _NOT.search(clause):
        return False
    on = context.approves_date
    return on is None or all((day.day, day.month) == (on.day, on.month) for day in days_in(match.group()))


def _corrections(words: str) -> tuple[str, ...]:
    pieces = (piece.strip(" .") for piece in _BETWEEN_CORRECTIONS.split(words))
    return tuple(piece for piece in pieces if piece)
