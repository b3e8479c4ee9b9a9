"""A due phrase read as a day, a meeting, words without a date, or a question."""

from datetime import date

from lpgminutes.domain.due_dates import DueKind, DueReading, asked, at_meeting, dated, kept_as_words, unread
from lpgminutes.domain.due_phrases.family import Answer, Reading
from lpgminutes.domain.due_phrases.grammar import read_words
from lpgminutes.domain.due_phrases.lexer import Token, plain, tokens_of, words_of
from lpgminutes.domain.due_phrases.reckoning import Moment, NoSuchDay, Period, months_after
from lpgminutes.domain.due_phrases.words import CLOSE
from lpgminutes.errors import InputError

LONGEST = 300
"""A phrase of more characters is a text, and no due phrase."""
_MONTHS_AHEAD = 24


def read_phrase(phrase: str, moment: Moment) -> DueReading:
    """Return how our own grammar reads a phrase; ``UNREAD`` when it cannot."""
    if len(phrase) > LONGEST:
        return unread(phrase, f"longer than {LONGEST} characters: kept as typed")
    try:
        return settled(phrase, _read(tokens_of(plain(phrase)), moment), moment)
    except (NoSuchDay, InputError) as problem:
        return unread(phrase, str(problem))


def _read(tokens: list[Token], moment: Moment) -> Reading:
    words = words_of(tokens)
    if not words.shape:
        return moment.on if any(token.letter == CLOSE for token in tokens) else None
    if set(words.shape) <= {"V"}:
        return Answer(kind=DueKind.NONE, text="no date: kept as words")
    return read_words(words, moment)


def settled(phrase: str, reading: Reading, moment: Moment) -> DueReading:
    """Return the reading as the user sees it; a day in the past, or far ahead, is a question."""
    if reading is None:
        return unread(phrase)
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
    if due > months_after(on, _MONTHS_AHEAD):
        return asked(phrase, "That is more than two years ahead. Is it meant?", (due,))
    return dated(phrase, due)


def _later(due: date, on: date) -> tuple[date, ...]:
    """Return the same day in the first year in which it is not past."""
    years = on.year - due.year
    later = months_after(due, 12 * years)
    return (later if later >= on else months_after(due, 12 * (years + 1)),)
