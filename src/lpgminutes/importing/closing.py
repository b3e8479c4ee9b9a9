"""When a meeting was closed, as the last words of a paper say it."""

import re
from collections.abc import Iterable
from datetime import time

from lpgminutes.domain.sayings.written_dates import days_in
from lpgminutes.domain.sayings.written_times import read_hours
from lpgminutes.importing.sentences import sentences

_ENDED = r"(?:closed|ended|finished|concluded|terminated)"
_HOUR = r"(?P<{}>\d{{1,2}}(?:[.:]\d\d)?\s?(?:[ap]\.?m\b\.?|hrs|hours)?)"
_CLOSED = re.compile(
    rf"\b(?:meeting|session)\s+(?:(?:was|then|duly|formally|therefore)\s+)*{_ENDED}\b[^.;]{{0,40}}?{_HOUR.format('hour')}"
    rf"|\b(?:{_ENDED}|ending|closing)\s+the\s+(?:meeting|session)\b[^.;]{{0,40}}?{_HOUR.format('after')}",
    re.IGNORECASE,
)
"""The meeting is what was closed: not bids, nor the pool of which the chair reports."""


def without_closing(words: str) -> str:
    """Return words without the sentences that say when the meeting was closed, unless they name a day as well."""
    if _CLOSED.search(words) is None:
        return words
    kept = (words[start:end] for start, end in sentences(words))
    return " ".join(sentence.strip() for sentence in kept if closing_hour((sentence,)) is None or days_in(sentence))


def closing_hour(texts: Iterable[str]) -> time | None:
    """Return the hour at which the meeting was closed, as the last of some texts says; ``None`` where none does."""
    for text in reversed(tuple(texts)):
        for match in _CLOSED.finditer(text):
            if (hour := _hour(match)) is not None:
                return hour
    return None


def _hour(match: re.Match[str]) -> time | None:
    return read_hours(match["hour"] or match["after"])[0]
