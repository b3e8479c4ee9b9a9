"""From the words of a phrase to its day: the family is found by the shape of the words."""

from functools import lru_cache

from lpgminutes.domain.due_phrases import (
    absolute_dates,
    feasts,
    parts,
    periods,
    quarters,
    relations,
    seasons,
    spans,
    weekdays,
    weeks,
)
from lpgminutes.domain.due_phrases.family import Family, Read, Reading
from lpgminutes.domain.due_phrases.lexer import Words
from lpgminutes.domain.due_phrases.reckoning import Moment


def read_words(words: Words, moment: Moment) -> Reading:
    """Return what the words mean, or ``None`` when they are of no known shape."""
    reader = _reader_of(words.shape)
    return reader(words, moment) if reader else None


@lru_cache(maxsize=4096)
def _reader_of(shape: str) -> Read | None:
    readers = (reader for family in DAYS for pattern, reader in family.readers if pattern.fullmatch(shape))
    return next(readers, None)


DAYS: tuple[Family, ...] = (
    absolute_dates.FAMILY,
    weekdays.FAMILY,
    spans.FAMILY,
    periods.FAMILY,
    weeks.family(read_words),
    quarters.FAMILY,
    seasons.FAMILY,
    feasts.FAMILY,
    parts.family(read_words),
    relations.family(read_words),
)
"""Every family of days, in the order in which they are asked."""
