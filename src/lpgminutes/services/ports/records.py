"""Everything kept, in one transaction, and the store that gives it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from lpgminutes.services.ports.actions import ActionLists, ActionRecords
from lpgminutes.services.ports.attendance import AttendanceRecords, PeopleRecords
from lpgminutes.services.ports.bodies import SeriesRecords
from lpgminutes.services.ports.find import FindRecords
from lpgminutes.services.ports.history import HistoryRecords
from lpgminutes.services.ports.imports import ImportRecords
from lpgminutes.services.ports.meetings import MeetingRecords
from lpgminutes.services.ports.minutes import MinutesRecords
from lpgminutes.services.ports.releases import ReleaseRecords


class Records(Protocol):
    """Everything kept, in one transaction."""

    @property
    def series(self) -> SeriesRecords:
        """The standing bodies."""

    @property
    def meetings(self) -> MeetingRecords:
        """The meetings."""

    @property
    def minutes(self) -> MinutesRecords:
        """Their paragraphs."""

    @property
    def attendance(self) -> AttendanceRecords:
        """Who is at them."""

    @property
    def people(self) -> PeopleRecords:
        """The register."""

    @property
    def actions(self) -> ActionRecords:
        """The actions."""

    @property
    def releases(self) -> ReleaseRecords:
        """Versions, cases, releases."""

    @property
    def find(self) -> FindRecords:
        """Their words."""

    @property
    def imports(self) -> ImportRecords:
        """The files that meetings came in from."""

    @property
    def history(self) -> HistoryRecords:
        """The changes."""


class UnitOfWork(Records, Protocol):
    """A transaction that changes something: leaving it without ``commit`` takes everything back."""

    def commit(self) -> int:
        """Make it durable, with its rows of history; return the number of the change."""


class Store(Protocol):
    """Where records are kept."""

    def read(self) -> AbstractContextManager[Records]:
        """Open a transaction that sees one state of everything."""

    def change(self, what: str, *, who: str, at: datetime | None = None) -> AbstractContextManager[UnitOfWork]:
        """Open a transaction that may write; ``what`` goes to the history and holds no text of minutes."""

    def latest_change(self) -> int:
        """Return the number of the latest change, whoever made it; 0 before the first."""

    def lists(self, *, is_unwanted: Callable[[], bool] | None = None) -> AbstractContextManager[ActionLists]:
        """Open a transaction that only lists actions: it needs nothing of what reading records needs.

        A long count asks ``is_unwanted`` now and then, and ends in ``NoLongerWanted`` when it is.
        """

    def location(self) -> str:
        """Return where the records are kept, for a person to read."""

    def settle(self) -> None:
        """Do what can be put off after writing; to be asked for when nobody waits."""

    def close(self) -> None:
        """Let go of every connection."""
