"""The day in a phrase that holds other words as well: ``To SoS End July``, ``Friday - AB to chase``."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from lpgminutes.domain.due_dates import DueKind
from lpgminutes.domain.due_phrases.family import Answer, Reading, ask, last_day
from lpgminutes.domain.due_phrases.grammar import read_words
from lpgminutes.domain.due_phrases.lexer import Token, Words, words_of
from lpgminutes.domain.due_phrases.numerals import FIGURES
from lpgminutes.domain.due_phrases.reckoning import Moment

NOT_PLAIN = "Not all of that is understood. Is this the day?"
"""The question when words or figures about days are left over."""
OF_DAYS = frozenset("OMWYQSHFZCG@")
"""Words about days: one that is left over may change what the others mean."""
_OF_AMOUNTS = frozenset("NEABDLbncdkwfmqyz")
"""Words that may be about a day, or about anything else."""
_ALWAYS = frozenset("MYHSQz")
"""A word of these with another makes a date of what holds it, wherever it stands."""
_LENGTHS = frozenset("dtkwfmqyR")
_ON_CONDITION = re.compile(r"(?:^|[_pb])J")
_STRETCH = re.compile(r"[^U(),?JKVIxP]+")
"""Words that nothing unknown stands between."""
_FOR_AN_HOUR = re.compile(r"(?<=[MY])N?t$")
"""How long something lasts, after its day."""


class _Run(NamedTuple):
    """A stretch of a phrase without unknown words, and what it says."""

    first: int
    last: int
    shape: str
    reading: Reading
    whole: bool = True
    """Whether it was read as one, and not in parts."""


def search(tokens: list[Token], moment: Moment) -> Reading:
    """Return the one day that a phrase names among other words; a question when it names two, or is not plain."""
    letters = "".join([token.letter for token in tokens])
    runs = [run for run in _runs(tokens, letters, moment) if _stands(run, letters)]
    main = [run for run in runs if not _is_remark(run, letters)] or runs
    days = tuple(dict.fromkeys([day for run in main for day in _days(run.reading)]))
    if not days:
        return main[0].reading if main else None
    if len(days) > 1:
        return ask("There is more than one day. Which is meant?", *days)
    if any(_hangs(run, letters, tokens) for run in main):
        return ask("That hangs on something that has no day yet. By which day?", *days)
    if not main[0].whole or _left_over(tokens, letters, runs, main[0]):
        return ask(NOT_PLAIN, *days)
    return main[0].reading


def _runs(tokens: list[Token], letters: str, moment: Moment) -> Iterator[_Run]:
    for stretch in _STRETCH.finditer(letters):
        first, last = stretch.span()
        words = words_of(tokens[first:last])
        kept = _without_edges(words)
        reading = read_words(kept, moment) if kept.shape else None
        if reading is not None:
            yield _Run(first, last, words.shape, reading)
        elif not OF_DAYS.isdisjoint(words.shape):
            for part in _in_parts(kept, moment):
                yield _Run(first, last, words.shape, part, whole=False)


def _without_edges(words: Words) -> Words:
    """Leave out what dangles at the end (``after``), how long it lasts, and ``final`` before a date."""
    shape = words.shape
    if shape[-1:] in ("a", "b"):
        words = words.part(0, -1)
    elif shape.endswith("t"):
        words = words.part(0, len(_FOR_AN_HOUR.sub("", shape)))
    final = shape[:1] == "l" and shape[1:2] in ("N", "O") and "M" in shape
    return words.part(1) if final else words


def _in_parts(words: Words, moment: Moment) -> Iterator[Reading]:
    """Yield what each stretch of the words says, the longest first."""
    start, shape = 0, words.shape
    while start < len(shape):
        for end in range(len(shape), start, -1):
            cuts_a_day = shape[end - 1] in "NO" and shape[end : end + 1] == "M"
            reading = None if cuts_a_day else read_words(words.part(start, end), moment)
            if reading is not None:
                yield reading
                start = end
                break
        else:
            start += 1


def _days(reading: Reading) -> tuple[date, ...]:
    if isinstance(reading, Answer):
        return reading.choices
    day = last_day(reading)
    return (day,) if day else ()


def _stands(run: _Run, letters: str) -> bool:
    """Whether a run is a date in spite of the unknown words beside it."""
    shape = run.shape
    led = run.first == 0 or letters[run.first] in "p_bhncs~" or letters[run.first - 1] in "(),?p"
    if shape[-1] in "ab":
        return led
    if len(shape) > 1 and not _ALWAYS.isdisjoint(shape):
        return True
    if "." in shape or shape == "N":
        return False
    dashed = shape[-1] == "~"
    closed = dashed or run.last == len(letters) or letters[run.last] in "(),?VJ"
    if shape in ("N=N", "N-N", "O"):
        return led and closed and _has_cue(run, letters)
    if led or _LENGTHS.isdisjoint(shape):
        return closed
    return dashed or run.last == len(letters)


def _has_cue(run: _Run, letters: str) -> bool:
    return letters[run.first] in "pb~" or (run.first > 0 and letters[run.first - 1] in "(p")


def _is_remark(run: _Run, letters: str) -> bool:
    """Whether a run only says, in brackets, what the day is ahead of."""
    return run.first > 0 and letters[run.first - 1] == "(" and letters[run.first] in "ba"


def _hangs(run: _Run, letters: str, tokens: list[Token]) -> bool:
    """Whether a condition or a "not" stands before a day, or a condition after a length of time."""
    before = letters[: run.first]
    if "x" in before or ("J" in before and any(token[:2] == ("J", 0) for token in tokens[: run.first])):
        return True
    if run.last == len(letters):
        return False
    return run.shape[-1] in "ab" or (letters[run.last] == "J" and not _LENGTHS.isdisjoint(run.shape))


def _left_over(tokens: list[Token], letters: str, runs: list[_Run], main: _Run) -> bool:
    """Whether words about days stand outside what was read; of amounts, unless the day has a cue of its own."""
    rest = letters
    for run in runs:
        rest = rest[: run.first] + "_" * (run.last - run.first) + rest[run.last :]
    if not OF_DAYS.isdisjoint(rest):
        return True
    cued = "p" in letters[max(0, main.first - 1) : main.first + 1]
    return not cued and (not _OF_AMOUNTS.isdisjoint(rest) or any(token[:2] == FIGURES for token in tokens))


def words_only(tokens: list[Token]) -> Answer | None:
    """Return that the phrase names no date, when its words say so."""
    letters = "".join([token.letter for token in tokens])
    hangs = bool(_ON_CONDITION.search(letters)) or any(token[:2] == ("J", 0) for token in tokens)
    says_so = hangs or letters.lstrip("_")[:1] == "a" or any(letter in letters for letter in "VKI")
    return Answer(kind=DueKind.NONE, text="no date: kept as words") if says_so else None
