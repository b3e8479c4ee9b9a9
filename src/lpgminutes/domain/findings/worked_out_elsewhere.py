"""Withheld sums that a sentence of another minute gives: so much under one, so many times one, a share, the tax."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from lpgminutes.domain.document import MinutesDocument, Place
from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity
from lpgminutes.domain.findings.worked_out import TAX, VAT
from lpgminutes.domain.folding import fold
from lpgminutes.domain.locating import Located
from lpgminutes.domain.open_text import sentences_with
from lpgminutes.domain.sayings.figures import Measure, figures_in
from lpgminutes.domain.sayings.shares import perhaps_shares_in
from lpgminutes.domain.searchable import Searchable
from lpgminutes.domain.withheld_words import withheld_words

_COMPARING = re.compile(
    r"\b(?:under|below|above|over|less|more|lower|higher|cheaper|dearer|short|difference|gap|saving|shortfall|excess|"
    r"rose|fell|increased?|decreased?|reduced|up|down|undercut\w*|knocked|plus|further|additional|extra|deposit|balance|"
    r"remainder|reserves|loans?|grants?|contribut\w+|"
    r"(?:comes?|came)\sto|includ\w+|total\w*|left|remain\w*|unspent|beaten|"
    r"ris(?:es?|ing|en)|uplift|award|becomes?)\b",
    re.IGNORECASE,
)
_MANY_TIMES = re.compile(
    r"\b(?:each|apiece|every|equal|instal?lments?|tranches|payments|times|per|an?\s(?:term|week|quarter|session|visit|night|place|child|pupil)|at\s[\u00a3$\u20ac])",
    re.IGNORECASE,
)
"""What says of a sum that it comes several times."""
_BY_THE_MONTH = re.compile(
    r"\b(?:(?:an?|per|each|every)\s(?:calendar\s)?(?:month|year|annum)|months?\sof|monthly|annual(?:ly)?|yearly|pcm|pa)\b",
    re.IGNORECASE,
)
_IN_PARTS = re.compile(r"\bin\s(?:equal\s)?(?P<part>halves|thirds|quarters|fifths|tenths)\sof\b", re.IGNORECASE)
_PARTS = {"halves": 2, "thirds": 3, "quarters": 4, "fifths": 5, "tenths": 10}
_TWICE = re.compile(r"\b(?:half|halv\w+|twice|double[ds]?|doubling)\b", re.IGNORECASE)
_MONTHS = 12
_EACH = re.compile(r"\b(?:per|each|apiece|an?|every|head)\b", re.IGNORECASE)
_LEAST = 100
"""Pounds from which a difference of two sums is no chance."""
_MOST_SUMS, _MOST_AT_A_PRICE = 4, 1000
_WHOLE = Decimal(100)


def computable_elsewhere(original: MinutesDocument, texts: Sequence[Searchable], located: Located) -> Iterator[Finding]:
    """Yield the withheld sums that a sentence elsewhere gives; those of the same minute are looked at there."""
    sums: dict[Decimal, tuple[str, Place]] = {}
    prices: dict[Decimal, tuple[str, Place]] = {}
    for words, source in withheld_words(original, located.spans):
        figures = figures_in(fold(words).text)
        if len(figures) == 1 and figures[0].measure is Measure.MONEY:
            value = figures[0].value
            if value >= _LEAST:
                sums.setdefault(value, (words, source))
            if value and _EACH.search(words):
                prices.setdefault(value, (words, source))
    for text in texts if sums or prices else ():
        told: set[Decimal] = set()
        for value, how in _given(text.folded.text):
            known = (prices if how == _AT_A_PRICE else sums).get(value)
            if known and known[1].minute != text.place.minute and value not in told:
                told.add(value)
                yield Finding(
                    kind=FindingKind.SUM_COMPUTABLE,
                    severity=Severity.CHECK,
                    text=known[0],
                    places=(text.place,),
                    explanation=f"It can be worked out from what a sentence there says: {how}.",
                )


_AT_A_PRICE = "a sum for so many"


def _given(words: str) -> Iterator[tuple[Decimal, str]]:
    """Yield the sums that a sentence of a folded text gives to somebody who reckons, and how."""
    figures = figures_in(words)
    if not any(one.measure is Measure.MONEY for one in figures):
        return
    for sentence, within in sentences_with(words, figures):
        sums = [one.value for one in within if one.measure is Measure.MONEY and one.value]
        if 1 < len(sums) <= _MOST_SUMS and _COMPARING.search(sentence.group()):
            for one, other in combinations(sums, 2):
                yield abs(one - other), "one sum less another"
                yield one + other, "one sum and another"
        counts = [one.value for one in within if one.measure is Measure.PLAIN and 1 < one.value <= _MOST_AT_A_PRICE]
        if len(sums) == 1:
            if len(counts) == 1:
                yield sums[0] / counts[0], _AT_A_PRICE
            if _MANY_TIMES.search(sentence.group()):
                yield from ((sums[0] * count, "so many times a sum") for count in counts[:_MOST_SUMS])
            yield from _of_one(sums[0], sentence.group())


def _of_one(known: Decimal, sentence: str) -> Iterator[tuple[Decimal, str]]:
    """Yield what one sum gives with the share that it is of another, or with its tax."""
    for share in perhaps_shares_in(sentence)[:_MOST_SUMS]:
        if share.percent:
            yield round(known * _WHOLE / share.percent, 2), "so much per cent of it"
            if _COMPARING.search(sentence):
                factors = [(_WHOLE + way * share.percent) / _WHOLE for way in (1, -1)]
                changed = [known * factor for factor in factors] + [known / factor for factor in factors if factor]
                yield from (
                    (round(one, places), "so much per cent more or less") for one in changed for places in (0, 2)
                )
    if parts := _IN_PARTS.search(sentence):
        yield known * _PARTS[parts["part"].lower()], "so many equal parts"
    if _BY_THE_MONTH.search(sentence):
        for given in (known * _MONTHS, known / _MONTHS):
            yield from ((round(given, places), "by the month or the year") for places in (0, 2))
    if _TWICE.search(sentence):
        yield from ((given, "halved or doubled") for given in (known * 2, known / 2))
    if TAX.search(sentence):
        for factor in (VAT, 1 / VAT, 1 / (VAT - 1), VAT / (VAT - 1)):
            yield round(known * factor, 2), "with or without VAT"
