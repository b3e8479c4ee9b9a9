"""Words as they stand between two spaces, each judged once: whether it can be in a form of somebody's name."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from lpgminutes.domain.broken_words import GAP, rejoined
from lpgminutes.domain.naming.names import FORMERLY, PARTICLES, Name
from lpgminutes.domain.naming.persons import PersonForms
from lpgminutes.domain.naming.titles import TITLE_WORDS
from lpgminutes.domain.naming.traces import tells_apart, traces_of, without_gaps

_RUN = re.compile(r"[^\W_]+")
_LONE_LETTERS = re.compile(rf"(?<![^\W_])[^\W\d_]{GAP}[^\W\d_](?![^\W_])")
_LETTER_AT_AN_END = re.compile(r"\A[\W_]*[^\W\d_](?![^\W_])|(?<![^\W_])[^\W\d_][\W_]*\Z")
_REACHES_ON = re.compile(rf"[@\\]|[^\W\d_]-\Z|[(\[]{FORMERLY}\Z")
"""What makes a form of more than the words beside it: an address, a broken word, a former name in brackets."""
_ARTICLES = frozenset({"a", "A", "I"})
END: Final = " "
"""Stands behind the last word, and so before the first: no word is a space, and it links nothing."""


class TellingWords:
    """What each word can be in the forms of the names of many people."""

    def __init__(self, people: Iterable[PersonForms]) -> None:
        self.silent: set[str] = {END}
        """Words at which no search begins: whatever a form has, it has another word too."""
        self.linking: set[str] = set()
        """Words that can be in a form: parts of a name, and what may stand beside one, as titles and initials do."""
        self._odd: set[str] = set()
        self._own, self._shared, self._ends, self._initials = _Letters(), _Letters(), _Letters(), _Letters()
        self._beside = {*PARTICLES, *TITLE_WORDS}
        for number, forms in enumerate(people):
            self._own.add(forms.traces.own, number)
            self._shared.add(forms.traces.shared, number)
            self._ends.add(forms.traces.ends, number)
            self._initials.add(forms.initials(is_cell=False), number)
            for other in forms.others:
                self._own.add((*traces_of(other, ()).own, *traces_of(other, ()).shared))
            self._beside.update(*map(_runs_of, (forms.name, *forms.others)))
        self._articles = frozenset[str]() if self._initials.may_be_of("AI") else _ARTICLES

    def learn(self, words: Iterable[str]) -> bool:
        """Judge the words that were not met before, and say whether the words by themselves tell who is named.

        They do not where a form may reach further than words that stand together: in an address, a broken word.
        """
        for word in words:
            if word not in self.silent and word not in self.linking and word not in self._odd:
                self._judge(word)
        return self._odd.isdisjoint(words)

    def named_in(self, text: str) -> set[int]:
        """Return who may be named in a text, however it is written, by their numbers."""
        return set(chain.from_iterable(map(self._in_reading, (text, *rejoined(text)))))

    def _in_reading(self, text: str) -> Iterator[int]:
        lower = text.lower()
        yield from self._own.in_text(lower)
        if tells_apart(text):
            yield from self._shared.in_text(lower)
        yield from self._initials.in_text(without_gaps(text))
        if "@" in text:
            yield from self._ends.in_text(lower)

    def _judge(self, word: str) -> None:
        if _is_odd(word):
            self._odd.add(word)
            return
        readings = (word, word.replace("-", ""))
        is_part = self._initials.are_in(without_gaps(word)) or any(map(self._has_trace, map(str.lower, readings)))
        if is_part or any(map(self._may_be_beside, readings)):
            self.linking.add(word)
        if not is_part and (word in self._articles or not _is_row(word)):
            self.silent.add(word)

    def _has_trace(self, lower: str) -> bool:
        return self._own.are_in(lower) or self._shared.are_in(lower)

    def _may_be_beside(self, word: str) -> bool:
        """Whether a form may begin, go on or end with a word: by its first letters or, past a hyphen, by its last.

        A particle may have an initial before it, in an account: ``mvan der berg``.
        """
        lower = word.lower()
        runs = _RUN.findall(lower)
        if word != lower or not any(map(str.isalpha, word)) or _LETTER_AT_AN_END.search(word):
            return True
        return not self._beside.isdisjoint((runs[0], runs[0][1:], runs[-1]))


class _Letters:
    """Letters that are looked for in words: which of them are there, and whose they are."""

    def __init__(self) -> None:
        self._whose: dict[str, set[int]] = {}
        self._by_head: dict[str, list[str]] = {}

    def add(self, each: Iterable[str], *numbers: int) -> None:
        for letters in each:
            if letters not in self._whose:
                self._whose[letters] = set()
                self._by_head.setdefault(letters[:2], []).append(letters)
            self._whose[letters].update(numbers)

    def may_be_of(self, letters: str) -> bool:
        """Whether some consist of these letters alone."""
        return any(set(own) <= set(letters) for own in self._whose)

    def are_in(self, text: str) -> bool:
        return any(True for _ in self._found(text))

    def in_text(self, text: str) -> Iterator[int]:
        """Yield the numbers of those whose letters are in a text, perhaps more than once."""
        return chain.from_iterable(self._whose[letters] for letters in self._found(text))

    def _found(self, text: str) -> Iterator[str]:
        for at in range(len(text)):
            for head in (text[at : at + 2], text[at]):
                for letters in self._by_head.get(head, ()):
                    if text.startswith(letters, at):
                        yield letters


def _is_odd(word: str) -> bool:
    if not word or not word.isascii() or not word.isprintable() or _REACHES_ON.search(word):
        return True
    return _LONE_LETTERS.search(word) is not None and not _is_row(word)


def _is_row(word: str) -> bool:
    """Whether a word is lone letters and nothing else, as initials are."""
    runs = _RUN.findall(word)
    return bool(runs) and all(len(run) == 1 and run.isalpha() for run in runs)


def _runs_of(name: Name) -> list[str]:
    return _RUN.findall(" ".join((name.full, *name.middles, *name.besides)).lower())
