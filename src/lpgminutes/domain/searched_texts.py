"""Texts that are searched for many things: where a thing may stand is looked up for all of them at once."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from lpgminutes.domain.broken_words import rejoined, rejoined_lower
from lpgminutes.domain.naming.persons import PersonForms
from lpgminutes.domain.naming.traces import tells_apart, without_gaps
from lpgminutes.domain.phrases import kept_of, mentions_of
from lpgminutes.domain.sayings.written_dates import WrittenDay, forms_of_day
from lpgminutes.domain.searchable import Searchable

_BETWEEN = "\n\0\n"
"""Stands between two texts: no pattern reaches across it."""
_Stretch = tuple[Searchable, tuple[int, int]]
"""A text, and a stretch of it as folded."""


class SearchedTexts:
    """Texts that are searched; most of what is looked for is in none of them, which one look tells."""

    def __init__(self, texts: Iterable[Searchable]) -> None:
        self.texts = tuple(texts)
        self._written = _Joined(f"{text.lower}{_BETWEEN}{rejoined_lower(text.folded.text)}" for text in self.texts)
        self._letters = _Joined(
            _BETWEEN.join(map(without_gaps, (text.folded.text, *rejoined(text.folded.text)))) for text in self.texts
        )
        self._days: dict[WrittenDay, tuple[_Stretch, ...]] = {}

    def mentions(self, words: str) -> Iterator[_Stretch]:
        """Yield every stretch that is a phrase, also where its words are broken."""
        for at in self._written.where(kept_of(words)):
            for stretch in mentions_of(words, self.texts[at]):
                yield self.texts[at], stretch

    def naming(self, forms: PersonForms) -> Iterator[_Stretch]:
        """Yield every stretch that names a person."""
        for at in sorted(self._may_name(forms)):
            text = self.texts[at]
            for stretch in forms.in_text(text.folded.text, text.lower, is_cell=text.is_name_cell):
                yield text, stretch

    def _may_name(self, forms: PersonForms) -> set[int]:
        traces, where = forms.traces, self._written.where
        may = {at for trace in traces.own for at in where(trace)}
        may |= {at for trace in traces.shared for at in where(trace) if tells_apart(self.texts[at].folded.text)}
        may |= {at for end in traces.ends for at in where(end) if "@" in self.texts[at].lower}
        return may | {at for initials in forms.initials(is_cell=True) for at in self._letters.where(initials)}

    def days(self, day: WrittenDay) -> tuple[_Stretch, ...]:
        """Return every stretch that is a day, in any written form; asked again, it is remembered."""
        if day not in self._days:
            pattern = forms_of_day(day)
            self._days[day] = tuple(
                (text, match.span()) for text in self.texts for match in pattern.finditer(text.folded.text)
            )
        return self._days[day]


class _Joined:
    """Texts one behind the other, which know in which of them some letters stand."""

    def __init__(self, texts: Iterable[str]) -> None:
        parts = tuple(texts)
        self._whole = _BETWEEN.join(parts)
        self._starts = tuple(accumulate((len(part) + len(_BETWEEN) for part in parts), initial=0))
        self._found: dict[str, tuple[int, ...]] = {}

    def where(self, letters: str) -> tuple[int, ...]:
        """Return which of the texts hold some letters; asked again, it is remembered."""
        if letters not in self._found:
            self._found[letters] = tuple(self._look_for(letters))
        return self._found[letters]

    def _look_for(self, letters: str) -> Iterator[int]:
        at, last = 0, len(self._starts) - 1
        while at < last and (place := self._whole.find(letters, self._starts[at])) >= 0:
            at = bisect_right(self._starts, place)
            yield at - 1
