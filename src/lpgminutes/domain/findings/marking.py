"""A marking that contradicts the release."""

from collections.abc import Iterator

from lpgminutes.domain.document import MinutesDocument
from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity


def marking_against_release(document: MinutesDocument) -> Iterator[Finding]:
    """Yield a marking that says that the copy is not for release."""
    if "SENSITIVE" in document.marking.upper():
        yield Finding(
            kind=FindingKind.MARKING_AGAINST_RELEASE,
            severity=Severity.CHECK,
            text=document.marking,
            explanation="A copy that is released should not say that it is not for release "
            "(Government Security Classifications Policy, paragraph 41): leave out release_marking: keep.",
        )
