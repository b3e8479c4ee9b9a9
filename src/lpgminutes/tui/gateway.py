"""The only part of the screens that calls services.

All of it runs in one thread beside the screen's own, one request after the other: the keyboard never waits
for the disk, lines are stored in the order in which they were typed, and what is read holds what was written.
The store and its libraries are imported in that thread, when the first frame is on the screen already.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from lpgminutes.errors import LpgMinutesError, NotFoundError
from lpgminutes.tui import messages

if TYPE_CHECKING:
    import datetime as dt

    from textual.app import App
    from textual.message import Message
    from textual.message_pump import MessagePump
    from textual.worker import WorkType

    from lpgminutes.domain.history import Change
    from lpgminutes.domain.meetings import Meeting, Series
    from lpgminutes.services.ports import Store

_GROUP = "records"
_ROWS_OF_A_LINE = 2
_FAR_BACK = 50


class Gateway:
    """Carries requests to the services, and their answers to whoever asked."""

    def __init__(self, app: "App[Any]", location: str | None, who: str | None) -> None:
        self._app = app
        self._location = location
        self._acting = who
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="records")
        self._opened: Store | None = None

    def read_home(self, asker: "MessagePump") -> None:
        """Read the series and the meetings; answered by ``HomeRead``."""
        self._ask(asker, self._home, _failed)

    def read_meeting(self, asker: "MessagePump", ref: str) -> None:
        """Read a meeting; answered by ``MeetingRead`` or ``MeetingGone``."""
        self._ask(asker, lambda: messages.MeetingRead(self._meeting(ref)), _not_read)

    def add_series(self, asker: "MessagePump", series: "Series") -> None:
        """Store a series; answered by ``SeriesAdded`` or ``SeriesRefused``."""

        def job() -> "Message":
            from lpgminutes.services.meetings import add_series

            return messages.SeriesAdded(add_series(self._store(), series, who=self._who))

        self._ask(asker, job, lambda error: messages.SeriesRefused(series, str(error)))

    def add_meeting(self, asker: "MessagePump", new: messages.NewMeeting) -> None:
        """Store a meeting; answered by ``MeetingAdded`` or ``MeetingRefused``."""

        def job() -> "Message":
            from lpgminutes.services.meetings import new_meeting

            added = new_meeting(
                self._store(), new.series, date=new.date, marking=new.marking, title=new.title, who=self._who
            )
            return messages.MeetingAdded(added.ref)

        self._ask(asker, job, lambda error: messages.MeetingRefused(new, str(error)))

    def record_line(self, asker: "MessagePump", ref: str, line: str, item: str | None) -> None:
        """Store a line of the minutes; answered by ``LineRecorded`` or ``LineRefused``."""

        def job() -> "Message":
            from lpgminutes.domain.meetings import BlockKind
            from lpgminutes.services.meetings import add_line

            added = add_line(self._store(), ref, line, item=item, who=self._who)
            opened = self._meeting(ref)
            is_item = added.kind is BlockKind.ITEM
            number = opened.document.items[-1].number if is_item or item is None else item
            return messages.LineRecorded(line, number, opened)

        self._ask(asker, job, lambda error: messages.LineRefused(line, error.title, str(error)))

    def undo(self, asker: "MessagePump", *, is_sure: bool = False) -> None:
        """Take back the latest change; answered by ``ChangeMade``, or ``UndoQuestioned``."""

        def job() -> "Message":
            from lpgminutes.services.records import undo

            latest = None if is_sure else self._latest_change()
            if latest is not None and (latest.rows > _ROWS_OF_A_LINE or latest.who != self._who):
                return messages.UndoQuestioned(latest)
            return messages.ChangeMade(undo(self._store(), who=self._who), is_redo=False)

        self._ask(asker, job, _failed)

    def redo(self, asker: "MessagePump") -> None:
        """Do again what was taken back last; answered by ``ChangeMade``."""

        def job() -> "Message":
            from lpgminutes.services.records import redo

            return messages.ChangeMade(redo(self._store(), who=self._who), is_redo=True)

        self._ask(asker, job, _failed)

    def close(self) -> None:
        """Let every request that was made come to its end, and let go of the records."""
        self._thread.submit(self._close_store)
        self._thread.shutdown(wait=True)

    def _ask(
        self,
        asker: "MessagePump",
        job: "Callable[[], Message]",
        refused: "Callable[[LpgMinutesError], Message]",
    ) -> None:
        """Put a job in the queue at once; its answer is posted when it comes, and it is done also without asker."""
        coming = self._thread.submit(job)

        async def answered() -> None:
            try:
                answer = await asyncio.shield(asyncio.wrap_future(coming))
            except LpgMinutesError as error:
                answer = refused(error)
            asker.post_message(answer)

        work: WorkType[None] = answered
        self._app.run_worker(work, group=_GROUP)

    @property
    def _who(self) -> str:
        """Who is acting."""
        from lpgminutes.bootstrap import default_name

        return self._acting or default_name()

    def _store(self) -> "Store":
        from lpgminutes import bootstrap

        if self._opened is None:
            self._opened = bootstrap.open_store(self._location, create=True)
        return self._opened

    def _close_store(self) -> None:
        if self._opened is not None:
            self._opened.close()

    def _latest_change(self) -> "Change | None":
        from lpgminutes.services.records import changes

        standing = (change for change in changes(self._store(), limit=_FAR_BACK) if change.undone_by is None)
        return next((change for change in standing if change.undoes is None), None)

    def _home(self) -> "Message":
        from lpgminutes.bootstrap import today
        from lpgminutes.domain.markings import strictest
        from lpgminutes.services import meetings

        store = self._store()
        series = meetings.all_series(store)
        listed = meetings.meetings(store, today=today())
        markings = {meeting.marking for meeting in listed}
        markings |= {body.marking.as_written for body in series if body.marking}
        return messages.HomeRead(series, listed, strictest(markings), store.location())

    def _meeting(self, ref: str) -> messages.OpenedMeeting:
        from lpgminutes.bootstrap import today
        from lpgminutes.domain.compose import compose
        from lpgminutes.services.meetings import meeting

        read = meeting(self._store(), ref)
        return messages.OpenedMeeting(meeting=read, document=compose(read), overdue=_overdue(read, today()))


def _overdue(meeting: "Meeting", today: "dt.date") -> int:
    return sum(action.is_overdue(today) for action in meeting.actions)


def _not_read(error: LpgMinutesError) -> "Message":
    return messages.MeetingGone(str(error)) if isinstance(error, NotFoundError) else _failed(error)


def _failed(error: LpgMinutesError) -> "Message":
    return messages.RequestFailed(error.title, str(error))
