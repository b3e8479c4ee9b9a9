"""Words that single somebody out while names are withheld: ``the only woman on the panel``."""

import re
from collections.abc import Iterator

from lpgminutes.domain.document import MinutesDocument
from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity, one_for_each
from lpgminutes.domain.findings.somebody import SOMEBODY
from lpgminutes.domain.open_text import MARK, is_all_mark, texts_of, with_marks

_ONLY = re.compile(
    rf"(?<![^\W_])(?:the|our|its)\s(?:only|sole|youngest|oldest|longest[\s-]serving|most\s(?:junior|senior)|newest)\s"
    rf"(?:(?!(?:way|thing|option|reason|question|item|change|other)\b)[\w-]+\s){{0,3}}?(?:{SOMEBODY})\s"
    r"(?:who|whose|with|on|in|at|of|from|to|not)(?![^\W_])",
    re.IGNORECASE,
)
_THE_OTHER = re.compile(
    r"(?<![^\W_])the\s(?:other|third|fourth|fifth|remaining)\s(?:panel\s|committee\s|board\s)?"
    r"(?:member|governor|councillor|trustee|commissioner|magistrate|panellist)(?![\w'-])",
    re.IGNORECASE,
)
"""Who is left when the others are named."""


def singled_out(copy: MinutesDocument) -> Iterator[Finding]:
    """Yield what is true of one alone, in the items in which something is withheld."""
    patterns = (_ONLY, _THE_OTHER) if any(is_all_mark(row.name) for row in copy.attendance) else (_ONLY,)
    items = [(item.title, [text for minute in item.minutes for text in texts_of(minute)]) for item in copy.items]
    yield from one_for_each(
        (
            (match.group(), text.place)
            for title, texts in items
            if any(MARK in with_marks(text) for text in (title, *texts))
            for text in texts
            for pattern in patterns
            for match in pattern.finditer(with_marks(text))
        ),
        kind=FindingKind.PERSON_DESCRIBED,
        severity=Severity.NOTE,
        explanation="Something is withheld in this item, and this is true of one alone: if it speaks of what is "
        "withheld, whoever knows them knows which one.",
    )
