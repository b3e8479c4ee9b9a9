"""From one meeting to the next: started, checked, circulated, approved, corrected, compared."""

from lpgminutes.services.meeting_life.checking import Check, CheckKind, check_meeting
from lpgminutes.services.meeting_life.circulating import Circulated, approve, circulate, withdraw_approval
from lpgminutes.services.meeting_life.comparing import compare_versions, versions
from lpgminutes.services.meeting_life.days import meeting_day
from lpgminutes.services.meeting_life.starting import plan, start

__all__ = [
    "Check",
    "CheckKind",
    "Circulated",
    "approve",
    "check_meeting",
    "circulate",
    "compare_versions",
    "meeting_day",
    "plan",
    "start",
    "versions",
    "withdraw_approval",
]
