"""What the services need to know of the files that meetings came in from."""

from typing import Protocol

from lpgminutes.domain.imports import ImportedFile
from lpgminutes.domain.meetings import Meeting


class ImportRecords(Protocol):
    """The files that were brought in."""

    def add(self, file: ImportedFile, meeting: Meeting) -> None:
        """Remember that a meeting came in from a file."""

    def meetings_from(self, file: ImportedFile) -> tuple[str, ...]:
        """Return the refs of the meetings that came in from a file of this very content, latest first."""
