"""From a phrase to its words, each with its letter, its value and its place."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from lpgminutes.domain.due_phrases.numerals import letters_of
from lpgminutes.domain.due_phrases.words import CLOSE, CONTINUATIONS, CUE, ENTRIES, SILENT, UNKNOWN

_QUOTES = "\u2019\u2018\u02bc`"
_DASHES = "\u2013\u2014\u2011\u2010\u2212"
_BLANKS = "\u00a0\u202f\u2009\u2007\t\n\r"
_PLAIN = str.maketrans(dict.fromkeys(_QUOTES, "'") | dict.fromkeys(_DASHES, "-") | dict.fromkeys(_BLANKS, " "))
_PIECE = re.compile(
    r"(?:[£$€#@]\s?[\d.,]+\w*|\d[\d.,]*\s?%)"  # money, a percentage: no day
    r"|(?:19|20)\d\d-\d\d-\d\d(?=t\d\d)|t\d\d:?\d\d\S*"  # a moment as computers write it
    r"|\d+(?:\s?/\s?\d+|[.:-]\d+)*(?:[a-z]+\d*)?"
    r"|'\d\d(?!\d)"
    r"|(?:[a-z]\.){2,}[a-z]?(?![a-z])"
    r"|[a-z]{1,3}/[a-z]{1,10}(?![a-z])"
    r"|[a-z]+(?:&[a-z]+)+"
    r"|b4(?!\w)"
    r"|[^\W\d_]+(?:\d+(?:/\d+)?)?(?:'s?(?!\w))?"
    r"|(?<=\s)-(?=\s)|[/&,;()?\[\]]"
)
_UNSHAPED = frozenset({SILENT, CUE, CLOSE, ",", "?", "(", ")"})
_UNITS = frozenset("dtkwmqy")
_AFTER_NEXT = frozenset("WMdkwfmqyzP")
_AFTER_NUMBER = frozenset({"am", "pm", "noon", "a.m", "p.m", "a.m.", "p.m."})

Piece = tuple[str, int, int]
"""A stretch of a text, with its place."""


class Token(NamedTuple):
    """A word of a phrase."""

    letter: str
    value: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a phrase that matter for its day."""

    shape: str
    values: tuple[int, ...]

    def value(self, letter: str) -> int | None:
        """Return the value of the first word of this letter."""
        at = self.shape.find(letter)
        return None if at < 0 else self.values[at]

    def part(self, start: int, end: int | None = None) -> "Words":
        """Return a stretch of the words."""
        return Words(self.shape[start:end], self.values[start:end])


def words_of(tokens: list[Token]) -> Words:
    """Return the words that have a say in the shape."""
    shaped = [token for token in tokens if token.letter not in _UNSHAPED]
    return Words("".join([token.letter for token in shaped]), tuple([token.value for token in shaped]))


def plain(phrase: str) -> str:
    """Return a phrase in lower case with plain spaces, quotes and dashes, each character in its place."""
    straight = phrase.translate(_PLAIN)
    lowered = straight.lower()
    if len(lowered) == len(phrase):
        return lowered
    return "".join(low if len(low := character.lower()) == 1 else character for character in straight)


def tokens_of(text: str) -> list[Token]:
    """Return the words of a plain text."""
    pieces = [piece for match in _PIECE.finditer(text) for piece in _pieces(match)]
    tokens: list[Token] = []
    at = 0
    while at < len(pieces):
        at += _take(pieces, at, tokens)
    return tokens


def _pieces(match: re.Match[str]) -> tuple[Piece, ...]:
    """Return a piece, or both sides of ``mon/tues``, which looks like ``w/c`` and is no word of its own."""
    piece, start, end = match.group(), match.start(), match.end()
    if "/" not in piece or len(piece) == 1 or piece in ENTRIES:
        return ((piece, start, end),)
    first, slash, second = piece.partition("/")
    if not first.isalpha() or not second.isalpha():
        return ((piece, start, end),)
    middle = start + len(first)
    return (first, start, middle), (slash, middle, middle + 1), (second, middle + 1, end)


def _take(pieces: list[Piece], at: int, tokens: list[Token]) -> int:
    """Add the tokens of the piece at a place, and return how many pieces they took."""
    piece, start, end = pieces[at]
    word = _bare(piece)
    for rest, (letter, value) in CONTINUATIONS.get(word, ()):
        if _follows(pieces, at, rest):
            tokens.append(Token(letter, value, start, pieces[at + len(rest)][2]))
            return 1 + len(rest)
    if word in _AFTER_NUMBER and tokens and tokens[-1].letter == "N":
        tokens[-1] = Token(CLOSE, 1, tokens[-1].start, end)
    elif word in ("a", "an") and _is_unit(pieces, at + 1):
        tokens.append(Token("N", 1, start, end))
    elif word == "in" and tokens and tokens[-1].letter == "N":
        tokens.append(Token(UNKNOWN, 0, start, end))
    elif word == "following":
        tokens.append(_following(pieces, at, tokens))
    elif word in ENTRIES:
        tokens.append(Token(*ENTRIES[word], start, end))
    else:
        tokens.extend([Token(letter, value, start, end) for letter, value in letters_of(piece)])
    return 1


def _bare(piece: str) -> str:
    """Return a word without its possessive."""
    return piece.rstrip("'").removesuffix("'s") if "'" in piece[-2:] else piece


def _follows(pieces: list[Piece], at: int, rest: tuple[str, ...]) -> bool:
    if at + len(rest) >= len(pieces):
        return False
    return all(_bare(pieces[at + n][0]) == word for n, word in enumerate(rest, start=1))


def _following(pieces: list[Piece], at: int, tokens: list[Token]) -> Token:
    """``the following week`` is the next; ``following approval`` is a condition."""
    _, start, end = pieces[at]
    after = ENTRIES.get(_bare(pieces[at + 1][0]), ("", 0))[0] if at + 1 < len(pieces) else ""
    before = tokens[-1].letter if tokens and at + 1 == len(pieces) else ""
    is_next = (after or before) in _AFTER_NEXT and (after or before)
    return Token("n" if is_next else "J", 1 if is_next else 0, start, end)


def _is_unit(pieces: list[Piece], at: int) -> bool:
    """Whether a length of time follows: ``a week``, ``a working day``."""
    if at >= len(pieces):
        return False
    word = _bare(pieces[at][0])
    entry = ENTRIES.get(word)
    if entry is not None and entry[0] in _UNITS:
        return True
    return any(letter in _UNITS and _follows(pieces, at, rest) for rest, (letter, _) in CONTINUATIONS.get(word, ()))
