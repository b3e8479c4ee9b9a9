"""The column at the margin that names who is to act, level with the sentence that says what.

Minutes are laid out with an ``Action`` column that holds initials or a post and nothing else. Turned into text, the
names end up behind the lines of the minutes, or before them, or on lines of their own.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lpgminutes.importing.source import SetAside, SourceLine

_GAP = re.compile(r"\s{4,}")
_NOTE = re.compile(
    r"(?:[A-Z][\w'\u2019.&]{0,14}|All)(?: ?[/,&+] ?[A-Z][\w'\u2019.&]{0,14}|"
    r" (?:and )?[A-Z][\w'\u2019.&]{0,14}){0,3} ?[/,&]?"
)
_HEADS = frozenset({"action", "actions", "action by", "by whom", "action/owner", "owner", "lead", "who"})
_FEWEST_NOTES = 3
_SLACK = 10
"""Columns by which a centred column wanders."""
_FARTHEST_LEFT = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class MarginNote:
    """What the margin says level with a line."""

    words: str
    place: int
    """The place of the line of the minutes that it stands level with, or just below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithoutMargin:
    """The lines of a text without its margin column."""

    lines: tuple[SourceLine, ...]
    notes: tuple[MarginNote, ...] = ()
    set_aside: tuple[SetAside, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    index: int
    column: int
    words: str
    left: str
    """What stands to the left of it on its line."""

    @property
    def is_head(self) -> bool:
        """Whether it heads the column."""
        return not self.left and self.words.casefold() in _HEADS


def take_margin(lines: Sequence[SourceLine]) -> WithoutMargin:
    """Take the right-hand column of owners out of a text that was laid out for a page."""
    found = [note for index, line in enumerate(lines) if (note := _note_at(lines, index)) is not None]
    column = _column(found)
    notes = {note.index: note for note in found if column is not None and note.column >= column}
    if sum(not note.is_head for note in notes.values()) < _FEWEST_NOTES:
        return WithoutMargin(lines=tuple(lines))
    return _taken(lines, notes)


def _note_at(lines: Sequence[SourceLine], index: int) -> _Found | None:
    """Return the words that a wide gap, or a wide indentation, sets off at the end of a line."""
    line = lines[index]
    if line.cells:
        return None
    gaps = list(_GAP.finditer(line.spaced))
    start = gaps[-1].end() if gaps else 0
    words = line.spaced[start:].strip()
    column = line.indent + len(line.spaced[:start].expandtabs())
    if column < _FARTHEST_LEFT or not _NOTE.fullmatch(words):
        return None
    return _Found(index=index, column=column, words=words, left=line.spaced[:start].strip())


def _column(found: Sequence[_Found]) -> int | None:
    """Return where the column begins: within reach of its own head."""
    heads = [note.column for note in found if note.is_head]
    return heads[0] - _SLACK if heads else None


def _taken(lines: Sequence[SourceLine], notes: dict[int, _Found]) -> WithoutMargin:
    kept: list[SourceLine] = []
    placed: list[MarginNote] = []
    aside: list[SetAside] = []
    gap = False
    for index, line in enumerate(lines):
        note = notes.get(index)
        gap = gap or line.after_gap
        if note is not None and note.is_head:
            aside.append(SetAside(place=line.place, words=note.words, why="the head of the margin column"))
        elif note is not None:
            placed.append(MarginNote(words=note.words, place=_level_place(lines, kept, notes, index)))
        if note is None or note.left:
            kept.append(replace(line, spaced=note.left if note else line.spaced, after_gap=gap))
            gap = False
    return WithoutMargin(lines=tuple(kept), notes=tuple(_merged(placed)), set_aside=tuple(aside))


def _level_place(lines: Sequence[SourceLine], kept: Sequence[SourceLine], notes: dict[int, _Found], index: int) -> int:
    """Return the place of the line that a note belongs to: its own, else the text around it."""
    note, line = notes[index], lines[index]
    if note.left:
        return line.place
    above_runs_on = bool(kept) and not line.after_gap and kept[-1].text[-1:] not in ".:"
    is_heading = bool(kept) and kept[-1].after_gap and len(kept[-1].text) < _FARTHEST_LEFT
    if above_runs_on and not is_heading:
        return kept[-1].place
    below = next((at for at in range(index + 1, len(lines)) if at not in notes or notes[at].left), index)
    return lines[below].place


def _merged(notes: Sequence[MarginNote]) -> list[MarginNote]:
    """Join a note that ends in a stroke with the note below it: ``IB/`` and ``Agenda``."""
    merged: list[MarginNote] = []
    for note in notes:
        before = merged[-1] if merged else None
        if before and before.words.rstrip()[-1] in "/,&" and note.place - before.place <= 2:  # noqa: PLR2004
            merged[-1] = MarginNote(words=f"{before.words.rstrip()}{note.words}", place=note.place)
        else:
            merged.append(note)
    return merged
