"""From the words of a phrase to its day: the family is found by the shape of the words."""

from functools import lru_cache

from lpgminutes.domain.due_phrases import absolute_dates, meeting_words, periods, spans, weekdays
from lpgminutes.domain.due_phrases.family import Family, Reader, Reading
from lpgminutes.domain.due_phrases.lexer import Words
from lpgminutes.domain.due_phrases.reckoning import Moment

FAMILIES: tuple[Family, ...] = (
    absolute_dates.FAMILY, weekdays.FAMILY, spans.FAMILY, periods.FAMILY, meeting_words.FAMILY,
)  # fmt: skip
"""Every family, in the order in which they are asked."""


@lru_cache(maxsize=4096)
def reader_of(shape: str) -> Reader | None:
    """Return what reads this shape."""
    for family in FAMILIES:
        for pattern, reader in family.readers:
            if pattern.fullmatch(shape):
                return reader
    return None


def read_words(words: Words, moment: Moment) -> Reading:
    """Return what the words mean, or ``None`` when they are of no known shape."""
    reader = reader_of(words.shape)
    return reader(words, moment) if reader else None
