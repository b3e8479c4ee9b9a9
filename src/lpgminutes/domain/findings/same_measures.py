"""Hours, shares and spans of time that are withheld and stand open in another writing."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import time
from decimal import Decimal

from lpgminutes.domain.document import Place
from lpgminutes.domain.findings.finding import Severity
from lpgminutes.domain.findings.standing_open import Hit
from lpgminutes.domain.sayings.figures import Measure, figures_in
from lpgminutes.domain.sayings.hours import are_hours, said_hours_in
from lpgminutes.domain.sayings.parts import said_parts_in
from lpgminutes.domain.sayings.shares import SaidShare, said_shares_in
from lpgminutes.domain.sayings.spans import said_spans_in
from lpgminutes.domain.searchable import Searchable

_PER_CENT = re.compile(r"%|cent", re.IGNORECASE)
"""What shares are often said in, of which another one in another minute is that of another whole."""
_WHOLE, _SLACK = 100, Decimal("0.1")
_LEAST = 10
"""Counts under ten fit to some share by chance."""


def same_measures(phrases: Iterable[tuple[str, Place]], texts: Sequence[Searchable]) -> Iterator[Hit]:
    """Yield where an hour, a share or a span of one of some short phrases stands open in another writing."""
    phrases = tuple(phrases)
    yield from _hours(phrases, texts)
    yield from _shares(phrases, texts)
    yield from _spans(phrases, texts)
    yield from _parts(phrases, texts)


def _hours(phrases: Iterable[tuple[str, Place]], texts: Sequence[Searchable]) -> Iterator[Hit]:
    sought: dict[time, Place] = {}
    for words, source in phrases:
        for hour in said_hours_in(words) if are_hours(words) else ():
            sought |= dict.fromkeys(hour.moments, source)
    for text in texts if sought else ():
        for hour in said_hours_in(text.folded.text):
            if known := hour.moments & sought.keys():
                source = sought[min(known)]
                severity = Severity.GIVES_AWAY if hour.is_sure else Severity.CHECK
                why = f"it is the hour that is withheld in {source.words()}"
                yield Hit.of(text, (hour.start, hour.end), severity, why, source)


def _shares(phrases: Iterable[tuple[str, Place]], texts: Sequence[Searchable]) -> Iterator[Hit]:
    sought: list[tuple[SaidShare, Place]] = []
    whole: set[SaidShare] = set()
    for words, source in phrases:
        shares = said_shares_in(words)
        sought += [(share, source) for share in shares if len(shares) == 1]
        is_in_words = not _PER_CENT.search(words)
        whole |= {share for share in shares if is_in_words and (share.start, share.end) == (0, len(words))}
    for text in texts if sought else ():
        for share in said_shares_in(text.folded.text):
            for held_in in [source for held, source in sought if held.is_as_much_as(share)][:1]:
                why = f"it is as much as the share that is withheld in {held_in.words()}"
                yield Hit.of(text, (share.start, share.end), Severity.CHECK, why, held_in)
            is_in_words = not _PER_CENT.search(text.folded.text, share.start, share.end)
            rest_of = [source for held, source in sought if held in whole and _is_rest(held, share, text.place, source)]
            for held_in in rest_of[:1] if is_in_words else ():
                why = f"it is the rest beside the share that is withheld in {held_in.words()}"
                yield Hit.of(text, (share.start, share.end), Severity.CHECK, why, held_in)


def _is_rest(held: SaidShare, share: SaidShare, place: Place, source: Place) -> bool:
    """Whether two shares that are told in one item make a whole."""
    is_of_item = place.minute.partition(".")[0] == source.minute.partition(".")[0]
    return bool(source.minute) and is_of_item and abs(held.percent + share.percent - _WHOLE) < _SLACK


def _spans(phrases: Iterable[tuple[str, Place]], texts: Sequence[Searchable]) -> Iterator[Hit]:
    sought: dict[tuple[Decimal, str], Place] = {}
    for words, source in phrases:
        spans = said_spans_in(words)
        sought |= {span.length: source for span in spans if len(spans) == 1}
    for text in texts if sought else ():
        for span in said_spans_in(text.folded.text):
            if (held_in := sought.get(span.length)) is not None:
                why = f"it is as long as what is withheld in {held_in.words()}"
                yield Hit.of(text, (span.start, span.end), Severity.CHECK, why, held_in)


def _parts(phrases: Iterable[tuple[str, Place]], texts: Sequence[Searchable]) -> Iterator[Hit]:
    sought: dict[Decimal, Place] = {}
    for words, source in phrases:
        figures = figures_in(words)
        if len(figures) == 1 and figures[0].measure is Measure.PLAIN and figures[0].value >= _LEAST:
            sought.setdefault(figures[0].value, source)
    for text in texts if sought else ():
        for part in said_parts_in(text.folded.text):
            if (held_in := sought.get(part.count)) is not None:
                why = f"of the number beside it, it is the count that is withheld in {held_in.words()}"
                yield Hit.of(text, (part.start, part.end), Severity.CHECK, why, held_in)
