"""Files that meetings came in from, known again by their content."""

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedFile:
    """A file that somebody brought in."""

    name: str
    """What it was called; never used as a path."""
    digest: str
    """The SHA-256 of its bytes, in hexadecimal: the same file under another name is the same file."""


def imported_file(content: bytes, *, name: str) -> ImportedFile:
    """Return what a file is known by."""
    return ImportedFile(name=name, digest=hashlib.sha256(content).hexdigest())
