"""Numbers that are given to things, with or without their noughts and signs: ``24/00123/FUL``, ``Invoice 457``."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from lpgminutes.domain.document import Place
from lpgminutes.domain.findings.finding import Severity
from lpgminutes.domain.findings.standing_open import Hit
from lpgminutes.domain.searchable import Searchable

_CODE = re.compile(r"(?<![^\W_])[A-Z\d]+(?:[-/._][A-Z\d]+)+(?![^\W_])")
_NUMBER = re.compile(
    r"(?<![\w.,/-])(?<![\u00a3$\u20ac]\s)(?<![\u00a3$\u20ac])(?P<head>[A-Z]{0,5})(?P<digits>\d{3,12})(?![\w%]|[.,/:-]\d)"
)
_ENDING = re.compile(
    r"\b(?:ending|ends|last\s(?:four|4)(?:\sdigits)?)\s(?:in\s|with\s|are\s)?(?P<last>\d{3,6})(?!\w)", re.IGNORECASE
)
_SIGN = re.compile(r"[-/._]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_FEWEST, _OF_A_ROW = 3, 5
"""Digits of a part of a code that may stand alone, and of the row in one that has none."""


def same_codes(prose: Iterable[tuple[str, Place]], texts: Sequence[Searchable]) -> Iterator[Hit]:
    """Yield where a withheld code stands open with other noughts or signs, or the number in it, or its last digits."""
    whole: dict[tuple[str, ...], Place] = {}
    numbers: dict[str, Place] = {}
    rows: dict[str, Place] = {}
    headed: dict[str, Place] = {}
    for words, source in prose:
        for match in _CODE.finditer(words):
            written = _SIGN.split(match.group())
            parts = _parts(match.group())
            if any(map(str.isdigit, parts)) and len("".join(parts)) >= _OF_A_ROW and not _is_date(parts):
                whole.setdefault(parts, source)
                numbers |= {part.lstrip("0"): source for part in written if _tells(part)}
        for match in _NUMBER.finditer(words):
            if len(match["head"]) > 1 and words != match.group() and len(match.group()) >= _OF_A_ROW:
                headed.setdefault(match.group(), source)
            is_known = match["head"] or len(match["digits"]) > _OF_A_ROW
            if len(match["digits"]) >= _OF_A_ROW and (is_known or words == match.group()):
                rows.setdefault(match["digits"], source)
    if whole or rows or headed:
        for text in texts:
            yield from _in_text(text, whole, numbers, rows | headed)


def _in_text(
    text: Searchable, whole: dict[tuple[str, ...], Place], numbers: dict[str, Place], rows: dict[str, Place]
) -> Iterator[Hit]:
    words = text.folded.text
    beginnings = {parts[:-1]: source for parts, source in whole.items() if _is_telling(parts[:-1])}
    for match in _CODE.finditer(words):
        if (source := whole.get(_parts(match.group()))) is not None:
            why = f"but for noughts and signs it is the number that is withheld in {source.words()}"
            yield Hit.of(text, match.span(), Severity.GIVES_AWAY, why, source)
        elif (source := beginnings.get(_parts(match.group()))) is not None:
            why = f"it is the beginning of the number that is withheld in {source.words()}"
            yield Hit.of(text, match.span(), Severity.CHECK, why, source)
    for match in _NUMBER.finditer(words):
        source = numbers.get(match["digits"].lstrip("0")) or rows.get(match["digits"]) or rows.get(match.group())
        if source is not None:
            why = f"it is a part of the number that is withheld in {source.words()}"
            yield Hit.of(text, match.span(), Severity.CHECK, why, source)
    for match in _ENDING.finditer(words):
        for row, source in rows.items():
            if row.endswith(match["last"]):
                why = f"these are the last digits of the number that is withheld in {source.words()}"
                yield Hit.of(text, match.span("last"), Severity.CHECK, why, source)


@lru_cache(maxsize=4096)
def _parts(code: str) -> tuple[str, ...]:
    """Return the parts of a code without the noughts before its numbers: ``GM``, ``2024``, ``17``."""
    return tuple(part.lstrip("0") or "0" for part in _SIGN.split(code))


def _is_telling(parts: Sequence[str]) -> bool:
    """Whether the beginning of a code has a number of its own beside its first part, which may be a year."""
    return any(part.isdigit() and len(part) >= _FEWEST for part in parts[1:]) and not _is_date(parts)


def _tells(part: str) -> bool:
    return part.isdigit() and len(part) >= _FEWEST and not _YEAR.fullmatch(part)


def _is_date(parts: Sequence[str]) -> bool:
    return all(map(str.isdigit, parts)) and any(map(_YEAR.fullmatch, parts))
