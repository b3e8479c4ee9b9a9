"""Withheld days that a sentence gives with another day, or by a month: the eve of a feast, the end of July."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from lpgminutes.domain.document import Place
from lpgminutes.domain.findings.days_reckoned import MEETING_AGAIN
from lpgminutes.domain.findings.finding import Severity
from lpgminutes.domain.findings.standing_open import Hit
from lpgminutes.domain.folding import fold
from lpgminutes.domain.sayings.days_beside import days_beside_in, ends_of_months_in
from lpgminutes.domain.sayings.nth_weekdays import near_months_days_in
from lpgminutes.domain.sayings.spans import moved, said_spans_in
from lpgminutes.domain.sayings.written_dates import days_in, in_year
from lpgminutes.domain.searchable import Searchable

_THIS_MEETING = re.compile(
    r"\s(?:(?P<after>after|from)|before|prior\sto)\s(?:(?:this|today's)\s(?:meeting|hearing|panel|session)|today)(?![^\W_])",
    re.IGNORECASE,
)


def days_beside(
    withheld: Iterable[tuple[str, Place]], texts: Sequence[Searchable], held_on: date | None
) -> Iterator[Hit]:
    """Yield what gives a withheld day with another day of its sentence, or by a month.

    That of the next meeting is told where the text speaks of it.
    """
    hidden: dict[date, Place] = {}
    for words, source in withheld:
        for written in days_in(fold(words).text):
            if year := written.year or (held_on.year if held_on else None):
                hidden.setdefault(in_year(written, year), source)
    for text in texts if hidden else ():
        for day, source in hidden.items():
            if source.field != "next_meeting" or MEETING_AGAIN.search(text.folded.text):
                for start, end, how in _told(text.folded.text, day, held_on):
                    yield Hit.of(text, (start, end), Severity.CHECK, f"{how} in {source.words()}", source)


def _told(words: str, day: date, held_on: date | None) -> Iterator[tuple[int, int, str]]:
    for beside in days_beside_in(words):
        if beside.may_be(day):
            yield beside.start, beside.end, "with the day beside it, it gives the day that is withheld"
    for ends in ends_of_months_in(words):
        if ends.is_day(day):
            yield ends.start, ends.end, "it is the day that is withheld"
    for start, end, given in _from_the_meeting(words, held_on) if held_on else ():
        if given == day:
            yield start, end, "counted from the day of the meeting it is the day that is withheld"
    for near in near_months_days_in(words, held_on) if held_on else ():
        if near.is_day(day):
            yield near.start, near.end, "counted from the day of the meeting it is the day that is withheld"


def _from_the_meeting(words: str, held_on: date) -> Iterator[tuple[int, int, date | None]]:
    """Yield the days that a text counts from the meeting that it is of."""
    for span in said_spans_in(words):
        if match := _THIS_MEETING.match(words, span.end):
            many, unit = span.length
            yield span.start, span.end, moved(held_on, int(many) if match["after"] else -int(many), unit)
