"""Whether a text breaks its lines at a margin, and so whether a line carries on the one before."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from lpgminutes.importing.lines import ends_sentence
from lpgminutes.importing.source import SourceLine

_FEWEST_WRAPPED = 3
_SHORTEST_WRAPPED = 30
_WIDEST_PAGE = 130
_SLACK = 0.9
"""Lines set in a proportional letter differ by a tenth."""
_UNFINISHED = re.compile(r"(?:[,(&\u2013\u2014/-]|\b(?:and|or|of|the|to|for|in|on|with|by|from|a|an|at|that|as))$")


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a text breaks its lines."""

    width: int | None
    """The usual length of a line that the margin broke; ``None`` where no line shows that."""
    is_paragraphs: bool = False
    """Whether a line is longer than any page is wide, so that each line is a whole paragraph."""

    def carries_on(self, before: SourceLine, line: SourceLine) -> bool:
        """Whether a line without a gap before it carries on the paragraph of the line before."""
        if line.continues or line.text[:1].islower():
            return True
        if self.is_paragraphs:
            return bool(_UNFINISHED.search(before.text))
        if not ends_sentence(before.text) or self.width is None:
            return not ends_sentence(before.text)
        first_word = line.text.split(maxsplit=1)[0]
        return len(before.text) + 1 + len(first_word) > self.width * _SLACK


def wrapping_of(lines: Sequence[SourceLine]) -> Wrapping:
    """Return how a text breaks its lines: those whose next line begins small were surely broken by the margin."""
    lengths = sorted(
        len(before.text)
        for before, line in pairwise(lines)
        if line.text[:1].islower() and not (line.after_gap or line.bullet or line.cells)
        and len(before.text) >= _SHORTEST_WRAPPED
    )  # fmt: skip
    if len(lengths) >= _FEWEST_WRAPPED:
        return Wrapping(width=lengths[len(lengths) // 2])
    return Wrapping(width=None, is_paragraphs=any(len(line.text) > _WIDEST_PAGE for line in lines))
