"""What every kind of file is turned into before anything is read from it: lines with their place and their style.

A source takes a file apart and judges nothing; what a line means is for the recognisers, which see one kind of value
whether the words came from Word, Markdown or plain text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

LINES_REMEMBERED = 512
"""Lines whose reading is remembered while a file is read: its parts are divided and read by several recognisers."""
_COLUMN_GAP = re.compile(r"\t|[^\S\n]{2,}")


class LineKind(Enum):
    """Which part of a page a line stands in."""

    BODY = "body"
    HEADER = "header"
    """A header part of a Word file; in a text every line is of the body until furniture is looked for."""
    FOOTER = "footer"


class PlaceUnit(Enum):
    """What the places of a source count."""

    LINE = "line"
    PARAGRAPH = "paragraph"
    """Of a Word file: paragraphs and table rows, in the order of the document."""
    PAGE = "page"
    """Of a PDF, which knows no paragraphs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a table row; the second of two merged cells is not there, nor is it counted as empty."""

    lines: tuple["SourceLine", ...] = ()
    """Its paragraphs; none for an empty cell."""
    column: int
    """The grid column that it begins in, counted from 0."""
    span: int = 1
    """How many grid columns it covers."""
    continues_above: bool = False
    """Whether it is the lower part of a cell that is merged down; it then holds nothing."""

    @property
    def text(self) -> str:
        """Its paragraphs, each on its own line, numbers and bullets left out."""
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """One line of a text, one paragraph of a Word file, or one row of a table."""

    spaced: str
    """Its words with tabs and runs of spaces kept, for they part columns; without ``number`` and ``bullet``."""
    place: int
    """Where it stands in the file, counted from 1 in the unit of the source."""
    kind: LineKind = LineKind.BODY
    page: int = 1
    after_gap: bool = False
    """Whether blank lines (Word: empty paragraphs or a page break) stand before it."""
    continues: bool = False
    """Whether only a manual line break parts it from the line before: the same paragraph goes on."""
    indent: int = 0
    """How far in it begins, in characters of a typed page; a tenth of an inch of Word is one character."""
    style: str = ""
    """The name of its Word style as people see it (``Heading 2``); empty in a text."""
    outline_level: int | None = None
    """The level of a heading, counted from 1, where the file says that it is one."""
    number: str = ""
    """The number in a list as printed (``4.1``, ``(a)``), where the file marks it up; else it is in the words."""
    bullet: str = ""
    """The sign of an unnumbered list, where the file marks it up; else it is in the words."""
    list_level: int = 0
    """How deep in a marked-up list it stands, counted from 1; 0 for a line of no list."""
    is_bold: bool = False
    """Whether all its words are bold."""
    bold_start: int = 0
    """How many characters at the front of ``spaced`` are bold: a run-in heading."""
    is_italic: bool = False
    table: int | None = None
    """Which table it is a row of, counted from 1; ``None`` for a line that is no row."""
    cells: tuple[Cell, ...] = ()
    """The cells of a row from left to right; ``spaced`` then holds their texts, parted by tabs."""
    is_table_head: bool = False
    """Whether the file says that the row heads its table."""
    text: str = field(init=False, repr=False, compare=False)
    """Its words with every run of spaces as one space; made once, for every recogniser asks for it."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", " ".join(self.spaced.split()))

    @property
    def columns(self) -> tuple[str, ...]:
        """The stretches of its words that a tab or two spaces part."""
        return tuple(" ".join(part.split()) for part in _COLUMN_GAP.split(self.spaced.strip()) if part.strip())

    def flat(self) -> Iterator["SourceLine"]:
        """Yield the line, or the lines in the cells of a row from left to right: what is read, once each."""
        if not self.cells:
            yield self
        for cell in self.cells:
            for line in cell.lines:
                yield from line.flat()


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """Words of the file that are not minutes, kept so that a person can look them through."""

    place: int
    words: str
    why: str
    """What they are, in a few words: ``a footer``, ``a comment``, ``text deleted under tracked changes``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRemark:
    """A sentence for whoever brought the file; it quotes nothing of it."""

    sentence: str
    place: int | None = None
    """Where; ``None`` for the file as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file taken apart."""

    lines: tuple[SourceLine, ...]
    """In reading order; headers and footers once each, before and after the body of their section."""
    unit: PlaceUnit
    is_wrapped: bool
    """Whether a paragraph may run over several lines, as in a text that was laid out for a page."""
    set_aside: tuple[SetAside, ...] = ()
    remarks: tuple[SourceRemark, ...] = ()
    front_matter: tuple[tuple[str, str], ...] = ()
    """Fields that a file gives beside its words (YAML front matter), in order; a list has one entry a line."""
