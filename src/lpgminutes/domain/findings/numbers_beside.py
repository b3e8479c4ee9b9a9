"""Withheld numbers that are told by the ones beside them: a case that follows another, a house between two."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from lpgminutes.domain.document import Place
from lpgminutes.domain.findings.finding import Severity
from lpgminutes.domain.findings.standing_open import Hit
from lpgminutes.domain.folding import fold
from lpgminutes.domain.sayings.written_months import MONTH_NAMES
from lpgminutes.domain.searchable import Searchable

_CODE = re.compile(
    r"(?<![^\W_])(?:[A-Z\d]+(?:[-/._][A-Z\d]+)+|[A-Z]{1,4}\d{3,12}|(?<![.,\u00a3])\d{5,12})(?![^\W_]|[.,]\d)"
)
_NUMBER = re.compile(r"\d+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_TO_THE_STOP = re.compile(r"[^.!?]+(?:\.(?=\d)[^.!?]+)*")
_NEXT_TO_IT = re.compile(
    r"\b(?:follow(?:s|ed|ing)?|preced(?:es|ed|ing)|between|adjacent|adjoining|consecutive(?:ly)?|next|neighbouring|"
    r"(?:directly|immediately|straight|right|just)\s(?:after|before|behind|above|below)|"
    r"(?:one|number|case|complaint|application|reference|file|entry|incident)\s(?:after|before|above|below)|"
    r"the\s\w+\s(?:after|before)(?=\s(?-i:[A-Z\d]+[-/._]))|"
    r"(?:number|one)\s(?:\w+\s)?(?:higher|lower|on|later|earlier))\b",
    re.IGNORECASE,
)
_HOUSE = re.compile(r"(?<![\w/.,-])(?P<number>\d{1,3})[A-Za-z]?,?\s(?:[A-Z][\w'-]+\s){1,4}?(?:[A-Z][\w'-]+)")
_BETWEEN_HOUSES = re.compile(
    r"(?<!aged\s)\b[Bb]etween\s(?P<named>(?i:(?:house\s)?numbers?|nos?\.?|houses|plots)\s)?"
    r"(?P<low>\d{1,3})\sand\s(?:(?i:number|no)\.?\s)?(?P<high>\d{1,3})(?![\w:%/]|[.,]\d)(?(named)|(?!\s(?:"
    rf"{MONTH_NAMES}|(?!(?:along|and|at|has|in|is|of|on|was)\b)[a-z])))",
)
"""``between 13 and 15 people`` counts them, and ``between 13 and 15 May`` is a time."""
_NEXT_DOOR = re.compile(
    r"\bnext(?:\s|-)door(?:\s(?:neighbours?\s)?(?:to|at|is|of))?\W{1,2}(?:(?i:number|no)\.?\s)?(?P<after>\d{1,3})(?![\w:%/]|[.,]\d)"
    r"|(?<![\w/.,-])(?P<before>\d{1,3})\s(?:[A-Z][\w'-]++\s?){1,4},?\s(?:is\s|lives?\s)?next(?:\s|-)door(?![^\W_])"
    r"|(?<![^\W_])(?i:number|no)\.?\s(?P<numbered>\d{1,3}),?\s(?:is\s|lives?\s)?next(?:\s|-)door(?![^\W_])"
)
_NEAR = (1, 2)
"""How far from each other the numbers of two neighbours are: on both sides of a street, or on one."""
_MOST_BETWEEN = 4


def numbers_beside(withheld: Iterable[tuple[str, Place]], texts: Sequence[Searchable]) -> Iterator[Hit]:
    """Yield where the neighbours of a withheld code or house stand, and a sentence says that they are neighbours."""
    codes: dict[str, Place] = {}
    houses: dict[int, Place] = {}
    for words, source in withheld:
        plain = fold(words).text
        for match in _CODE.finditer(plain):
            codes |= dict.fromkeys(_beside(match.group()), source)
        for match in _HOUSE.finditer(plain):
            houses.setdefault(int(match["number"]), source)
    for text in texts:
        if codes:
            yield from _coded(text, codes)
        if houses:
            yield from _housed(text, houses)


def _beside(code: str) -> Iterator[str]:
    """Yield the codes whose longest number, which is no year, is one more or one less."""
    numbers = [match for match in _NUMBER.finditer(code) if not _YEAR.fullmatch(match.group())]
    if numbers:
        longest = max(numbers, key=lambda match: len(match.group()))
        for beside in (int(longest.group()) - 1, int(longest.group()) + 1):
            if beside >= 0:
                yield f"{code[: longest.start()]}{beside:0{len(longest.group())}d}{code[longest.end() :]}"


def _coded(text: Searchable, known: dict[str, Place]) -> Iterator[Hit]:
    words = text.folded.text
    for start, end in _neighbourly(words):
        found = [match for match in _CODE.finditer(words, start, end) if match.group() in known]
        for match in found:
            source = known[match.group()]
            why = f"it is the number beside the one that is withheld in {source.words()}, and the sentence says so"
            yield Hit.of(text, match.span(), Severity.CHECK, why, source)


@lru_cache(maxsize=4096)
def _neighbourly(words: str) -> tuple[tuple[int, int], ...]:
    """Return the sentences of a folded text that speak of neighbours."""
    sentences = _TO_THE_STOP.finditer(words) if _NEXT_TO_IT.search(words) else ()
    return tuple(one.span() for one in sentences if _NEXT_TO_IT.search(one.group()))


def _housed(text: Searchable, houses: dict[int, Place]) -> Iterator[Hit]:
    words = text.folded.text
    for match in _BETWEEN_HOUSES.finditer(words):
        low, high = int(match["low"]), int(match["high"])
        if high - low <= _MOST_BETWEEN:
            yield from _house(text, match, [one for one in houses if low < one < high], houses)
    for match in _NEXT_DOOR.finditer(words):
        number = int(match["after"] or match["before"] or match["numbered"])
        yield from _house(text, match, [one for one in houses if abs(one - number) in _NEAR], houses)


def _house(text: Searchable, match: re.Match[str], numbers: Sequence[int], houses: dict[int, Place]) -> Iterator[Hit]:
    for number in numbers[:1]:
        why = f"it tells the number of the house that is withheld in {houses[number].words()}"
        yield Hit.of(text, match.span(), Severity.CHECK, why, houses[number])
