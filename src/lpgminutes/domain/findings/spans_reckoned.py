"""Withheld spans of time that two open days give, or a year: ``from 16 March to 18 May``, ``since 1999``."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from lpgminutes.domain.document import Place
from lpgminutes.domain.findings.finding import Severity
from lpgminutes.domain.findings.standing_open import Hit
from lpgminutes.domain.folding import fold
from lpgminutes.domain.open_text import SENTENCE
from lpgminutes.domain.sayings.spans import said_spans_in
from lpgminutes.domain.sayings.written_dates import WrittenDay, days_in, forms_of_day, in_year
from lpgminutes.domain.searchable import Searchable
from lpgminutes.domain.withheld_words import bare_words

_FROM_TO = re.compile(
    r"\b(?:from|between|start\w*|beg[aiu]n\w*|open\w*|since|until|till|to|ends?|ended|ending|expir\w+|clos\w+|back|"
    r"return\w*|through|running|runs?|ran|commenc\w+)\b",
    re.IGNORECASE,
)
"""What says that of two days one begins and the other ends something."""
_SINCE = re.compile(
    r"\b(?:since|joined\s(?:\w+\s){0,4}in|began\s(?:\w+\s){0,4}in|started\s(?:\w+\s){0,4}in)\s"
    r"(?:\w+\s)?(?P<year>(?:19|20)\d\d)(?![\w/-])",
    re.IGNORECASE,
)
_MOST_DAYS = 2
"""Days of a sentence that give one span between them."""
_DAY, _YEAR = 24 * 60, 12


def spans_reckoned(
    withheld: Iterable[tuple[str, Place]], texts: Sequence[Searchable], held_on: date | None
) -> Iterator[Hit]:
    """Yield the days that give a withheld span of weeks, months or years; ``held_on`` is the day of the meeting."""
    sought: dict[tuple[Decimal, str], Place] = {}
    for words, source in withheld:
        spans = said_spans_in(fold(bare_words(words)).text)
        sought |= {span.length: source for span in spans if len(spans) == 1 and _is_long(*span.length)}
    for text in texts if sought else ():
        for start, end, lengths in (*_between_days(text.folded.text, held_on), *_since(text.folded.text, held_on)):
            known = next((sought[length] for length in lengths if length in sought), None)
            if known is not None:
                why = f"it gives the length of time that is withheld in {known.words()}"
                yield Hit.of(text, (start, end), Severity.CHECK, why, known)


def _is_long(many: Decimal, unit: str) -> bool:
    """Whether a span is of days at least, and no half of a month."""
    return many == int(many) and (unit == "months" or many >= _DAY)


@lru_cache(maxsize=4096)
def _between_days(text: str, held_on: date | None) -> tuple[tuple[int, int, frozenset[tuple[Decimal, str]]], ...]:
    found = []
    for sentence in SENTENCE.finditer(text):
        days = days_in(sentence.group())
        if len(days) == _MOST_DAYS and _FROM_TO.search(sentence.group()):
            year = next((day.year for day in reversed(days) if day.year), held_on.year if held_on else None)
            if year is not None:
                first, last = sorted(in_year(day, year) for day in days)
                found.append((*_from_day_to_day(sentence, days), _lengths(first, last)))
    return tuple(found)


def _from_day_to_day(sentence: re.Match[str], days: Iterable[WrittenDay]) -> tuple[int, int]:
    """Return the stretch of a sentence from its first day to its last."""
    written = [match for day in days for match in forms_of_day(day).finditer(sentence.group())]
    starts, ends = [match.start() for match in written], [match.end() for match in written]
    return sentence.start() + min(starts, default=0), sentence.start() + max(ends, default=len(sentence.group()))


def _lengths(first: date, last: date) -> frozenset[tuple[Decimal, str]]:
    """Return what may lie between two days: with or without the last one, in days, whole weeks, whole months."""
    days = (last - first).days
    lengths = {(Decimal(many * _DAY), "minutes") for many in (days, days + 1)}
    months = (last.year - first.year) * _YEAR + last.month - first.month
    if last.day == first.day:
        lengths.add((Decimal(months), "months"))
    following = date.fromordinal(last.toordinal() + 1)
    if following.day == first.day:
        more = (following.year - first.year) * _YEAR + following.month - first.month
        lengths.add((Decimal(more), "months"))
    return frozenset(lengths)


def _since(text: str, held_on: date | None) -> Iterator[tuple[int, int, frozenset[tuple[Decimal, str]]]]:
    for match in _SINCE.finditer(text) if held_on else ():
        years = held_on.year - int(match["year"]) if held_on else 0
        if years > 1:
            yield *match.span(), frozenset({(Decimal(many * _YEAR), "months") for many in (years, years - 1)})
