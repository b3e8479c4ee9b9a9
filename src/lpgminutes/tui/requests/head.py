"""What the screen of a meeting asks about the head of the minutes."""

from typing import TYPE_CHECKING

from lpgminutes.errors import StaleRecord
from lpgminutes.tui.messages.meeting import HeadRefused, MeetingRead

if TYPE_CHECKING:
    from textual.message import Message

    from lpgminutes.services.meeting_head import HeadChange
    from lpgminutes.services.ports import Store
    from lpgminutes.tui.gateway import Asker
    from lpgminutes.tui.requests.meeting import MeetingAtHand


def set_head(
    asker: "Asker", at_hand: "MeetingAtHand", change: "HeadChange", *, revision: int | None = None, why: str
) -> None:
    """Change the head of the minutes; answered by ``MeetingRead`` or ``HeadRefused``."""
    gateway = asker.gateway

    def job(store: "Store") -> "Message":
        from lpgminutes.bootstrap import house_dates, local_now
        from lpgminutes.services import meeting_head

        try:
            meeting_head.set_head(
                store,
                at_hand.key,
                change,
                reader=meeting_head.HeadReader(dates=house_dates(), now=local_now()),
                revision=revision,
                who=gateway.who,
                why=why,
                interchange=at_hand.tools.interchange,
            )
        except StaleRecord as stale:
            return HeadRefused(change, str(stale), at_hand.read(store))
        return MeetingRead(at_hand.read(store))

    gateway.ask(asker, job, lambda error: HeadRefused(change, str(error)))
