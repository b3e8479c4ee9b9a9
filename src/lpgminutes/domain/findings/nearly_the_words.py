"""What is nearly the words that are withheld: a firm without its ``Ltd``, a misspelling, another form of a word."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from lpgminutes.domain.document import Place
from lpgminutes.domain.findings.finding import Severity
from lpgminutes.domain.findings.standing_open import Hit, firm_of, is_slight, is_sure_firm
from lpgminutes.domain.findings.words_of_names import is_sort_of_thing, small_words
from lpgminutes.domain.folding import fold
from lpgminutes.domain.naming.names import is_ordinary_word
from lpgminutes.domain.naming.near_words import index_of, misspelt
from lpgminutes.domain.phrases import mentions_of
from lpgminutes.domain.sayings.figures import figures_in
from lpgminutes.domain.sayings.word_families import is_kin, kin_of
from lpgminutes.domain.searchable import Searchable
from lpgminutes.domain.withheld_words import bare_words

_WORD = re.compile(r"[^\W\d_]+")
PROSE = ("minutes.", "points.", "items.", "decisions.", "actions.text", "declarations.nature", "approval.correction")
SAYING = (*PROSE, "attendance.organisation", "location", "next_meeting")
"""Fields that hold words, or name a body or a place."""
_ACT = re.compile(r"(?:[st]ion|al|ance|ence|ment)s?\Z")
"""The ending of a word for something that is done, or befalls somebody."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_STOPS = ".,;:!?'()"
_MOST_WORDS = 4
"""Words of what is withheld, past which single ones of them tell little."""
_FEW_WORDS = 2
_TELLING = 5
_STEM, _LONG_STEM = 5, 6
"""Letters that two forms of a word share: ``dyslexic`` and ``dyslexia``, ``suspended`` and ``suspension``."""
_ENDING, _LONG_ENDING = 2, 5
"""Letters after those that each has of its own."""


@dataclass(slots=True)
class _Sought:
    """The words to look for, each with a place where it is withheld."""

    firms: dict[str, Place] = field(default_factory=dict)
    sure_firms: set[str] = field(default_factory=set)
    """Those of which the name alone means no more and no less."""
    key_words: dict[str, Place] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    """Those of the key words that are withheld as names, with a capital."""
    whole_words: dict[str, Place] = field(default_factory=dict)
    kin: dict[frozenset[str], Place] = field(default_factory=dict)
    """The words that say the same."""


def nearly_same_words(withheld: Iterable[tuple[str, Place]], texts: Sequence[Searchable]) -> Iterator[Hit]:
    """Yield where something stands open that is nearly what is withheld."""
    sought = _sought(withheld)
    for firm, source in sought.firms.items():
        why = f"it is the firm that is withheld in {source.words()}"
        severity = Severity.GIVES_AWAY if firm in sought.sure_firms else Severity.CHECK
        for text in texts:
            for stretch in mentions_of(firm, text):
                yield Hit.of(text, stretch, severity, why, source)
    index = index_of(sought.key_words)
    ordinary = small_words(texts) if sought.names else frozenset()
    for text in texts if sought.key_words or sought.whole_words or sought.kin else ():
        for match in _WORD.finditer(text.folded.text):
            if (told := _told(match.group(), sought, index, ordinary)) is not None:
                how, source = told
                yield Hit.of(text, match.span(), Severity.CHECK, f"{how} in {source.words()}", source)


def _sought(withheld: Iterable[tuple[str, Place]]) -> _Sought:
    sought = _Sought()
    for words, source in withheld:
        whole = fold(bare_words(words)).text.split()
        if source.field.startswith(SAYING) and len(whole) <= _MOST_WORDS:
            _seek(whole, source, sought)
            _seek_kin([word.strip(_STOPS) for word in whole], source, sought)
    return sought


def _seek(whole: Sequence[str], source: Place, sought: _Sought) -> None:
    own = firm_of(" ".join(whole)).split()
    if own and len(own) < len(whole):
        sought.firms.setdefault(" ".join(own), source)
        if is_sure_firm(" ".join(whole)) and not is_slight(" ".join(own)):
            sought.sure_firms.add(" ".join(own))
    telling = [word for word in own if len(word) >= _TELLING and word.isalpha() and not is_ordinary_word(word)]
    if figures_in(" ".join(own)):
        # Of 112 responses the figure is withheld; of 3 dismissals perhaps that anybody was dismissed.
        is_year = any(map(_YEAR.fullmatch, own))
        telling = [word for word in telling if word[0].isupper() or (not is_year and _is_act(word))]
    for word in telling:
        if (word[0].isupper() and not is_sort_of_thing(word)) or len(own) == 1:
            sought.key_words.setdefault(word.lower(), source)
            if word[0].isupper():
                sought.names.add(word.lower())
    is_of_one_word = len(own) <= _FEW_WORDS and len(telling) == 1 and (len(own) == 1 or telling[0].islower())
    if is_of_one_word and (len(own) == 1 or not is_sort_of_thing(telling[0])):
        sought.whole_words.setdefault(telling[0].lower(), source)


def _is_act(word: str) -> bool:
    return _ACT.search(word) is not None or bool(kin_of(word) or kin_of(word.removesuffix("s")))


def _seek_kin(whole: Sequence[str], source: Place, sought: _Sought) -> None:
    """Look for the kin of the one word of a phrase that has any; in the name of a body it tells nothing."""
    families = [kin for word in whole if (kin := kin_of(word))]
    if len(families) == 1 and not any(word[:1].isupper() for word in whole[1:] if not kin_of(word)):
        sought.kin.setdefault(families[0], source)


def _told(
    written: str, sought: _Sought, index: Mapping[str, frozenset[str]], ordinary: frozenset[str]
) -> tuple[str, Place] | None:
    for kin, source in sought.kin.items():
        if is_kin(written, kin):
            return "it tells what is withheld", source
    word = written.lower()
    if word in sought.key_words or is_ordinary_word(word):
        return None
    for whole, source in sought.whole_words.items():
        is_name = whole in sought.names and not word.startswith(whole)
        if _is_form_of(word, whole) and not (is_name and (written[0].islower() or word in ordinary)):
            return "it is another form of a word that is withheld", source
    known = misspelt(word, index)
    is_as_a_name = written[0].isupper() and word not in ordinary and not is_sort_of_thing(word)
    if not known or (known in sought.names and not is_as_a_name):
        return None
    return "it differs by a letter or two from a word that is withheld", sought.key_words[known]


def _is_form_of(word: str, whole: str) -> bool:
    """Whether two words begin alike for long, and differ in their endings alone."""
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, whole, strict=False)))
    own = max(len(word), len(whole)) - shared
    if len(whole) < _STEM + _ENDING or shared < _STEM:
        return False
    return len(whole) - shared <= _ENDING or (shared >= _LONG_STEM and own <= _LONG_ENDING and shared > own)
