"""What still gives a release away, or is not yet in order: a file for each kind of finding."""

from lpgminutes.domain.findings.accepting import (
    accepted_anew,
    is_accepted_by,
    said_again,
    with_acceptance,
    with_acceptances_kept,
    with_standing,
)
from lpgminutes.domain.findings.duties import relying_on
from lpgminutes.domain.findings.examining import examine
from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity, alike, lets_be_read
from lpgminutes.domain.findings.surroundings import NOTHING_KNOWN, EarlierRelease, Surroundings

__all__ = [
    "NOTHING_KNOWN",
    "EarlierRelease",
    "Finding",
    "FindingKind",
    "Severity",
    "Surroundings",
    "accepted_anew",
    "alike",
    "examine",
    "is_accepted_by",
    "lets_be_read",
    "relying_on",
    "said_again",
    "with_acceptance",
    "with_acceptances_kept",
    "with_standing",
]
