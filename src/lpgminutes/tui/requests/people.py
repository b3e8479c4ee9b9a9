"""What the screen of a meeting asks about its people."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from lpgminutes.tui.messages.meeting import MeetingRead

if TYPE_CHECKING:
    from lpgminutes.services.ports import Store
    from lpgminutes.tui.gateway import Asker
    from lpgminutes.tui.requests.meeting import MeetingAtHand


def change_people(
    asker: "Asker",
    at_hand: "MeetingAtHand",
    change: Callable[..., object],
    *about: Any,  # noqa: ANN401 - each change has its own
    why: str = "",
    **how: Any,  # noqa: ANN401 - as above
) -> None:
    """Note something about somebody by a function of the attending service; answered by ``MeetingRead``."""
    gateway = asker.gateway

    def job(store: "Store") -> MeetingRead:
        change(store, at_hand.ref, *about, who=gateway.who, why=why, tools=at_hand.tools, **how)
        return MeetingRead(at_hand.read(store))

    gateway.ask(asker, job)
