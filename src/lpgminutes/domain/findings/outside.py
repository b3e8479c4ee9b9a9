"""What a release prints beside the minutes, and its file names: the reference of the case, the markings."""

import re
from collections.abc import Iterator, Sequence

from lpgminutes.domain.document import MinutesDocument, Place
from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity
from lpgminutes.domain.naming.named_people import People
from lpgminutes.domain.searchable import Searchable

_PLAIN_NUMBER = re.compile(r"[A-Za-z]{0,2}[\d./()-]{0,12}[A-Za-z]?\)?")


def outside_texts(copy: MinutesDocument) -> Iterator[Searchable]:
    """Yield the texts of a release that stand in no text of its minutes."""
    for at, (field, words) in enumerate(
        (
            ("case.reference", copy.case),
            ("marking", copy.marking),
            ("original_marking", copy.original_marking),
            *_numbers(copy),
        )
    ):
        if words:
            yield Searchable.of(Place(field=field, row=at), words)


def is_plain_number(number: str) -> bool:
    """Whether the number of a minute is one, and not words that came in as its number: ``3.1``, ``12(a)``, ``A4``."""
    return _PLAIN_NUMBER.fullmatch(number) is not None


def _numbers(copy: MinutesDocument) -> Iterator[tuple[str, str]]:
    """Yield the numbers that are words as well."""
    numbers = [number for item in copy.items for number in (item.number, *(minute.number for minute in item.minutes))]
    numbers += [action.raised_in for action in copy.actions]
    numbers += [decision.decided_in for decision in copy.decisions]
    numbers += [declaration.item for declaration in copy.declarations]
    for number in dict.fromkeys(numbers):
        if not is_plain_number(number):
            yield "number of a minute", number


def people_outside(texts: Sequence[Searchable], people: People) -> Iterator[Finding]:
    """Yield the withheld people who are named there: a rule for a person reaches the minutes, not what is around."""
    for name in sorted(people.withheld, key=lambda name: name.full):
        forms = people.forms(name)
        for text in texts:
            for stretch in forms.in_text(text.folded.text, text.lower, is_cell=False):
                start, end = text.folded.original(*stretch)
                yield Finding(
                    kind=FindingKind.WITHHELD_ELSEWHERE_OPEN,
                    severity=Severity.GIVES_AWAY,
                    text=text.words[start:end],
                    places=(text.place,),
                    explanation="It names somebody who is withheld, and the copy is made with it: correct it, so that "
                    "the name is not in it. File names are made from the reference of the case (case rename).",
                )
