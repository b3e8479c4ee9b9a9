"""What a release prints beside the minutes, and its file names: the reference of the case, the markings."""

from collections.abc import Iterator, Sequence

from lpgminutes.domain.document import MinutesDocument, Place
from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity
from lpgminutes.domain.folding import fold
from lpgminutes.domain.locating import People, Searchable


def outside_texts(copy: MinutesDocument) -> Iterator[Searchable]:
    """Yield the texts of a release that stand in no text of its minutes."""
    for field, words in (
        ("case.reference", copy.case),
        ("marking", copy.marking),
        ("original_marking", copy.original_marking),
    ):
        if words:
            folded = fold(words)
            yield Searchable(Place(field=field), words, folded, folded.text.lower())


def people_outside(texts: Sequence[Searchable], people: People) -> Iterator[Finding]:
    """Yield the withheld people who are named there: a rule for a person reaches the minutes, not what is around."""
    for name in sorted(people.withheld, key=lambda name: name.full):
        forms = people.forms(name)
        for text in texts:
            for start, end in forms.in_text(text.folded.text, text.lower, is_cell=False):
                yield Finding(
                    kind=FindingKind.WITHHELD_ELSEWHERE_OPEN,
                    severity=Severity.GIVES_AWAY,
                    text=text.words[start:end],
                    places=(text.place,),
                    explanation="It names somebody who is withheld, and the copy and its file names are made from it. "
                    "Give the case a reference without the name.",
                )
