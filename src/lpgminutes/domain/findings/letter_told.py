"""What the letter of a release prints: tests and opinions as recorded, which may name what is withheld."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lpgminutes.domain.document import Place
from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity
from lpgminutes.domain.searchable import Searchable
from lpgminutes.domain.withholding import Rule

_LETTER = "letter."
_OPEN = "This stands open, but "


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


def told_by_letter(findings: Iterable[Finding], *, has_letter: bool) -> Iterator[Finding]:
    """Yield what is found in the texts of a letter as findings of its own.

    Without a letter nobody reads it: then it is only to be looked at.
    """
    for finding in findings:
        is_read = has_letter or finding.severity is not Severity.GIVES_AWAY
        why = finding.explanation.removeprefix(_OPEN)
        yield replace(
            finding,
            kind=FindingKind.LETTER_TELLS,
            severity=finding.severity if is_read else Severity.CHECK,
            explanation=f"A letter prints this (release --with letter): {why} Record it in other words.",
        )
