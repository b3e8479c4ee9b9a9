"""Changes as they are remembered, and versions as they are frozen."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from lpgminutes.domain.released_texts import ReleasedText


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that somebody did: all its rows were written together, and are undone together."""

    number: int
    at: datetime
    """UTC."""
    who: str
    what: str
    """What was done, without any text of the minutes: ``add a minute``."""
    meeting_ref: str = ""
    rows: int
    undoes: int | None = None
    """The change that this one took back."""
    undone_by: int | None = None


class VersionReason(Enum):
    """Why a meeting was frozen into a version."""

    CIRCULATED = "circulated"
    APPROVED = "approved"
    RELEASE = "release"
    CORRECTED = "corrected"
    """Changed after it was circulated; the version's note says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A meeting frozen as it was: what a release is made from."""

    id: int | None = None
    number: int
    """Counts the versions of a meeting from 1."""
    reason: VersionReason
    at: datetime
    """UTC."""
    who: str
    content: str
    """The meeting in the interchange form, as canonical JSON."""
    digest: str
    """SHA-256 of the content, in hexadecimal."""
    note: str = ""
    """Why it was made, in the words of whoever made it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseRecord:
    """What is kept inside about a release that went out."""

    id: int | None = None
    case_reference: str
    version_digest: str
    at: datetime
    """UTC."""
    who: str
    manifest: str
    """JSON: the files with their digests, the rules' digest, the software's version, the verdict."""
    texts: tuple[ReleasedText, ...] = ()
    """What it left open of each text; empty for a release from before this was remembered."""
