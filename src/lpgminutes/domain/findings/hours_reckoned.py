"""Withheld hours that an open one and a span of time give: ``10:50, a quarter of an hour before the car left``."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import time
from functools import lru_cache

from lpgminutes.domain.document import Place
from lpgminutes.domain.findings.finding import Severity
from lpgminutes.domain.findings.standing_open import Hit
from lpgminutes.domain.folding import fold
from lpgminutes.domain.open_text import sentences_with
from lpgminutes.domain.sayings.hours import SaidHour, are_hours, said_hours_in
from lpgminutes.domain.sayings.spans import said_spans_in
from lpgminutes.domain.searchable import Searchable
from lpgminutes.domain.withheld_words import bare_words

_PART = re.compile(
    r"(?<![^\W_])(?:(?P<half>half\san\shour)|(?P<quarter>(?:a\s)?quarter\sof\san\shour)"
    r"|(?P<three>three\squarters\sof\san\shour))(?![^\W_])",
    re.IGNORECASE,
)
_COUNTING = re.compile(
    r"\b(?:before|after|later|earlier|lasted|took|ran\sfor|went\son\sfor|until|past|following|previously|long)\b",
    re.IGNORECASE,
)
"""What says of a span of time that it lies between two hours."""
_MOST_HOURS = 4
"""Hours of a sentence past which a span lies between any two of them."""
_A_DAY, _AN_HOUR = 24 * 60, 60


def hours_reckoned(withheld: Iterable[tuple[str, Place]], texts: Sequence[Searchable]) -> Iterator[Hit]:
    """Yield the spans of time that give a withheld hour with an open one of the same sentence."""
    sought: dict[time, Place] = {}
    for words, source in withheld:
        written = fold(bare_words(words)).text
        hours = said_hours_in(written) if are_hours(written) else ()
        sought |= {moment: source for hour in hours for moment in hour.moments}
    for text in texts if sought else ():
        for start, end, moments in _given(text.folded.text):
            if known := moments & sought.keys():
                source = sought[min(known)]
                why = f"with the hour beside it, it gives the hour that is withheld in {source.words()}"
                yield Hit.of(text, (start, end), Severity.CHECK, why, source)


@lru_cache(maxsize=4096)
def _given(text: str) -> tuple[tuple[int, int, frozenset[time]], ...]:
    found = []
    for sentence, within in sentences_with(text, said_hours_in(text)):
        if len(within) <= _MOST_HOURS and _COUNTING.search(sentence.group()):
            found += [
                (sentence.start() + start, sentence.start() + end, _moments(within, minutes))
                for start, end, minutes in _spans(sentence.group())
            ]
    return tuple(found)


def _spans(words: str) -> Iterator[tuple[int, int, int]]:
    parts = tuple(_PART.finditer(words))
    for match in parts:
        yield *match.span(), 30 if match["half"] else 15 if match["quarter"] else 45
    for span in said_spans_in(words):
        many, unit = span.length
        is_part = any(match.start() <= span.start < match.end() for match in parts)
        if unit == "minutes" and many == int(many) and many < _A_DAY and not is_part:
            yield span.start, span.end, int(many)


def _moments(hours: Iterable[SaidHour], minutes: int) -> frozenset[time]:
    known = [moment.hour * _AN_HOUR + moment.minute for hour in hours for moment in hour.moments]
    given = {(one + way * minutes) % _A_DAY for one in known for way in (1, -1)}
    return frozenset(time(one // _AN_HOUR, one % _AN_HOUR) for one in given)
