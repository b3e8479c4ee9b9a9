"""Finding a phrase or a figure in a text as a whole, in the ways in which its words are joined and parted."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from lpgminutes.domain.broken_words import over_breaks, rejoined_lower
from lpgminutes.domain.folding import fold
from lpgminutes.domain.searchable import Searchable

_RUN = re.compile(r"[a-z0-9]+")
_NOTHING = re.compile(r"(?!)")
_MILLIONS = re.compile(r"(?<!\d)\d{1,3}(?:,\d{3}){2,}(?!\d)")
_SURE_JOINED = 9
"""Letters from which two words written as one are no other word: ``kestrelpeak``, but not ``anyone``."""


def mentions_of(phrase: str, text: Searchable) -> Iterator[tuple[int, int]]:
    """Yield every stretch of a folded text that is a phrase, also where its words are broken."""
    # To ask this first is many times faster than a pattern.
    kept = kept_of(phrase)
    if kept in text.lower or not text.lower.isascii():
        yield from (match.span() for match in phrase_pattern(phrase).finditer(text.folded.text))
    if kept in rejoined_lower(text.folded.text):
        pattern = phrase_pattern(phrase)
        yield from over_breaks(text.folded.text, lambda joined: (match.span() for match in pattern.finditer(joined)))


@lru_cache(maxsize=1024)
def kept_of(phrase: str) -> str:
    """Return the most letters or digits that stand together in a phrase however it is written, in lower case."""
    return max(_RUN.findall(fold(phrase).text.lower()), key=len, default="")


@lru_cache(maxsize=1024)
def phrase_pattern(phrase: str) -> re.Pattern[str]:
    """Return a pattern for a phrase as a whole: ``41.6`` is not in ``141.6``, but in ``41.6FTE``.

    A figure is found with or without the commas that the phrase gives its thousands, and with other signs for them: a
    point only where there are two, for one of them is that of a decimal.
    """
    words = fold(phrase).text.split()
    if not words:
        return _NOTHING
    plain = re.escape(words[0]) + "".join(_gap(before, after) + re.escape(after) for before, after in pairwise(words))
    parted = "[, '_.]?" if _MILLIONS.search(plain) else "[, '_]?"
    plain = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", parted, plain)
    before = r"(?<![^\W_])" if plain[0].isalnum() else ""
    after = r"(?![^\W_])" if plain[-1].isalnum() else ""
    if plain[0].isdigit():
        before += r"(?<!\d\.)" + (r"(?<!\d[,'])" if re.match(r"\d{3}(?!\d)", plain) else "")
    if plain[-1].isdigit():
        after = r"(?!\d|_|\.\d|[,']\d{3}(?!\d)|(?:[^\W\d_]|st|nd|rd|th|bn|mn|tn)(?![^\W\d_]))"
    return re.compile(f"{before}{plain}{after}", re.IGNORECASE)


def _gap(before: str, after: str) -> str:
    """Return a pattern for what may stand between two words: ``Kestrel-Peak``, ``Kestrel_Peak``, ``kestrelpeak``."""
    if not (before.isalpha() and after.isalpha()):
        return r"\s+"
    return r"[\s_-]*" if len(before) + len(after) >= _SURE_JOINED else r"[\s_-]+"
