"""Where a withheld figure stands open in another writing: in words, by digits, in thousands, rounded, as a rest."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lpgminutes.domain.document import Place
from lpgminutes.domain.findings.finding import Severity
from lpgminutes.domain.findings.standing_open import Hit
from lpgminutes.domain.folding import fold
from lpgminutes.domain.sayings.digits_apart import digits_apart
from lpgminutes.domain.sayings.figures import Figure, Measure, figures_in
from lpgminutes.domain.sayings.written_dates import days_in
from lpgminutes.domain.searchable import Searchable

_JOINING = re.compile(
    r"(?:[\W_]|\b(?:to|and|or|from|between|at|most|least|up|over|under|about|around|some|circa|ca?|approximately|"
    r"nearly|almost|GBP|EUR|USD)\b)*",
    re.IGNORECASE,
)
_RATE_OR_AGE = re.compile(
    rf"(?:{_JOINING.pattern}|\b(?:per|an?|each|every|hour(?:ly)?|day|daily|week(?:ly)?|month(?:ly)?|annum|pa|aged?|"
    r"year(?:s?[\s-]old)?)\b)*",
    re.IGNORECASE,
)
"""What a sum is paid for, or that a number is somebody's years: ``\u00a345 per hour``, ``aged 47``."""
_TELLING = 3
"""Digits from which a figure is no chance."""
_LEAST_ROUNDED = 2
_LEAST_COUNT, _WORDS_OF_A_COUNT = 13, 3
"""Counts from which the number alone tells something: ``41 people``."""
_SURELY_PARTED = 5
_THOUSANDTH = Decimal("0.001")
_LARGE = 1_000
_WHOLE = Decimal(100)
_YEARS = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class _Hidden:
    figure: Figure
    source: Place
    is_alone: bool
    """Whether the figure is all that is withheld in its place."""


def same_figures(withheld: Iterable[tuple[str, Place]], texts: Sequence[Searchable]) -> Iterator[Hit]:
    """Yield where a withheld figure stands open in another writing, rounded, or as the rest to a hundred per cent."""
    hidden = list({_key(one): one for one in _hidden(withheld)}.values())
    if not hidden:
        return
    by_value = {one.figure.value: one for one in hidden}
    for text in texts:
        for figure in figures_in(text.folded.text):
            for one in hidden:
                if told := _told(one, figure, text.place):
                    severity, how = told
                    why = f"{how} in {one.source.words()}"
                    yield Hit.of(text, (figure.start, figure.end), severity, why, one.source)
        for row in digits_apart(text.folded.text):
            if (known := by_value.get(row.value)) is not None:
                severity = Severity.GIVES_AWAY if row.is_sure else Severity.CHECK
                why = f"its digits are those of the figure that is withheld in {known.source.words()}"
                yield Hit.of(text, (row.start, row.end), severity, why, known.source)


def _hidden(withheld: Iterable[tuple[str, Place]]) -> Iterator[_Hidden]:
    for words, source in withheld:
        plain = fold(words).text
        figures = figures_in(plain)
        is_alone = _are_all_of(figures, plain, _JOINING)
        if not is_alone and all(one.measure is Measure.MONEY or one.value >= _LEAST_COUNT for one in figures):
            is_counted = len(figures) == 1 and len(plain.split()) <= _WORDS_OF_A_COUNT and not days_in(plain)
            is_alone = is_counted or _are_all_of(figures, plain, _RATE_OR_AGE)
        for figure in figures:
            is_sum = figure.measure is Measure.MONEY and figure.value >= _LARGE
            if figure.value and not _is_year(figure) and (is_alone or figure.digits >= _TELLING or is_sum):
                yield _Hidden(figure, source, is_alone)


def _are_all_of(figures: Sequence[Figure], words: str, joining: re.Pattern[str]) -> bool:
    """Whether words are figures and what joins them: ``\u00a35,000 to \u00a36,000``, ``at most 12%``."""
    ends = [0, *(figure.end for figure in figures)]
    starts = [*(figure.start for figure in figures), len(words)]
    return joining.fullmatch(" ".join(words[end:start] for end, start in zip(ends, starts, strict=True))) is not None


def _key(hidden: _Hidden) -> tuple[Decimal, Measure, str]:
    """Return what makes two withheld figures one: of shares also the minute, in which they have their rest."""
    figure = hidden.figure
    return figure.value, figure.measure, hidden.source.minute if figure.measure is Measure.PERCENT else ""


def _told(hidden: _Hidden, figure: Figure, place: Place) -> tuple[Severity, str] | None:
    held = hidden.figure
    if _is_same(held, figure):
        is_sure = held.digits >= _TELLING or held.value >= _LARGE or held.measure is figure.measure is Measure.PERCENT
        is_sure = is_sure and not _is_year(figure) and (hidden.is_alone or held.digits >= _TELLING)
        if not is_sure and held.step < figure.step and place.minute != hidden.source.minute:
            return None  # 55.0 was measured; a bare 55 in another minute counts something else
        return (Severity.GIVES_AWAY if is_sure else Severity.CHECK), "it is worth what is withheld"
    if _is_parted_by_a_point(held, figure):
        is_sure = held.digits >= _SURELY_PARTED or figure.measure is Measure.MONEY
        return (Severity.GIVES_AWAY if is_sure else Severity.CHECK), "with a comma for its point it is what is withheld"
    if _is_rounded(held, figure):
        return Severity.CHECK, "it is the round figure for what is withheld"
    is_rest = {held.measure, figure.measure} == {Measure.PERCENT} and held.value + figure.value == _WHOLE
    if is_rest and place.minute == hidden.source.minute:
        return Severity.CHECK, "it leaves over, of a hundred per cent, what is withheld"
    return None


def _is_same(held: Figure, figure: Figure) -> bool:
    if held.value != figure.value:
        return False
    measures = {held.measure, figure.measure}
    if len(measures) == 1:
        return True
    if Measure.PLAIN not in measures:
        return False
    return Measure.PERCENT not in measures or held.digits >= _TELLING


def _is_parted_by_a_point(held: Figure, figure: Figure) -> bool:
    """Whether a figure to three places is the withheld one with a point for its comma: ``278.820`` for 278,820."""
    return figure.step == _THOUSANDTH and figure.value * 1000 == held.value


def _is_rounded(held: Figure, figure: Figure) -> bool:
    is_coarser = _LEAST_ROUNDED <= figure.digits < held.digits and figure.grain > held.grain
    if not is_coarser or (held.measure is not figure.measure and Measure.PERCENT in {held.measure, figure.measure}):
        return False
    too_low = held.value - figure.value
    return not _is_year(figure) and (0 <= too_low < figure.grain or abs(too_low) * 2 <= figure.grain)


def _is_year(figure: Figure) -> bool:
    return figure.measure is Measure.PLAIN and figure.step == 1 and figure.value in _YEARS
