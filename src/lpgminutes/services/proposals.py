"""What a case comes to: the rules kept, the copy they make, and everything found in it."""

from dataclasses import dataclass, replace
from datetime import date

from lpgminutes.domain.cases import refuse_impossible_receipt, with_known_handling
from lpgminutes.domain.document import MarkStyle
from lpgminutes.domain.findings import (
    NOTHING_KNOWN,
    Finding,
    FindingKind,
    Surroundings,
    alike,
    examine,
    is_accepted_by,
    said_again,
    with_acceptance,
    with_standing,
)
from lpgminutes.domain.locating import Located
from lpgminutes.domain.meetings import Meeting
from lpgminutes.domain.proposal import Proposal
from lpgminutes.domain.release_copy import release_copy
from lpgminutes.domain.withheld_words import words_by_rule
from lpgminutes.domain.withholding import Acceptance, ReleaseCase, RuleSource
from lpgminutes.errors import NotFoundError, RuleError, UsageError
from lpgminutes.services.kept_places import with_places
from lpgminutes.services.ports import Interchange, Store, Verifier
from lpgminutes.services.remembered import ComposedMinutes
from lpgminutes.services.searching import found_by_search, without_what_is_said
from lpgminutes.services.surroundings import surroundings_in

_MOST_SENTENCES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterEntry:
    """One mark with what it hides: for the internal register, never for a release."""

    id: str
    place: str
    withheld: str
    citation: str
    rule: str
    reason: str


def keep_rules(store: Store, ref: str, case: ReleaseCase, *, who: str, today: date) -> ReleaseCase:
    """Keep the rules of a file as the whole set of what files have said; what was withheld on screen stays.

    A rule that the file said before keeps how it was handled; a new one is proposed by whoever brings the file.
    """
    refuse_impossible_receipt(case.received, today=today)
    with store.change("set the rules of a release", who=who) as work:
        meeting = work.meetings.get(ref)
        joined = _joined(work.releases.find_case(meeting, case.reference), case, who)
        kept = work.releases.save_case(meeting, with_places(joined, meeting))
        work.commit()
    return kept


def _joined(known: ReleaseCase | None, file: ReleaseCase, who: str) -> ReleaseCase:
    if known is None:
        return replace(file, rules=with_known_handling(file.rules, (), who), handler=who, changed_by=who)
    of_files = [rule for rule in known.rules if rule.source is RuleSource.FILE]
    others = [
        rule for rule in known.rules if rule.source is not RuleSource.FILE or not rule.handling.status.is_in_force
    ]
    return replace(
        known,
        received=file.received or known.received,
        release_marking=file.release_marking,
        rules=(*with_known_handling(file.rules, of_files, who), *others),
        accepted=said_again(file.accepted, known.accepted),
        changed_by=who,
    )


def propose(
    store: Store,
    ref: str,
    reference: str,
    *,
    mark_style: MarkStyle = MarkStyle.TEXT,
    today: date,
    interchange: Interchange,
    verifier: Verifier | None = None,
) -> Proposal:
    """Return the release that a case comes to now, with everything found in it, also by the search if one is given."""
    with store.read() as records:
        meeting = records.meetings.get(ref)
        case = records.releases.case(meeting, reference)
        around = surroundings_in(records, meeting, case.reference, today=today, interchange=interchange)
    return proposal_for(meeting, case, mark_style=mark_style, around=around, verifier=verifier)


def found_alike(
    store: Store,
    ref: str,
    reference: str,
    kind: FindingKind,
    text: str,
    *,
    today: date,
    interchange: Interchange,
) -> tuple[Finding, ...]:
    """Return what one reason may let stand together with a finding, which is named by its kind and its text."""
    findings = propose(store, ref, reference, today=today, interchange=interchange).findings
    named = Acceptance(finding=kind.value, text=text, reason="")
    finding = next((one for one in findings if is_accepted_by(one, named)), None)
    if finding is None:
        raise NotFoundError(f"Nothing of the kind {kind.value} is found about these words: redact lists what is.")
    if not finding.against:
        raise UsageError(f"Only what an earlier release tells is accepted all at once: accept {kind.value} one by one.")
    return alike(findings, finding)


def proposal_for(
    meeting: Meeting,
    case: ReleaseCase,
    *,
    mark_style: MarkStyle = MarkStyle.TEXT,
    around: Surroundings = NOTHING_KNOWN,
    verifier: Verifier | None = None,
    has_letter: bool = False,
) -> Proposal:
    """Return the release of a meeting that a case comes to; a rule that matches nothing is refused.

    ``has_letter`` says that a letter goes with it, which is read as the minutes are.
    """
    proposal = standing_proposal(ComposedMinutes(meeting, mark_style=mark_style), case)
    _refuse_idle_rules(proposal.located)
    return examined(proposal, around, verifier, has_letter=has_letter)


def standing_proposal(minutes: ComposedMinutes, case: ReleaseCase) -> Proposal:
    """Return what a case comes to as it stands, to be worked on: not yet examined, and what matches nothing left in."""
    located = minutes.locator.locate(case.in_force)
    copy = release_copy(minutes.redactor.redact(located.spans), case)
    return Proposal(meeting=minutes.meeting, case=case, original=minutes.document, copy=copy, located=located)


def examined(
    proposal: Proposal,
    around: Surroundings = NOTHING_KNOWN,
    verifier: Verifier | None = None,
    *,
    has_letter: bool = False,
) -> Proposal:
    """Return a proposal with everything that is found in it, around it, and by the search if one is given."""
    findings = examine(
        proposal.original,
        proposal.copy,
        proposal.located,
        proposal.case.accepted,
        meeting=proposal.meeting,
        handled=proposal.case.rules,
        around=around,
        has_letter=has_letter,
    )
    proposal = replace(proposal, findings=findings)
    if verifier is None:
        return proposal
    found = with_standing(found_by_search(proposal, verifier), proposal.original)
    searched = tuple(with_acceptance(one, proposal.case.accepted) for one in found)
    return replace(proposal, findings=(*searched, *without_what_is_said(findings, searched)))


def _refuse_idle_rules(located: Located) -> None:
    idle = [rule.words() for rule in located.idle]
    if idle:
        listed = "; ".join(idle[:_MOST_SENTENCES])
        raise RuleError(
            f"{'A rule matches' if len(idle) == 1 else f'{len(idle)} rules match'} nothing in these minutes: {listed}. "
            "Check the spelling and the place, or take the rule out."
        )


def register(proposal: Proposal) -> tuple[RegisterEntry, ...]:
    """Return what each rule withholds, for the internal register of the case."""
    return tuple(
        RegisterEntry(
            id=f"{serial:03d}",
            place=place.words(),
            withheld=words,
            citation=", ".join(exemption.citation() for exemption in rule.grounds.exemptions),
            rule=rule.words(),
            reason=rule.grounds.reason,
        )
        for serial, (_, rule, words, place) in enumerate(words_by_rule(proposal.original, proposal.located), start=1)
    )
