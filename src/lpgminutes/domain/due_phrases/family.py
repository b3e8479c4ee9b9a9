"""A family of phrases: how it is written, how it is read, and the code that reads it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from lpgminutes.domain.due_dates import DueKind
from lpgminutes.domain.due_phrases.lexer import Words
from lpgminutes.domain.due_phrases.reckoning import Moment, Period


class Answer(NamedTuple):
    """Something other than a plain day: a meeting, words, a question."""

    kind: DueKind
    text: str
    """For a person: the meeting's name, the question, or why there is no date."""
    due: date | None = None
    choices: tuple[date, ...] = ()


Reading = date | Period | Answer | None
Read = Callable[[Words, Moment], Reading]
"""Reads words; ``None`` when they make no sense after all."""


def ask(question: str, *choices: date) -> Answer:
    """Return a question with the days that may be meant."""
    return Answer(kind=DueKind.ASK, text=question, choices=tuple(dict.fromkeys(choices)))


def last_day(reading: Reading) -> date | None:
    """Return the day that a reading is due on, if it is a day or a period."""
    if isinstance(reading, Period):
        return reading.end
    return reading if isinstance(reading, date) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A phrase of the policy, with what it is read as."""

    phrase: str
    reading: str
    """An ISO date, or a kind with the dates it offers: ``ask 2019-07-31 2019-10-31``."""
    on: date = date(2019, 6, 20)
    """A Thursday."""
    next_meeting: date | None = date(2019, 8, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Phrases that are read by one rule."""

    name: str
    rule: str
    """How they are read, in a sentence for the user."""
    examples: tuple[Example, ...]
    readers: tuple[tuple[re.Pattern[str], Read], ...] = field(default=())


def examples(*pairs: tuple[str, str]) -> tuple[Example, ...]:
    """Return examples said on Thursday 20 June 2019, the next meeting being on 1 August."""
    return tuple(Example(phrase=phrase, reading=reading) for phrase, reading in pairs)


def shape(pattern: str, reader: Read) -> tuple[re.Pattern[str], Read]:
    """Return a shape with its reader."""
    return re.compile(pattern), reader
