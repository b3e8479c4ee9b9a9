"""Many people looked for at once in many texts: every word is judged once, every passage is searched once.

In minutes the same few words stand around names again and again: ``Ms Ellwood``, ``M. Ellwood's``. No form of a name
reaches beyond words that stand together and can all be in one (see ``telling_words``), so that what was found in them
once is known wherever they stand.
"""

from collections.abc import Iterable, Iterator, Sequence
from operator import length_hint

from lpgminutes.domain.naming.names import is_ordinary_word
from lpgminutes.domain.naming.persons import PersonForms
from lpgminutes.domain.naming.telling_words import END, TellingWords
from lpgminutes.domain.naming.traces import has_initial_for_surname

Naming = tuple[int, int, int]
"""The number of somebody, and where a stretch that names them begins and ends."""


class Crowd:
    """People who are looked for together; the number of each is the place among those who were given."""

    def __init__(self, people: Iterable[PersonForms]) -> None:
        self.people = tuple(people)
        self._words = TellingWords(self.people)
        numbered = tuple(enumerate(self.people))
        self._apart = frozenset(n for n, forms in numbered if has_initial_for_surname(forms.name))
        """Those who have no words of their own: any word may be the surname."""
        self._by_sentence = frozenset(n for n, forms in numbered if any(map(is_ordinary_word, forms.parts)))
        """Those for whom the words beside a passage count: whether ``Green`` is a name the sentence tells."""
        self._known: dict[str, tuple[Naming, ...]] = {}
        self._known_in_sentence: dict[tuple[str, str, str], tuple[Naming, ...]] = {}
        self._known_cells: dict[str, tuple[Naming, ...]] = {}

    def in_text(self, text: str) -> Iterator[Naming]:
        """Yield every stretch of a folded text that names somebody, as ``PersonForms.in_text`` does of running text."""
        for place, namings in self.passages(text):
            for number, start, end in namings:
                yield number, place + start, place + end

    def in_cell(self, text: str) -> tuple[Naming, ...]:
        """Return every stretch of a folded text that names somebody where a text holds names and nothing else."""
        if text not in self._known_cells:
            self._known_cells[text] = self._naming(range(len(self.people)), text, is_cell=True)
        return self._known_cells[text]

    def passages(self, text: str) -> list[tuple[int, tuple[Naming, ...]]]:
        """Return the passages of a folded text that name somebody: where each begins, and who is named where in it.

        Words are read, many at a time, up to the next one that is not silent; what is left then tells its place. Where
        ``issuperset`` reads on to the end first, which it may, that place is ``END`` and the whole text is searched.
        """
        words = [*text.split(" "), END]
        linking, known = self._words.linking, self._known
        rest = iter(words)
        are_silent = self._words.silent.issuperset
        naming: list[tuple[int, tuple[Naming, ...]]] = []
        reached = 0
        while not are_silent(rest):
            start = len(words) - length_hint(rest) - 1
            if words[start] not in linking:
                is_plain = words[start] is not END and self._words.learn(words[:-1])
                return self.passages(text) if is_plain else [(0, self._naming(self._words.named_in(text), text))]
            end = start + 1
            while words[start - 1] in linking:
                start -= 1
            while words[end] in linking:
                end += 1
                next(rest)
            passage = words[start] if end - start == 1 else " ".join(words[start:end])
            said = known.get(passage)
            if said is None:
                said = self._look_at(passage, words, start, end)
            place = text.index(passage, reached)
            reached = place + len(passage)
            if said:
                naming.append((place, said))
        if self._apart:
            naming += [(0, self._naming(self._apart, text))]
        return naming

    def _look_at(self, passage: str, words: Sequence[str], start: int, end: int) -> tuple[Naming, ...]:
        """Search a passage that is not known, or of which the words beside it decide."""
        named = self._words.named_in(passage) - self._apart
        if named.isdisjoint(self._by_sentence):
            return self._known.setdefault(passage, self._naming(named, passage))
        before = " ".join([*words[max(start - 1, 0) : start], ""])
        after = " ".join(["", *words[end : end + 1]])
        if (before, passage, after) not in self._known_in_sentence:
            within = self._naming(named, before + passage + after)
            moved = ((number, first - len(before), last - len(before)) for number, first, last in within)
            self._known_in_sentence[before, passage, after] = tuple(moved)
        return self._known_in_sentence[before, passage, after]

    def _naming(self, numbers: Iterable[int], text: str, *, is_cell: bool = False) -> tuple[Naming, ...]:
        lower = text.lower()
        return tuple(
            (number, start, end)
            for number in sorted(numbers)
            for start, end in self.people[number].in_text(text, lower, is_cell=is_cell)
        )
