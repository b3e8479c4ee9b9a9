"""What may mean a person who is withheld: a shared name, an ordinary word, mere initials."""

from collections.abc import Iterator, Sequence

from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity
from lpgminutes.domain.locating import People, Searchable
from lpgminutes.domain.names import is_ordinary_word, lone_parts

_BETWEEN = "\n\0\n"
"""Stands between two texts: no pattern reaches across it."""


def perhaps_open(texts: Sequence[Searchable], people: People) -> Iterator[Finding]:
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
