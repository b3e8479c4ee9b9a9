"""What the open words around a mark imply: a nil."""

import re
from collections.abc import Iterator

from lpgminutes.domain.document import MinutesDocument
from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity
from lpgminutes.domain.open_text import MARK, SENTENCE, prose, with_marks

_NIL = re.compile(r"\b(?:zero|nil|none|nought|no longer any)\b", re.IGNORECASE)
_FALLS_TO_MARK = re.compile(
    rf"\b(?:reduc|fall|fell|drop|decreas|cut|clos|shrink|shrank|bring|brought)\w*\s+(?:down\s+)?to\s+[\u00a3\"(]*{MARK}",
    re.IGNORECASE,
)


def implied_nil(copy: MinutesDocument) -> Iterator[Finding]:
    """Yield a mark that something falls to, in a sentence that says that its cause fell to nothing."""
    for text in prose(copy):
        for words, _ in falling_to_nil(with_marks(text)):
            yield Finding(
                kind=FindingKind.VALUE_IMPLIED,
                severity=Severity.CHECK,
                text=words,
                places=(text.place,),
                explanation="The sentence says that one thing came to nothing, and what hangs on it falls to the "
                "withheld figure: a reader takes it for nil.",
            )


def falling_to_nil(words: str) -> Iterator[tuple[str, int]]:
    """Yield what falls to a mark, in a sentence that says of something that it came to nothing, and where it begins.

    ``words`` holds ``MARK`` for each mark.
    """
    for sentence in SENTENCE.finditer(words):
        falls = _FALLS_TO_MARK.search(sentence.group())
        if falls and _NIL.search(sentence.group()):
            yield falls.group().rstrip(f'{MARK}\u00a3"( '), sentence.start() + falls.start()
