"""What still gives a release away, or is not yet in order, said for somebody who is no lawyer."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from lpgminutes.domain.document import MarkKind, MinutesDocument, Place
from lpgminutes.domain.exemptions import Exemption, advice
from lpgminutes.domain.folding import fold, folded
from lpgminutes.domain.locating import (
    NAME_COLUMNS,
    Located,
    People,
    Searchable,
    phrase_pattern,
    searchable,
    withheld_words,
)
from lpgminutes.domain.names import (
    is_ordinary_word,
    lone_parts,
    looks_like_a_name,
    parse_name,
)
from lpgminutes.domain.persons import forms_of_person
from lpgminutes.domain.withholding import Acceptance, Rule
from lpgminutes.domain.written_dates import WrittenDay, days_in, forms_of_day

_GENERIC_FIELDS = frozenset(
    {"attendance.role", "attendance.organisation", "attendance.capacity", "actions.due", "actions.owner"}
)
"""Fields whose words are often ordinary: a role named elsewhere does not by itself name the person."""
_PLACE_FIELDS = frozenset({"location", "next_meeting"})
_PLAIN_FIGURE = re.compile(r"\W*(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{4,}(?:\.\d+)?)\W*")
_BETWEEN = "\n\0\n"
"""Stands between two texts: no pattern reaches across it."""
_SHORT = 2
_TELLING_PIECE = 4
"""Letters of a piece of an address that is worth a look elsewhere."""


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
    """Return everything found in a release copy, the gravest first, with the reason if accepted."""
    rules = [rule for rule, _ in located.rules]
    texts = [text for text in searchable(copy) if text.words]
    found = [
        *_open_elsewhere(original, texts, located),
        *_perhaps_open(texts, located.people),
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
            return replace(finding, accepted=acceptance.reason)
    return finding


@dataclass(frozen=True, slots=True)
class _Hit:
    """A stretch of the copy that stands open and should perhaps not."""

    place: Place
    start: int
    end: int
    text: str
    severity: Severity
    why: str


def _open_elsewhere(original: MinutesDocument, texts: Sequence[Searchable], located: Located) -> Iterator[Finding]:
    """Yield what is withheld in one place and stands open in another: words, figures, dates, names."""
    by_rule = [span for span in located.spans if span.kind is not MarkKind.PERSON]
    withheld = withheld_words(original, by_rule)
    hits = [
        *_same_words(withheld, texts),
        *_same_days(withheld_words(original, located.spans), texts),
        *_same_names(withheld, texts, located.people),
    ]
    yield from _gathered(_widest(hits, [text.place for text in texts]))


def _same_words(withheld: Iterable[tuple[str, Place]], texts: Sequence[Searchable]) -> Iterator[_Hit]:
    small = [text.lower.replace(",", "") for text in texts]
    everything = _BETWEEN.join(small)
    for words, severity, source in _withheld_texts(withheld):
        first_word = next(iter(fold(words).text.lower().replace(",", "").split()), "")
        if first_word in everything:
            pattern, why = phrase_pattern(words), f"the same words are withheld in {source.words()}"
            for text, lower in zip(texts, small, strict=True):
                for match in pattern.finditer(text.folded.text) if first_word in lower else ():
                    yield _hit(text, match.span(), severity, why)


def _same_days(withheld: Iterable[tuple[str, Place]], texts: Sequence[Searchable]) -> Iterator[_Hit]:
    days: dict[WrittenDay, Place] = {}
    for words, source in withheld:
        for day in days_in(fold(words).text):
            days.setdefault(day, source)
    for day, source in days.items():
        pattern, why = forms_of_day(day), f"it is {day}, which is withheld in {source.words()}"
        for text in texts:
            for match in pattern.finditer(text.folded.text):
                yield _hit(text, match.span(), Severity.GIVES_AWAY, why)


def _same_names(withheld: Iterable[tuple[str, Place]], texts: Sequence[Searchable], people: People) -> Iterator[_Hit]:
    """Yield the forms of a name that a rule for a whole field withholds: no rule looks for them."""
    names = {
        parse_name(words): source
        for words, source in withheld
        if source.field in NAME_COLUMNS and looks_like_a_name(words)
    }
    for name, source in names.items():
        forms = forms_of_person(name, [other for other in people.open if other not in names])
        why = f"it is a form of the name that is withheld in {source.words()}"
        for text in texts:
            for stretch in forms.in_text(text.folded.text, text.lower, is_cell=text.is_name_cell):
                yield _hit(text, stretch, Severity.GIVES_AWAY, why)


def _hit(text: Searchable, stretch: tuple[int, int], severity: Severity, why: str) -> _Hit:
    start, end = text.folded.original(*stretch)
    return _Hit(text.place, start, end, text.words[start:end], severity, why)


def _withheld_texts(withheld: Iterable[tuple[str, Place]]) -> Iterator[tuple[str, Severity, Place]]:
    """Yield each text to look for elsewhere, once and at its gravest, with a place where it is withheld."""
    order = list(Severity)
    texts: dict[str, tuple[str, Severity, Place]] = {}
    for words, source in withheld:
        for form, severity in _forms(words, source):
            known = texts.get(folded(form))
            if known is None or order.index(severity) < order.index(known[1]):
                texts[folded(form)] = (form, severity, source)
    texts.pop("", None)
    return iter(texts.values())


def _forms(words: str, source: Place) -> Iterator[tuple[str, Severity]]:
    yield (
        words,
        Severity.CHECK if source.field in _GENERIC_FIELDS or _is_slight(words) else Severity.GIVES_AWAY,
    )
    if figure := _PLAIN_FIGURE.fullmatch(words):
        yield figure.group(1), Severity.GIVES_AWAY
    if source.field in _PLACE_FIELDS:
        for piece in words.split(","):
            if len(re.sub(r"[\W\d_]", "", piece)) >= _TELLING_PIECE and not days_in(piece):
                yield piece.strip(), Severity.CHECK


def _is_slight(words: str) -> bool:
    """Whether words are too short or ordinary to tell anything elsewhere: ``4``, ``Red``, ``IT``."""
    return len(words) <= _SHORT or is_ordinary_word(words)


def _widest(hits: Iterable[_Hit], places: Sequence[Place]) -> Iterator[_Hit]:
    """Yield the hits in reading order without those inside another that matters as much."""
    reading = {place: position for position, place in enumerate(places)}
    order = {severity: rank for rank, severity in enumerate(Severity)}
    reached: dict[tuple[Place, int], int] = {}
    for hit in sorted(hits, key=lambda h: (reading[h.place], h.start, -h.end, order[h.severity])):
        rank = order[hit.severity]
        if all(reached.get((hit.place, as_grave), -1) < hit.end for as_grave in range(rank + 1)):
            reached[hit.place, rank] = hit.end
            yield hit


def _gathered(hits: Iterable[_Hit]) -> Iterator[Finding]:
    """Yield one finding for each text that stands open, with all its places, at its gravest."""
    order = list(Severity)
    by_text: dict[str, list[_Hit]] = defaultdict(list)
    for hit in hits:
        by_text[folded(hit.text)].append(hit)
    for same in by_text.values():
        gravest = min(same, key=lambda hit: order.index(hit.severity))
        yield Finding(
            kind=FindingKind.WITHHELD_ELSEWHERE_OPEN,
            severity=gravest.severity,
            text=gravest.text,
            places=tuple(dict.fromkeys(hit.place for hit in same)),
            explanation=f"This stands open, but {gravest.why}.",
        )


def _perhaps_open(texts: Sequence[Searchable], people: People) -> Iterator[Finding]:
    """Yield what may mean a withheld person: a shared name, an ordinary word, mere initials."""
    everything = _BETWEEN.join(text.folded.text for text in texts)
    for name in sorted(people.withheld, key=lambda name: name.full):
        forms = people.forms(name)
        doubtful = [part for part in lone_parts(name) if part not in forms.parts or is_ordinary_word(part)]
        for part in (*doubtful, *forms.likely_initials):
            if forms.is_open_in(everything, part):
                yield Finding(
                    kind=FindingKind.PERSON_PERHAPS_OPEN,
                    severity=Severity.CHECK,
                    text=part,
                    places=tuple(text.place for text in texts if forms.is_open_in(text.folded.text, part)),
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
