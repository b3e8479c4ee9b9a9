"""The numbers that open items, minutes and points, in every form in which offices print them."""

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from lpgminutes.importing.source import LINES_REMEMBERED, SourceLine


class Family(Enum):
    """One way of numbering; the numbers of a list are all of one family."""

    ITEM = "Item 3:"
    REFERENCE = "POLB 14/48"
    """The meetings of a year, or the minutes of all meetings, counted on."""
    PLAIN = "3."
    MINUTE = "3.1"
    DEEPER = "3.1.2"
    LETTER = "(a)"
    ROMAN = "(ii)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A line that begins with a number, taken apart."""

    family: Family
    number: str
    """As printed, without the stop after it: ``3``, ``4(ii)``, ``POLB 14/48``."""
    values: tuple[int, ...]
    """What it counts, from the outer to the inner: (3, 1) of ``3.1``."""
    series: tuple[tuple[str, int], ...] = ()
    """The lists that it may belong to, each with its place there: ``39/20`` is 39th of /20, or 20th of 39/."""
    words: str
    """What stands after it."""
    is_set_apart: bool
    """Whether a stop, a bracket, a word or a column parts it from the words: else it may begin a sentence."""

    @property
    def value(self) -> int:
        """The innermost count."""
        return self.values[-1]


_ROMAN = r"x{0,2}(?:ix|iv|v?i{1,3}|v|x)"
_PART = rf"(?:\s?\(?(?P<part>{_ROMAN}|[a-z])\)|(?P<bare>(?:{_ROMAN}|[a-h])(?=[\s.:)]|$)))?"
_ITEM = re.compile(
    rf"(?:agenda\s+)?item\s+(?:no\.?\s*)?(?P<item>\d{{1,3}}){_PART}\s*[.:)\u2013-]?(?P<gap>\s*)(?P<words>.*)",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"(?P<body>(?:[A-Z][A-Z&]{1,7}[ /-])?)(?P<outer>\d{1,4}(?:[-/]\d{1,4})?)/(?P<value>\d{1,4})[.:]?(?P<gap>\s+|"
    r"$)(?P<words>.*)"
)
_DEEPER = re.compile(r"(?P<outer>\d{1,3}\.\d{1,3})\.(?P<value>\d{1,3})[.):]?(?P<gap>\s+|$)(?P<words>.*)")
_MINUTE = re.compile(rf"(?P<item>\d{{1,3}})\.(?P<value>\d{{1,3}}){_PART}[.):]?(?P<gap>\s+|$)(?P<words>.*)")
_PLAIN = re.compile(rf"[(]?(?P<value>\d{{1,3}}){_PART}(?P<stop>[.):\]])?(?P<gap>\s*)(?P<words>.*)")
_INNER = re.compile(
    rf"[({{\[](?P<inner>{_ROMAN}|[a-z])[)}}\]](?P<gap>\s*)(?P<words>.*)|(?P<bare>{_ROMAN}|"
    rf"[a-z])[.)](?P<wide>\s+)(?P<rest>.*)"
)
_COLUMN = 2
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def read_number(line: SourceLine) -> Numbered | None:
    """Return the number that a line begins with, taken apart."""
    if line.number:
        return read_number_in(f"{line.number} {line.spaced}")
    return read_number_in(line.spaced)


@lru_cache(maxsize=LINES_REMEMBERED)
def read_number_in(spaced: str) -> Numbered | None:
    """Return the number that a text begins with; runs of spaces in it part columns."""
    first = spaced[:1]
    if not (first.isdigit() or first in "({[" or first.isalpha()):
        return None
    if first in "iIaA" and (match := _ITEM.fullmatch(spaced)):
        return _of_item(match)
    if match := _REFERENCE.fullmatch(spaced):
        return _reference(match)
    if first.isdigit() or (first == "(" and spaced[1:2].isdigit()):
        return _decimal(spaced)
    return _inner(spaced)


def _decimal(spaced: str) -> Numbered | None:
    if match := _DEEPER.fullmatch(spaced):
        item, minute = map(int, match["outer"].split("."))
        return _numbered(
            Family.DEEPER, match, f"{match['outer']}.{match['value']}", (item, minute, int(match["value"])), stop=True
        )
    if match := _MINUTE.fullmatch(spaced):
        number = f"{match['item']}.{match['value']}{match['part'] or match['bare'] or ''}"
        return _numbered(Family.MINUTE, match, number, (int(match["item"]), int(match["value"])), stop=True)
    match = _PLAIN.fullmatch(spaced)
    if match is None or (match["words"] and not (match["gap"] or match["stop"])):
        return None
    if match["stop"] and match["words"] and not match["gap"] and not match["words"][0].isalpha():
        return None
    part = _part(match)
    value = int(match["value"])
    # ``4(ii)`` may follow ``Item 4(i)``: the word is left out of some titles.
    series = ((Family.PLAIN.value, value), (Family.ITEM.value, value)) if part else ()
    return _numbered(
        Family.PLAIN,
        match,
        match["value"] + part,
        (value, *_order(part)),
        series=series,
        stop=bool(match["stop"] or part),
    )


def _of_item(match: re.Match[str]) -> Numbered:
    part = _part(match)
    return _numbered(Family.ITEM, match, match["item"] + part, (int(match["item"]), *_order(part)), stop=True)


def _reference(match: re.Match[str]) -> Numbered:
    body, outer, value = match["body"], match["outer"], match["value"]
    series = [(f"{body}{outer}/", int(value))]
    if outer.isdigit():
        series.append((f"{body}/{value}", int(outer)))
    return _numbered(Family.REFERENCE, match, f"{body}{outer}/{value}", (int(value),), series=tuple(series))


def _part(match: re.Match[str]) -> str:
    """Return the letter or Roman part of a number as it is written in our numbers: ``(ii)``."""
    part = match["part"] or match["bare"]
    return f"({part})" if part else ""


def _order(part: str) -> tuple[int, ...]:
    bare = part.strip("()")
    if not bare:
        return ()
    return (roman(bare) or _LETTERS.index(bare) + 1,)


def _inner(spaced: str) -> Numbered | None:
    match = _INNER.fullmatch(spaced)
    if match is None:
        return None
    mark = match["inner"] or match["bare"]
    words = match["words"] if match["inner"] else match["rest"]
    is_roman = len(mark) > 1 or mark in "vx"
    value = roman(mark) if is_roman else _LETTERS.index(mark) + 1
    family = Family.ROMAN if is_roman else Family.LETTER
    return Numbered(
        family=family, number=f"({mark})", values=(value,), words=" ".join(words.split()), is_set_apart=True
    )


def roman(numeral: str) -> int:
    """Return the value of a small Roman numeral up to ``xxxix``; 0 for anything else."""
    if not re.fullmatch(_ROMAN, numeral):
        return 0
    values = [{"i": 1, "v": 5, "x": 10}[letter] for letter in numeral]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))


def _numbered(
    family: Family,
    match: re.Match[str],
    number: str,
    values: tuple[int, ...],
    *,
    series: tuple[tuple[str, int], ...] = (),
    stop: bool = False,
) -> Numbered:
    gap = match["gap"]
    is_column = "\t" in gap or len(gap) >= _COLUMN or not match["words"]
    return Numbered(
        family=family,
        number=" ".join(number.split()),
        values=values,
        series=series or ((family.value, values[0]),),
        words=" ".join(match["words"].split()),
        is_set_apart=stop or is_column,
    )
