"""The rules of a release case, as its row keeps them."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, TypedDict

from lpgminutes.domain.dismissals import Dismissal, SuggestionKind
from lpgminutes.domain.document import Place
from lpgminutes.domain.exemptions import read_exemption
from lpgminutes.domain.second_reading import Agreement, Visit, with_visits
from lpgminutes.domain.withholding import (
    Acceptance,
    FieldRule,
    Grounds,
    Handling,
    PersonRule,
    PhraseRule,
    ReleaseCase,
    Rule,
    RuleSource,
    RuleStatus,
    SpanRule,
    WithholdableField,
)
from lpgminutes.store.refs import key_of
from lpgminutes.store.tables import CaseRow

Stored = dict[str, Any]


class _How(TypedDict):
    grounds: Grounds
    source: RuleSource
    handling: Handling


def to_case(row: CaseRow, visits: Iterable[Visit]) -> ReleaseCase:
    """Return the case of a row, with the visits that have rows of their own."""
    return ReleaseCase(
        id=row.id,
        revision=row.revision,
        reference=row.reference,
        received=row.received,
        release_marking=row.release_marking,
        rules=tuple(_to_rule(rule) for rule in row.rules),
        accepted=tuple(_to_acceptance(acceptance) for acceptance in row.accepted),
        handler=row.handler,
        changed_by=row.changed_by,
        asked_by=row.asked_by,
        agreement=_to_agreement(row),
        visits=with_visits([_to_visit(visit) for visit in row.visits], visits),
        dismissed=to_dismissed(row.dismissed),
    )


def from_case(case: ReleaseCase) -> Stored:
    """Return what a case's row holds, with its rules and acceptances as the whole set; visits have their own rows."""
    return {
        "reference": case.reference,
        "reference_key": key_of(case.reference),
        "received": case.received,
        "release_marking": case.release_marking,
        "rules": [_from_rule(rule) for rule in case.rules],
        "accepted": [_from_acceptance(accepted) for accepted in case.accepted],
        "handler": case.handler,
        "changed_by": case.changed_by,
        "asked_by": case.asked_by,
        "dismissed": from_dismissed(case.dismissed),
        **_from_agreement(case.agreement),
    }


def _from_acceptance(accepted: Acceptance) -> Stored:
    stood: Stored = {"stood": list(accepted.stood)} if accepted.stood else {}
    return {"finding": accepted.finding, "text": accepted.text, "reason": accepted.reason, **stood}


def _to_acceptance(stored: Stored) -> Acceptance:
    return Acceptance(**{**stored, "stood": tuple(stored.get("stood", ()))})


def from_dismissed(dismissed: Iterable[Dismissal]) -> list[Stored]:
    """Return what is not suggested again as plain values."""
    return [{"kind": one.kind.value, "text": one.text} for one in dismissed]


def to_dismissed(stored: Iterable[Stored]) -> tuple[Dismissal, ...]:
    """Return what is not suggested again, of plain values."""
    return tuple(Dismissal(kind=SuggestionKind(one["kind"]), text=one["text"]) for one in stored)


def from_place(place: Place) -> Stored:
    """Return a place as plain values."""
    return {"field": place.field, "minute": place.minute, "row": place.row, "part": place.part}


def to_place(stored: Stored) -> Place:
    """Return the place of plain values."""
    return Place(**stored)


def _to_visit(stored: Stored) -> Visit:
    return Visit(place=to_place(stored["place"]), digest=stored["digest"], who=stored["who"])


def _from_agreement(agreement: Agreement | None) -> Stored:
    if agreement is None:
        return {"agreed_by": None, "agreed_at": None, "agreed_digest": None}
    return {
        "agreed_by": agreement.who,
        "agreed_at": agreement.at.isoformat(),
        "agreed_digest": agreement.digest,
    }


def _to_agreement(row: CaseRow) -> Agreement | None:
    if row.agreed_by is None or row.agreed_at is None or row.agreed_digest is None:
        return None
    return Agreement(who=row.agreed_by, at=datetime.fromisoformat(row.agreed_at), digest=row.agreed_digest)


def _from_handling(handling: Handling) -> Stored:
    return {
        "status": handling.status.value,
        "proposed_by": handling.proposed_by,
        "read_by": handling.read_by,
        "remark": handling.remark,
        **({"stood": handling.stood} if handling.stood else {}),
    }


def _to_handling(stored: Stored | None) -> Handling:
    """Return how a rule was handled; of one kept before there was a second reading, nothing is known."""
    return Handling(**{**stored, "status": RuleStatus(stored["status"])}) if stored else Handling()


def _from_rule(rule: Rule) -> Stored:
    stored: Stored = {
        "grounds": _from_grounds(rule.grounds),
        "source": rule.source.value,
        "handling": _from_handling(rule.handling),
    }
    match rule:
        case PersonRule():
            return {"rule": "person", "person": rule.person, **stored}
        case PhraseRule():
            return {"rule": "phrase", "phrase": rule.phrase, "at": rule.at, **stored}
        case FieldRule():
            return {"rule": "field", "field": rule.field.value, **stored}
        case SpanRule():
            stretch = {"start": rule.start, "end": rule.end, "text": rule.text}
            return {"rule": "span", "place": from_place(rule.place), **stretch, **stored}


def _to_rule(stored: Stored) -> Rule:
    how: _How = {
        "grounds": _to_grounds(stored["grounds"]),
        "source": RuleSource(stored["source"]),
        "handling": _to_handling(stored.get("handling")),
    }
    match stored["rule"]:
        case "person":
            return PersonRule(person=stored["person"], **how)
        case "phrase":
            return PhraseRule(phrase=stored["phrase"], at=stored["at"], **how)
        case "span":
            place, start, end = to_place(stored["place"]), stored["start"], stored["end"]
            return SpanRule(place=place, start=start, end=end, text=stored["text"], **how)
        case _:
            return FieldRule(field=WithholdableField(stored["field"]), **how)


def _from_grounds(grounds: Grounds) -> Stored:
    return {
        "exemptions": [exemption.citation() for exemption in grounds.exemptions],
        "reason": grounds.reason,
        "public_interest": grounds.public_interest,
        "qualified_person": grounds.qualified_person,
    }


def _to_grounds(stored: Stored) -> Grounds:
    return Grounds(**{**stored, "exemptions": tuple(map(read_exemption, stored["exemptions"]))})
