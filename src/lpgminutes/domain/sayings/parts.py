"""Counts that a share and a whole give: ``20% of the 200 staff``, ``of 200 staff, 20%`` are 40."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from lpgminutes.domain.sayings.figures import Figure, Measure, figures_in

_THE = r"(?:(?:the|our|its|their|all|these|those)\s){0,2}"
_SHARE_OF = re.compile(rf"\sof\s{_THE}\Z", re.IGNORECASE)
OF_MANY = re.compile(rf"\s(?:out\s)?of\s{_THE}\Z", re.IGNORECASE)
"""Stands between a part and its whole: ``30 of the 40``."""
BEFORE_MANY = re.compile(rf"\bof\s{_THE}\Z", re.IGNORECASE)
"""Stands before a whole of which the part follows: ``Of the 40``."""
THEN_SOME = re.compile(r"\s\w+(?:\s\w+)?,\s(?:(?:only|some|just|about)\s)?\Z", re.IGNORECASE)
"""Stands between a whole and its part: ``of 120 patients, 36``."""
_BEFORE = 20
"""Characters before a whole in which its ``of the`` is."""
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidPart:
    """A count that a text gives by a share of a whole."""

    count: Decimal
    start: int
    end: int


@lru_cache(maxsize=4096)
def said_parts_in(text: str) -> tuple[SaidPart, ...]:
    """Return every count that a share of a whole gives in a folded text."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[SaidPart]:
    for one, other in pairwise(figures_in(text)):
        measures = (one.measure, other.measure)
        if measures == (Measure.PERCENT, Measure.PLAIN) and _SHARE_OF.fullmatch(text, one.end, other.start):
            yield _part(one, other)
        elif measures == (Measure.PLAIN, Measure.PERCENT) and is_whole_then_part(text, one, other):
            yield _part(other, one)


def is_whole_then_part(text: str, whole: Figure, part: Figure) -> bool:
    """Whether a text names a whole and then a part of it: ``of 120 patients, 36``."""
    is_before = BEFORE_MANY.search(text, max(whole.start - _BEFORE, 0), whole.start)
    return is_before is not None and THEN_SOME.fullmatch(text, whole.end, part.start) is not None


def _part(share: Figure, whole: Figure) -> SaidPart:
    return SaidPart(count=share.value * whole.value / _HUNDRED, start=share.start, end=share.end)
