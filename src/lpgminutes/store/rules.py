"""The rules of a release case, as its row keeps them."""

from typing import Any

from lpgminutes.domain.exemptions import read_exemption
from lpgminutes.domain.withholding import (
    Acceptance,
    FieldRule,
    Grounds,
    PersonRule,
    PhraseRule,
    ReleaseCase,
    Rule,
    RuleSource,
    WithholdableField,
)
from lpgminutes.store.refs import key_of
from lpgminutes.store.tables import CaseRow

Stored = dict[str, Any]


def to_case(row: CaseRow) -> ReleaseCase:
    """Return the case of a row."""
    return ReleaseCase(
        id=row.id,
        revision=row.revision,
        reference=row.reference,
        received=row.received,
        release_marking=row.release_marking,
        rules=tuple(_to_rule(rule) for rule in row.rules),
        accepted=tuple(Acceptance(**acceptance) for acceptance in row.accepted),
    )


def from_case(case: ReleaseCase) -> Stored:
    """Return what a case's row holds, with its rules and acceptances as the whole set."""
    return {
        "reference": case.reference,
        "reference_key": key_of(case.reference),
        "received": case.received,
        "release_marking": case.release_marking,
        "rules": [_from_rule(rule) for rule in case.rules],
        "accepted": [
            {"finding": accepted.finding, "text": accepted.text, "reason": accepted.reason}
            for accepted in case.accepted
        ],
    }


def _from_rule(rule: Rule) -> Stored:
    stored: Stored = {"grounds": _from_grounds(rule.grounds), "source": rule.source.value}
    match rule:
        case PersonRule():
            return {"rule": "person", "person": rule.person, **stored}
        case PhraseRule():
            return {"rule": "phrase", "phrase": rule.phrase, "at": rule.at, **stored}
        case FieldRule():
            return {"rule": "field", "field": rule.field.value, **stored}


def _to_rule(stored: Stored) -> Rule:
    grounds, source = _to_grounds(stored["grounds"]), RuleSource(stored["source"])
    match stored["rule"]:
        case "person":
            return PersonRule(person=stored["person"], grounds=grounds, source=source)
        case "phrase":
            return PhraseRule(phrase=stored["phrase"], at=stored["at"], grounds=grounds, source=source)
        case _:
            return FieldRule(field=WithholdableField(stored["field"]), grounds=grounds, source=source)


def _from_grounds(grounds: Grounds) -> Stored:
    return {
        "exemptions": [exemption.citation() for exemption in grounds.exemptions],
        "reason": grounds.reason,
        "public_interest": grounds.public_interest,
        "qualified_person": grounds.qualified_person,
    }


def _to_grounds(stored: Stored) -> Grounds:
    return Grounds(**{**stored, "exemptions": tuple(map(read_exemption, stored["exemptions"]))})
