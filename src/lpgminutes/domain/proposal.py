"""A release as its case would have it: the minutes, the copy they make, and everything found in it."""

from dataclasses import dataclass

from lpgminutes.domain.document import MinutesDocument
from lpgminutes.domain.findings import Finding, is_accepted_by
from lpgminutes.domain.locating import Located
from lpgminutes.domain.meetings import Meeting
from lpgminutes.domain.withholding import ReleaseCase


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A release as its case would have it now, before anything is written."""

    meeting: Meeting
    case: ReleaseCase
    original: MinutesDocument
    copy: MinutesDocument
    located: Located
    findings: tuple[Finding, ...] = ()

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """The findings for which a release is refused."""
        return tuple(finding for finding in self.findings if finding.blocks)

    def unused_acceptances(self) -> tuple[str, ...]:
        """Return the accepted texts that no finding speaks of: mistyped, or mended since."""
        return tuple(
            acceptance.text
            for acceptance in self.case.accepted
            if not any(is_accepted_by(finding, acceptance) for finding in self.findings)
        )
