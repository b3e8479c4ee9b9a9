"""What is answered about finishing the minutes of a meeting."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from lpgminutes.domain.checks import Check
    from lpgminutes.services.approving import ToAgree
    from lpgminutes.tui.messages.meeting import OpenedMeeting


@dataclass(frozen=True, slots=True, kw_only=True)
class SendingOut:
    """How minutes are to go out."""

    path: Path
    """The Word file to write."""
    anyway: bool = False
    """Whether they go out although something should be looked at: the person has seen what."""
    replace: bool = False
    """Whether a file that is there is replaced: the person was asked."""


@dataclass(eq=False, repr=False)
class ChecksFound(Message):
    """What should be looked at before the minutes go out."""

    checks: "tuple[Check, ...]"


@dataclass(eq=False, repr=False)
class MinutesCirculated(Message):
    """The minutes went out, and the Word file is written."""

    opened: "OpenedMeeting"
    path: str


@dataclass(eq=False, repr=False)
class NotCirculated(Message):
    """The minutes did not go out, and nothing was changed; what was filled in is not lost."""

    wanted: SendingOut
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """What a person says of minutes that were agreed."""

    ref: str
    at: str = ""
    """The ref of the meeting that agreed them; empty when it is not kept here."""
    date: dt.date | None = None
    corrections: tuple[str, ...] = ()


@dataclass(eq=False, repr=False)
class ApprovalAsked(Message):
    """Minutes can be agreed: which, and by which meeting."""

    to_agree: "ToAgree"


@dataclass(eq=False, repr=False)
class MinutesApproved(Message):
    """Minutes were approved."""

    agreed: Agreed


@dataclass(eq=False, repr=False)
class ApprovalRefused(Message):
    """Minutes could not be approved; what was filled in is not lost."""

    draft: Agreed
    sentence: str
