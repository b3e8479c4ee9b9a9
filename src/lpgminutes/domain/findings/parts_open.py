"""What of a withheld passage stands open elsewhere: an address, a number, a name, the same words in a row."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from lpgminutes.domain.document import Place
from lpgminutes.domain.figures import figures_in
from lpgminutes.domain.findings.finding import Severity
from lpgminutes.domain.findings.nearly_the_words import PROSE
from lpgminutes.domain.findings.standing_open import Hit
from lpgminutes.domain.folding import fold
from lpgminutes.domain.identifying import dialled_in, identifiers_in
from lpgminutes.domain.locating import People, bare_words
from lpgminutes.domain.names import is_ordinary_word
from lpgminutes.domain.phrases import mentions_of
from lpgminutes.domain.searchable import Searchable
from lpgminutes.domain.squeezed import letters_of, squeezed

_SURE_LETTERS, _SURE_CODE = 6, 5
"""Letters from which words are known however they are joined; fewer where there are figures among them."""
_FIGURES = re.compile(r"\d+(?:[.,]\d+)*(?:\s?%)?")
_PARTED_FIGURE = re.compile(r"\d[.,]\d")
_DIGIT_BEFORE, _DIGIT_AFTER = re.compile(r"\d[-/., ]\Z"), re.compile(r"[-/., ]\d")
_WORD = re.compile(r"[^\W_]+(?:['.,][^\W_]+)*")
_IN_A_ROW, _SURELY_COPIED = 6, 12
"""Words in a row that are hardly chance, and that are none at all."""
_TELLING, _MOST_PLACES = 5, 3
_NAMED = re.compile(r"(?<![\w.'-])[A-Z][\w'-]+(?:[ ](?:(?:of|the|and|&|de|van|der)[ ])?[A-Z][\w'-]+){1,3}(?![\w'-])")
_OPENING = re.compile(
    r"\A(?:(?:The|A|An|It|In|At|On|For|To|By|From|With|This|That|These|Those|We|He|She|They|Our|His|Her|Their|If|When|As|"
    r"And|But|No|All|Any|Both|After|Before|Action|Mr|Mrs|Ms|Miss|Dr)\s)+"
)


def parts_open(withheld: Iterable[tuple[str, Place]], texts: Sequence[Searchable], people: People) -> Iterator[Hit]:
    """Yield where a part of something withheld stands open, or the whole with other signs between its letters."""
    prose = [(fold(bare_words(words)).text, source) for words, source in withheld if source.field.startswith(PROSE)]
    yield from _same_letters(prose, texts)
    yield from _same_telephones(prose, texts)
    yield from _same_names(prose, texts, people)
    yield from _same_words_in_a_row(prose, texts)


def _same_letters(prose: Iterable[tuple[str, Place]], texts: Sequence[Searchable]) -> Iterator[Hit]:
    sought: dict[str, tuple[Severity, str, Place, list[str] | None]] = {}
    for words, source in prose:
        letters = letters_of(words)
        if _is_known_by_letters(words):
            severity = Severity.CHECK if words.islower() and words.replace(" ", "").isalpha() else Severity.GIVES_AWAY
            why = f"its letters are those that are withheld in {source.words()}"
            figures = None if _is_code(words) else _FIGURES.findall(words)
            sought.setdefault(letters, (severity, why, source, figures))
        for start, end in identifiers_in(words):
            why = f"it is in what is withheld in {source.words()}"
            sought.setdefault(letters_of(words[start:end]), (Severity.GIVES_AWAY, why, source, None))
    for text in texts if sought else ():
        open_letters = squeezed(text.folded.text)
        for letters, (severity, why, source, figures) in sought.items():
            if letters in open_letters.letters:
                for stretch in open_letters.stretches(letters):
                    if letters.isdigit() and _is_in_a_longer_row(text.folded.text, *stretch):
                        continue
                    if figures is not None and _FIGURES.findall(text.folded.text[slice(*stretch)]) != figures:
                        continue  # 2.1 million is not 21 million
                    yield Hit.of(text, stretch, severity, why, source)


def _is_known_by_letters(words: str) -> bool:
    """Whether words are told by their letters and figures alone: long enough, and no mere figure."""
    letters = letters_of(words)
    if letters.isdigit() and figures_in(words):
        return False
    return len(letters) >= (_SURE_CODE if any(map(str.isdigit, letters)) else _SURE_LETTERS)


def _is_code(words: str) -> bool:
    """Whether words are a number that is given to somebody or something: its figures are written in any groups."""
    return not _PARTED_FIGURE.search(words) and (not figures_in(words) or words == words.upper())


def _is_in_a_longer_row(text: str, start: int, end: int) -> bool:
    return bool(_DIGIT_BEFORE.search(text[max(start - 2, 0) : start]) or _DIGIT_AFTER.match(text, end))


def _same_telephones(prose: Iterable[tuple[str, Place]], texts: Sequence[Searchable]) -> Iterator[Hit]:
    sought = {number: source for words, source in prose for number, _, _ in dialled_in(words)}
    for text in texts if sought else ():
        for number, start, end in dialled_in(text.folded.text):
            if number in sought:
                why = f"it is the telephone number that is withheld in {sought[number].words()}"
                yield Hit.of(text, (start, end), Severity.GIVES_AWAY, why, sought[number])


def _same_names(prose: Iterable[tuple[str, Place]], texts: Sequence[Searchable], people: People) -> Iterator[Hit]:
    """Yield names within a withheld passage that are nobody's who is open anyway, and stand in few places."""
    known = {name.full.lower() for name in people.open} | {own.lower() for own in people.organisations}
    sought: dict[str, Place] = {}
    for words, source in prose:
        for match in _NAMED.finditer(words):
            name = _OPENING.sub("", match.group())
            if " " in name and name != words and name.lower() not in known:
                sought.setdefault(name, source)
    for name, source in sought.items():
        hits = [(text, stretch) for text in texts for stretch in mentions_of(name, text)]
        for text, stretch in hits if len(hits) <= _MOST_PLACES else ():
            yield Hit.of(text, stretch, Severity.CHECK, f"it is named in what is withheld in {source.words()}", source)


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
