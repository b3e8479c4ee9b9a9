"""Votes and ratios as people say them: ``7 votes to 3``, ``seven for and three against``, ``3:1``, ``nem con``."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lpgminutes.domain.sayings.number_words import TO_TWENTY
from lpgminutes.domain.sayings.saying import Saying

_WORDS = TO_TWENTY | {"none": 0, "nil": 0, "no": 0, "zero": 0}
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
_VOTES = r"(?:\s(?:votes?|members?|councillors?|governors?|parents?|voted|were))*"
_PAIR = re.compile(
    rf"(?<![\w.,:/\u00a3-])(?P<one>{_NUMBER})(?:"
    rf"{_VOTES}\s(?:for|in\sfavour|o\sblaid)[,;]?(?:\sand|\sa)?\s(?P<against>{_NUMBER}){_VOTES}\s(?:against|yn\serbyn)"
    rf"|{_VOTES}\sto\s(?P<to>{_NUMBER})|(?P<sign>[:-])(?P<other>\d{{1,3}})"
    rf"|\s(?:adults?|staff|teachers?|nurses?)\s(?:to|for\severy)\s(?P<each>{_NUMBER}))"
    r"(?![\w%]|[.,:/-]\d)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    rf"\b(?:majority\s(?:was|of|were)\s(?P<lead>{_NUMBER})"
    r"|(?:carried|lost|passed|approved|rejected|refused|upheld|won|defeated)\sby\s"
    rf"(?P<by>a\ssingle(?=\svote)|{_NUMBER})(?!{_VOTES}\sto\b)"
    r"(?=\svotes?\b|\s(?:after|and|at|but|on|when|with)\b|\s*(?:[.,;)]|\Z)))(?![\w%:-]|[.,]\d)"
    r"|\b(?P<tie>casting\svote)\b",
    re.IGNORECASE,
)
"""By how much a vote was won; ``approved by two officers`` says who did it."""
_ALL_FOR = re.compile(
    r"\b(?:unanimous(?:ly)?|unfrydol|nem\.?\s?con|(?:nobody|no\s(?:one|members?|councillors?|governors?))\s(?:\w+\s)?"
    r"(?:voted\s|was\s|were\s|spoke\s)?against|(?:none|no\svotes?)\s(?:were\s|was\s|cast\s)?against|without\s(?:dissent|a\svote\sagainst)|"
    r"all\s(?:\w+\s){0,2}voted\s(?:for|in\sfavour))\b",
    re.IGNORECASE,
)
_LAST_HOUR = 23


@lru_cache(maxsize=4096)
def said_tallies_in(text: str) -> tuple[Saying, ...]:
    """Return every vote and ratio that a folded text names; hours are none."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[Saying]:
    for match in _PAIR.finditer(text):
        one = _count(match["one"])
        other = _count(match["against"] or match["to"] or match["other"] or match["each"])
        is_hour = match["sign"] == ":" and one <= _LAST_HOUR and len(match["other"]) > 1
        if not is_hour:
            gives = frozenset({f"lead {abs(one - other)}"})
            says = frozenset({f"{one} to {other}"})
            yield Saying(says=says, gives=gives, start=match.start(), end=match.end())
    for match in _LEAD.finditer(text):
        lead = 0 if match["tie"] else _count(match["lead"] or match["by"])
        yield Saying(says=frozenset({f"lead {lead}"}), start=match.start(), end=match.end())
    for match in _ALL_FOR.finditer(text):
        yield Saying(says=frozenset({"all for"}), start=match.start(), end=match.end())


def _count(written: str) -> int:
    return int(written) if written.isdigit() else _WORDS.get(written.lower(), 1)
