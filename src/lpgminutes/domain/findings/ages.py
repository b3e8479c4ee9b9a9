"""Exemptions that a record has outlived."""

from collections.abc import Iterable, Iterator
from datetime import date

from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity
from lpgminutes.domain.withholding import Rule


def expired(rules: Iterable[Rule], recorded: date | None, today: date | None) -> Iterator[Finding]:
    """Yield the exemptions that no longer apply to a record of that age (FOIA s63; FOISA s58)."""
    if recorded is None or today is None:
        return
    for exemption in sorted({exemption for rule in rules for exemption in rule.grounds.exemptions}):
        years = exemption.age_limit_years
        if years is not None and today.year > recorded.year + years:
            yield Finding(
                kind=FindingKind.EXEMPTION_EXPIRED,
                severity=Severity.CHECK,
                text=exemption.citation(),
                explanation=f"{exemption.citation()} lasts {years} years after the end of the year in which a record "
                f"was made: for minutes of {recorded.year} it ended with {recorded.year + years}. Rely on another "
                "exemption, or lift what rests on this one.",
            )
