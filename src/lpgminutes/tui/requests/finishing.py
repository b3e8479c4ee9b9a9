"""What is asked when the minutes are finished: to check them, to let them go out, to have them agreed."""

from functools import partial
from typing import TYPE_CHECKING

from lpgminutes.tui.messages.finishing import (
    Agreed,
    ApprovalAsked,
    ApprovalRefused,
    ChecksFound,
    MinutesApproved,
    MinutesCirculated,
    NotCirculated,
    SendingOut,
)

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


def circulate_minutes(asker: "Asker", at_hand: "MeetingAtHand", wanted: SendingOut) -> None:
    """Let the minutes go out and write the Word file: both, or neither.

    Answered by ``MinutesCirculated`` or ``NotCirculated``.
    """
    gateway = asker.gateway

    def job(store: "Store") -> MinutesCirculated:
        from lpgminutes.bootstrap import HouseInterchange, HouseRenderers
        from lpgminutes.files import written_with
        from lpgminutes.services.meeting_life import circulate

        circulate(
            store,
            at_hand.ref,
            interchange=HouseInterchange(),
            renderers=HouseRenderers(),
            keep=partial(written_with, wanted.path, replace=wanted.replace),
            anyway=wanted.anyway,
            who=gateway.who,
        )
        return MinutesCirculated(at_hand.read(store), str(wanted.path))

    gateway.ask(asker, job, lambda error: NotCirculated(wanted, str(error)))


def ask_to_agree(asker: "Asker", ref: str) -> None:
    """Ask which minutes can be agreed at a meeting, or are those of it; answered by ``ApprovalAsked``."""

    def job(store: "Store") -> ApprovalAsked:
        from lpgminutes.services.approving import to_agree

        return ApprovalAsked(to_agree(store, ref))

    asker.gateway.ask(asker, job)


def approve_minutes(asker: "Asker", agreed: Agreed) -> None:
    """Record that minutes were agreed; answered by ``MinutesApproved`` or ``ApprovalRefused``."""
    gateway = asker.gateway

    def job(store: "Store") -> MinutesApproved:
        from lpgminutes.bootstrap import HouseInterchange
        from lpgminutes.services.meeting_life import approve

        approve(
            store,
            agreed.ref,
            at=agreed.at,
            date=agreed.date,
            corrections=agreed.corrections,
            interchange=HouseInterchange(),
            who=gateway.who,
        )
        return MinutesApproved(agreed)

    gateway.ask(asker, job, lambda error: ApprovalRefused(agreed, str(error)))
