"""Actions as minutes tell them, in a sentence of the text.

The form is ``<owner> took an action to <do something> (<reference>).`` Only a sentence that says so is an
action. A date in it is the date of what it is about, never its due date.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lpgminutes.domain.marks import PrintedMark

_CUE = re.compile(r"\btook (?:an|the) action to (?=\S)")
_SENTENCE_STOP = re.compile(r"(?P<word>\S{0,12})[.!?][\"'\u2019\u201d)\]]* (?=[\"'\u2018\u201c(\[]?[A-Z0-9])")
_ABBREVIATION = re.compile(r"(?:[eE]\.g|[iI]\.e|etc|Dr|Mr|Mrs|Ms|Prof|No|St|approx|cf|vs|Cllr|[A-Z])")
_REFERENCE = re.compile(
    r"\( ?(?P<ref>(?=[A-Za-z0-9./-]{0,24}[0-9])(?=[0-9]{0,24}[A-Za-z/.-])[A-Za-z0-9./-]{2,25}"
    r"|(?:AP|Action|Ref\.?) ?[A-Za-z0-9./-]{1,20}) ?\)(?= ?(?:[.:;,]|$))"
)
_BRACKETED_UNTIL = re.compile(r" ?\)(?= ?(?:[.:;,]|$))")
_LAST_JOINER = re.compile(r"(?: and| &|/|, and) ?$")
_LIST_JOINER = re.compile(r"(?: and| &|/|,) ?$")
_PARTICLES = frozenset({"of", "the", "for", "de", "van", "von", "and"})
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldAction:
    """An action as one sentence tells it."""

    owners: tuple[str, ...]
    ref: str | None
    text: str


def told_actions(text: str, marks: Sequence[PrintedMark]) -> Iterator[ToldAction]:
    """Yield the actions that a text tells of; ``marks`` are the redaction marks in it, from left to right."""
    cues = list(_CUE.finditer(text))
    told = 0
    for cue, following in zip(cues, [*cues, None][1:], strict=True):
        owners, _ = _owners(text, told, cue.start(), marks)
        told = _sentence_end(text, cue.end(), _owners_start(text, cue.end(), following, marks))
        ref, words = _without_reference(text, cue.end(), told, marks)
        yield ToldAction(owners=owners, ref=ref, text=words)


def _start(mark: PrintedMark) -> int:
    return mark.start


def _end(mark: PrintedMark) -> int:
    return mark.end


def _owners_start(text: str, begin: int, cue: re.Match[str] | None, marks: Sequence[PrintedMark]) -> int:
    """Where the next action's owners begin, which is as far as this one may reach."""
    return len(text) if cue is None else _owners(text, begin, cue.start(), marks)[1]


def _sentence_end(text: str, start: int, limit: int) -> int:
    for stop in _SENTENCE_STOP.finditer(text, start, limit):
        if not _ABBREVIATION.fullmatch(stop["word"].strip("(")):
            return stop.end()
    return limit


def _without_reference(text: str, start: int, end: int, marks: Sequence[PrintedMark]) -> tuple[str | None, str]:
    """Take the bracketed reference out of what an action says, and the stop after it."""
    brackets = [*_bracketed_marks(text, start, end, marks), *_bracketed_words(text, start, end)]
    if not brackets:
        return None, _bare(text[start:end])
    opens, closes, ref = max(brackets)
    return ref, _bare(text[start:opens].rstrip() + text[closes:end])


def _bracketed_words(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    for match in _REFERENCE.finditer(text, start, end):
        yield match.start(), match.end(), match["ref"]


def _bracketed_marks(text: str, start: int, end: int, marks: Sequence[PrintedMark]) -> Iterator[tuple[int, int, str]]:
    """Yield the marks that fill a bracket at the end of a clause."""
    for mark in marks[bisect_left(marks, start, key=_start) : bisect_left(marks, end, key=_start)]:
        opens = len(text[max(start, mark.start - 2) : mark.start].rstrip()) + max(start, mark.start - 2) - 1
        closing = _BRACKETED_UNTIL.match(text, mark.end, end)
        if start <= opens and mark.end < end and text[opens] == "(" and closing:
            yield opens, closing.end(), mark.as_shown


def _bare(words: str) -> str:
    words = words.strip()
    words = words.removesuffix(" and").rstrip(" ,;")
    return words[:-1] if words.endswith(".") and not words.endswith("..") else words


def _owners(text: str, start: int, end: int, marks: Sequence[PrintedMark]) -> tuple[tuple[str, ...], int]:
    """Return the names right before a cue, and where the first of them begins."""
    owners: list[str] = []
    cursor = begins = len(text[max(start, end - 2) : end].rstrip()) + max(start, end - 2)
    joiner: re.Match[str] | None = None
    while (begin := _name_start(text, start, cursor, marks)) is not None:
        owners.insert(0, text[begin:cursor].removeprefix("The ").strip())
        begins = begin
        pattern = _LIST_JOINER if joiner else _LAST_JOINER
        joiner = pattern.search(text, max(start, begin - 6), begin)
        if joiner is None:
            break
        cursor = joiner.start()
    return tuple(owners), begins


def _name_start(text: str, start: int, end: int, marks: Sequence[PrintedMark]) -> int | None:
    """Where the name begins that ends here: a redaction mark, or words in capitals."""
    nearest = bisect_left(marks, end, key=_end)
    if nearest < len(marks) and marks[nearest].end == end and marks[nearest].start >= start:
        return marks[nearest].start
    window = max(start, end - _LONGEST_NAME)
    begin: int | None = None
    for word in reversed(list(re.finditer(r"\S+", text[window:end]))):
        said = word.group()
        if said[-1] in ",;:?!)" or (said[-1] == "." and len(said) > len("J.")):
            break
        if said[0].isupper():
            begin = window + word.start()
        elif said not in _PARTICLES or said == "and":
            break
    return begin
