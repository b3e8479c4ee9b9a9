"""From a phrase to its words, each with its letter, its value and its place."""

import re
from typing import NamedTuple

from lpgminutes.domain.due_phrases.numerals import COMPOUNDS, letters_of
from lpgminutes.domain.due_phrases.words import CLOSE, CUE, ENTRIES, SILENT, TREE, UNKNOWN, Entry

_QUOTES = "\u2019\u2018\u02bc"
_DASHES = "\u2013\u2014\u2011\u2010\u2212"
_BLANKS = "\u00a0\u202f\u2009\u2007"
_PLAIN = str.maketrans(dict.fromkeys(_QUOTES, "'") | dict.fromkeys(_DASHES, "-") | dict.fromkeys(_BLANKS, " "))
_PIECE = re.compile(
    r"[^\W\d_]+(?:\d+(?:/\d+)?|/[^\W\d_]+|(?:&[^\W\d_]+)+|(?:\.[^\W\d_](?!\w))+\.?)?(?:'s?(?!\w))?"  # w/c, F&A, c.o.p.
    r"|\d+(?:\s?/\s?\d+|[.:-]\d+)*(?:t\d\d:?\d\d\S*|[a-z]+\d*)?(?:[.,]\d+)*(?:\s?%)?"  # 12/8, 1st, 10:00, 5%
    r"|'\d\d(?!\d)"
    r"|(?<=\s)-(?=\s)|[/&,;()?\[\]]"
    r"|[£$€#@]\s?[\d.,]+\w*"  # money: no day
)
_UNSHAPED = frozenset({SILENT, CUE, CLOSE, ",", "?", "(", ")"})
_SHAPELESS = str.maketrans(dict.fromkeys(_UNSHAPED))
_SEVERAL = 2
_UNITS = frozenset("dtkwmqy")
_AFTER_NEXT = frozenset("WMdkwfmqyzP")

Piece = tuple[str, int, int]
"""A stretch of a text, with its place."""


class Token(NamedTuple):
    """A word of a phrase."""

    letter: str
    value: int
    start: int
    end: int


class Words(NamedTuple):
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
    shaped = [(letter, value) for letter, value, _, _ in tokens if letter not in _UNSHAPED]
    return Words("".join([letter for letter, _ in shaped]), tuple([value for _, value in shaped]))


def shape_of(letters: str) -> str:
    """Return the letters of words that have a say in the shape."""
    return letters.translate(_SHAPELESS)


def plain(phrase: str) -> str:
    """Return a phrase in lower case with plain spaces, quotes and dashes, each character in its place."""
    if phrase.isascii():
        return phrase.lower()
    straight = phrase.translate(_PLAIN)
    lowered = straight.lower()
    if len(lowered) == len(phrase):
        return lowered
    return "".join(low if len(low := character.lower()) == 1 else character for character in straight)


def tokens_of(text: str) -> list[Token]:
    """Return the words of a plain text."""
    pieces = _pieces(text)
    words = [_bare(piece) if "'" in piece else piece for piece, _, _ in pieces]
    tokens: list[Token] = []
    at = 0
    while at < len(pieces):
        entry, taken = _longest(words, at)
        if taken < _SEVERAL and words[at] in _SPECIAL:
            entry = _SPECIAL[words[at]](words, at, tokens) or entry
        piece, start, _ = pieces[at]
        end = pieces[at + taken - 1][2]
        if entry is not None:
            tokens.append(Token(entry[0], entry[1], start, end))
        else:
            tokens += [Token(letter, value, start, end) for letter, value in letters_of(piece)]
        at += taken
    return tokens


def _pieces(text: str) -> list[Piece]:
    """Return the pieces of a text, and both sides of ``mon/tues``, which looks like ``w/c`` and is no word."""
    pieces: list[Piece] = []
    for match in _PIECE.finditer(text):
        piece, (start, end) = match.group(), match.span()
        if "/" in piece and len(piece) > 1 and piece not in ENTRIES and piece not in COMPOUNDS:
            pieces += _halves(piece, start)
        else:
            pieces.append((piece, start, end))
    return pieces


def _halves(piece: str, start: int) -> tuple[Piece, ...]:
    first, slash, second = piece.partition("/")
    end, middle = start + len(piece), start + len(first)
    if not first.isalpha() or not second.isalpha():
        return ((piece, start, end),)
    return (first, start, middle), (slash, middle, middle + 1), (second, middle + 1, end)


def _bare(piece: str) -> str:
    """Return a word without its possessive."""
    return piece.rstrip("'").removesuffix("'s")


def _longest(words: list[str], at: int) -> tuple[Entry | None, int]:
    """Return the longest entry that begins at a word, and how many words it takes."""
    node = TREE.get(words[at])
    if node is None:
        return None, 1
    if not node.after:
        return node.entry, 1
    entry, count, ahead = node.entry, 1, at + 1
    while node.after and ahead < len(words):
        node = node.after.get(words[ahead])
        if node is None:
            break
        ahead += 1
        if node.entry is not None:
            entry, count = node.entry, ahead - at
    return entry, count


def _clock(words: list[str], at: int, tokens: list[Token]) -> Entry | None:  # noqa: ARG001 - as its siblings
    """``5 pm`` is a time of day, number and all."""
    if not tokens or tokens[-1].letter != "N":
        return None
    tokens.pop()
    return CLOSE, 1


def _article(words: list[str], at: int, tokens: list[Token]) -> Entry | None:  # noqa: ARG001 - as above
    """``a week`` is one week."""
    ahead = _longest(words, at + 1)[0] if at + 1 < len(words) else None
    return ("N", 1) if ahead and ahead[0] in _UNITS else None


def _in(words: list[str], at: int, tokens: list[Token]) -> Entry | None:  # noqa: ARG001 - as above
    """``by 5 in July`` is no day."""
    return (UNKNOWN, 0) if tokens and tokens[-1].letter == "N" else None


def _following(words: list[str], at: int, tokens: list[Token]) -> Entry | None:
    """``the following week`` is the next; ``following approval`` is a condition."""
    ahead = ENTRIES.get(words[at + 1], ("", 0))[0] if at + 1 < len(words) else ""
    behind = tokens[-1].letter if tokens and at + 1 == len(words) else ""
    return ("n", 1) if (ahead or behind) in _AFTER_NEXT else ("J", 0)


_SPECIAL = dict.fromkeys(("am", "pm", "noon", "a.m", "p.m", "a.m.", "p.m."), _clock) | {
    "a": _article,
    "an": _article,
    "in": _in,
    "following": _following,
}
"""Words whose meaning hangs on their neighbours."""
