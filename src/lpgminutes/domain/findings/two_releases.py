"""Two releases, made ready to be held against each other: the one that is made now, and another."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lpgminutes.domain.document import MarkKind, MinutesDocument, Place
from lpgminutes.domain.findings.finding import Severity
from lpgminutes.domain.findings.names_changed import attending, withheld_people
from lpgminutes.domain.findings.standing_open import Hit, Withheld, is_slight
from lpgminutes.domain.findings.stretches import withheld_stretches
from lpgminutes.domain.folding import folded
from lpgminutes.domain.locating import Located, searchable
from lpgminutes.domain.naming.named_people import People
from lpgminutes.domain.naming.names import Name, parse_name
from lpgminutes.domain.open_text import MARK
from lpgminutes.domain.released_texts import KnownText
from lpgminutes.domain.searchable import Searchable
from lpgminutes.domain.searched_texts import SearchedTexts
from lpgminutes.domain.withheld_words import bare_words, withheld_words
from lpgminutes.domain.withholding import PersonRule

_WORDS_OF_A_SENTENCE = 4
"""Words around a stretch from which two texts that are the same speak of the same."""
_REMEMBERED = 512
"""Other releases that are kept ready: they are held against a case again with each change of it."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ThisRelease:
    """This release, ready to be held against each that went out before."""

    places: Mapping[str, Sequence[Place]]
    """Where each text stands in the minutes."""
    whole: Mapping[Place, str]
    """The words of each text, with what is withheld of them."""
    stretches: Mapping[Place, Sequence[tuple[int, int]]]
    """What is withheld of each text."""
    withheld: Withheld
    rules: tuple[tuple[PersonRule, Place | None], ...]
    """The people who are to be withheld, with a place where they are."""
    words: tuple[tuple[str, Place], ...]
    """What is withheld but for people, as it is written."""
    names: Mapping[Name, Place]
    """Who is withheld, with a place where they are."""
    attending: frozenset[Name]
    open: SearchedTexts
    people: People

    @classmethod
    def of(cls, original: MinutesDocument, texts: Sequence[Searchable], located: Located) -> "ThisRelease":
        """Make a release ready from its minutes, what of them can be read, and where its rules apply."""
        places: dict[str, list[Place]] = {}
        whole = searchable(original)
        for text in whole:
            places.setdefault(text.words, []).append(text.place)
        by_rule = [span for span in located.spans if span.kind is not MarkKind.PERSON]
        words = tuple(withheld_words(original, by_rule))
        withheld = Withheld.of(words, withheld_words(original, located.spans))
        rules = [(rule, spans) for rule, spans in located.rules if isinstance(rule, PersonRule)]
        return cls(
            places=places,
            whole={text.place: text.words for text in whole},
            stretches=withheld_stretches(located),
            withheld=withheld,
            rules=tuple((rule, spans[0].place if spans else None) for rule, spans in rules),
            words=words,
            names=withheld_people(located, withheld),
            attending=attending(whole),
            open=SearchedTexts(texts),
            people=located.people,
        )

    def in_both(self, then: "OtherRelease") -> Iterator[tuple[KnownText, Place, Sequence[tuple[int, int]]]]:
        """Yield the texts that stand in both, to the letter, with place and what this release withholds of them."""
        for text in then.texts:
            standing = self.places.get(text.words, [])
            if text.place in standing:
                yield text, text.place, self.stretches.get(text.place, ())
            elif len(standing) == 1:
                yield text, standing[0], self.stretches.get(standing[0], ())

    def is_in_another_name(self, hit: Hit, withheld: Iterable[Name]) -> bool:
        """Whether a word of a withheld name stands within the full name of somebody else who attends."""
        word = folded(hit.text)
        theirs = {folded(name.full) for name in withheld}
        if not any(word != full and word in full.split() for full in theirs):
            return False
        others = [name.full for name in self.attending & self.people.open if folded(name.full) not in theirs]
        alike = "|".join(re.escape(full) for full in others if word in folded(full).split())
        words = next((text.words for text in self.open.texts if text.place == hit.place), "")
        found = re.finditer(rf"\b(?:{alike})\b", words, re.IGNORECASE) if alike else ()
        return any(match.start() <= hit.start and hit.end <= match.end() for match in found)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class OtherRelease:
    """An earlier release, ready to be held against this one; it does not change any more."""

    texts: tuple[KnownText, ...]
    open: SearchedTexts
    """What a reader could see of each text."""
    whole: tuple[Searchable, ...]
    words: tuple[tuple[str, Place], ...]
    """What was withheld, as it was written."""
    withheld: Withheld

    @property
    def names(self) -> dict[Name, Place]:
        """What was withheld and is written as a name."""
        return {parse_name(bare): source for bare, source in self.withheld.names}


@lru_cache(maxsize=_REMEMBERED)
def other_release(texts: tuple[KnownText, ...]) -> OtherRelease:
    """Make another release ready."""
    parts = [(part, text.place) for text in texts for whole in text.stretches() for part in whole.split(MARK)]
    words = tuple((bare, place) for part, place in parts if (bare := stripped(part)))
    return OtherRelease(
        texts=texts,
        open=SearchedTexts(map(_open, texts)),
        whole=tuple(Searchable.of(text.place, text.words) for text in texts),
        words=words,
        withheld=Withheld.of(words),
    )


def stripped(words: str) -> str:
    """Return words without the signs around them; empty where there is no letter or figure."""
    bare = bare_words(words)
    return bare if any(map(str.isalnum, bare)) else ""


def exposed(words: str, start: int, end: int, *, open_in: Place, withheld_in: Place, why: str = "") -> Iterator[Hit]:
    """Yield what can be read in a stretch of a text, though it is withheld in a place."""
    why = why or f"the same words are withheld in {withheld_in.words()}"
    is_sure = len((words[:start] + words[end:]).split()) >= _WORDS_OF_A_SENTENCE
    cursor = start
    for part in words[start:end].split(MARK):
        if text := stripped(part):
            at = cursor + part.index(text)
            severity = Severity.CHECK if is_slight(text) else Severity.GIVES_AWAY
            yield Hit(open_in, at, at + len(text), text, severity, why, withheld_in, is_sure=is_sure)
        cursor += len(part) + 1


def _open(text: KnownText) -> Searchable:
    """Return what a reader could see of a text."""
    letters = list(text.words)
    for start, end in reversed(text.withheld):
        letters[start:end] = MARK
    return Searchable.of(text.place, "".join(letters))
