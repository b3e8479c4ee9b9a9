"""Looking for words: what was typed, what was found, and the sentence in which the words stand."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from lpgminutes.domain.folding import fold

_RUN = re.compile(r"[^\W_]+")
"""A word as the index knows it: letters and digits without anything between."""
_SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+|\s*\n+\s*")
_MOST_WORDS = 16
_LONGEST_WORD = 80
_LEAST_PREFIX = 2
"""Letters from which a word may be the beginning of another: one letter begins a tenth of all there are."""
_WIDEST: Final = 200
"""Characters of a sentence that are shown."""
_BEFORE: Final = 60
"""Characters before the first match in a sentence that is cut."""


class HitKind(Enum):
    """What was found."""

    MINUTE = "minute"
    """An item, a minute or a point."""
    ACTION = "action"
    DECISION = "decision"
    PERSON = "person"
    MEETING = "meeting"
    """Title, place or contact of a meeting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word that is looked for: runs of letters and digits that follow one another, ``49`` and ``144``."""

    runs: tuple[str, ...]
    is_prefix: bool = False
    """Whether the last run may be the beginning of a longer one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundText:
    """A text of the records that holds every word, and where it stands."""

    kind: HitKind
    text: str = field(repr=False)
    meeting_ref: str = ""
    """Of a person the latest meeting; empty for one who was at none."""
    number: str = ""
    """The number of the item or minute."""
    ref: str = ""
    """The reference of the action or decision."""
    block_id: int | None = None
    action_id: int | None = None
    marking: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """The sentence that holds the words, or the stretch of it that is shown."""

    text: str = field(repr=False)
    matches: tuple[tuple[int, int], ...]
    """Where the words stand in it: start and end of each, in order."""
    is_cut_before: bool = False
    is_cut_after: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Something that was found, and where to jump to."""

    found: FoundText
    excerpt: Excerpt


def typed_words(typed: str) -> tuple[Word, ...]:
    """Return the words of what was typed: every sign between them is data, and the last may be unfinished."""
    pieces = [tuple(run[:_LONGEST_WORD] for run in _RUN.findall(piece)) for piece in fold(typed).text.split()]
    words = [Word(runs=runs) for runs in pieces if runs][:_MOST_WORDS]
    is_unfinished = bool(words) and not typed[-1:].isspace() and pieces[-1] == words[-1].runs
    if is_unfinished and len(words[-1].runs[-1]) >= _LEAST_PREFIX:
        words[-1] = Word(runs=words[-1].runs, is_prefix=True)
    return tuple(words)


def hits_of(found: Iterable[FoundText], words: Sequence[Word]) -> tuple[Hit, ...]:
    """Return what was found with the words in their sentence; an action that several texts lead to comes once."""
    pattern = _pattern(words)
    seen: set[int] = set()
    hits = []
    for text in found:
        if text.action_id is not None and text.action_id in seen:
            continue
        if text.action_id is not None:
            seen.add(text.action_id)
        hits.append(Hit(found=text, excerpt=_excerpt(text.text, pattern)))
    return tuple(hits)


def excerpt_of(text: str, words: Sequence[Word]) -> Excerpt:
    """Return the sentence of ``text`` that holds most of the words."""
    return _excerpt(text, _pattern(words))


def _pattern(words: Sequence[Word]) -> re.Pattern[str]:
    """Return a pattern for any of the words, one group for each."""
    longest_first = sorted(words, key=lambda word: -sum(map(len, word.runs)))
    groups = (
        "(" + r"[\W_]+".join(map(re.escape, word.runs)) + ("" if word.is_prefix else r"(?![^\W_])") + ")"
        for word in longest_first
    )
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(groups)})", re.IGNORECASE)


def _excerpt(text: str, pattern: re.Pattern[str]) -> Excerpt:
    folded = fold(text)
    matches = [(folded.original(*match.span()), match.lastindex) for match in pattern.finditer(folded.text)]
    start, end = _best_sentence(text, matches)
    is_long = end - start > _WIDEST
    if is_long:
        first = min((begin for (begin, stop), _ in matches if begin >= start and stop <= end), default=start)
        start, end = _cut(text, start, end, first)
    inside = ((begin - start, stop - start) for (begin, stop), _ in matches if begin >= start and stop <= end)
    return Excerpt(
        text=text[start:end],
        matches=tuple(inside),
        is_cut_before=bool(text[:start].strip()),
        is_cut_after=bool(text[end:].strip()),
    )


def _best_sentence(text: str, matches: Sequence[tuple[tuple[int, int], int | None]]) -> tuple[int, int]:
    """Return the first sentence that holds most of the words."""
    ends = [match.span() for match in _SENTENCE_ENDS.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    sentences = list(zip(starts, [*(start for start, _ in ends), len(text)], strict=True))

    def held(sentence: tuple[int, int]) -> int:
        return len({word for (start, end), word in matches if start >= sentence[0] and end <= sentence[1]})

    return max(sentences, key=held)


def _cut(text: str, start: int, end: int, first: int) -> tuple[int, int]:
    """Return a stretch of a long sentence around its first match, from word to word."""
    begin = start if first - start <= _BEFORE else text.find(" ", first - _BEFORE, first) + 1 or first
    stop = end if end - begin <= _WIDEST else text.rfind(" ", first + 1, begin + _WIDEST)
    return begin, stop if stop > first else min(end, begin + _WIDEST)
