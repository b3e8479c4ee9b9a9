"""Texts that are searched for many things: what they hold together is looked at first, and each only after that."""

from collections.abc import Iterable, Iterator

from lpgminutes.domain.broken_words import rejoined_lower
from lpgminutes.domain.persons import PersonForms, without_gaps
from lpgminutes.domain.phrases import kept_of, mentions_of
from lpgminutes.domain.searchable import Searchable
from lpgminutes.domain.written_dates import WrittenDay, forms_of_day

_BETWEEN = "\n\0\n"
"""Stands between two texts: no pattern reaches across it."""
_Stretch = tuple[Searchable, tuple[int, int]]
"""A text, and a stretch of it as folded."""


class SearchedTexts:
    """Texts that are searched; most of what is looked for is in none of them, which one look tells."""

    def __init__(self, texts: Iterable[Searchable]) -> None:
        self.texts = tuple(texts)
        self._written = [f"{text.lower}{_BETWEEN}{rejoined_lower(text.folded.text)}" for text in self.texts]
        self._everything = _BETWEEN.join(self._written)
        self._letters = _BETWEEN.join(without_gaps(text.folded.text) for text in self.texts)
        self._days: dict[WrittenDay, tuple[_Stretch, ...]] = {}

    def mentions(self, words: str) -> Iterator[_Stretch]:
        """Yield every stretch that is a phrase, also where its words are broken."""
        kept = kept_of(words)
        if kept in self._everything:
            for text in (text for text, written in zip(self.texts, self._written, strict=True) if kept in written):
                for stretch in mentions_of(words, text):
                    yield text, stretch

    def naming(self, forms: PersonForms) -> Iterator[_Stretch]:
        """Yield every stretch that names a person."""
        if forms.may_be_in(self._everything, self._letters, is_cell=True):
            for text in self.texts:
                for stretch in forms.in_text(text.folded.text, text.lower, is_cell=text.is_name_cell):
                    yield text, stretch

    def days(self, day: WrittenDay) -> tuple[_Stretch, ...]:
        """Return every stretch that is a day, in any written form; asked again, it is remembered."""
        if day not in self._days:
            pattern = forms_of_day(day)
            self._days[day] = tuple(
                (text, match.span()) for text in self.texts for match in pattern.finditer(text.folded.text)
            )
        return self._days[day]
