"""What of a withheld passage stands open elsewhere: an address, a number, a name, the same words in a row."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from lpgminutes.domain.document import Place
from lpgminutes.domain.findings.finding import Severity
from lpgminutes.domain.findings.letters_open import same_letters
from lpgminutes.domain.findings.nearly_the_words import SAYING
from lpgminutes.domain.findings.products_open import products_open
from lpgminutes.domain.findings.short_words import short_words
from lpgminutes.domain.findings.spelt_out import spelt_out
from lpgminutes.domain.findings.standing_open import Hit
from lpgminutes.domain.findings.web_names import web_names
from lpgminutes.domain.findings.words_of_names import (
    is_sort_of_thing,
    open_bodies,
    severity_in_passage,
    words_of_names,
)
from lpgminutes.domain.folding import fold
from lpgminutes.domain.naming.named_people import People
from lpgminutes.domain.naming.named_things import is_named_body
from lpgminutes.domain.naming.names import is_ordinary_word
from lpgminutes.domain.phrases import mentions_of
from lpgminutes.domain.searchable import NAME_COLUMNS, Searchable
from lpgminutes.domain.withheld_words import bare_words

_WORD = re.compile(r"[^\W_]+(?:['.,][^\W_]+)*")
_IN_A_ROW, _SURELY_COPIED = 6, 12
"""Words in a row that are hardly chance, and that are none at all."""
_TELLING, _MOST_PLACES = 5, 3
_NAMED = re.compile(r"(?<![\w.'-])[A-Z][\w'-]+(?:[ ](?:(?:of|the|and|&|de|van|der)[ ])?[A-Z][\w'-]+){1,3}(?![\w'-])")
_LONG_WORD = re.compile(r"[^\W_]{3,}")
_OUTSIDE = (
    " Academy", " Agency", " College", " Commission", " Foundation", " Hospital", " Institute", " Practice", " Surgery",
    " Trust", " University",
)  # fmt: skip
"""How an outside body is called, though each word of its name is one for a sort of thing: ``the Open University``."""
_OPENING = re.compile(
    r"\A(?:(?:The|A|An|It|In|At|On|For|To|By|From|With|This|That|These|Those|We|He|She|They|Our|His|Her|Their|If|When|As|"
    r"And|But|No|All|Any|Both|After|Before|Action|Mr|Mrs|Ms|Miss|Dr)\s)+"
)


def parts_open(withheld: Collection[tuple[str, Place]], texts: Sequence[Searchable], people: People) -> Iterator[Hit]:
    """Yield where a part of something withheld stands open, or the whole with other signs between its letters."""
    prose = [(fold(bare_words(words)).text, source) for words, source in withheld if source.field.startswith(SAYING)]
    bodies = [(bare_words(words), source) for words, source in withheld if source.field in NAME_COLUMNS]
    bodies = [(fold(body).text, source) for body, source in bodies if is_named_body(body)]
    yield from same_letters(prose, texts)
    yield from _same_names(prose, texts, people)
    yield from words_of_names([*prose, *bodies], texts, people)
    yield from web_names(prose, texts)
    yield from spelt_out(prose, texts)
    yield from short_words(prose, texts)
    yield from products_open(prose, texts)
    yield from _same_words_in_a_row(prose, texts)


def _same_names(prose: Iterable[tuple[str, Place]], texts: Sequence[Searchable], people: People) -> Iterator[Hit]:
    """Yield names within a withheld passage that are nobody's who is open anyway, and stand in few places."""
    known = {name.full.lower() for name in people.open} | open_bodies(texts)
    sought: dict[str, Place] = {}
    for words, source in prose:
        for match in _NAMED.finditer(words):
            name = _OPENING.sub("", match.group())
            is_telling = name.endswith(_OUTSIDE) or not all(map(is_sort_of_thing, _LONG_WORD.findall(name)))
            if " " in name and name != words and name.lower() not in known and is_telling:
                sought.setdefault(name, source)
    for name, source in sought.items():
        hits = [(text, stretch) for text in texts for stretch in mentions_of(name, text)]
        severity = severity_in_passage([text.place for text, _ in hits])
        if severity is None:
            continue
        for text, stretch in hits:
            yield Hit.of(text, stretch, severity, f"it is named in what is withheld in {source.words()}", source)


@dataclass(frozen=True, slots=True)
class _Passage:
    words: tuple[str, ...]
    source: Place


def _same_words_in_a_row(prose: Iterable[tuple[str, Place]], texts: Sequence[Searchable]) -> Iterator[Hit]:
    rows: dict[tuple[str, ...], list[tuple[_Passage, int]]] = defaultdict(list)
    for words, source in prose:
        passage = _Passage(tuple(word for word, _, _ in _words_of(words)), source)
        for at in range(len(passage.words) - _IN_A_ROW + 1):
            known = rows[passage.words[at : at + _IN_A_ROW]]
            if len(known) < _MOST_PLACES:
                known.append((passage, at))
    firsts = {row[0] for row in rows}
    hits = [hit for text in texts for hit in _rows_in(text, rows, firsts)] if rows else []
    often = Counter(hit.text.lower() for hit in hits)
    for hit in hits:
        # What every other minute says, as "resolved that the report be noted", tells nothing of this one.
        is_stock = often[hit.text.lower()] > _MOST_PLACES
        yield replace(hit, severity=Severity.CHECK) if is_stock else hit


def _rows_in(
    text: Searchable, rows: dict[tuple[str, ...], list[tuple[_Passage, int]]], firsts: set[str]
) -> Iterator[Hit]:
    words = _words_of(text.folded.text)
    plain = tuple(word for word, _, _ in words)
    at = 0
    while at <= len(plain) - _IN_A_ROW:
        known = rows.get(plain[at : at + _IN_A_ROW], ()) if plain[at] in firsts else ()
        if not known:
            at += 1
            continue
        runs = [(_run(plain, at, passage.words, start), passage.source) for passage, start in known]
        length, source = max(runs, key=lambda run: run[0])
        telling = {word for word in plain[at : at + length] if len(word) >= _TELLING and not is_ordinary_word(word)}
        if len(telling) * 3 >= length:
            severity = Severity.GIVES_AWAY if length >= _SURELY_COPIED else Severity.CHECK
            why = f"the same words in a row are withheld in {source.words()}"
            yield Hit.of(text, (words[at][1], words[at + length - 1][2]), severity, why, source)
        at += length


def _run(one: Sequence[str], at: int, other: Sequence[str], start: int) -> int:
    """Return how many words are the same from two places on."""
    length = 0
    while at + length < len(one) and start + length < len(other) and one[at + length] == other[start + length]:
        length += 1
    return length


@lru_cache(maxsize=4096)
def _words_of(text: str) -> tuple[tuple[str, int, int], ...]:
    return tuple((match.group().lower(), *match.span()) for match in _WORD.finditer(text))
