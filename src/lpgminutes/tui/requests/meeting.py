"""What the screen of a meeting asks."""

from typing import TYPE_CHECKING

from lpgminutes.errors import LpgMinutesError, NotFoundError
from lpgminutes.tui.gateway import failed
from lpgminutes.tui.messages.meeting import LineRecorded, LineRefused, MeetingGone, MeetingRead, OpenedMeeting

if TYPE_CHECKING:
    import datetime as dt

    from textual.message import Message

    from lpgminutes.domain.meetings import Meeting
    from lpgminutes.services.ports import Store
    from lpgminutes.tui.gateway import Asker


def read_meeting(asker: "Asker", ref: str) -> None:
    """Read a meeting; answered by ``MeetingRead`` or ``MeetingGone``."""
    asker.gateway.ask(asker, lambda store: MeetingRead(_opened(store, ref)), _not_read)


def record_line(asker: "Asker", ref: str, line: str, item: str | None) -> None:
    """Store a line of the minutes; answered by ``LineRecorded`` or ``LineRefused``."""
    gateway = asker.gateway

    def job(store: "Store") -> LineRecorded:
        from lpgminutes.domain.meetings import BlockKind
        from lpgminutes.services.meetings import add_line

        added = add_line(store, ref, line, item=item, who=gateway.who)
        opened = _opened(store, ref)
        is_item = added.kind is BlockKind.ITEM
        number = opened.document.items[-1].number if is_item or item is None else item
        return LineRecorded(line, number, opened)

    gateway.ask(asker, job, lambda error: LineRefused(line, error.title, str(error)))


def _opened(store: "Store", ref: str) -> OpenedMeeting:
    from lpgminutes.bootstrap import today
    from lpgminutes.domain.compose import compose
    from lpgminutes.domain.numbering import in_print_order
    from lpgminutes.services.meetings import meeting

    read = meeting(store, ref)
    blocks = tuple(block.id or 0 for block in in_print_order(read.items))
    return OpenedMeeting(meeting=read, document=compose(read), blocks=blocks, overdue=_overdue(read, today()))


def _overdue(meeting: "Meeting", today: "dt.date") -> int:
    return sum(action.is_overdue(today) for action in meeting.actions)


def _not_read(error: LpgMinutesError) -> "Message":
    return MeetingGone(str(error)) if isinstance(error, NotFoundError) else failed(error)
