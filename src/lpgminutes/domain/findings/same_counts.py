"""Counts and months that are withheld and stand open in another writing: ``12 staff``, ``twelve staff``."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from lpgminutes.domain.document import Place
from lpgminutes.domain.findings.finding import Severity
from lpgminutes.domain.findings.same_measures import same_measures
from lpgminutes.domain.findings.standing_open import Hit
from lpgminutes.domain.folding import fold, folded
from lpgminutes.domain.sayings.figures import Figure, Measure, figures_in
from lpgminutes.domain.sayings.written_dates import days_in
from lpgminutes.domain.sayings.written_months import months_in
from lpgminutes.domain.searchable import Searchable
from lpgminutes.domain.withheld_words import bare_words

_CODED_MONTH = re.compile(
    r"(?<!\d)(?:(?P<year>20\d\d)(?P<month>0[1-9]|1[0-2])|(?<=[A-Z_/-])(?P<number>0[1-9]|1[0-2])(?P<short>\d\d)(?=[/_-]))(?!\d|[.,]\d|%)"
)
"""A month in digits within a code: ``log_202605``, ``ICO-0526-119``."""
_MOST_WORDS = 5
"""Words of what is withheld, past which its count is one of several things in it."""


def same_counts(withheld: Iterable[tuple[str, Place]], texts: Sequence[Searchable]) -> Iterator[Hit]:
    """Yield where the same count of the same, month, hour, share or span of time stands open in another writing."""
    short = {folded(words): (fold(bare_words(words)).text, source) for words, source in withheld}
    phrases = [one for one in short.values() if len(one[0].split()) <= _MOST_WORDS]
    yield from _counted(phrases, texts)
    yield from _months(phrases, texts)
    yield from same_measures(phrases, texts)


def _counted(phrases: Iterable[tuple[str, Place]], texts: Sequence[Searchable]) -> Iterator[Hit]:
    """Yield where a figure of the same worth has the same words around it."""
    sought = []
    for words, source in phrases:
        figures = figures_in(words)
        if len(figures) == 1:
            around = words[: figures[0].start].lower(), words[figures[0].end :].lower()
            if any(map(str.isalpha, "".join(around))):
                sought.append((figures[0], *around, source))
    for text in texts if sought else ():
        for figure in figures_in(text.folded.text):
            for held, before, after, source in sought:
                start, end = figure.start - len(before), figure.end + len(after)
                if (
                    _is_same(held, figure)
                    and _stands(text.lower, before, start)
                    and _stands(text.lower, after, figure.end)
                ):
                    why = f"it is the count that is withheld in {source.words()}"
                    yield Hit.of(text, (start, end), Severity.GIVES_AWAY, why, source)


def _is_same(held: Figure, figure: Figure) -> bool:
    is_one_a_share = (held.measure is Measure.PERCENT) is not (figure.measure is Measure.PERCENT)
    return held.value == figure.value and not is_one_a_share


def _stands(text: str, words: str, at: int) -> bool:
    """Whether words stand at a place, whole."""
    end = at + len(words)
    return at >= 0 and text.startswith(words, at) and not (words[-1:].isalnum() and text[end : end + 1].isalnum())


def _months(phrases: Iterable[tuple[str, Place]], texts: Sequence[Searchable]) -> Iterator[Hit]:
    sought: dict[tuple[int, int | None], Place] = {
        (month.month, month.year): source
        for words, source in phrases
        if not days_in(words)
        for month in months_in(words)
        if month.year is not None
    }
    for text in texts if sought else ():
        for month in months_in(text.folded.text):
            if (source := sought.get((month.month, month.year))) is not None:
                why = f"it is the month that is withheld in {source.words()}"
                yield Hit.of(text, (month.start, month.start + len(month.words)), Severity.GIVES_AWAY, why, source)
        for match in _coded_months(text.folded.text):
            told = int(match["month"] or match["number"]), int(match["year"] or f"20{match['short']}")
            if (source := sought.get(told)) is not None:
                why = f"in digits it may be the month that is withheld in {source.words()}"
                yield Hit.of(text, match.span(), Severity.CHECK, why, source)


@lru_cache(maxsize=4096)
def _coded_months(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_CODED_MONTH.finditer(text))
