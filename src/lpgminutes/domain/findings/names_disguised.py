"""Names of withheld people that are made hard to read, and read all the same: a letter for a name, digits, signs."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from lpgminutes.domain.findings.finding import Finding, Severity
from lpgminutes.domain.findings.seen_words import SURE, SeenWords
from lpgminutes.domain.naming.forms import TITLE_AND_LETTER
from lpgminutes.domain.naming.names import Name, is_ordinary_word, words_of
from lpgminutes.domain.naming.sentence_signs import MINUTE_VERBS
from lpgminutes.domain.searchable import Searchable

_SMALL_INITIALS = re.compile(rf"(?<![\w.@'-])[a-z]{{2,3}}(?=\s+(?:{MINUTE_VERBS}|to|will)\b)")
_BEFORE_A_VERB = (
    "all and any are as be both but did due for had has he her him his if is it its led may me my no nor not now of one"
    " or our set she so that the them then they this to two us was we who you"
)
_SMALL_WORDS = frozenset(_BEFORE_A_VERB.split())
"""What stands before a verb of minutes and is nobody's initials."""
_WITH_DIGITS = re.compile(r"(?<![^\W_])(?=[^\W_]*\d)(?=[^\W_]*[^\W\d_])[^\W_]+(?![^\W_])")
_ALIKE = (str.maketrans("013457", "oleast"), str.maketrans("013457", "oieast"))
"""Digits as the letters that they look like, and are read as from a scan: a one is either of two."""
_SIGNS = r"[*#\u2022_]+"
_MASKED = re.compile(rf"(?<![\w*#\u2022])[^\W\d_]++(?:{_SIGNS}[^\W\d_]*+)+(?![\w*#\u2022])")
"""A word of which somebody made some letters unreadable: ``Nand****ar``."""
_MASK = re.compile(_SIGNS)
_LEAST_LEFT = 3
"""Letters that must be left of a masked word to tell that it is a name."""


def names_disguised(texts: Sequence[Searchable], names: Iterable[Name], parts: Collection[str]) -> Iterator[Finding]:
    """Yield what is a name in disguise; ``parts`` are the words of the names that say it, in small letters."""
    names = tuple(names)
    for seen in _with_title_and_letter(texts, names).values():
        yield seen.perhaps("A title with the initial of somebody withheld.")
    for seen in _small_initials(texts, names).values():
        yield seen.perhaps("In small letters, these may be the initials of somebody withheld.")
    for seen in _with_digits(texts, parts).values():
        yield seen.finding(Severity.GIVES_AWAY, "This is a withheld name with digits for letters that they look like.")
    for word, seen in _masked(texts, parts).items():
        # A sign for each letter leaves little doubt.
        is_sure = len(word) >= SURE and _fits_any(word, parts, is_letter_for_letter=True)
        yield seen.finding(
            Severity.GIVES_AWAY if is_sure else Severity.CHECK,
            "This is a withheld name with signs for some of its letters: what is left may tell it.",
        )


def _with_title_and_letter(texts: Iterable[Searchable], names: Iterable[Name]) -> SeenWords:
    seen = SeenWords()
    letters = {word[0].upper() for name in names if name.surname for word in (name.surname, *words_of(name.surname))}
    for text in texts:
        for match in TITLE_AND_LETTER.finditer(text.folded.text):
            if match["letter"] in letters:
                seen.note(match.group(), text, *match.span())
    return seen


def _small_initials(texts: Iterable[Searchable], names: Iterable[Name]) -> SeenWords:
    """Return initials that were typed small, where somebody does something."""
    seen = SeenWords()
    initials = {own.lower() for name in names for own in (name.initials, *name.possible_initials)} - _SMALL_WORDS
    for text in texts:
        for match in _SMALL_INITIALS.finditer(text.folded.text):
            if match.group() in initials and not is_ordinary_word(match.group()):
                seen.note(match.group(), text, *match.span())
    return seen


def _with_digits(texts: Iterable[Searchable], parts: Collection[str]) -> SeenWords:
    seen = SeenWords()
    for text in texts:
        for match in _WITH_DIGITS.finditer(text.folded.text):
            word = match.group().lower()
            if any(word.translate(alike) in parts for alike in _ALIKE):
                seen.note(word, text, *match.span())
    return seen


def _masked(texts: Iterable[Searchable], parts: Collection[str]) -> SeenWords:
    seen = SeenWords()
    for text in texts:
        for match in _MASKED.finditer(text.folded.text):
            word = match.group().lower()
            if len(_MASK.sub("", word)) >= _LEAST_LEFT and _fits_any(word, parts):
                seen.note(word, text, *match.span())
    return seen


def _fits_any(masked: str, parts: Iterable[str], *, is_letter_for_letter: bool = False) -> bool:
    """Whether a word with signs in it may be one of the parts, with a letter for each sign or with any number."""
    letters = re.compile(_MASK.sub(lambda m: rf"\w{{{len(m.group())}}}" if is_letter_for_letter else r"\w+", masked))
    return any(letters.fullmatch(part) for part in parts)
