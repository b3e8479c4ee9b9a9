"""Words that point back to somebody who is withheld in another minute: ``the officer named at 2.3``."""

import re
from collections.abc import Iterator

from lpgminutes.domain.document import MarkKind, MinutesDocument
from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity, one_for_each
from lpgminutes.domain.findings.somebody import SOMEBODY
from lpgminutes.domain.open_text import prose, with_marks

_BACK = re.compile(
    rf"(?<![^\W_])(?:the|that)\s(?:(?!the\b)[\w-]+\s){{0,2}}?(?:{SOMEBODY})\s"
    r"(?:(?:who\s(?:is|was)\s)?(?:named|mentioned|referred\sto|identified|described|discussed|spoken\sof)\s(?:above\s)?)?"
    r"(?:at|in|under)\s(?:(?:minute|item|paragraph|para|point|section)\.?\s)?(?P<number>\d{1,3}\.\d{1,3})(?![\w%]|[.,]\d)",
    re.IGNORECASE,
)


def pointed_back(copy: MinutesDocument) -> Iterator[Finding]:
    """Yield the words that say something more of whoever a minute by its number withholds."""
    withheld = {place.minute for place, mark in copy.marks() if MarkKind.PERSON in mark.kinds and place.minute}
    yield from one_for_each(
        (
            (match.group(), text.place)
            for text in (prose(copy) if withheld else ())
            for match in _BACK.finditer(with_marks(text))
            if match["number"] in withheld
        ),
        kind=FindingKind.PERSON_DESCRIBED,
        severity=Severity.NOTE,
        explanation="It points to somebody who is withheld in the minute that it names: whatever is said here is said "
        "of them, and may tell who that is.",
    )
