"""A due phrase read as a day, a meeting, words without a date, or a question."""

import re
from datetime import date
from itertools import pairwise

from lpgminutes.domain.due_dates import DueKind, DueReading, asked, at_meeting, dated, kept_as_words, unread
from lpgminutes.domain.due_phrases.family import Answer, Reading, ask, last_day
from lpgminutes.domain.due_phrases.grammar import read_words
from lpgminutes.domain.due_phrases.lexer import Token, Words, plain, tokens_of, words_of
from lpgminutes.domain.due_phrases.meeting_words import read_meeting, with_names
from lpgminutes.domain.due_phrases.reckoning import Moment, NoSuchDay, Period, months_after
from lpgminutes.domain.due_phrases.searching import OF_DAYS, search, words_only
from lpgminutes.domain.due_phrases.words import CLOSE, SILENT
from lpgminutes.errors import InputError

LONGEST = 300
"""A phrase of more characters is a text, and no due phrase."""
_FIRST_YEAR, _LAST_YEAR = 1583, 9900
"""The calendar as we have it, short of where the computer's ends."""
_YEARS_AHEAD = 2
_MARK = re.compile(r"x{3,}|█|▇|\[redacted\]|\bredacted\b|\bs(?:ection|ec)?\.?\s?\d{2}(?:\(\d\))*(?!\d)", re.IGNORECASE)
"""What stands for a withheld date in a published copy."""
_NO_DAYS = frozenset("UPVJKIx")
"""Letters that no family of days has."""
_NOTHING = re.compile(r"[\W_]*", re.ASCII)


def read_phrase(phrase: str, moment: Moment) -> DueReading | None:
    """Return how our own grammar reads a phrase; ``None`` when it does not understand it."""
    if len(phrase) > LONGEST:
        return unread(phrase, f"longer than {LONGEST} characters: kept as typed")
    if not _FIRST_YEAR <= moment.on.year <= _LAST_YEAR:
        return unread(phrase, f"said in the year {moment.on.year}, which cannot be reckoned with: kept as typed")
    try:
        reading = _read(tokens_of(plain(phrase)), phrase, moment)
        return None if reading is None else settled(phrase, reading, moment)
    except (NoSuchDay, InputError) as problem:
        return unread(phrase, str(problem))


def _read(tokens: list[Token], phrase: str, moment: Moment) -> Reading:
    letters = "".join([token.letter for token in tokens])
    if "U" in letters:
        tokens = with_names(tokens, phrase)
    if CLOSE in letters:
        tokens = _without_times(tokens)
    words = words_of(tokens)
    if not words.shape.strip("/~+"):
        return _without_shape(tokens, phrase, moment)
    if "K" in letters and _is_done(tokens):
        return words_only(tokens)
    if _NO_DAYS.isdisjoint(words.shape):
        read = read_words(words, moment)
        if read is not None:
            return read
    if "(" in letters:
        bracketed = _with_brackets(tokens, moment)
        if bracketed is not None:
            return bracketed
    met = read_meeting(tokens, phrase, moment) if "P" in words.shape else None
    return met or _among_others(tokens, words, phrase, moment)


def _with_brackets(tokens: list[Token], moment: Moment) -> Reading:
    """Read what stands outside brackets; a plain day inside that differs makes it a question."""
    outside: list[Token] = []
    inside: list[Token] = []
    depth = 0
    for token in tokens:
        depth += token.letter == "("
        (inside if depth else outside).append(token)
        depth -= token.letter == ")" and depth > 0
    said = read_words(words_of(outside), moment) if words_of(outside).shape else None
    if said is None:
        return None
    remark = words_of(inside)
    aside = not remark.shape or remark.shape[0] in "ab"
    other = None if aside else read_words(remark, moment)
    if other is None and not aside and set(remark.shape) & OF_DAYS:
        return None
    days = [day for day in (last_day(said), last_day(other)) if day]
    if len(set(days)) > 1:
        return ask("There is more than one day. Which is meant?", *days)
    return said


def _without_times(tokens: list[Token]) -> list[Token]:
    """Leave out "before" and "to" in front of a time of day: before 5pm on Friday is on Friday."""
    said = [token for token in tokens if token.letter != SILENT]
    timed = [before for before, token in pairwise(said) if token.letter == CLOSE and before.letter in "ba~+"]
    return [token for token in tokens if token not in timed]


def _without_shape(tokens: list[Token], phrase: str, moment: Moment) -> Reading:
    if any(token.letter == CLOSE for token in tokens):
        return moment.on
    return Answer(kind=DueKind.NONE, text="no date") if _NOTHING.fullmatch(phrase) else None


def _among_others(tokens: list[Token], words: Words, phrase: str, moment: Moment) -> Reading:
    """Read what is left when the words without a date are set aside, or the one day among other words."""
    if "I" in words.shape:
        return words_only(tokens)
    dated_words = words_of([token for token in tokens if token.letter not in "VK"])
    read = read_words(dated_words, moment) if dated_words.shape and dated_words.shape != words.shape else None
    found = read or search(tokens, moment)
    if found is not None:
        return found
    if _MARK.search(phrase):
        return Answer(kind=DueKind.NONE, text="withheld: kept as written")
    return words_only(tokens)


def _is_done(tokens: list[Token]) -> bool:
    """Whether the phrase begins or ends by saying that it is done: a date in it is the date it was done on."""
    first, last = tokens[0], tokens[-1]
    if last.letter == "K" and (len(tokens) == 1 or tokens[-2].letter != "p"):
        return True
    return first.letter == "K" and (len(tokens) == 1 or tokens[1].letter != "p")


def settled(phrase: str, reading: date | Period | Answer, moment: Moment) -> DueReading:
    """Return the reading as the user sees it; a day in the past, or far ahead, is a question."""
    if isinstance(reading, Answer):
        return _answered(phrase, reading)
    return _sensible(phrase, reading.end if isinstance(reading, Period) else reading, moment.on)


def _answered(phrase: str, answer: Answer) -> DueReading:
    if answer.kind is DueKind.ASK:
        return asked(phrase, answer.text, answer.choices)
    if answer.kind is DueKind.MEETING:
        return at_meeting(phrase, answer.text, answer.due)
    return kept_as_words(phrase, answer.text)


def _sensible(phrase: str, due: date, on: date) -> DueReading:
    if due < on:
        return asked(phrase, "That is before the day of the meeting. Is another year meant?", (due, *_later(due, on)))
    if due.year - on.year >= _YEARS_AHEAD and due > months_after(on, 12 * _YEARS_AHEAD):
        return asked(phrase, "That is more than two years ahead. Is it meant?", (due,))
    return dated(phrase, due)


def _later(due: date, on: date) -> tuple[date, ...]:
    """Return the same day in the first year in which it is not past."""
    years = on.year - due.year
    later = months_after(due, 12 * years)
    return (later if later >= on else months_after(due, 12 * (years + 1)),)
