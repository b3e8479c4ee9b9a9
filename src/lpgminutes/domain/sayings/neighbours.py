"""Numbered things that are told by the ones beside them: ``a band above Band 5``, ``Wards 15, 16 and 18``."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lpgminutes.domain.sayings.numbered import SORTS, said_numbered_in
from lpgminutes.domain.sayings.saying import Saying

_NOUNS = "|".join(sorted(SORTS, key=len, reverse=True)).replace(" ", r"\s")
_THING = rf"(?:{_NOUNS}|one|step|point|increment)"
_UP = r"(?:above|over|after|following|follows|higher\sthan|up\sfrom|on\sfrom|behind)"
_DOWN = r"(?:below|under|beneath|before|preceding|precedes|lower\sthan|down\sfrom|ahead\sof)"
_BESIDE = re.compile(
    rf"(?<![^\W_])(?:(?:(?:one|an?|the|the\snext|next)\s(?:pay\s|salary\s|spinal\scolumn\s)?{_THING}\s(?:directly\s|immediately\s|just\s)?"
    r"|(?:next|directly|immediately|straight|right|just)\s)"
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN})|next\sto)|(?:next\s(?:door\s)?to|adjacent\sto|adjoin(?:s|ing)|beside|alongside))\s(?:the\s)?\Z",
    re.IGNORECASE,
)
"""What stands before a numbered thing that is said to be the next one's neighbour."""
_UP_TO = re.compile(r"\b(?:mov\w+|go(?:es|ing)?|went|promoted|progress\w*)\s(?:up\s|on\s)?(?:in)?to\s\Z", re.IGNORECASE)
_LAST_YEAR = re.compile(r"\s(?:last\s(?:school\s|academic\s)?year|until\s(?:July|August|the\ssummer))\b", re.IGNORECASE)
_YEAR_ON = re.compile(
    r"\s(?:next|from|in|this\scoming)\s(?:school\s|academic\s)?(?:year|September|autumn)\b", re.IGNORECASE
)
"""What says of a year of school that somebody was in it a year before, or will be a year on."""
_LONGEST_BEFORE = 60
_BETWEEN = re.compile(r"\bbetween\s(?:an?\s|the\s)?\Z", re.IGNORECASE)
_AND = re.compile(r"\sand\s(?:an?\s|the\s)?", re.IGNORECASE)
_ROW = re.compile(
    rf"(?<![^\W_])(?P<noun>{_THING})s\s(?P<row>(?:\d{{1,2}}|[A-H])(?:,\s(?:\d{{1,2}}|[A-H]))+,?\sand\s(?:\d{{1,2}}|[A-H]))(?!\w)",
    re.IGNORECASE,
)
_PAIR = re.compile(
    rf"\bbetween\s(?P<noun>{_THING})s\s(?P<row>(?:\d{{1,2}}|[A-H])\sand\s(?:\d{{1,2}}|[A-H]))(?!\w)", re.IGNORECASE
)
_MEMBER = re.compile(r"\d+|[A-H]")


@lru_cache(maxsize=4096)
def neighbours_in(text: str) -> tuple[Saying, ...]:
    """Return what a folded text says of a numbered thing by naming the ones beside it."""
    return (*_beside(text), *_between(text), *_left_out(text))


def _beside(text: str) -> Iterator[Saying]:
    for one in said_numbered_in(text):
        before = text[max(one.start - _LONGEST_BEFORE, 0) : one.start]
        if match := _BESIDE.search(before):
            ways = (1,) if match["up"] else (-1,) if match["down"] else (1, -1)
            says = frozenset(told for way in ways for said in one.says for told in _next(said, way))
            if says:
                yield Saying(says=says, start=one.start - len(before) + match.start(), end=one.end)
        elif way := _years_on(text, one, before):
            says = frozenset(told for said in one.says if said.startswith("year ") for told in _next(said, way))
            if says:
                yield Saying(says=says, start=one.start, end=one.end)


def _years_on(text: str, one: Saying, before: str) -> int:
    """Return how many years on somebody is, or was, who will be or was in a year of school; nought for now."""
    if _LAST_YEAR.match(text, one.end):
        return 1
    return -1 if _UP_TO.search(before) or _YEAR_ON.match(text, one.end) else 0


def _between(text: str) -> Iterator[Saying]:
    numbered = said_numbered_in(text)
    for one in numbered:
        if not _BETWEEN.search(text, max(one.start - _LONGEST_BEFORE, 0), one.start):
            continue
        for other in numbered:
            if _AND.fullmatch(text, one.end, other.start) if other.start > one.end else None:
                above = frozenset(told for said in one.says for told in _next(said, 1))
                below = frozenset(told for said in other.says for told in _next(said, -1))
                if above & below:
                    yield Saying(says=above & below, start=one.start, end=other.end)


def _left_out(text: str) -> Iterator[Saying]:
    """Yield what is missing in a row of three and more, or between two: Bidder C of ``Bidders A, B and D``."""
    for match in (*_ROW.finditer(text), *_PAIR.finditer(text)):
        sort = SORTS.get(match["noun"].lower())
        members = [ord(one) if one.isalpha() else int(one) for one in _MEMBER.findall(match["row"])]
        is_lettered = match["row"][:1].isalpha()
        gaps = [one + 1 for one in members if one + 1 not in members and one + 2 in members]
        if sort and gaps:
            says = frozenset(f"{sort} {chr(gap) if is_lettered else gap}" for gap in gaps)
            yield Saying(says=says, start=match.start(), end=match.end())


def _next(said: str, way: int) -> Iterator[str]:
    """Yield the number or the letter beside another: ``band 6`` for ``band 5``."""
    sort, _, number = said.rpartition(" ")
    if number.isdigit() and int(number) + way > 0:
        yield f"{sort} {int(number) + way}"
    elif len(number) == 1 and "A" <= number <= "H":
        yield f"{sort} {chr(ord(number) + way)}"
