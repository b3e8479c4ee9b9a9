"""Papers that the minutes point to and the release does not hold."""

import re
from collections.abc import Iterator

from lpgminutes.domain.document import MinutesDocument, Place
from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity
from lpgminutes.domain.open_text import prose, with_marks

_WORD = r"(?<![\w'/-])[A-Z][\w'/-]*+(?!\.\w)"
_TITLE = rf"{_WORD}(?:\s+(?:(?:of|for|and)\s+)?{_WORD}){{0,5}}"
_POINTED_TO = re.compile(
    rf"\b(?i:see|see also|attached|enclosed|refer to)\s+(?:the\s+)?(?P<seen>{_TITLE})"
    r"|(?P<numbered>\b(?:Annex|Appendix|Enclosure|Paper)\s+(?:[A-Z]|\d+(?:\.\d+)?)\b)"
    rf"|(?P<kept>(?:{_WORD}\s+){{1,4}}(?:Log|Tracker|Pack|Register)\b(?!\s+(?:[Nn]ow|[Hh]ere|[Tt]oday|[Oo]nline)\b))"
)
_PART_OF_THE_MINUTES = re.compile(r"(?i)(?:section|item|minute|paragraph|above|below|lot)\b")


def papers_named(copy: MinutesDocument) -> Iterator[Finding]:
    """Yield, in one finding, the papers that the open text names for further details."""
    found: dict[str, list[Place]] = {}
    for text in prose(copy):
        for name, _ in papers_in(with_marks(text)):
            found.setdefault(name, []).append(text.place)
    if found:
        yield Finding(
            kind=FindingKind.PAPER_NAMED,
            severity=Severity.NOTE,
            text="; ".join(found),
            places=tuple(dict.fromkeys(place for places in found.values() for place in places)),
            explanation="The minutes point to it, and it is not in this release: a requester will ask for it, and it "
            "may hold what is withheld here. Release it under the same marks, or say in the answer why not.",
        )


def papers_in(words: str) -> Iterator[tuple[str, int]]:
    """Yield the papers that a text points to by name, with the offset of each."""
    for match in _POINTED_TO.finditer(words):
        name = next(filter(None, match.groups()))
        if not _PART_OF_THE_MINUTES.match(name):
            yield " ".join(name.split()), match.start()
