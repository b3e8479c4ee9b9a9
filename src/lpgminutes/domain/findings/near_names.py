"""What is nearly the name of a withheld person: misspelt, cut short, in two words, or what such people are called."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from lpgminutes.domain.document import MinutesDocument, Place
from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity
from lpgminutes.domain.locating import Located, withheld_words
from lpgminutes.domain.name_forms import MINUTE_VERBS, TITLE_AND_LETTER, title_before
from lpgminutes.domain.names import Name, is_initial, is_ordinary_word, looks_like_a_name, parse_name, words_of
from lpgminutes.domain.near_words import LEAST, index_of, misspelt
from lpgminutes.domain.searchable import NAME_COLUMNS, Searchable
from lpgminutes.domain.short_names import other_forms

_WORD = re.compile(r"[^\W\d_]+")
_GAP = re.compile(r"[ -]|\s+")
_WITH_DIGITS = re.compile(r"(?<![^\W_])(?=[^\W_]*\d)(?=[^\W_]*[^\W\d_])[^\W_]+(?![^\W_])")
_ALIKE = (str.maketrans("013457", "oleast"), str.maketrans("013457", "oieast"))
"""Digits as the letters that they look like, and are read as from a scan: a one is either of two."""
_SURE = 6
"""Letters from which a misspelt name can hardly be anything else."""
_MOST_ADDED = 4
"""Letters that may be added to a name: ``Priyas``, ``Nandakumarian``."""
_AFTER_A_NAME = re.compile(rf"'[sS]?(?![^\W_])|\s+(?:{MINUTE_VERBS}|to|will|would|is|was|has|had)\b")
_WITHIN_A_SENTENCE = re.compile(r"(?:[^\W\d_A-Z]|[,;:&/(-]|(?<![^\W_])[A-Z]\.?)\s*\Z")


@dataclass(slots=True)
class _Seen:
    """One word that stands open: where, and whether it ever stands as a name does."""

    written: str
    places: dict[Place, None] = field(default_factory=dict)
    is_as_a_name: bool = False


def nearly_named(original: MinutesDocument, texts: Sequence[Searchable], located: Located) -> Iterator[Finding]:
    """Yield the open words that are nearly a name of a withheld person."""
    names = _withheld_names(original, located)
    if not names:
        return
    words, pairs = _words_of(texts), _pairs_of(texts)
    open_people = located.people.open.difference(names)
    taken = {word for other in open_people for word in other.words} | _ordinary(words)
    parts = {part.lower(): part for name in names for part in _long_parts(name)}
    index = index_of(parts)
    for word, seen in words.items():
        if word in taken or word in parts or is_ordinary_word(word):
            continue
        if known := misspelt(word, index):
            is_sure = len(known) >= _SURE and seen.is_as_a_name
            yield _finding(
                seen,
                FindingKind.NAME_MISSPELT,
                Severity.GIVES_AWAY if is_sure else Severity.CHECK,
                "This is a withheld name but for a letter or two: misspelt, it is read all the same.",
            )
        elif _is_cut_or_lengthened(word, parts) and seen.is_as_a_name:
            yield _perhaps(seen, "This begins as a withheld name does, and may be short for it or made from it.")
    for joined, seen in pairs.items():
        if joined in parts and len(joined) >= _SURE:
            severity = Severity.GIVES_AWAY if seen.is_as_a_name else Severity.CHECK
            yield _finding(seen, FindingKind.NAME_MISSPELT, severity, "Written in one word it is a withheld name.")
    yield from _by_title_and_letter(texts, names)
    yield from _with_digits(texts, parts)
    for form in sorted({form for name in names for form in _also_called(name)}):
        if form in words and form not in taken and (words[form].is_as_a_name or not is_ordinary_word(form)):
            yield _perhaps(words[form], "People with the forename of somebody withheld are called this.")


def _withheld_names(original: MinutesDocument, located: Located) -> list[Name]:
    """Return everybody who is withheld by a rule of their own, or with a column of names."""
    cells = (words for words, place in withheld_words(original, located.spans) if place.field in NAME_COLUMNS)
    names = {*located.people.withheld, *(parse_name(words) for words in cells if looks_like_a_name(words))}
    return sorted(names, key=lambda name: name.full)


def _by_title_and_letter(texts: Sequence[Searchable], names: Iterable[Name]) -> Iterator[Finding]:
    seen: dict[str, _Seen] = {}
    letters = {word[0].upper() for name in names if name.surname for word in (name.surname, *words_of(name.surname))}
    for text in texts:
        for match in TITLE_AND_LETTER.finditer(text.folded.text):
            if match["letter"] in letters:
                _note(seen, match.group(), text, *match.span())
    yield from (_perhaps(one, "A title with the initial of somebody withheld.") for one in seen.values())


def _with_digits(texts: Iterable[Searchable], parts: Collection[str]) -> Iterator[Finding]:
    seen: dict[str, _Seen] = {}
    for text in texts:
        for match in _WITH_DIGITS.finditer(text.folded.text):
            word = match.group().lower()
            if any(word.translate(alike) in parts for alike in _ALIKE):
                _note(seen, word, text, *match.span())
    for one in seen.values():
        explanation = "This is a withheld name with digits for letters that they look like."
        yield _finding(one, FindingKind.NAME_MISSPELT, Severity.GIVES_AWAY, explanation)


def _words_of(texts: Iterable[Searchable]) -> dict[str, _Seen]:
    """Return every word that has a capital, by its small letters."""
    seen: dict[str, _Seen] = {}
    for text in texts:
        for match in _WORD.finditer(text.folded.text):
            if match.group()[0].isupper():
                _note(seen, match.group().lower(), text, match.start(), match.end())
    return seen


def _pairs_of(texts: Iterable[Searchable]) -> dict[str, _Seen]:
    """Return every two words that follow one another with a gap between, put together, the first with a capital."""
    seen: dict[str, _Seen] = {}
    for text in texts:
        words = list(_WORD.finditer(text.folded.text))
        for first, second in pairwise(words):
            gap = text.folded.text[first.end() : second.start()]
            if first.group()[0].isupper() and _GAP.fullmatch(gap):
                joined = (first.group() + second.group()).lower()
                _note(seen, joined, text, first.start(), second.end())
    return seen


def _note(seen: dict[str, _Seen], word: str, text: Searchable, start: int, end: int) -> None:
    first, last = text.folded.original(start, end)
    one = seen.setdefault(word, _Seen(text.words[first:last]))
    one.places.setdefault(text.place)
    one.is_as_a_name = one.is_as_a_name or _stands_as_a_name(text, start, end)


def _stands_as_a_name(text: Searchable, start: int, end: int) -> bool:
    words = text.folded.text
    return (
        text.is_name_cell
        or _AFTER_A_NAME.match(words, end) is not None
        or _WITHIN_A_SENTENCE.search(words[max(start - 3, 0) : start]) is not None
        or title_before(words, start) < start
    )


def _ordinary(words: dict[str, _Seen]) -> set[str]:
    """Return the words that never stand as a name does, though they are written in capitals somewhere."""
    return {word for word, seen in words.items() if len(word) < LEAST and not seen.is_as_a_name}


def _long_parts(name: Name) -> Iterator[str]:
    forenames = [] if is_initial(name.forename or "x") else words_of(name.forename)
    for part in (*words_of(name.surname), *forenames, *name.middles, *name.besides):
        if len(part) >= LEAST and part.isalpha() and not is_ordinary_word(part):
            yield part


def _is_cut_or_lengthened(word: str, parts: Iterable[str]) -> bool:
    if len(word) < LEAST:
        return False
    return any(
        (part.startswith(word) and len(word) * 2 >= len(part))
        or (len(part) > LEAST and word.startswith(part) and len(word) - len(part) <= _MOST_ADDED)
        for part in parts
    )


def _also_called(name: Name) -> Iterator[str]:
    for word in words_of(name.forename) if name.forename else ():
        yield from other_forms(word)
    yield from (middle.lower() for middle in name.middles if not is_initial(middle))


def _perhaps(seen: _Seen, explanation: str) -> Finding:
    return _finding(seen, FindingKind.PERSON_PERHAPS_OPEN, Severity.CHECK, explanation)


def _finding(seen: _Seen, kind: FindingKind, severity: Severity, explanation: str) -> Finding:
    return Finding(kind=kind, severity=severity, text=seen.written, places=tuple(seen.places), explanation=explanation)
