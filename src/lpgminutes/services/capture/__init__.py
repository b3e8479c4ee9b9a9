"""Recording lines of minutes as they are typed: each with all that it says, in one transaction."""

from lpgminutes.services.capture.context import (
    NO_TOOLS,
    CaptureTools,
    capture_context,
    context_after,
    context_within,
    meeting_and_context,
)
from lpgminutes.services.capture.recorded import LineOutcome, Recorded, with_recorded
from lpgminutes.services.capture.recording import KnownMeeting, block_of, raise_captured, record
from lpgminutes.services.capture.several import record_lines
from lpgminutes.services.placing import Under

__all__ = [
    "NO_TOOLS",
    "CaptureTools",
    "KnownMeeting",
    "LineOutcome",
    "Recorded",
    "Under",
    "block_of",
    "capture_context",
    "context_after",
    "context_within",
    "meeting_and_context",
    "raise_captured",
    "record",
    "record_lines",
    "with_recorded",
]
