"""What the home screen asks to start a meeting: a proposal, the plan, the meeting."""

from typing import TYPE_CHECKING

from lpgminutes.tui.messages.home import MeetingAdded, MeetingRefused, NewMeeting
from lpgminutes.tui.messages.starting import MeetingPlanned, MeetingProposed

if TYPE_CHECKING:
    from lpgminutes.domain.meeting_plan import MeetingPlan
    from lpgminutes.services.ports import Store
    from lpgminutes.tui.gateway import Asker


def propose_meeting(asker: "Asker", series: str) -> None:
    """Read what the next meeting of a body would be; answered by ``MeetingProposed``."""

    def job(store: "Store") -> MeetingProposed:
        from lpgminutes.services.meeting_life import plan

        return MeetingProposed(plan(store, series))

    asker.gateway.ask(asker, job)


def plan_meeting(asker: "Asker", new: NewMeeting) -> None:
    """Read what a meeting would start with; answered by ``MeetingPlanned`` or ``MeetingRefused``."""

    def job(store: "Store") -> MeetingPlanned:
        from lpgminutes.services.meeting_life import plan

        return MeetingPlanned(new, plan(store, new.series, date=new.date))

    asker.gateway.ask(asker, job, lambda error: MeetingRefused(new, str(error)))


def start_meeting(asker: "Asker", new: NewMeeting, chosen: "MeetingPlan") -> None:
    """Start the minutes as planned; answered by ``MeetingAdded`` or ``MeetingRefused``."""
    gateway = asker.gateway

    def job(store: "Store") -> MeetingAdded:
        from lpgminutes import bootstrap
        from lpgminutes.services.meeting_life import start

        settling = (bootstrap.house_dates(), bootstrap.today())
        added = start(store, chosen, marking=new.marking, title=new.title, who=gateway.who, settling=settling)
        return MeetingAdded(added.ref)

    gateway.ask(asker, job, lambda error: MeetingRefused(new, str(error)))
