"""The protective marking scheme as data: its tiers, its instructions and descriptors, and what came before.

Source: Government Security Classifications Policy, version 2.0 of 5 August 2024 (Cabinet Office). The older
descriptors are those of the 2014 and 2018 policies; the legacy markings are those of the Government
Protective Marking Scheme, in use until 2 April 2014. A body may add its own: pass another ``Scheme`` to
``read_marking``.
"""

from dataclasses import dataclass
from enum import Enum


class Tier(Enum):
    """How far up a marking stands; SENSITIVE is an addition to OFFICIAL, but decides what else is allowed."""

    OFFICIAL = "OFFICIAL"
    OFFICIAL_SENSITIVE = "OFFICIAL-SENSITIVE"
    SECRET = "SECRET"  # noqa: S105 - a tier of the scheme
    TOP_SECRET = "TOP SECRET"  # noqa: S105 - a tier of the scheme


class PartKind(Enum):
    """What stands after the tier, in the order in which the policy puts it."""

    HANDLING = 1
    DESCRIPTOR = 2
    OWN = 3
    """A codeword, or an instruction of the body's own."""
    RELEASABILITY = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemePart:
    """One handling instruction or descriptor."""

    text: str
    kind: PartKind
    allowed_with: frozenset[Tier]
    also_written: tuple[str, ...] = ()
    outdated: str = ""
    """What a reader should know when the part is no longer in the policy; empty when it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LegacyMarking:
    """A marking of before 2014; none has an automatic equivalent today."""

    text: str
    is_sensitive: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """A whole scheme: what may stand in a marking, and what is only recognised."""

    source: str
    parts: tuple[SchemePart, ...]
    legacy: tuple[LegacyMarking, ...]


_ALL = frozenset(Tier)
_OFFICIAL_ONLY = frozenset({Tier.OFFICIAL})
_OFFICIALS = frozenset({Tier.OFFICIAL, Tier.OFFICIAL_SENSITIVE})
_NOT_TOP_SECRET = _ALL - {Tier.TOP_SECRET}
_NOT_PLAIN = _ALL - {Tier.OFFICIAL}

RELEASE_INSTRUCTION = "FOR PUBLIC RELEASE"
EMBARGO_INSTRUCTION = "EMBARGOED"
"""Followed by the date and time at which the embargo ends."""
NAMED_BODY_INSTRUCTION = "USE ONLY"
"""Preceded by the names of the organisations; allowed with every tier."""
EU_RELEASABILITY = "REL EU"


def _handling(text: str, allowed_with: frozenset[Tier]) -> SchemePart:
    return SchemePart(text=text, kind=PartKind.HANDLING, allowed_with=allowed_with)


def _descriptor(text: str, *also: str, allowed_with: frozenset[Tier] = _ALL, outdated: str = "") -> SchemePart:
    kind = PartKind.DESCRIPTOR
    return SchemePart(text=text, kind=kind, allowed_with=allowed_with, also_written=also, outdated=outdated)


def _old_descriptor(text: str, today: str = "") -> SchemePart:
    question = f"; did you mean {today}?" if today else " and has no equivalent in the policy of today."
    return _descriptor(text, outdated=f"{text} is a descriptor of before 2023{question}")


GOVERNMENT_SCHEME = Scheme(
    source="Government Security Classifications Policy 2.0, 5 August 2024",
    parts=(
        _handling("RECIPIENTS ONLY", _NOT_PLAIN),
        _handling(RELEASE_INSTRUCTION, _OFFICIAL_ONLY),
        _handling("HMG USE ONLY", _NOT_TOP_SECRET),
        _descriptor("PERSONAL DATA"),
        _descriptor("LEGAL PROFESSIONAL PRIVILEGE", "LPP"),
        _descriptor("LEGAL", allowed_with=_OFFICIALS),
        _descriptor("MARKET SENSITIVE"),
        _descriptor("COMMERCIAL"),
        _descriptor("HR / MANAGEMENT"),
        _old_descriptor("PERSONAL", "PERSONAL DATA"),
        _old_descriptor("LOCSEN"),
        _old_descriptor("STAFF", "HR / MANAGEMENT"),
        _old_descriptor("MANAGEMENT", "HR / MANAGEMENT"),
        _old_descriptor("POLICY"),
        _old_descriptor("INVESTIGATIONS"),
        _old_descriptor("APPOINTMENTS"),
        SchemePart(text=EU_RELEASABILITY, kind=PartKind.RELEASABILITY, allowed_with=_ALL),
    ),
    legacy=(
        LegacyMarking(text="NOT PROTECTIVELY MARKED", is_sensitive=False),
        LegacyMarking(text="NPM", is_sensitive=False),
        LegacyMarking(text="UNCLASSIFIED", is_sensitive=False),
        LegacyMarking(text="UNMARKED", is_sensitive=False),
        LegacyMarking(text="PROTECT", is_sensitive=True),
        LegacyMarking(text="RESTRICTED", is_sensitive=True),
    ),
)
"""The United Kingdom government's scheme, the default everywhere."""
