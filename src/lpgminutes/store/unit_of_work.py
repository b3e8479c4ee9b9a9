"""One transaction over all records: what is not committed was never there."""

from functools import cached_property

from sqlmodel import Session

from lpgminutes.store.actions import SqlActions
from lpgminutes.store.attendance import SqlAttendance
from lpgminutes.store.find import SqlFind
from lpgminutes.store.history import SqlHistory
from lpgminutes.store.imports import SqlImports
from lpgminutes.store.meetings import SqlMeetings
from lpgminutes.store.minutes import SqlMinutes
from lpgminutes.store.people import SqlPeople
from lpgminutes.store.recorder import Recorder
from lpgminutes.store.releases import SqlReleases
from lpgminutes.store.series import SqlSeries


class SqlRecords:
    """Everything kept, as one transaction sees it."""

    def __init__(self, session: Session, recorder: Recorder | None = None) -> None:
        self._session = session
        self._recorder = recorder

    @cached_property
    def series(self) -> SqlSeries:
        """The standing bodies."""
        return SqlSeries(self._session)

    @cached_property
    def meetings(self) -> SqlMeetings:
        """The meetings."""
        return SqlMeetings(self._session)

    @cached_property
    def minutes(self) -> SqlMinutes:
        """Their paragraphs."""
        return SqlMinutes(self._session)

    @cached_property
    def attendance(self) -> SqlAttendance:
        """Who is at them."""
        return SqlAttendance(self._session)

    @cached_property
    def people(self) -> SqlPeople:
        """The register."""
        return SqlPeople(self._session)

    @cached_property
    def actions(self) -> SqlActions:
        """The actions."""
        return SqlActions(self._session)

    @cached_property
    def releases(self) -> SqlReleases:
        """Versions, cases, releases."""
        return SqlReleases(self._session, self._recorder)

    @cached_property
    def find(self) -> SqlFind:
        """Their words."""
        return SqlFind(self._session)

    @cached_property
    def imports(self) -> SqlImports:
        """The files that meetings came in from."""
        return SqlImports(self._session)

    @cached_property
    def history(self) -> SqlHistory:
        """The changes."""
        return SqlHistory(self._session, self._recorder)


class SqlUnitOfWork(SqlRecords):
    """A transaction that may write."""

    def __init__(self, session: Session, recorder: Recorder) -> None:
        super().__init__(session, recorder)
        self._writing = recorder

    def commit(self) -> int:
        """Make it durable, with its rows of history; return the number of the change, 0 when there is none."""
        self._session.flush()
        number = self._writing.number if self._writing.has_written else 0
        self._session.commit()
        self._writing.start_anew()
        return number
