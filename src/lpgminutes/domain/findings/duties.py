"""What an exemption asks for and the case does not hold: a citation, a limb, a test, an opinion."""

from collections.abc import Iterable, Iterator

from lpgminutes.domain.document import MinutesDocument
from lpgminutes.domain.exemption_table import LAWS, Regime
from lpgminutes.domain.exemptions import Exemption, advice
from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity
from lpgminutes.domain.withholding import Rule

_TEST = {
    Regime.FOIA: "FOIA s2(2)(b)",
    Regime.EIR: "EIR reg 12(1)(b)",
    Regime.FOISA: "FOISA s2(1)(b)",
    Regime.EISR: "EISR reg 10(1)(b)",
}
"""The provision of each law that asks for the public interest test."""


def marks_without_exemption(document: MinutesDocument) -> Iterator[Finding]:
    """Yield the marks of a copy that cite nothing."""
    places = tuple(place for place, mark in document.marks() if not mark.exemptions)
    if places:
        yield Finding(
            kind=FindingKind.MARK_WITHOUT_EXEMPTION,
            severity=Severity.CHECK,
            text="mark without an exemption",
            places=places,
            explanation="A reader is owed the exemption that each mark relies on (FOIA s17(1)(b)).",
        )


def missing_records(rules: Iterable[Rule]) -> Iterator[Finding]:
    """Yield the exemptions whose test or opinion is not recorded."""
    untested: dict[Exemption, None] = {}
    without_opinion: dict[Exemption, None] = {}
    for rule in rules:
        for exemption in rule.grounds.exemptions:
            if rule.grounds.lacks_test(exemption):
                untested.setdefault(exemption)
            if rule.grounds.lacks_opinion(exemption):
                without_opinion.setdefault(exemption)
    for exemption in sorted(without_opinion):
        yield _about(
            FindingKind.NEEDS_QUALIFIED_PERSON,
            exemption,
            "rests on the reasonable opinion of the body's qualified person (FOIA s36(2)); none is recorded. "
            "Record it as qualified_person.",
        )
    for exemption in sorted(untested):
        yield _about(
            FindingKind.NEEDS_PUBLIC_INTEREST_TEST,
            exemption,
            f"is qualified: it needs a public interest test ({_TEST.get(exemption.regime, LAWS[exemption.regime])}), "
            "and none is recorded. Record it as public_interest.",
        )


def missing_limbs(rules: Iterable[Rule]) -> Iterator[Finding]:
    """Yield the exemptions that are cited without their limb."""
    bare = {e for rule in rules for e in rule.grounds.exemptions if not e.has_limb}
    for exemption in sorted(bare):
        for sentence in advice(exemption)[:1]:
            yield Finding(
                kind=FindingKind.LIMB_MISSING,
                severity=Severity.NOTE,
                text=exemption.citation(),
                explanation=sentence,
            )


def relying_on(finding: Finding, rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Return the rules that lack what a finding about an exemption asks for; none for a finding about anything else."""
    return tuple(rule for rule in rules if any(_is_about(finding, rule, one) for one in rule.grounds.exemptions))


def _is_about(finding: Finding, rule: Rule, exemption: Exemption) -> bool:
    if exemption.citation() != finding.text:
        return False
    match finding.kind:
        case FindingKind.NEEDS_PUBLIC_INTEREST_TEST:
            return rule.grounds.lacks_test(exemption)
        case FindingKind.NEEDS_QUALIFIED_PERSON:
            return rule.grounds.lacks_opinion(exemption)
        case _:
            return finding.kind is FindingKind.LIMB_MISSING


def _about(kind: FindingKind, exemption: Exemption, sentence: str) -> Finding:
    return Finding(
        kind=kind,
        severity=Severity.CHECK,
        text=exemption.citation(),
        explanation=f"{exemption.citation()} {sentence}",
    )
