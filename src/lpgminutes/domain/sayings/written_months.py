"""Months as people write them without a day: ``June 2019``, ``Jun 19``, ``06/2019``, ``in June``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH_NAMES = "January|February|March|April|May|June|July|August|September|October|November|December"
"""As the alternatives of a pattern."""
_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
_NO_DAY = (
    r"(?<!\d\s)(?<!\d-)(?<!\d/)(?<!\dst\s)(?<!\dnd\s)(?<!\drd\s)(?<!\dth\s)(?<!\d\sof\s)(?<!(?:st|nd|rd|th)\sof\s)"
)
_WITH_YEAR = re.compile(
    rf"(?<![^\W\d_]){_NO_DAY}(?i:(?P<month>{MONTH_NAMES}|{_SHORT}))(?![^\W\d_])"
    r"(?:\.?[\s,/_-]{0,3}(?P<year>(?:19|20)\d{2})(?!\d)|\.?[\s_-]?'?(?P<short>\d{2})(?![\w:%/-]|[.,]\d|,?\s+(?:19|20)\d{2}))"
)
_ALONE = re.compile(rf"(?<![^\W_]){_NO_DAY}(?P<month>{MONTH_NAMES})(?![^\W_])(?!,?\s*'?\d)", re.IGNORECASE)
_IN_DIGITS = re.compile(
    r"(?<![\w/.-])(?:(?P<month>0?[1-9]|1[0-2])[/-](?P<year>(?:19|20)\d{2})|(?P<last>(?:19|20)\d{2})[/-](?P<number>0[1-9]|1[0-2]))"
    r"(?![\w/]|[-.]\d)"
)
_MAY_IS_A_MONTH = re.compile(
    r"\b(?:in|during|since|of|end|early|late|mid|last|next|every|for|from|until|by|april|and|this|the)\s+\Z",
    re.IGNORECASE,
)
_MAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenMonth:
    """A month as a text gives it: perhaps without its year."""

    month: int
    year: int | None
    words: str
    start: int = field(compare=False)
    """Where it begins in the text."""


def months_in(text: str) -> Iterator[WrittenMonth]:
    """Yield the months that a folded text names without a day: a verb that looks like one is none."""
    for match in _WITH_YEAR.finditer(text):
        full = match["year"] or f"20{match['short']}"
        yield WrittenMonth(month=month_named(match["month"]), year=int(full), words=match.group(), start=match.start())
    for match in _ALONE.finditer(text):
        is_may = month_named(match["month"]) == _MAY
        if match["month"][0].isupper() and (not is_may or _MAY_IS_A_MONTH.search(text[: match.start()])):
            yield WrittenMonth(month=month_named(match["month"]), year=None, words=match.group(), start=match.start())
    for match in _IN_DIGITS.finditer(text):
        month, year = match["month"] or match["number"], match["year"] or match["last"]
        yield WrittenMonth(month=int(month), year=int(year), words=match.group(), start=match.start())


def month_named(name: str) -> int:
    """Return the number of a month, by its name in full or in short."""
    return _NAMES.index(name[:3].lower()) + 1
