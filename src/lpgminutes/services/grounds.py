"""The record of each exemption that a case relies on: its public interest tests and opinions. For inside only."""

from dataclasses import dataclass

from lpgminutes.domain.exemptions import Exemption
from lpgminutes.domain.proposal import Proposal
from lpgminutes.domain.withholding import Grounds


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundRecord:
    """What one rule records for one exemption."""

    citation: str
    kind: str
    rule: str
    public_interest: str
    qualified_person: str
    lacks: str
    """What the exemption asks for and the rule does not hold; empty when nothing."""


def grounds_recorded(proposal: Proposal) -> tuple[GroundRecord, ...]:
    """Return what is recorded for every exemption of every rule in force, in the order of the Acts."""
    found = [
        (exemption, rule.words(), rule.grounds)
        for rule in proposal.case.in_force
        for exemption in rule.grounds.exemptions
    ]
    return tuple(
        GroundRecord(
            citation=exemption.citation(),
            kind=exemption.kind_word,
            rule=words,
            public_interest=grounds.public_interest,
            qualified_person=grounds.qualified_person,
            lacks=_lacks(exemption, grounds),
        )
        for exemption, words, grounds in sorted(found, key=lambda one: one[:2])
    )


def _lacks(exemption: Exemption, grounds: Grounds) -> str:
    lacking = ["a public interest test"] if grounds.lacks_test(exemption) else []
    lacking += ["the qualified person's opinion"] if grounds.lacks_opinion(exemption) else []
    return ", ".join(lacking)
