"""What is answered about starting a meeting."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from lpgminutes.domain.meeting_plan import MeetingPlan
    from lpgminutes.tui.messages.home import NewMeeting


@dataclass(eq=False, repr=False)
class MeetingProposed(Message):
    """What the next meeting of a body would be, before anybody has said anything about it."""

    plan: "MeetingPlan"


@dataclass(eq=False, repr=False)
class MeetingPlanned(Message):
    """What a meeting that somebody asked for would start with."""

    new: "NewMeeting"
    plan: "MeetingPlan"
