"""What is answered to the list of cases."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from lpgminutes.domain.cases import CaseSummary
    from lpgminutes.domain.meetings import MeetingSummary
    from lpgminutes.services.cases import NewCase


@dataclass(eq=False, repr=False)
class CasesRead(Message):
    """The cases were read, and the meetings that one may be opened over."""

    cases: "tuple[CaseSummary, ...]"
    meetings: "tuple[MeetingSummary, ...]"
    marking: str
    """The highest marking among the meetings in scope."""


@dataclass(eq=False, repr=False)
class CaseOpened(Message):
    """A case is open, or was brought up to date."""

    reference: str
    meeting: str
    """The first meeting in its scope."""


@dataclass(eq=False, repr=False)
class CaseRefused(Message):
    """A case could not be opened; what was filled in is not lost."""

    draft: "NewCase"
    sentence: str
