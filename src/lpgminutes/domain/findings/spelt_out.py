"""What withheld capitals are short for: ``Friends of Holywell Park`` for ``FoHP``, ``Senior Executive Officer``."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from lpgminutes.domain.document import Place
from lpgminutes.domain.findings.finding import Severity
from lpgminutes.domain.findings.standing_open import Hit
from lpgminutes.domain.searchable import Searchable

_SHORT = re.compile(r"(?:[A-Z][aoftw]?){2,5}[A-Z]")
_LINKS = r"(?:(?:of|and|the|for|in|on|to|&|y|yr)[\s-])*"
_IN_SMALL = 4
"""Letters from which words in small letters are known by their first ones: ``attention deficit ...``."""
_LONG_WORD, _LONGER_WORD = 4, 5
"""Letters of each such word; more where there are but three of them."""


def spelt_out(prose: Iterable[tuple[str, Place]], texts: Sequence[Searchable]) -> Iterator[Hit]:
    """Yield where words stand open of which a withheld abbreviation is made."""
    sought = {words: source for words, source in prose if _SHORT.fullmatch(words)}
    for letters, source in sought.items():
        patterns = _patterns("".join(filter(str.isupper, letters)))
        for text in texts:
            for pattern in patterns:
                for match in pattern.finditer(text.folded.text):
                    why = f"it may be what the letters are short for that are withheld in {source.words()}"
                    yield Hit.of(text, match.span(), Severity.CHECK, why, source)


@lru_cache(maxsize=256)
def _patterns(letters: str) -> tuple[re.Pattern[str], ...]:
    """Return what finds the words with these first letters: with capitals, or small where there are many in a row."""
    named = rf"[\s-]{_LINKS}".join(rf"{letter}[a-z']+" for letter in letters)
    least = (_LONG_WORD if len(letters) >= _IN_SMALL else _LONGER_WORD) - 1
    small = r"[\s-](?:and[\s-])?".join(rf"{letter.lower()}[a-z]{{{least},}}" for letter in letters)
    head = rf"(?:{letters[0]}|{letters[0].lower()})"
    return re.compile(rf"(?<![^\W_]){named}(?![^\W_])"), re.compile(rf"(?<![^\W_]){head}{small[1:]}(?![^\W_])")
