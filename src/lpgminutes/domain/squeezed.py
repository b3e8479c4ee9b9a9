"""A text as its letters and figures alone, to find in it what is written with other signs and spaces between them."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_RUN = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Squeezed:
    """The letters and figures of a folded text, in small letters, and where they stood."""

    letters: str
    starts: tuple[int, ...]
    """Where each run of them begins among the letters."""
    places: tuple[int, ...]
    """Where each run begins in the text."""

    def stretches(self, letters: str) -> Iterator[tuple[int, int]]:
        """Yield every stretch that has just these letters, from the beginning of a word to an end of one."""
        at = self.letters.find(letters) if letters else -1
        while at >= 0:
            end = at + len(letters)
            first, last = self._run_at(at), self._run_at(end - 1)
            if self.starts[first] == at and self._end_of(last) == end:
                yield self.places[first], self.places[last] + end - self.starts[last]
            at = self.letters.find(letters, at + 1)

    def _run_at(self, at: int) -> int:
        return bisect_left(self.starts, at + 1) - 1

    def _end_of(self, run: int) -> int:
        return self.starts[run + 1] if run + 1 < len(self.starts) else len(self.letters)


@lru_cache(maxsize=4096)
def squeezed(text: str) -> Squeezed:
    """Return the letters and figures of a folded text."""
    letters, starts, places = [], [], []
    length = 0
    for run in _RUN.finditer(text):
        starts.append(length)
        places.append(run.start())
        letters.append(run.group().lower())
        length += len(letters[-1])
    return Squeezed("".join(letters), tuple(starts), tuple(places))


def letters_of(words: str) -> str:
    """Return the letters and figures of folded words, in small letters."""
    return "".join(_RUN.findall(words)).lower()
