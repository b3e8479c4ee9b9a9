"""What the screen of the guided pass asks."""

from typing import TYPE_CHECKING

from lpgminutes.errors import LpgMinutesError
from lpgminutes.tui.messages.action_changes import ActionChangeRefused
from lpgminutes.tui.messages.action_pass import (
    AtHandRead,
    MeetingsAtHand,
    OutcomeMinuted,
    PassRead,
    PointRefused,
    PointReworded,
)

if TYPE_CHECKING:
    import datetime as dt

    from lpgminutes.domain.action_log.changes import ActionChange
    from lpgminutes.domain.meetings import Block, Meeting
    from lpgminutes.services.ports import Store
    from lpgminutes.tui.gateway import Asker


def read_meetings_at_hand(asker: "Asker", *, today: "dt.date") -> None:
    """Read the drafts; answered by ``MeetingsAtHand``."""

    def job(store: "Store") -> MeetingsAtHand:
        from lpgminutes.services.action_pass import meetings_at_hand

        return MeetingsAtHand(meetings_at_hand(store, today=today))

    asker.gateway.ask(asker, job)


def read_pass(asker: "Asker", meeting: str) -> None:
    """Read how far a meeting has come; answered by ``PassRead``."""

    def job(store: "Store") -> PassRead:
        from lpgminutes.bootstrap import today
        from lpgminutes.services.action_pass import begin_pass

        return PassRead(begin_pass(store, meeting, today=today()))

    asker.gateway.ask(asker, job)


def read_at_hand(asker: "Asker", meeting: "Meeting", action_id: int) -> None:
    """Read an action with what the chair asks about it; answered by ``AtHandRead``."""

    def job(store: "Store") -> AtHandRead:
        from lpgminutes.services.action_pass import action_at_hand

        return AtHandRead(action_at_hand(store, meeting, action_id))

    asker.gateway.ask(asker, job)


def record(asker: "Asker", meeting: str, action_id: int, change: "ActionChange", *, on: "dt.date") -> None:
    """Store and minute what became of an action; answered by ``OutcomeMinuted`` or ``ActionChangeRefused``."""
    gateway = asker.gateway

    def job(store: "Store") -> OutcomeMinuted:
        from lpgminutes.domain.action_log.changes import AddNote
        from lpgminutes.services.action_pass import record_outcome

        [minuted] = record_outcome(store, meeting, [action_id], change, who=gateway.who, on=on)
        return OutcomeMinuted(minuted, is_turn_over=not isinstance(change, AddNote))

    gateway.ask(asker, job, lambda error: ActionChangeRefused(change, str(error)))


def reword(asker: "Asker", point: "Block", text: str) -> None:
    """Put a drafted point into other words; answered by ``PointReworded`` or ``PointRefused``."""
    gateway = asker.gateway

    def job(store: "Store") -> PointReworded:
        from lpgminutes.services.action_pass import reword_point

        return PointReworded(reword_point(store, point, text, who=gateway.who))

    def refused(error: LpgMinutesError) -> PointRefused:
        return PointRefused(text, str(error))

    gateway.ask(asker, job, refused)
