"""What the letter of a release prints: tests and opinions as recorded, which may name what is withheld."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lpgminutes.domain.document import Place
from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity
from lpgminutes.domain.searchable import Searchable
from lpgminutes.domain.withholding import Rule

_LETTER = "letter."
_OPEN = "This stands open, but "


def is_of_letter(place: Place) -> bool:
    """Whether a text is one that the letter prints."""
    return place.field.startswith(_LETTER)


def recorded_texts(rules: Iterable[Rule]) -> Iterator[Searchable]:
    """Yield the tests and opinions that a letter prints, each once, as its places."""
    tests: dict[str, None] = {}
    opinions: dict[str, None] = {}
    for rule in rules:
        grounds = rule.grounds
        if any(exemption.needs_public_interest_test for exemption in grounds.exemptions):
            tests.setdefault(grounds.public_interest)
        if any(exemption.needs_qualified_person for exemption in grounds.exemptions):
            opinions.setdefault(grounds.qualified_person)
    for field, texts in (("public_interest", tests), ("qualified_person", opinions)):
        for row, words in enumerate(filter(str.strip, texts)):
            yield Searchable.of(Place(field=_LETTER + field, row=row), words)


def parted_from_letter(findings: Iterable[Finding], *, has_letter: bool) -> Iterator[Finding]:
    """Yield the findings of the minutes, and what the letter tells as findings of its own.

    Without a letter nobody reads it: then it is only to be looked at.
    """
    for finding in findings:
        told = tuple(place for place in finding.places if is_of_letter(place))
        if len(told) < len(finding.places) or not told:
            yield replace(finding, places=_without(finding.places, told))
        if told:
            is_read = has_letter or finding.severity is not Severity.GIVES_AWAY
            yield replace(
                finding,
                kind=FindingKind.LETTER_TELLS,
                severity=finding.severity if is_read else Severity.CHECK,
                places=told,
                explanation=f"A letter prints this (release --with letter): {finding.explanation.removeprefix(_OPEN)}",
            )


def _without(places: Sequence[Place], told: Sequence[Place]) -> tuple[Place, ...]:
    return tuple(place for place in places if place not in told)
