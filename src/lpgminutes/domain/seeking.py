"""Looking for words as somebody types them: a part of a word will do, however its signs are written."""

import re
from functools import lru_cache

from lpgminutes.domain.folding import fold
from lpgminutes.domain.open_text import MARK
from lpgminutes.domain.searchable import Searchable
from lpgminutes.domain.selecting import Stretch


def stretches_with(sought: str, text: Searchable) -> tuple[Stretch, ...]:
    """Return every stretch of a text that reads as what is sought, whole characters of it; never a mark.

    Case, accents, apostrophes, dashes and runs of spaces make no difference.
    """
    words = _words(sought)
    if not words or (text.lower.isascii() and words[0].lower() not in text.lower):
        return ()
    found = (text.folded.original(*match.span()) for match in _pattern(words).finditer(text.folded.text))
    return tuple(dict.fromkeys(found))


def is_nothing(sought: str) -> bool:
    """Whether there is nothing to look for: no sign that is seen."""
    return not fold(sought).text.split()


@lru_cache(maxsize=8)
def _words(sought: str) -> tuple[str, ...]:
    words = tuple(fold(sought).text.split())
    return () if any(MARK in word for word in words) else words


@lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(re.escape, words)), re.IGNORECASE)
