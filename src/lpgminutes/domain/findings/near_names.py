"""What is nearly the name of a withheld person: misspelt, cut short, in two words, or what such people are called."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from lpgminutes.domain.document import MinutesDocument
from lpgminutes.domain.findings.finding import Finding, Severity
from lpgminutes.domain.findings.names_disguised import names_disguised
from lpgminutes.domain.findings.names_shortened import rests_of, without_prefix
from lpgminutes.domain.findings.seen_words import SURE, SeenWord, SeenWords
from lpgminutes.domain.findings.slips_of_names import seen_slips, slips_of
from lpgminutes.domain.folding import fold
from lpgminutes.domain.locating import Located
from lpgminutes.domain.naming.forenames import FORENAMES
from lpgminutes.domain.naming.named_things import is_named_thing, is_nobodys_name
from lpgminutes.domain.naming.names import Name, is_initial, is_ordinary_word, looks_like_a_name, parse_name, words_of
from lpgminutes.domain.naming.near_words import LEAST, index_of, misspelt
from lpgminutes.domain.naming.short_names import other_forms
from lpgminutes.domain.searchable import NAME_COLUMNS, Searchable
from lpgminutes.domain.squeezed import letters_of
from lpgminutes.domain.withheld_words import withheld_words

_WORD = re.compile(r"(?:(?<![^\W_])[OD]' ?(?=[A-Z]))?[^\W\d_]+")
"""A word of a name: ``O'Brien`` is one."""
_RUN_OF_NAMES = re.compile(r"[A-Z][\w'-]*(?: [A-Z][\w'-]*)*")
_GAP = re.compile(r"[ -]|\s+")
_MOST_ADDED = 4
"""Letters that may be added to a name: ``Priyas``, ``Nandakumarian``."""


def nearly_named(original: MinutesDocument, texts: Sequence[Searchable], located: Located) -> Iterator[Finding]:
    """Yield the open words that are nearly a name of a withheld person."""
    names = _withheld_names(original, located)
    if not names:
        return
    words, pairs = _words_of(texts), _pairs_of(texts)
    open_people = located.people.open.difference(names)
    slips = slips_of(names, open_people)
    in_full = seen_slips(texts, slips)
    yield from _slips_found(in_full, slips)
    known = {letters_of(word) for other in open_people - slips.keys() for word in other.words}
    taken = known | _ordinary(words)
    parts = {letters_of(part): part for name in names for part in _long_parts(name)}
    rests = set(rests_of(names))
    forenames = {letters_of(name.forename) for name in names}
    index = index_of(parts)
    for word, seen in words.items():
        if word in taken or word in parts or word in rests or is_ordinary_word(word) or _is_told(word, seen, in_full):
            continue
        near = misspelt(word, index)
        if near and not (len(near) < SURE and _is_of_things(seen, texts)):
            is_sure = len(near) >= SURE and (seen.is_as_a_name or "'" in fold(seen.written).text)
            is_sure = is_sure and (word not in FORENAMES or near in forenames or seen.has_title)
            yield seen.finding(
                Severity.GIVES_AWAY if is_sure else Severity.CHECK,
                "This is a withheld name but for a letter or two: misspelt, it is read all the same.",
            )
        elif not near and _is_cut_or_lengthened(word, parts) and seen.is_as_a_name:
            yield seen.perhaps("This begins as a withheld name does, and may be short for it or made from it.")
    for joined, seen in pairs.items():
        if joined in parts and len(joined) >= SURE:
            severity = Severity.GIVES_AWAY if seen.is_as_a_name else Severity.CHECK
            yield seen.finding(severity, "Written in one word it is a withheld name.")
    yield from names_disguised(texts, names, parts)
    yield from without_prefix(words, rests, taken)
    for form in sorted({form for name in names for form in _also_called(name)}):
        if form in words and form not in taken and (words[form].is_as_a_name or not is_ordinary_word(form)):
            yield words[form].perhaps(
                "People with the forename of somebody withheld are called this. If it means that person, withhold it "
                "too (a phrase)."
            )


def _slips_found(in_full: Mapping[Name, SeenWords], slips: Mapping[Name, bool]) -> Iterator[Finding]:
    for slip, whole in in_full.items():
        severity = Severity.GIVES_AWAY if slips[slip] else Severity.CHECK
        for seen in whole.values():
            yield seen.finding(
                severity,
                "This is the name of somebody withheld but for a letter or two. Withhold it too, or accept it if that "
                "is somebody else.",
            )


def _is_of_things(seen: SeenWord, texts: Sequence[Searchable]) -> bool:
    """Whether a word stands only in names of places and bodies, ``Care`` in ``Primary Care Trust``, or is ``NII``."""
    word = fold(seen.written).text
    if word.isupper() and len(word) < LEAST:
        return True
    runs = [
        (run.group(), run.group().split())
        for text in texts
        if text.place in seen.places
        for run in _RUN_OF_NAMES.finditer(text.folded.text)
    ]
    within = [is_named_thing(run) and words[-1] != word for run, words in runs if word in words]
    return bool(within) and all(within)


def _is_told(word: str, seen: SeenWord, in_full: Mapping[Name, SeenWords]) -> bool:
    """Whether a word stands nowhere but in texts that have the whole misspelt name, which says it already."""
    of_slips = (whole for slip, whole in in_full.items() if word in slip.words)
    return any(seen.places.keys() <= one.places.keys() for whole in of_slips for one in whole.values())


def _withheld_names(original: MinutesDocument, located: Located) -> list[Name]:
    """Return everybody who is withheld by a rule of their own, or with a column of names."""
    cells = (words for words, place in withheld_words(original, located.spans) if place.field in NAME_COLUMNS)
    names = {*located.people.withheld, *(parse_name(words) for words in cells if _is_a_person(words))}
    return sorted(names, key=lambda name: name.full)


def _is_a_person(words: str) -> bool:
    return looks_like_a_name(words) and not is_nobodys_name(words)


def _words_of(texts: Iterable[Searchable]) -> SeenWords:
    """Return every word that has a capital, by its small letters."""
    seen = SeenWords()
    for text in texts:
        for match in _WORD.finditer(text.folded.text):
            if match.group()[0].isupper():
                seen.note(letters_of(match.group()), text, match.start(), match.end())
    return seen


def _pairs_of(texts: Iterable[Searchable]) -> SeenWords:
    """Return every two words that follow one another with a gap between, put together, the first with a capital."""
    seen = SeenWords()
    for text in texts:
        words = list(_WORD.finditer(text.folded.text))
        for first, second in pairwise(words):
            gap = text.folded.text[first.end() : second.start()]
            if first.group()[0].isupper() and _GAP.fullmatch(gap):
                joined = (first.group() + second.group()).lower()
                seen.note(joined, text, first.start(), second.end())
    return seen


def _ordinary(words: SeenWords) -> set[str]:
    """Return the words that never stand as a name does, though they are written in capitals somewhere."""
    return {word for word, seen in words.items() if len(word) < LEAST and not seen.is_as_a_name}


def _long_parts(name: Name) -> Iterator[str]:
    forenames = [] if is_initial(name.forename or "x") else words_of(name.forename)
    for part in (*words_of(name.surname), *forenames, *name.middles, *name.besides):
        if len(part) >= LEAST and letters_of(part).isalpha() and "-" not in part and not is_ordinary_word(part):
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
