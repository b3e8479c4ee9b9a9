"""What still gives a release away, or is not yet in order, said so that somebody who is no lawyer understands it."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from lpgminutes.domain.document import MinutesDocument, Place
from lpgminutes.domain.exemptions import Exemption, advice
from lpgminutes.domain.folding import fold, folded
from lpgminutes.domain.locating import Located, People, Searchable, phrase_pattern, searchable, withheld_words
from lpgminutes.domain.names import is_ordinary_word, parse_name, single_forms
from lpgminutes.domain.withholding import Acceptance, Rule
from lpgminutes.domain.written_dates import dates_in, forms_of, long_date

_GENERIC_FIELDS = ("attendance.role", "attendance.organisation", "actions.due", "actions.owner")
"""Fields whose words are often ordinary: a role named elsewhere does not by itself name the person."""


class Severity(Enum):
    """How much a finding matters."""

    GIVES_AWAY = "gives it away"
    """What is withheld can be read; a release is refused until it is withheld or accepted."""
    CHECK = "check"
    """Something a person should look at before the release."""
    NOTE = "note"
    """Something to put in order."""


class FindingKind(Enum):
    """What sort of thing was found; the value is what a rules file accepts it by."""

    WITHHELD_ELSEWHERE_OPEN = "withheld-elsewhere-open"
    PERSON_PERHAPS_OPEN = "person-perhaps-open"
    MARK_WITHOUT_EXEMPTION = "mark-without-exemption"
    NEEDS_PUBLIC_INTEREST_TEST = "needs-public-interest-test"
    NEEDS_QUALIFIED_PERSON = "needs-qualified-person"
    LIMB_MISSING = "limb-missing"
    MARKING_AGAINST_RELEASE = "marking-against-release"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing found."""

    kind: FindingKind
    severity: Severity
    text: str
    """The text that stands open, or what the finding is about: an exemption, a marking."""
    places: tuple[Place, ...] = ()
    explanation: str
    accepted: str = ""
    """The reason for which the officer lets it stand."""

    @property
    def blocks(self) -> bool:
        """Whether a release is refused while this stands."""
        return self.severity is Severity.GIVES_AWAY and not self.accepted

    def where(self) -> str:
        """Return the places in words."""
        return "; ".join(dict.fromkeys(place.words() for place in self.places))


def examine(
    original: MinutesDocument, copy: MinutesDocument, located: Located, accepted: Sequence[Acceptance]
) -> tuple[Finding, ...]:
    """Return everything found in a release copy, the gravest first, each with the reason it was accepted for."""
    rules = [rule for rule, _ in located.rules]
    texts = searchable(copy)
    people = People.of(searchable(original), rules)
    found = [
        *_open_elsewhere(original, texts, located),
        *_perhaps_open(texts, people),
        *_marks_without_exemption(copy),
        *_missing_records(rules),
        *_missing_limbs(rules),
        *_marking(copy),
    ]
    order = list(Severity)
    return tuple(_with_acceptance(f, accepted) for f in sorted(found, key=lambda f: order.index(f.severity)))


def is_accepted_by(finding: Finding, acceptance: Acceptance) -> bool:
    """Whether an acceptance speaks of this finding."""
    same_kind = acceptance.finding == finding.kind.value
    return same_kind and folded(acceptance.text) == folded(finding.text)


def _with_acceptance(finding: Finding, accepted: Sequence[Acceptance]) -> Finding:
    for acceptance in accepted:
        if is_accepted_by(finding, acceptance):
            return Finding(
                kind=finding.kind,
                severity=finding.severity,
                text=finding.text,
                places=finding.places,
                explanation=finding.explanation,
                accepted=acceptance.reason,
            )
    return finding


def _open_elsewhere(
    original: MinutesDocument, texts: Sequence[Searchable], located: Located
) -> Iterator[Finding]:
    """Yield what is withheld in one place and stands open in another, in the same words or as the same date."""
    hits: dict[tuple[str, Severity, str], list[Place]] = defaultdict(list)
    withheld = withheld_words(original, located.spans)
    everything = " ".join(text.lower for text in texts)
    for words, source in withheld:
        severity = Severity.CHECK if source.field in _GENERIC_FIELDS else Severity.GIVES_AWAY
        first_word = fold(words).text.lower().split()[0]
        if first_word in everything and (len(words) > 1 or words.isdigit()):
            for text, match in _matches(phrase_pattern(words).finditer, texts):
                hits[match, severity, _same_words(source)].append(text.place)
    for day, source in _withheld_days(withheld):
        for text, match in _matches(forms_of(day).finditer, texts):
            hits[match, Severity.GIVES_AWAY, _same_day(day, source)].append(text.place)
    yield from _gathered(hits)


def _matches(
    find: Callable[[str], Iterator[re.Match[str]]], texts: Sequence[Searchable]
) -> Iterator[tuple[Searchable, str]]:
    for text in texts:
        for match in find(text.folded.text):
            start, end = text.folded.original(*match.span())
            yield text, text.words[start:end]


def _withheld_days(withheld: Iterable[tuple[str, Place]]) -> Iterator[tuple[date, Place]]:
    seen: set[date] = set()
    for words, source in withheld:
        for day in dates_in(fold(words).text):
            if day not in seen:
                seen.add(day)
                yield day, source


def _same_words(source: Place) -> str:
    return f"the same words are withheld in {source.words()}"


def _same_day(day: date, source: Place) -> str:
    return f"it is {long_date(day)}, which is withheld in {source.words()}"


def _gathered(hits: dict[tuple[str, Severity, str], list[Place]]) -> Iterator[Finding]:
    """Yield one finding for each text that stands open, with all its places, at its gravest."""
    by_text: dict[str, tuple[Severity, str, list[Place], str]] = {}
    order = list(Severity)
    for (text, severity, why), places in hits.items():
        key = folded(text)
        known = by_text.get(key)
        if known is None:
            by_text[key] = (severity, why, list(dict.fromkeys(places)), text)
        else:
            worst = min(severity, known[0], key=order.index)
            by_text[key] = (worst, known[1], list(dict.fromkeys([*known[2], *places])), known[3])
    for severity, why, places, text in by_text.values():
        yield Finding(
            kind=FindingKind.WITHHELD_ELSEWHERE_OPEN,
            severity=severity,
            text=text,
            places=tuple(places),
            explanation=f"This stands open, but {why}.",
        )


def _perhaps_open(texts: Sequence[Searchable], people: People) -> Iterator[Finding]:
    """Yield single names that may mean a withheld person: shared with somebody else, or an ordinary word."""
    for name in sorted(people.withheld, key=lambda name: name.full):
        for part, is_clear in (
            (name.forename, people.is_forename_clear(name)),
            (name.surname if name.forename else "", people.is_surname_clear(name)),
        ):
            if part and (not is_clear or is_ordinary_word(part)):
                pattern = single_forms(parse_name(part), surname=True, forename=False)
                places = [text.place for text, _ in _matches(pattern.finditer, texts)] if pattern else []
                if places:
                    yield Finding(
                        kind=FindingKind.PERSON_PERHAPS_OPEN,
                        severity=Severity.CHECK,
                        text=part,
                        places=tuple(places),
                        explanation="This may mean a person who is withheld; alone it could mean something else.",
                    )


def _marks_without_exemption(document: MinutesDocument) -> Iterator[Finding]:
    places = tuple(place for place, mark in document.marks() if not mark.exemptions)
    if places:
        yield Finding(
            kind=FindingKind.MARK_WITHOUT_EXEMPTION,
            severity=Severity.CHECK,
            text="mark without an exemption",
            places=places,
            explanation="A reader is owed the exemption that each mark relies on (FOIA s17(1)(b)).",
        )


def _missing_records(rules: Iterable[Rule]) -> Iterator[Finding]:
    untested: dict[Exemption, None] = {}
    without_opinion: dict[Exemption, None] = {}
    for rule in rules:
        for exemption in rule.grounds.exemptions:
            if exemption.needs_public_interest_test and not rule.grounds.public_interest:
                untested.setdefault(exemption)
            if exemption.needs_qualified_person and not rule.grounds.qualified_person:
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
            "is qualified: it needs a public interest test (FOIA s2(2)(b)), and none is recorded. "
            "Record it as public_interest.",
        )


def _missing_limbs(rules: Iterable[Rule]) -> Iterator[Finding]:
    bare = {e for rule in rules for e in rule.grounds.exemptions if not e.has_limb}
    for exemption in sorted(bare):
        for sentence in advice(exemption)[:1]:
            yield Finding(
                kind=FindingKind.LIMB_MISSING,
                severity=Severity.NOTE,
                text=exemption.citation(),
                explanation=sentence,
            )


def _about(kind: FindingKind, exemption: Exemption, sentence: str) -> Finding:
    return Finding(
        kind=kind,
        severity=Severity.CHECK,
        text=exemption.citation(),
        explanation=f"{exemption.citation()} {sentence}",
    )


def _marking(document: MinutesDocument) -> Iterator[Finding]:
    if "SENSITIVE" in document.marking.upper():
        yield Finding(
            kind=FindingKind.MARKING_AGAINST_RELEASE,
            severity=Severity.CHECK,
            text=document.marking,
            explanation="A copy that is released should not say that it is not for release "
            "(Government Security Classifications Policy, paragraph 41): leave out release_marking: keep.",
        )
