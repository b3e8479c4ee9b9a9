"""Withheld counts that two open ones give: ``of the nineteen letters twelve were in support``, ``from 22 to 28``."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from lpgminutes.domain.document import Place
from lpgminutes.domain.findings.finding import Severity
from lpgminutes.domain.findings.standing_open import Hit
from lpgminutes.domain.folding import fold
from lpgminutes.domain.open_text import sentences_with
from lpgminutes.domain.sayings.figures import Figure, Measure, figures_in
from lpgminutes.domain.sayings.written_dates import days_in
from lpgminutes.domain.searchable import Searchable
from lpgminutes.domain.withheld_words import bare_words

_OF_THEM = re.compile(
    r"\b(?:out\sof|of\s(?:the|a|all|our|its|their|those|these|them)\b|all\s(?:but|except|save)|including|the\s(?:rest|others?|remainder)"
    r"|remain(?:ed|s|ing)?)\b",
    re.IGNORECASE,
)
"""What says that of two counts one is a part of the other."""
_CHANGES_FROM = re.compile(
    r"\b(?:r[io]se|risen|rising|gr[eo]w\w*|increas\w+|went|gone|fell|fall\w*|drop\w*|reduc\w+|decreas\w+|cut|shr[iau]nk\w*|"
    r"down|up)\b(?:\W+\w+){0,6}?\W+from\b",
    re.IGNORECASE,
)
_TO = re.compile(r"\bto\b", re.IGNORECASE)
_EACH = re.compile(r"\b(?:each|apiece|every)\b", re.IGNORECASE)
_TOGETHER = re.compile(
    r"\b(?:left|remain(?:s|ing)?|outstanding|in\sall|altogether|together|in\stotal)\b", re.IGNORECASE
)
"""What says that two counts make up one between them."""
_PAIRS = re.compile(r"(?<=\s)(?:pairs|couples)(?![^\W_])", re.IGNORECASE)
_OTHERS = re.compile(r"\s(?:others?|unsuccessful|losing|failed|remaining)(?![^\W_])", re.IGNORECASE)
"""What says of a count that there is one more, of whom the sentence speaks."""
_FULL_MARKS = re.compile(r"\b(?:full|maximum|top)\s(?:marks?|score)\b|\bperfect\sscore\b", re.IGNORECASE)
_SHORT_OF = re.compile(r"\b(?:short|below|under|missed|lost|off|less|from)\b", re.IGNORECASE)
_AWAY_FROM = re.compile(
    r"(?:\s[\w-]+){0,2}?\s(?:(?P<up>more\sthan|above|higher\sthan|up\son)|short\sof|below|(?:less|fewer|lower)\sthan|down\son)\b",
    re.IGNORECASE,
)
"""What says of a figure that it is how much another one lies above or below: ``two marks short of 70``."""
_TWO, _HUNDRED = 2, 100
_TELLING = 10
"""Counts from which a difference is no chance; a smaller one has to stand in the same item."""
_MOST_WORDS, _MOST_COUNTS = 5, 8
_YEARS = range(1900, 2100)


def counts_reckoned(
    withheld: Iterable[tuple[str, Place]], texts: Sequence[Searchable], item_of: Callable[[Place], str]
) -> Iterator[Hit]:
    """Yield the sentences that give a withheld count: a rest, a growth, so many of so many each."""
    counts: dict[Decimal, Place] = {}
    shares: dict[Decimal, Place] = {}
    for words, source in withheld:
        written = fold(bare_words(words)).text
        held = _counts(written, with_shares=True) if len(written.split()) <= _MOST_WORDS else ()
        if len(held) == 1 and held[0].value >= _TWO and not days_in(written):
            (shares if held[0].measure is Measure.PERCENT else counts).setdefault(held[0].value, source)
    for text in texts if counts or shares else ():
        yield from _hits(text, (*_given(text.folded.text), *_scored(text.folded.text)), counts, item_of)
        yield from _hits(text, _scored(text.folded.text), shares, item_of)


def _hits(
    text: Searchable,
    given: Iterable[tuple[int, int, Decimal]],
    sought: Mapping[Decimal, Place],
    item_of: Callable[[Place], str],
) -> Iterator[Hit]:
    item = item_of(text.place)
    for start, end, value in given if sought else ():
        known = sought.get(value)
        if known is not None and (value >= _TELLING or (item and item == item_of(known))):
            why = f"it gives the number that is withheld in {known.words()}"
            yield Hit.of(text, (start, end), Severity.CHECK, why, known)


def _counts(words: str, *, with_shares: bool = False) -> tuple[Figure, ...]:
    measures = {Measure.PLAIN, Measure.PERCENT} if with_shares else {Measure.PLAIN}
    counts = (one for one in figures_in(words) if one.measure in measures and one.value)
    return tuple(one for one in counts if not (one.step == 1 and one.value in _YEARS))


@lru_cache(maxsize=4096)
def _given(text: str) -> tuple[tuple[int, int, Decimal], ...]:
    """Return what the counts of each sentence of a folded text give: from where to where, and how many."""
    counts = _counts(text)
    found = []
    for sentence, within in sentences_with(text, counts):
        words, at = sentence.group(), sentence.start()
        if len(within) == _TWO and not days_in(words):
            one, other = within
            is_part = _OF_THEM.search(words) or _goes_from_to(words)
            if is_part and one.value != other.value:
                found.append((one.start, other.end, abs(one.value - other.value)))
            if _TOGETHER.search(words):
                found.append((one.start, other.end, one.value + other.value))
            if _EACH.search(words):
                found.append((one.start, other.end, one.value * other.value))
        found += [
            (one.start, at + pairs.end(), one.value * _TWO)
            for pairs in _PAIRS.finditer(words)
            for one in within[:_MOST_COUNTS]
            if one.end + 1 == at + pairs.start()
        ]
        found += [(one.start, one.end, one.value + 1) for one in within if _OTHERS.match(text, one.end)]
    return tuple(found)


def _goes_from_to(sentence: str) -> bool:
    changes = _CHANGES_FROM.search(sentence)
    return changes is not None and _TO.search(sentence, changes.end()) is not None


@lru_cache(maxsize=4096)
def _scored(text: str) -> tuple[tuple[int, int, Decimal], ...]:
    """Return what scores and shares of a folded text give, which may be withheld with their per cent or without."""
    return (*_short_of_all(text), *_away_from_another(text))


def _away_from_another(text: str) -> Iterator[tuple[int, int, Decimal]]:
    for _, within in sentences_with(text, _counts(text, with_shares=True)):
        if len(within) == _TWO and (away := _AWAY_FROM.match(text, within[0].end)):
            one, other = within
            yield one.start, other.end, other.value + one.value * (1 if away["up"] else -1)


def _short_of_all(text: str) -> Iterator[tuple[int, int, Decimal]]:
    """Yield what is left of a hundred where a sentence says how much full marks were missed by."""
    for sentence, within in sentences_with(text, _counts(text, with_shares=True)):
        if len(within) == 1 and _FULL_MARKS.search(sentence.group()) and _SHORT_OF.search(sentence.group()):
            yield within[0].start, within[0].end, _HUNDRED - within[0].value
