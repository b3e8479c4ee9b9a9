"""Things that have a number or a letter, as people say them: ``Lot 2``, ``Lot II``, ``the second lot``, ``G7``."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lpgminutes.domain.sayings.number_words import TO_TWELVE
from lpgminutes.domain.sayings.saying import Saying

SORTS = {
    "lot": "lot", "bidder": "bid", "tenderer": "bid", "tender": "bid", "bid": "bid", "supplier": "bid",
    "contractor": "bid", "quotation": "bid", "quote": "bid", "submission": "bid", "option": "option", "phase": "phase",
    "stage": "stage", "tranche": "tranche", "candidate": "candidate", "applicant": "candidate", "ward": "ward",
    "floor": "floor", "level": "floor", "storey": "floor", "site": "site", "plot": "plot",
    "flat": "flat", "unit": "unit", "block": "block", "witness": "witness",
    "patient": "patient", "pupil": "pupil", "complainant": "complainant", "complaint": "complaint", "grade": "grade",
    "gr": "grade", "band": "band", "scp": "scp", "spinal column point": "scp", "spinal point": "scp",
    "pay point": "scp", "year": "year", "yr": "year", "blwyddyn": "year", "key stage": "key stage",
    "cyfnod allweddol": "key stage", "primary": "primary", "secondary": "secondary",
}  # fmt: skip
_OFTEN = (
    "lot bid option phase stage tranche candidate ward floor site plot flat unit block witness patient pupil complaint "
    "complainant"
)
_IN_ORDER = frozenset(_OFTEN.split())
"""What is counted off as well: ``the third bidder``; a third year is none of a school."""
_SEVERAL = frozenset({"bid", "candidate", "floor", "key stage"})
"""Sorts that may be more than one thing: a Tender 2 is no Bidder 2, and in a key stage there are years."""
_NUMBERED_OR_LETTERED = frozenset({"bid", "candidate"})
"""Sorts of people whose names are hidden by a letter in one paper, and by a number in the next."""
_LETTERS = "ABCDEFGH"
_SHORT = {
    "Y": "year", "KS": "key stage", "P": "primary", "S": "secondary", "G": "grade", "SCP": "scp", "W": "ward",
    "B": "band",
}  # fmt: skip
_LONG = frozenset({"SCP"})
"""What is short for nothing else; a W9 may be a district of London."""
_NTH = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_ORDINALS = {word: number for number, word in enumerate(_NTH.split(), start=1)}
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}
_NOUN = "|".join(noun.replace(" ", r"\s") for noun in sorted(SORTS, key=len, reverse=True))
_WORD = "|".join(sorted(TO_TWELVE, key=len, reverse=True))
_NUMBERED = re.compile(
    rf"(?<![^\W_])(?P<noun>(?i:{_NOUN}))\.?\s?(?i:(?:no\.?|number)\s)?"
    rf"(?P<number>\d{{1,2}}[A-Za-z]?|(?i:{_WORD})|[IVX]{{1,4}}|[A-H])(?![\w:%]|[.,/-]\d|\s?%)"
)
_COUNTED = "|".join(noun for noun, sort in SORTS.items() if sort in _IN_ORDER)
_COUNTED_OFF = re.compile(
    rf"(?<![^\W_])(?P<nth>{'|'.join(_ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))[\s-](?P<noun>{_COUNTED})(?![^\W_])",
    re.IGNORECASE,
)
_IN_SHORT = re.compile(rf"(?<![\w/.-])(?P<short>{'|'.join(_SHORT)})(?P<number>\d{{1,2}}[a-d]?)(?![\w:%]|[./-]\d|\s\d)")
_BARE = re.compile(r"(?<![\w.,/\u00a3-])(?P<number>\d[a-d])(?![\w:%/-]|\.\w)")
"""A band by itself: ``8a``."""
_STAGES = {1: range(1, 3), 2: range(3, 7), 3: range(7, 10), 4: range(10, 12)}
"""By key stage, the years of school in it."""


@lru_cache(maxsize=4096)
def said_numbered_in(text: str) -> tuple[Saying, ...]:
    """Return everything in a folded text that has its number or its letter, with a noun or in short."""
    found = tuple(_with_a_noun(text))
    bare = (one for one in _bare(text) if not any(other.start <= one.start < other.end for other in found))
    return (*found, *bare)


def _bare(text: str) -> Iterator[Saying]:
    for match in _BARE.finditer(text):
        yield Saying(says=frozenset({f"band {match['number']}"}), start=match.start(), end=match.end())


def _with_a_noun(text: str) -> Iterator[Saying]:
    for match in _NUMBERED.finditer(text):
        yield _saying(SORTS[re.sub(r"\s", " ", match["noun"].lower())], match["number"], match.span(), is_whole=True)
    for match in _IN_SHORT.finditer(text):
        yield _saying(_SHORT[match["short"]], match["number"], match.span(), is_whole=match["short"] in _LONG)
    for match in _COUNTED_OFF.finditer(text):
        written = match["nth"].lower()
        number = _ORDINALS.get(written) or int(written[:-2])
        sort = SORTS[match["noun"].lower()]
        says = frozenset({f"{sort} {number}", f"{sort} {chr(ord('A') + number - 1)}"})
        yield Saying(says=says, start=match.start(), end=match.end())


def _saying(sort: str, written: str, span: tuple[int, int], *, is_whole: bool) -> Saying:
    number = TO_TWELVE.get(written.lower(), 0) or (int(written) if written.isdigit() else 0)
    number = number or (_ROMAN.get(written, 0) if len(written) > 1 else 0)
    says = {f"{sort} {number or (written.upper() if written.isalpha() else written.lower())}"}
    if len(written) == 1 and written in _ROMAN:
        says.add(f"{sort} {_ROMAN[written]}")  # a V may be a letter, or a five
    is_sure = is_whole and len(says) == 1 and sort not in _SEVERAL
    gives = {f"key stage {stage}" for stage, years in _STAGES.items() if sort == "year" and number in years}
    if sort in _NUMBERED_OR_LETTERED and written in _LETTERS:
        gives.add(f"{sort} {_LETTERS.index(written) + 1}")
    return Saying(says=frozenset(says), gives=frozenset(gives), is_sure=is_sure, start=span[0], end=span[1])
