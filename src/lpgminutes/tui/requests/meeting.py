"""What the screen of a meeting asks: the meeting itself, and its lines."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lpgminutes.errors import LpgMinutesError, NotFoundError, StoreUnavailable
from lpgminutes.tui.gateway import failed
from lpgminutes.tui.messages.meeting import (
    LineRecorded,
    LineRefused,
    LineWaits,
    MeetingGone,
    MeetingRead,
    OpenedMeeting,
)
from lpgminutes.tui.messages.shared import Done, NothingNew

if TYPE_CHECKING:
    import datetime as dt

    from textual.message import Message

    from lpgminutes.domain.capture import CaptureContext
    from lpgminutes.domain.compose import Composer
    from lpgminutes.domain.meetings import Meeting
    from lpgminutes.services.capture import CaptureTools, KnownMeeting, Recorded
    from lpgminutes.services.ports import Store
    from lpgminutes.tui.entered_line import EnteredLine
    from lpgminutes.tui.gateway import Asker

_A_LINE_OF_EVERYTHING = "Priya took an action to check the figures by Friday."


@dataclass(slots=True)
class MeetingAtHand:
    """The meeting that a screen shows, as the thread of the records knows it; nobody else touches it."""

    ref: str
    latest: OpenedMeeting | None = None
    held_up: str = ""
    """Why a line could not be stored, until one is: those typed after it wait behind it."""
    _tools: "CaptureTools | None" = None
    _composer: "Composer | None" = None

    @property
    def key(self) -> str:
        """What the meeting is found by: its id once it was read, for its ref follows its day."""
        return self.ref if self.latest is None else str(self.latest.meeting.id)

    @property
    def tools(self) -> "CaptureTools":
        """What lines are read and recorded with; made once, for it is slow to make."""
        if self._tools is None:
            from lpgminutes.bootstrap import capture_tools

            self._tools = capture_tools()
        return self._tools

    def read(self, store: "Store") -> OpenedMeeting:
        """Read the meeting with everything that the screen shows of it."""
        from lpgminutes.services.capture import meeting_and_context

        change = store.latest_change()
        try:
            read, context = meeting_and_context(store, self.key, dates=self.tools.dates)
        except NotFoundError:
            if self.latest is None:
                raise
            raise NotFoundError(f"There is no meeting {self.ref} any more: it was taken back.") from None
        self.ref, self.latest = read.ref, self._opened(read, context, change)
        return self.latest

    def read_if_there(self, store: "Store") -> OpenedMeeting | None:
        """Read the meeting after a change; ``None`` where that fails: that it is changed stands."""
        try:
            return self.read(store)
        except LpgMinutesError:
            return None

    def after(self, store: "Store", recorded: "Recorded") -> OpenedMeeting | None:
        """Return the meeting with a line that was just recorded: without reading it where nobody else wrote.

        ``None`` where what has to be read cannot be: that the line is stored stands.
        """
        from lpgminutes.services.capture import context_after, with_recorded

        before = self.latest
        if before is None or recorded.approved or recorded.change != before.change + 1:
            return self.read_if_there(store)
        meeting = with_recorded(before.meeting, recorded)
        try:
            context = context_after(store, before.context, meeting, recorded)
        except LpgMinutesError:
            return None
        self.latest = self._opened(meeting, context, recorded.change)
        return self.latest

    def _opened(self, meeting: "Meeting", context: "CaptureContext", change: int) -> OpenedMeeting:
        from lpgminutes.bootstrap import today
        from lpgminutes.domain.compose import Composer
        from lpgminutes.domain.numbering import in_print_order

        self._composer = self._composer or Composer()
        return OpenedMeeting(
            meeting=meeting,
            document=self._composer.compose(meeting),
            blocks=tuple(block.id or 0 for block in in_print_order(meeting.items)),
            overdue=_overdue(meeting, today()),
            context=context,
            change=change,
        )

    @property
    def known(self) -> "KnownMeeting | str":
        """The meeting as it was read last, for the services to take it from there; its ref before that."""
        from lpgminutes.services.capture import KnownMeeting

        latest = self.latest
        return self.ref if latest is None else KnownMeeting(meeting=latest.meeting, change=latest.change)


def read_meeting(asker: "Asker", at_hand: MeetingAtHand) -> None:
    """Read a meeting; answered by ``MeetingRead`` or ``MeetingGone``."""
    asker.gateway.ask(asker, lambda store: MeetingRead(at_hand.read(store)), _not_read)


def look_for_changes(asker: "Asker", at_hand: MeetingAtHand) -> None:
    """Read the meeting when somebody else has written; answered by ``MeetingRead`` or ``NothingNew``."""

    def job(store: "Store") -> "Message":
        if at_hand.latest is None or store.latest_change() == at_hand.latest.change:
            return NothingNew()
        return MeetingRead(at_hand.read(store))

    asker.gateway.ask(asker, job, _not_read)


def record_line(asker: "Asker", at_hand: MeetingAtHand, entered: "EnteredLine", *, is_first: bool = True) -> None:
    """Store a line at the end of an item or after a block.

    Answered by ``LineRecorded``, by ``LineRefused``, or by ``LineWaits`` where the store can be written to later.
    A line that was read before is stored as it was read: as the person saw it. One that is not the ``is_first`` of
    those that are not stored yet waits too when that one does, whatever the store says by then.
    """
    gateway = asker.gateway
    line, as_kind, item, after = entered.line, entered.as_kind, entered.under, entered.after
    entry = entered.entry

    def job(store: "Store") -> LineRecorded:
        from lpgminutes.services import capture
        from lpgminutes.services.placing import Under

        if at_hand.held_up and not is_first:
            raise StoreUnavailable(at_hand.held_up)
        at_hand.held_up, where = "", Under(item=item, after=after)
        if entry is not None:
            entry.wait_until_kept()
        try:
            recorded = capture.record(
                store,
                at_hand.known,
                line,
                under=where,
                who=gateway.who,
                now=entry.moment if entry else None,
                tools=at_hand.tools,
                as_kind=as_kind,
            )
        except StoreUnavailable as error:
            at_hand.held_up = str(error)
            raise
        return LineRecorded(entered, recorded, at_hand.after(store, recorded))

    def refused(error: LpgMinutesError) -> "Message":
        if isinstance(error, StoreUnavailable):
            return LineWaits(entered, str(error))
        return LineRefused(entered, error.title, str(error))

    gateway.ask(asker, job, refused)


def make_ready(asker: "Asker", at_hand: MeetingAtHand) -> None:
    """Import what reading a line needs, before a key waits for it; answered by nothing."""

    def job(_: "Store") -> Done:
        from lpgminutes.domain.capture import read_line

        if at_hand.latest is not None:
            read_line(_A_LINE_OF_EVERYTHING, at_hand.latest.context)
        return Done()

    asker.gateway.ask(asker, job)


def _overdue(meeting: "Meeting", today: "dt.date") -> int:
    return sum(action.is_overdue(today) for action in meeting.actions)


def _not_read(error: LpgMinutesError) -> "Message":
    return MeetingGone(str(error)) if isinstance(error, NotFoundError) else failed(error)
