"""When a meeting was closed, as the last words of a paper say it."""

import re
from collections.abc import Iterable
from datetime import time

from lpgminutes.domain.written_times import read_hours
from lpgminutes.importing.sentences import sentences

_CLOSED = re.compile(
    r"\b(?:meeting|session|business|chair\w*|convener|mayor)\b.{0,80}\b(?:clos(?:ed?|ing)|ended|finished|concluded|rose|"
    r"terminated|adjourned)\b.{0,60}?\b(?P<hour>\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\b\.?|hrs|hours)?)",
    re.IGNORECASE | re.DOTALL,
)


def says_closed(sentence: str) -> bool:
    """Whether a sentence says at what hour the meeting was closed."""
    match = _CLOSED.search(sentence)
    return match is not None and _hour(match) is not None


def without_closing(words: str) -> str:
    """Return words without the sentences that say when the meeting was closed."""
    if _CLOSED.search(words) is None:
        return words
    return " ".join(words[start:end].strip() for start, end in sentences(words) if not says_closed(words[start:end]))


def closing_hour(texts: Iterable[str]) -> time | None:
    """Return the hour at which the meeting was closed, as the last of some texts says; ``None`` where none does."""
    for text in reversed(tuple(texts)):
        for match in _CLOSED.finditer(text):
            if (hour := _hour(match)) is not None:
                return hour
    return None


def _hour(match: re.Match[str]) -> time | None:
    return read_hours(match["hour"])[0]
