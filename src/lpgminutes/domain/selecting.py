"""Choosing a stretch of a text as a person reads it: by words, by sentences, or whole."""

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

Stretch = tuple[int, int]
"""Where it begins in a text, and where it ends."""

_WORD = re.compile(r"[£$€]?\w+(?:[.,'\N{RIGHT SINGLE QUOTATION MARK}@/&:+\-\N{EN DASH}]+\w+)*%?")
_END = re.compile(r"[.!?][\"')\]\N{RIGHT SINGLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}]*\s+")
_NO_END = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sir|St|No|Nos|para|paras|approx|cf|vs|e\.g|i\.e|etc)|\b[A-Z])\.\s+\Z", re.IGNORECASE
)
"""A stop that ends no sentence: after a title, an abbreviation or an initial."""


class Unit(Enum):
    """How much is chosen."""

    WORD = "word"
    SENTENCE = "sentence"
    TEXT = "whole text"
    FIELD = "field, in every row"
    ITEM = "whole item"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A stretch of one text, and how it came to be chosen."""

    start: int
    end: int
    unit: Unit = Unit.WORD


@lru_cache(maxsize=2048)
def words_in(text: str) -> tuple[Stretch, ...]:
    """Return the words of a text: figures with their signs, addresses and names with their joints, each whole."""
    return tuple(match.span() for match in _WORD.finditer(text))


@lru_cache(maxsize=2048)
def sentences_in(text: str) -> tuple[Stretch, ...]:
    """Return the sentences of a text, without the spaces between them."""
    ends = [match.end() for match in _END.finditer(text) if not _NO_END.search(text[: match.end()])]
    starts = [0, *ends]
    stretches = zip(starts, [*ends, len(text)], strict=True)
    return tuple((start, start + len(text[start:end].rstrip())) for start, end in stretches if text[start:end].strip())


def next_word(text: str, chosen: Chosen | None) -> Chosen | None:
    """Return the word after what is chosen, or the first; ``None`` when there is none."""
    after = chosen.end if chosen else 0
    found = next((word for word in words_in(text) if word[0] >= after), None)
    return Chosen(*found) if found else None


def previous_word(text: str, chosen: Chosen | None) -> Chosen | None:
    """Return the word before what is chosen, or the last."""
    before = chosen.start if chosen else len(text)
    found = next((word for word in reversed(words_in(text)) if word[1] <= before), None)
    return Chosen(*found) if found else None


def word_at(text: str, place: int) -> Chosen | None:
    """Return the word at a place of a text, or the nearest before it."""
    words = words_in(text)
    found = next((word for word in reversed(words) if word[0] <= place), words[0] if words else None)
    return Chosen(*found) if found else None


def between(text: str, one: int, other: int) -> Chosen | None:
    """Return whole words, from the one at a place to the one at another, in either order."""
    first, last = word_at(text, min(one, other)), word_at(text, max(one, other))
    return Chosen(first.start, last.end) if first and last else None


def to_next_word(text: str, chosen: Chosen | None) -> Chosen | None:
    """Return what is chosen with one word more at its end."""
    more = next_word(text, chosen)
    return Chosen(chosen.start, more.end) if chosen and more else more or chosen


def to_one_word_less(text: str, chosen: Chosen | None) -> Chosen | None:
    """Return what is chosen without its last word; a single word stays."""
    if chosen is None:
        return previous_word(text, None)
    inside = [word for word in words_in(text) if chosen.start <= word[0] and word[1] <= chosen.end]
    return Chosen(chosen.start, inside[-2][1]) if len(inside) > 1 else chosen


def sentence_around(text: str, chosen: Chosen) -> Chosen:
    """Return the sentences that what is chosen lies in."""
    touched = [s for s in sentences_in(text) if s[0] < max(chosen.end, chosen.start + 1) and chosen.start < s[1]]
    if not touched:
        return Chosen(0, len(text), Unit.TEXT)
    return Chosen(touched[0][0], touched[-1][1], Unit.SENTENCE)


def grown(text: str, chosen: Chosen | None, *, beyond: tuple[Unit, ...] = ()) -> Chosen | None:
    """Return the next larger thing: word, sentence, the whole text, and what lies beyond it here; then none again."""
    if chosen is None:
        return next_word(text, None) or Chosen(0, len(text), Unit.TEXT)
    if chosen.unit is Unit.WORD:
        sentence = sentence_around(text, chosen)
        if (sentence.start, sentence.end) != (0, len(text.rstrip())):
            return sentence
    if chosen.unit in {Unit.WORD, Unit.SENTENCE}:
        return Chosen(0, len(text), Unit.TEXT)
    steps = (Unit.TEXT, *beyond)
    at = steps.index(chosen.unit) if chosen.unit in steps else len(steps)
    return Chosen(0, len(text), steps[at + 1]) if at + 1 < len(steps) else None


def shrunk(text: str, chosen: Chosen | None, *, beyond: tuple[Unit, ...] = ()) -> Chosen | None:
    """Return the next smaller thing."""
    if chosen is None or chosen.unit is Unit.WORD:
        return None
    if chosen.unit in {Unit.TEXT, Unit.SENTENCE}:
        return next_word(text[: chosen.end], Chosen(chosen.start, chosen.start))
    steps = (Unit.TEXT, *beyond)
    at = steps.index(chosen.unit) if chosen.unit in steps else 1
    return Chosen(0, len(text), steps[max(at - 1, 0)])
