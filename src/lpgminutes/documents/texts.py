"""What a template prints, each text traceable from the document to the page.

A text goes into a template between two noncharacters, with its number; a mark in it stands between two more.
They are read back from what came out and taken away again. Nobody can type them: a text that holds one is
refused here, as it is at every door of the program.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from lpgminutes.domain.document import Mark, MarkStyle, Place, Text
from lpgminutes.errors import RenderError

OPEN: Final = "\ufdd0"
DIVIDE: Final = "\ufdd1"
CLOSE: Final = "\ufdd2"
MARK_OPEN: Final = "\ufdd3"
MARK_CLOSE: Final = "\ufdd4"

TRACED: Final = re.compile(f"{OPEN}([0-9]+){DIVIDE}([^{OPEN}{CLOSE}]*){CLOSE}")
"""One text as it stands in what was rendered: its number, and its words with its marks."""
SIGNS: Final = re.compile(f"{OPEN}[0-9]+{DIVIDE}|[{CLOSE}{MARK_OPEN}{MARK_CLOSE}]")
"""Everything that was added for tracing."""

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


class Section(Enum):
    """The stretch of a document that a text belongs to."""

    HEAD = "head"
    ATTENDANCE = "attendance"
    DECLARATIONS = "declarations"
    ITEMS = "items"
    ACTIONS = "actions"
    DECISIONS = "decisions"
    ROWS = "rows"
    TAIL = "tail"


_ORDERED = (
    Section.ATTENDANCE,
    Section.DECLARATIONS,
    Section.ITEMS,
    Section.ACTIONS,
    Section.DECISIONS,
    Section.ROWS,
)
"""A house template may move a section, but the texts within these follow one another as in the record."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a text: words, or a mark."""

    text: str
    is_mark: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A text that a template must print: false when it is empty."""

    number: int
    where: Place | str
    section: Section
    runs: tuple[Run, ...]

    def __bool__(self) -> bool:
        return any(run.text for run in self.runs)

    def __str__(self) -> str:
        return "".join(run.text for run in self.runs)

    def coded(self) -> str:
        """Return its words with its marks between their signs."""
        return "".join(f"{MARK_OPEN}{run.text}{MARK_CLOSE}" if run.is_mark else run.text for run in self.runs)

    def place(self) -> str:
        """Return where it stands, as a person would say it."""
        return self.where if isinstance(self.where, str) else self.where.words()


class Expected:
    """Every text that one rendering must show, numbered in reading order."""

    def __init__(self, mark_style: MarkStyle = MarkStyle.TEXT) -> None:
        self.mark_style = mark_style
        self.texts: list[Printed] = []

    def text(self, text: Text, section: Section) -> Printed:
        """Take in a text of the document."""
        runs = tuple(
            Run(segment.written(self.mark_style), is_mark=True) if isinstance(segment, Mark) else Run(segment.text)
            for segment in text.segments
        )
        return self._taken(runs, text.place, section)

    def words(self, words: str, where: str, section: Section) -> Printed:
        """Take in words that hold no mark."""
        return self._taken((Run(words),), where, section)

    def _taken(self, runs: tuple[Run, ...], where: Place | str, section: Section) -> Printed:
        printed = Printed(number=len(self.texts), where=where, section=section, runs=runs)
        if any(_UNPRINTABLE.search(run.text) for run in runs):
            raise RenderError(
                f"There is a character in {printed.place()} that no document can hold. Type that text again."
            )
        self.texts.append(printed)
        return printed


def printable(words: str, where: str) -> str:
    """Return ``words`` if a document can hold them."""
    if _UNPRINTABLE.search(words):
        raise RenderError(f"There is a character in {where} that no document can hold. Type that text again.")
    return words


def traced(text: str) -> list[tuple[int, str]]:
    """Return the number and the coded words of each text found in ``text``."""
    return [(int(match[1]), match[2]) for match in TRACED.finditer(text)]


def left_out(expected: Sequence[Printed], found: Iterable[tuple[int, str]]) -> list[str]:
    """Return the places of which a text did not come out as it went in; empty when all did."""
    seen = {(number, words) for number, words in found}
    places = [text.place() for text in expected if text and (text.number, text.coded()) not in seen]
    return list(dict.fromkeys(places))


def out_of_order(expected: Sequence[Printed], found: Iterable[tuple[int, str]]) -> list[str]:
    """Return the sections whose texts do not follow one another as in the record."""
    last = dict.fromkeys(_ORDERED, -1)
    first_seen = dict.fromkeys(number for number, _ in found)
    wrong: list[str] = []
    for number in first_seen:
        section = expected[number].section
        if section not in last:
            continue
        if number < last[section]:
            wrong.append(section.value)
        last[section] = number
    return list(dict.fromkeys(wrong))
