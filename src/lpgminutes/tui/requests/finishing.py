"""What the screen of a meeting asks when the minutes are finished."""

from pathlib import Path
from typing import TYPE_CHECKING

from lpgminutes.tui.messages.finishing import ChecksFound, MinutesCirculated

if TYPE_CHECKING:
    from lpgminutes.services.ports import Store
    from lpgminutes.tui.gateway import Asker
    from lpgminutes.tui.requests.meeting import MeetingAtHand


def find_checks(asker: "Asker", at_hand: "MeetingAtHand") -> None:
    """Ask what should be looked at; answered by ``ChecksFound``."""

    def job(store: "Store") -> ChecksFound:
        from lpgminutes.services.meeting_life import check_meeting

        return ChecksFound(check_meeting(store, at_hand.ref))

    asker.gateway.ask(asker, job)


def circulate_minutes(asker: "Asker", at_hand: "MeetingAtHand", path: str) -> None:
    """Let the minutes go out and write the Word file; answered by ``MinutesCirculated``.

    A place that cannot be written to is refused before anything is changed.
    """
    gateway = asker.gateway

    def job(store: "Store") -> MinutesCirculated:
        from lpgminutes.bootstrap import HouseInterchange, HouseRenderers
        from lpgminutes.files import refuse_taken, write_new
        from lpgminutes.services.meeting_life import circulate

        place = Path(path).expanduser()
        refuse_taken(place)
        gone = circulate(
            store,
            at_hand.ref,
            interchange=HouseInterchange(),
            renderers=HouseRenderers(),
            anyway=True,
            who=gateway.who,
        )
        write_new(place, gone.docx)
        return MinutesCirculated(at_hand.read(store), str(place))

    gateway.ask(asker, job)
