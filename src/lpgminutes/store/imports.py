"""The files that meetings came in from."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from lpgminutes.domain.imports import ImportedFile
from lpgminutes.domain.meetings import Meeting
from lpgminutes.store.refs import find_meeting, ref_of_meeting
from lpgminutes.store.tables import ImportedFileRow


@dataclass(frozen=True, slots=True)
class SqlImports:
    """The imported files in the store."""

    session: Session

    def add(self, file: ImportedFile, meeting: Meeting) -> None:
        """Remember that a meeting came in from a file."""
        meeting_id = find_meeting(self.session, str(meeting.id))
        self.session.add(ImportedFileRow(meeting_id=meeting_id, name=file.name, digest=file.digest))
        self.session.flush()

    def meetings_from(self, file: ImportedFile) -> tuple[str, ...]:
        """Return the refs of the meetings that came in from a file of this very content, latest first."""
        rows = self.session.exec(
            select(ImportedFileRow)
            .where(col(ImportedFileRow.digest) == file.digest)
            .order_by(col(ImportedFileRow.id).desc())
        )
        return tuple(dict.fromkeys(ref_of_meeting(self.session, row.meeting_id) for row in rows))
