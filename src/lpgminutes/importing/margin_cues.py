"""Cues at the left margin, ``ACTION: Ann Roe``, which a scanner reads into the lines of the minutes beside them.

They cut sentences in two: ``The Board asked`` / ``ACTION: CFO the auditors to report``. What tells them from a cue
that an action follows is that the words behind the owners carry on the line above, or open a lettered minute.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lpgminutes.importing.lines import ends_sentence
from lpgminutes.importing.margins import MarginNote
from lpgminutes.importing.numbering import Family, read_number_in
from lpgminutes.importing.outline import ItemOpening
from lpgminutes.importing.owners import Called, known_owners_at_front
from lpgminutes.importing.source import SetAside, SourceLine

_CUE = re.compile(r"ACTIONS?\s*:\s*(?P<rest>.*)")
_LETTERS = re.compile(r"[^\W\d_]{3}")
"""A word; a scanner reads the edge of a blanked box as one or two letters."""
_TASK = re.compile(r"(?:to|will|shall|must|should)\b")
_STROKE = re.compile(r"[/,&!]")
"""What parts owners; a scanner reads a stroke as an exclamation mark."""
_FEWEST = 2
_FARTHEST = 4
"""Lines on which the owners of one cue may stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithoutCues:
    """A body without the cues at its margin."""

    lines: tuple[SourceLine, ...]
    openings: tuple[ItemOpening, ...]
    """Its items, by their place among the lines that are left."""
    notes: tuple[MarginNote, ...] = ()
    set_aside: tuple[SetAside, ...] = ()


def take_margin_cues(lines: Sequence[SourceLine], openings: Sequence[ItemOpening], known: Called) -> WithoutCues:
    """Take the cues out of a body that was scanned with a margin on the left; of any other, none."""
    reader = _Reader(lines=lines, known=known)
    while reader.at < len(lines):
        reader.take_line()
    if reader.cutting < _FEWEST:
        return WithoutCues(lines=tuple(lines), openings=tuple(openings))
    return WithoutCues(
        lines=tuple(line for line in reader.kept if line is not None),
        openings=tuple(replace(item, index=reader.index_of(item.index)) for item in openings),
        notes=tuple(reader.notes),
        set_aside=tuple(reader.aside),
    )


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Goes down the lines, and keeps each without what belongs to the margin."""

    lines: Sequence[SourceLine]
    known: Called
    at: int = 0
    kept: list[SourceLine | None] = field(default_factory=list)
    """By the place of the line before; nothing for a line of the margin alone."""
    notes: list[MarginNote] = field(default_factory=list)
    aside: list[SetAside] = field(default_factory=list)
    cutting: int = 0
    """How many cues cut into a line of the minutes."""

    def index_of(self, index: int) -> int:
        """Return which line a line is among those that are left."""
        return sum(line is not None for line in self.kept[:index])

    def take_line(self) -> None:
        """Take in the line that comes next, with those that a cue on it runs on to."""
        line = self.lines[self.at]
        cue = None if line.cells else _CUE.fullmatch(line.text)
        if cue is None:
            self._keep(line)
            return
        owners, rest = known_owners_at_front(cue["rest"], self.known)
        if not self._is_beside(rest) and _LETTERS.search(rest):
            self._keep(line)  # the words of an action follow
            return
        self._take_cue(line, owners, rest)

    def _take_cue(self, line: SourceLine, owners: str, rest: str) -> None:
        beside = line.place if self._is_beside(rest) else None
        self._keep_rest(line, rest)
        for _ in range(_FARTHEST - 1):
            below = self.lines[self.at] if self.at < len(self.lines) else None
            if below is None or below.cells or not self._runs_on(owners, below):
                break
            more, rest = known_owners_at_front(below.text, self.known)
            if not more or not (self._is_beside(rest) or not _LETTERS.search(rest)):
                break
            owners = f"{owners} {more}".strip()
            beside = beside or (below.place if self._is_beside(rest) else None)
            self._keep_rest(below, rest)
        if beside is not None and owners:
            self.cutting += 1
            self.notes.append(MarginNote(words=owners, place=beside))
        elif owners:
            self.aside.append(SetAside(place=line.place, words=owners, why=_ALONE))

    def _runs_on(self, owners: str, below: SourceLine) -> bool:
        """Whether the owners of a cue run on below: none yet, a stroke after the last, or half of a name."""
        last = _STROKE.split(owners)[-1].strip()
        first = _STROKE.split(below.text.split(maxsplit=1)[0])[0]
        return not last or (first[:1].isalpha() and self.known.knows(f"{last} {first}"))

    def _is_beside(self, rest: str) -> bool:
        """Whether words behind the owners belong to the minutes: a lettered minute, or the sentence above going on."""
        number = read_number_in(rest)
        if number is not None and number.family in {Family.LETTER, Family.ROMAN, Family.MINUTE} and number.words:
            return True
        above = next((line for line in reversed(self.kept) if line is not None), None)
        carries_on = rest[:1].islower() and not _TASK.match(rest)
        return carries_on and above is not None and not ends_sentence(above.text)

    def _keep(self, line: SourceLine) -> None:
        self.kept.append(line)
        self.at += 1

    def _keep_rest(self, line: SourceLine, rest: str) -> None:
        """Keep the words of a line that are the minutes'; set the line aside where there are none."""
        if _LETTERS.search(rest):
            self.kept.append(replace(line, spaced=rest, bold_start=0))
        else:
            self.kept.append(None)
            self.aside.append(SetAside(place=line.place, words=line.text, why="the margin that says who is to act"))
        self.at += 1


_ALONE = "owners at the margin with nothing beside them to act on"
