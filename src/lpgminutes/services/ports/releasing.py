"""What proves the files of a release, and what puts them in their place."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Something in a finished file that may not be there."""

    file: str
    part: str
    """The part of the package it is in."""
    how: str
    """In what disguise, or what structure it is; never the words."""
    term: str | None
    """The withheld text that was found; ``None`` for a structure."""
    words: str = field(default="", repr=False)
    """How it stands there: open, for it is in the file."""
    line: str = field(default="", repr=False)
    """The line, or the cell of a table, that the words stand in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What a search of finished files came to: what was looked for, where, and what was found."""

    found: tuple[Found, ...]
    terms: int
    forms: int
    """In how many forms the terms were looked for."""
    parts: Mapping[str, int]
    """How many parts of each file were looked into."""


class Verifier(Protocol):
    """What looks for withheld text in finished bytes, independent of everything that made them."""

    def search(self, files: Mapping[str, bytes], *, withheld: Sequence[str], allowed: Sequence[str]) -> Search:
        """Look for everything withheld in the files."""


class Staged(Protocol):
    """Files that are written and not yet in their place."""

    def publish(self) -> None:
        """Put them in their place: all of them, or none."""

    def withdraw(self) -> None:
        """Take them away again."""


class Publisher(Protocol):
    """What puts a folder of files in its place."""

    def __call__(self, target: Path, files: Mapping[str, bytes]) -> AbstractContextManager[Staged]:
        """Write the files beside ``target``; they are removed again unless published."""
