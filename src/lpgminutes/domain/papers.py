"""A paper beside how it was read: its lines as they stand, the meeting in them, and what a person should look at."""

from dataclasses import dataclass

from lpgminutes.domain.imports import ImportedFile
from lpgminutes.domain.meetings import Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """One line of a paper as it is shown beside its reading."""

    place: int
    """Where it stands in the file, counted from 1 in the unit of the paper."""
    text: str
    """Its words, the number or bullet before them; the cells of a table row parted by bars."""
    indent: int = 0
    """How far in it begins, in characters."""
    is_bold: bool = False
    aside: str = ""
    """Why it is in no part of the minutes, in a few words (``a footer``); empty where it is in one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Something that a person should look at; it quotes nothing of the paper."""

    sentence: str
    place: int | None = None
    """Where; ``None`` for the paper as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A file that was read and not yet kept."""

    file: ImportedFile
    meeting: Meeting
    unit: str = "line"
    """What the places count: ``line``, or ``paragraph`` of a Word file."""
    lines: tuple[PaperLine, ...] = ()
    """None for a file in the interchange form, which says itself what everything is."""
    doubts: tuple[Doubt, ...] = ()
    warnings: tuple[str, ...] = ()
    """The doubts in sentences that say their places themselves."""
    is_body_guessed: bool = False
    """Whether the title alone says which body met; a file in the interchange form names it."""
