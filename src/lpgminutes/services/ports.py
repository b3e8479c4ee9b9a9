"""What the services need from the store and the documents, said as protocols."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from lpgminutes.domain.actions import Action, ActionSummary
from lpgminutes.domain.document import MinutesDocument
from lpgminutes.domain.history import Change, ReleaseRecord, Version, VersionReason
from lpgminutes.domain.meetings import Block, Meeting, MeetingStatus, MeetingSummary, Series
from lpgminutes.domain.people import Attendance
from lpgminutes.domain.reports import Schedule
from lpgminutes.domain.withholding import ReleaseCase


class SeriesRecords(Protocol):
    """The standing bodies."""

    def add(self, series: Series) -> Series:
        """Keep a new series; a short name already taken is refused."""

    def save(self, series: Series) -> Series:
        """Keep the edited series; a stale revision is refused."""

    def find(self, short_name: str) -> Series | None:
        """Return the series with this short name (any case)."""

    def all(self) -> tuple[Series, ...]:
        """Return every series by name."""


class MeetingRecords(Protocol):
    """The meetings with all that their minutes hold."""

    def add(self, meeting: Meeting) -> Meeting:
        """Keep a whole meeting under its series and give it its ref; returned with its ids."""

    def get(self, ref: str) -> Meeting:
        """Return the meeting with this ref (any case) or id, or raise ``NotFoundError``."""

    def summaries(self, *, today: date, series: str | None = None) -> tuple[MeetingSummary, ...]:
        """Return what a list shows, newest first, counted in the database."""

    def save_head(self, meeting: Meeting) -> Meeting:
        """Keep the edited fields of the meeting itself (no blocks, attendance or actions)."""

    def set_status(self, meeting: Meeting, status: MeetingStatus) -> Meeting:
        """Set how far the minutes have come."""

    def add_block(self, meeting: Meeting, block: Block, *, parent: Block | None) -> Block:
        """Add a block as the last under ``parent``, or as the last item; returned with its id."""

    def save_block(self, block: Block) -> Block:
        """Keep an edited block (not its children); a stale revision is refused."""

    def add_attendance(self, meeting: Meeting, attendance: Attendance) -> Attendance:
        """Add a row at the end of the attendance."""


class ActionRecords(Protocol):
    """The actions of every series."""

    def add(self, action: Action, *, meeting: Meeting, raised_in: Block | None) -> Action:
        """Keep a new action of the meeting's series."""

    def save(self, action: Action) -> Action:
        """Keep the edited action; a stale revision is refused."""

    def list(
        self, *, series: str | None = None, outstanding: bool = False, meeting: str | None = None
    ) -> tuple[ActionSummary, ...]:
        """Return actions by due date, those without one last."""

    def references(self, series: Series) -> frozenset[str]:
        """Return every reference in use in the series."""


class ReleaseRecords(Protocol):
    """Versions, cases, and what went out."""

    def add_version(self, meeting: Meeting, *, reason: VersionReason, content: str) -> Version:
        """Freeze the content as the next version, or return the latest one when nothing changed since."""

    def versions(self, meeting: Meeting) -> tuple[Version, ...]:
        """Return the versions of a meeting, oldest first."""

    def save_case(self, meeting: Meeting, case: ReleaseCase) -> ReleaseCase:
        """Keep the case for this meeting, with its rules and acceptances as the whole set."""

    def find_case(self, meeting: Meeting, reference: str) -> ReleaseCase | None:
        """Return the case of this meeting, if there is one."""

    def case(self, meeting: Meeting, reference: str) -> ReleaseCase:
        """Return the case of this meeting, or raise ``NotFoundError``."""

    def add_release(self, meeting: Meeting, record: ReleaseRecord) -> ReleaseRecord:
        """Remember what went out."""

    def releases(self, meeting: Meeting) -> tuple[ReleaseRecord, ...]:
        """Return what went out of this meeting, oldest first."""


class HistoryRecords(Protocol):
    """The append-only table of changes."""

    def changes(self, *, limit: int = 50, meeting: str | None = None) -> tuple[Change, ...]:
        """Return the latest changes, newest first."""

    def undo(self) -> Change:
        """Take back the latest change that is not taken back; a row changed since is refused."""

    def redo(self) -> Change:
        """Do again the latest change that was taken back, unless something new was done since."""


class Records(Protocol):
    """Everything kept, in one transaction."""

    @property
    def series(self) -> SeriesRecords:
        """The standing bodies."""

    @property
    def meetings(self) -> MeetingRecords:
        """The meetings."""

    @property
    def actions(self) -> ActionRecords:
        """The actions."""

    @property
    def releases(self) -> ReleaseRecords:
        """Versions, cases, releases."""

    @property
    def history(self) -> HistoryRecords:
        """The changes."""


class UnitOfWork(Records, Protocol):
    """A transaction that changes something: leaving it without ``commit`` takes everything back."""

    def commit(self) -> None:
        """Make it durable, with its rows of history."""


class Store(Protocol):
    """Where records are kept."""

    def read(self) -> AbstractContextManager[Records]:
        """Open a transaction that sees one state of everything."""

    def change(self, what: str, *, who: str, at: datetime | None = None) -> AbstractContextManager[UnitOfWork]:
        """Open a transaction that may write; ``what`` goes to the history and holds no text of minutes."""

    def location(self) -> str:
        """Return where the records are kept, for a person to read."""

    def close(self) -> None:
        """Let go of every connection."""


class Interchange(Protocol):
    """Meetings as JSON, the outer contract."""

    def freeze(self, meeting: Meeting) -> str:
        """Return the meeting as canonical JSON."""

    def thaw(self, content: str) -> Meeting:
        """Return the meeting that was frozen."""


class Renderers(Protocol):
    """What makes files of documents. Every renderer takes a document and gives bytes."""

    def docx(self, document: MinutesDocument) -> bytes:
        """Return the document as a Word file from the house template."""

    def html(self, document: MinutesDocument) -> bytes:
        """Return the document as one self-contained page."""

    def text(self, document: MinutesDocument) -> bytes:
        """Return the document as plain text, UTF-8."""

    def schedule_docx(self, schedule: Schedule) -> bytes:
        """Return the schedule as a Word file."""

    def schedule_csv(self, schedule: Schedule) -> bytes:
        """Return the schedule as CSV."""


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


class Verifier(Protocol):
    """What looks for withheld text in finished bytes, independent of everything that made them."""

    def search(
        self, files: Mapping[str, bytes], *, withheld: Sequence[str], allowed: Sequence[str]
    ) -> tuple[Found, ...]:
        """Return everything found in the files; nothing when they are clean."""


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
