"""A correction of which one side is withheld and the other is open: what was put right tells what it is put for."""

import re
from collections.abc import Iterable, Iterator

from lpgminutes.domain.document import Place
from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity
from lpgminutes.domain.folding import folded
from lpgminutes.domain.open_text import MARK
from lpgminutes.domain.searchable import Searchable
from lpgminutes.domain.withheld_words import bare_words

_CORRECTION = "approval.correction"
_CLAUSE = re.compile(r"(?:[^;.:]|[.:](?!\s|$))+")
_OF_MINUTES = re.compile(r"\b(?:minutes|subject to|correct(?:ed|ions?)|amend(?:ed|ments?))\b", re.IGNORECASE)
_BY_SOMEBODY = "to was were is are be been being as and who he she they had have"
"""Words before ``read`` with which somebody reads aloud, or something was read."""
_NOBODY = "".join(rf"(?<!\b{word}\s)" for word in _BY_SOMEBODY.split())
_READ = r"\bread\b(?!\s(?:out|aloud)\b)"
_NEAR = ".{1,400}"
_PLACE = r"(?:item|line|minute|page|paragraph|section)\s[\d.]+"
_CHANGED = rf"(?:the minutes|subject to|(?:alter|amend|chang|correct|replac|revis|substitut)\w*|{_PLACE})"
_READS = re.compile(
    rf"\bfor\b{_NEAR}{_NOBODY}{_READ}|\b(?:should|must|ought to)\s+(?:have\s+)?read\b|"
    rf"\b{_CHANGED}\b(?:{_NEAR})?\s(?:to read|(?-i:reading))\b|"
    rf"{_NOBODY}{_READ}{_NEAR}\b(?:not|instead of|rather than|in place of)\b",
    re.IGNORECASE,
)
_PUTS_RIGHT = re.compile(
    rf"{_READS.pattern}|\b(?:should|must|ought to)\s+(?:have been|be)\b|\bbeing\b|\bto read\b|\breading\b|"
    r"\b(?:replac|substitut|delet|amend|chang|correct|insert|add)(?:e|s|ed|ing|ion)?\b",
    re.IGNORECASE,
)
_BETWEEN_SIDES = re.compile(
    rf"{MARK}|\b(?:for|read(?:ing)?|should|must|ought|have|been|be|being|not|instead|rather|than|in place of|please|"
    r"with|by|to|as|and|insert(?:ed|ing)?|delet(?:e|ed|ing)|replac(?:e|ed|ing)|substitut(?:e|ed|ing)|add(?:ed|ing)?|"
    r"amend(?:ed|ing)?|chang(?:e|ed|ing)|correct(?:ed|ing)?|of)\b",
    re.IGNORECASE,
)
_TELLS = re.compile(r"[\d\u00a3]|(?<!\w)[^\W\d_a-z]")
"""A figure, or a word with a capital."""
_NAMING_NOTHING = re.compile(rf"(?i)\A(?:the|a|an|in|at)\s|\b{_PLACE}")
"""How a sentence opens, and where in a paper something is put right: ``The requirements in item 11``."""
_OPENING = re.compile(
    r"(?i)\A\W*(?:(?:draft|last|previous|the|these)\s)*minutes\b"
    r"(?:\s(?:agreed|approved|accepted|are|confirmed|last|meeting|of|previous|signed|subject|the|was|were)\b)*"
)
"""What is said of the minutes before they are put right: ``The minutes were agreed``."""
_REFERENCE = re.compile(
    r"(?i)\A(?:(?:in|at|item|minute|paragraph|line|page|section|row|the|first|second|third|last)\s*)*[\d.()]{0,8}[a-z]?\W*\Z"
)
"""Where something is corrected: ``1.1``, ``paragraph 3``."""


def corrections_tell(texts: Iterable[Searchable]) -> Iterator[Finding]:
    """Yield what stands open in a correction in which something is withheld.

    Elsewhere than among the corrections of an approval a sentence is one where it says what minutes should read.
    """
    found: dict[str, tuple[str, list[Place]]] = {}
    for text in texts:
        for words in _open_sides(text) if MARK in text.words else ():
            found.setdefault(folded(words), (words, []))[1].append(text.place)
    for words, places in found.values():
        yield Finding(
            kind=FindingKind.WITHHELD_ELSEWHERE_OPEN,
            severity=Severity.GIVES_AWAY,
            text=words,
            places=tuple(dict.fromkeys(places)),
            explanation="It is one side of a correction in which something is withheld: what was put right tells what "
            "it was put for.",
        )


def is_of_a_correction(text: Searchable) -> bool:
    """Whether a text says what minutes should read: what stands in it is what stands in them."""
    return text.place.field == _CORRECTION or bool(_OF_MINUTES.search(text.words) and _READS.search(text.words))


def _open_sides(text: Searchable) -> Iterator[str]:
    is_correction = text.place.field == _CORRECTION
    if not is_correction and not _OF_MINUTES.search(text.words):
        return
    for clause in _CLAUSE.findall(text.words):
        if MARK in clause and (_PUTS_RIGHT if is_correction else _READS).search(clause):
            for side in _BETWEEN_SIDES.split(clause):
                words = bare_words(_OPENING.sub("", side))
                if _TELLS.search(_NAMING_NOTHING.sub("", words)) and not _REFERENCE.match(words):
                    yield words
