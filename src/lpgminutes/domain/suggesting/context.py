"""What the suggestions of one document are made from."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from lpgminutes.domain.dismissals import SuggestionKind
from lpgminutes.domain.document import Place
from lpgminutes.domain.exemption_table import Regime
from lpgminutes.domain.locating import Locator
from lpgminutes.domain.naming.names import Name, is_initial, is_ordinary_word, parse_name, words_of
from lpgminutes.domain.searchable import Searchable
from lpgminutes.domain.suggesting.suggestion import Recogniser, Stretch, offered_exemption, stretch_of
from lpgminutes.domain.withholding import Grounds

_SMALL = re.compile(r"(?<![^\W_])[a-z][a-z'-]+")
_LEAST_NAME = 3

Found = tuple[Searchable, int, int]
"""A text, and a stretch of it in characters of the folded text."""


@dataclass(frozen=True, kw_only=True)
class Scene:
    """One document with the people who may be in it."""

    locator: Locator
    """Looks for rules in the document."""
    names: tuple[str, ...]
    """Everybody of the register as written, those at this meeting first."""
    present: frozenset[str]
    """Those of them who are at this meeting or own an action of it."""
    initials: dict[str, str]
    """Whom initials mean in this body, where the register says so."""
    regime: Regime
    recogniser: Recogniser

    @cached_property
    def texts(self) -> tuple[Searchable, ...]:
        """Every text that holds words."""
        return tuple(text for text in self.locator.texts if text.words.strip())

    @cached_property
    def prose(self) -> tuple[Searchable, ...]:
        """The texts that are running words."""
        return tuple(text for text in self.texts if _is_prose(text.place))

    @cached_property
    def parsed(self) -> dict[str, Name]:
        """Every name taken apart, by how it is written."""
        return {name: parse_name(name) for name in self.names}

    @cached_property
    def name_words(self) -> frozenset[str]:
        """Every word of a name, in small letters."""
        parts = (part for name in self.parsed.values() for part in (name.forename, name.surname, *name.middles))
        return frozenset(word.lower() for part in parts if part for word in words_of(part) if not is_initial(word))

    @cached_property
    def words_present(self) -> frozenset[str]:
        """The words of the names of those who are there, in small letters."""
        return frozenset(word for written in self.present for word in self.parsed[written].words)

    @cached_property
    def organisations(self) -> frozenset[str]:
        """The words of the organisations in the attendance, in small letters."""
        cells = (text.folded.text.lower() for text in self.texts if text.place.field.endswith("organisation"))
        return frozenset(word for cell in cells for word in re.findall(r"[\w&]+", cell))

    @cached_property
    def _small_words(self) -> Counter[str]:
        return Counter(match.group() for text in self.prose for match in _SMALL.finditer(text.folded.text))

    def is_word(self, word: str) -> bool:
        """Whether a word with a capital is an ordinary word of these minutes, which also write it small."""
        small = word.lower()
        return len(small) < _LEAST_NAME or small in self._small_words or is_ordinary_word(small)

    def grounds(self, kind: SuggestionKind) -> Grounds:
        """Return what such a thing would be withheld under."""
        return Grounds(exemptions=(offered_exemption(kind, self.regime),))


def by_words(found: Iterable[Found]) -> dict[str, tuple[Stretch, ...]]:
    """Gather stretches by the words in them, in the order in which they were found."""
    gathered: dict[str, list[Stretch]] = {}
    for text, start, end in found:
        gathered.setdefault(text.folded.text[start:end].lower(), []).append(stretch_of(text, start, end))
    return {words: tuple(stretches) for words, stretches in gathered.items()}


def _is_prose(place: Place) -> bool:
    kind, _, cell = place.field.partition(".")
    return kind in {"minutes", "points", "items"} or cell in {"text", "nature", "note", "correction"}
