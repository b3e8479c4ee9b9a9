"""What an officer lets stand: of a finding its words, where they stood when it was accepted."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from lpgminutes.domain.document import MinutesDocument, Place
from lpgminutes.domain.findings.finding import SAID_OPEN, Finding
from lpgminutes.domain.folding import folded
from lpgminutes.domain.locating import searchable
from lpgminutes.domain.second_reading import short_digest_of
from lpgminutes.domain.withholding import Acceptance, ReleaseCase

_LAPSED = " It was accepted before it stood here as well: accept it again if it may (case accept)."


def is_accepted_by(finding: Finding, acceptance: Acceptance) -> bool:
    """Whether an acceptance speaks of this finding."""
    same_kind = acceptance.finding == finding.kind.value
    return same_kind and folded(acceptance.text) == folded(finding.text)


def with_acceptance(finding: Finding, accepted: Sequence[Acceptance]) -> Finding:
    """Return the finding with the reason for which it stands, if it was accepted and stands nowhere else since."""
    explanation = finding.explanation.removesuffix(_LAPSED)
    spoken_of = [acceptance for acceptance in accepted if is_accepted_by(finding, acceptance)]
    for acceptance in spoken_of:
        if not _is_elsewhere_too(finding, acceptance):
            return replace(finding, explanation=explanation, accepted=acceptance.reason)
    return replace(finding, explanation=explanation + _LAPSED) if spoken_of else finding


def accepted_anew(findings: Iterable[Finding], accepted: Sequence[Acceptance]) -> tuple[Finding, ...]:
    """Return findings as they stand when something else is accepted of them."""
    return tuple(with_acceptance(replace(finding, accepted=""), accepted) for finding in findings)


def with_standing(findings: Iterable[Finding], original: MinutesDocument) -> tuple[Finding, ...]:
    """Return findings that know in which paragraphs what is open stands, for an acceptance to be held against."""
    words = {text.place: text.words for text in searchable(original)}
    return tuple(
        replace(finding, standing=tuple(_standing(finding, words))) if finding.kind in SAID_OPEN else finding
        for finding in findings
    )


def with_acceptances_kept(case: ReleaseCase, original: Callable[[], MinutesDocument]) -> ReleaseCase:
    """Return a case of which each acceptance knows where its words stand; one that knew it keeps that."""
    kinds = {kind.value for kind in SAID_OPEN}
    if not any(one.finding in kinds and not one.stood for one in case.accepted):
        return case
    texts = [(folded(text.words), _keys(text.place, text.words)) for text in searchable(original())]
    return replace(
        case,
        accepted=tuple(
            one
            if one.stood or one.finding not in kinds
            else replace(one, stood=tuple(key for words, keys in texts if folded(one.text) in words for key in keys))
            for one in case.accepted
        ),
    )


def said_again(accepted: Iterable[Acceptance], known: Iterable[Acceptance]) -> tuple[Acceptance, ...]:
    """Return acceptances that a file says; one that was known, for the same reason, speaks of where it stood then."""
    before = {(one.finding, folded(one.text), one.reason): one for one in known}
    return tuple(before.get((one.finding, folded(one.text), one.reason), one) for one in accepted)


def _is_elsewhere_too(finding: Finding, acceptance: Acceptance) -> bool:
    stood = set(acceptance.stood)
    return bool(stood) and any(stood.isdisjoint(keys) for keys in finding.standing)


def _standing(finding: Finding, words: dict[Place, str]) -> Iterable[tuple[str, str]]:
    own = folded(finding.text)
    return (_keys(place, words[place]) for place in finding.places if own in folded(words.get(place, "")))


def _keys(place: Place, words: str) -> tuple[str, str]:
    """Return what a paragraph is known by: its place, also when it was corrected, or its words, when it was moved."""
    return f"{place.field} {place.minute} {place.row} {place.part}", short_digest_of(words)
