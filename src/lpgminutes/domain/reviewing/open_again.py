"""Where words stand open that a copy withholds elsewhere: the same words, or the same date in another form."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from lpgminutes.domain.folding import folded
from lpgminutes.domain.reviewing.copy import RedactedCopy
from lpgminutes.domain.reviewing.laid import Stretch, WithheldStretch
from lpgminutes.domain.sayings.written_dates import days_in, forms_of_day

_WORD = re.compile(r"\w+")
_TELLING = 4
"""Letters or digits of a stretch that is worth looking for elsewhere."""


class _Sought:
    """The words that are looked for, by the word that each begins with."""

    def __init__(self, stretches: Sequence[str]) -> None:
        self._written: dict[tuple[str, ...], dict[str, str]] = defaultdict(dict)
        self._lengths: dict[str, set[int]] = defaultdict(set)
        for stretch in stretches:
            plain = folded(stretch)
            words = tuple(_WORD.findall(plain))
            self._written[words][plain] = stretch
            self._lengths[words[0]].add(len(words))

    def found_in(self, text: str) -> Iterator[str]:
        """Yield those that stand in a text, each once."""
        plain = folded(text)
        matches = list(_WORD.finditer(plain))
        words = [match.group() for match in matches]
        found: dict[str, None] = {}
        for at, match in enumerate(matches):
            for length in self._lengths.get(words[at], ()):
                for written, stretch in self._written.get(tuple(words[at : at + length]), {}).items():
                    start = match.start() - written.index(words[at])
                    if plain.startswith(written, max(start, 0)):
                        found[stretch] = None
        yield from found


def open_again(withheld: Sequence[WithheldStretch], copy: RedactedCopy) -> Iterator[Stretch]:
    """Yield what stands open of the words that are withheld elsewhere, each as the copy prints it."""
    stretches = list(dict.fromkeys(stretch.words for stretch in withheld if _is_telling(stretch.words)))
    sought = _Sought(stretches)
    days = {day for words in stretches for day in days_in(words)}
    for passage in copy.passages:
        text = passage.open_text()
        where = passage.place.words()
        said = list(sought.found_in(text))
        yield from (Stretch(where=where, words=words) for words in said)
        for day in days_in(text):
            match = forms_of_day(day).search(text) if day in days else None
            if match and not any(day in days_in(words) for words in said):
                yield Stretch(where=where, words=" ".join(match.group().split()))


def _is_telling(words: str) -> bool:
    return sum(character.isalnum() for character in words) >= _TELLING
