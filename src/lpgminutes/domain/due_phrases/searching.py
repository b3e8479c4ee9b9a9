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
_BREAKS = frozenset("U(),?JKVIxP")
_ALWAYS = frozenset("YHSQz")
"""A word of these makes a date of what holds it, wherever it stands."""
_FOR_AN_HOUR = re.compile(r"(?<=[MY])N?t$")
"""How long something lasts, after its day."""
_FINAL = re.compile(r"l(?=[NO].*M)")
_HANGING = re.compile(r"[ab]$")
_LENGTHS = frozenset("dtkwfmqyR")
OF_DAYS = frozenset("OMWYQSHFZCG@")
"""Words about days: one that is left over may change what the others mean."""
_OF_AMOUNTS = frozenset("NEABDLbncdkwfmqyz")
"""Words that may be about a day, or about anything else."""


class _Run(NamedTuple):
    """A stretch of a phrase without unknown words, and what it says."""

    first: int
    last: int
    words: Words
    reading: Reading
    whole: bool = True
    """Whether it was read as one, and not in parts."""


def search(tokens: list[Token], moment: Moment) -> Reading:
    """Return the one day that a phrase names among other words; a question when it names two, or is not plain."""
    runs = [run for run in _runs(tokens, moment) if _stands(run, tokens)]
    main = [run for run in runs if not _is_remark(run, tokens)] or runs
    days = tuple(dict.fromkeys(day for run in main for day in _days(run.reading)))
    if not days:
        return main[0].reading if main else None
    if len(days) > 1:
        return ask("There is more than one day. Which is meant?", *days)
    if any(_hangs(run, tokens) for run in main):
        return ask("That hangs on something that has no day yet. By which day?", *days)
    if _left_over(tokens, runs, main[0]) or not main[0].whole:
        return ask(NOT_PLAIN, *days)
    return main[0].reading


def _left_over(tokens: list[Token], runs: list[_Run], main: _Run) -> bool:
    """Whether words about days stand outside what was read; of amounts, unless the day has a cue of its own."""
    read = {at for run in runs for at in range(run.first, run.last)}
    letters = {token.letter for at, token in enumerate(tokens) if at not in read}
    cued = "p" in (tokens[main.first].letter, tokens[main.first - 1].letter if main.first else "")
    figures = any((token.letter, token.value) == FIGURES for token in tokens)
    return bool(letters & OF_DAYS) or (not cued and (figures or bool(letters & _OF_AMOUNTS)))


def _runs(tokens: list[Token], moment: Moment) -> Iterator[_Run]:
    first = 0
    for at in range(len(tokens) + 1):
        if at == len(tokens) or tokens[at].letter in _BREAKS:
            if first < at:
                yield from _read(tokens, first, at, moment)
            first = at + 1


def _read(tokens: list[Token], first: int, last: int, moment: Moment) -> Iterator[_Run]:
    words = words_of(tokens[first:last])
    kept = words.part(0, len(_HANGING.sub("", _FOR_AN_HOUR.sub("", words.shape))))
    if _FINAL.match(kept.shape):
        kept = kept.part(1)
    reading = read_words(kept, moment) if kept.shape else None
    if reading is not None:
        yield _Run(first, last, words, reading)
    elif set(words.shape) & OF_DAYS:
        parts = (part for part in _in_parts(kept, moment) if part is not None)
        yield from (_Run(first, last, words, part, whole=False) for part in parts)


def _in_parts(words: Words, moment: Moment) -> Iterator[Reading]:
    """Yield what each stretch of the words says, the longest first; ``None`` for a word that says nothing."""
    start = 0
    while start < len(words.shape):
        ends = [end for end in range(len(words.shape), start, -1) if not _splits_a_day(words.shape, end)]
        readings = ((end, read_words(words.part(start, end), moment)) for end in ends)
        end, reading = next(((end, reading) for end, reading in readings if reading is not None), (start + 1, None))
        yield reading
        start = end


def _splits_a_day(shape: str, end: int) -> bool:
    """Whether a number would be cut from the month that it belongs to."""
    return shape[end - 1] in "NO" and shape[end : end + 1] == "M"


def _days(reading: Reading) -> tuple[date, ...]:
    if isinstance(reading, Answer):
        return reading.choices
    day = last_day(reading)
    return (day,) if day else ()


def _stands(run: _Run, tokens: list[Token]) -> bool:
    """Whether a run is a date in spite of the unknown words beside it."""
    shape = run.words.shape
    if shape[-1] in "ab":
        return run.first == 0 or _is_led(tokens, run.first)
    if (set(shape) & _ALWAYS and len(shape) > 1) or ("M" in shape and len(shape) > 1):
        return True
    led = run.first == 0 or _is_led(tokens, run.first)
    closed = run.last == len(tokens) or tokens[run.last].letter in "(),?VJ" or shape[-1] == "~"
    if "." in shape or shape == "N":
        return False
    if shape in ("N=N", "N-N", "O"):
        return led and closed and _has_cue(tokens, run)
    return closed if led or not set(shape) & _LENGTHS else closed and (run.last == len(tokens) or shape[-1] == "~")


def _is_led(tokens: list[Token], first: int) -> bool:
    return tokens[first].letter in "p_bhncs~" or tokens[first - 1].letter in "(),?p"


def _has_cue(tokens: list[Token], run: _Run) -> bool:
    return tokens[run.first].letter in "pb~" or (run.first > 0 and tokens[run.first - 1].letter in "(p")


def _is_remark(run: _Run, tokens: list[Token]) -> bool:
    """Whether a run only says, in brackets, what the day is ahead of."""
    return run.first > 0 and tokens[run.first - 1].letter == "(" and tokens[run.first].letter in "ba"


def _hangs(run: _Run, tokens: list[Token]) -> bool:
    """Whether a condition stands before a day, or after a length of time."""
    denied = any(token.letter == "x" for token in tokens[: run.first])
    conditional = any((token.letter, token.value) == ("J", 0) for token in tokens[: run.first])
    after = run.last < len(tokens) and tokens[run.last].letter == "J" and bool(set(run.words.shape) & _LENGTHS)
    open_end = run.words.shape[-1] in "ab" and run.last < len(tokens)
    return open_end or denied or conditional or after


def words_only(tokens: list[Token]) -> Answer | None:
    """Return that the phrase names no date, when its words say so."""
    letters = {token.letter for token in tokens}
    after = next((token.letter for token in tokens if token.letter != "_"), "") == "a"
    return Answer(kind=DueKind.NONE, text="no date: kept as words") if after or letters & set("VJKI") else None
