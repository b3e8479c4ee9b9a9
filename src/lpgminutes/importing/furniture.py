"""What a page adds to a text: the marking, running heads, page numbers, a site's note on the source.

It may fall into the middle of a sentence, so its lines are taken out together with the blank lines
around them.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lpgminutes.domain.markings import Marking, read_marking
from lpgminutes.errors import InputError, MarkingRefused
from lpgminutes.importing.lines import Line

_DASH = r"[ \-\u2010-\u2015]"
_MARKING_LINE = re.compile(
    rf"(?:UK{_DASH}+)?"
    rf"(?:OFFICIAL{_DASH}*[(\[]?SENSITIVE[)\]]?(?:(?![A-Z])[A-Z \-\u2010-\u2015:/()\[\]&,]*)?"
    rf"|Official{_DASH}+Sensitive"
    r"|(?:OFFICIAL|NOT PROTECTIVELY MARKED|UNCLASSIFIED|PROTECT|RESTRICTED|CONFIDENTIAL|(?:TOP )?SECRET)"
    r"(?: ?[\-\u2010-\u2015:/(\[][A-Z \-\u2010-\u2015:/()\[\]&,]*)?)"
)
_LONGEST_MARKING_LINE = 120
_PAGE_NUMBER = re.compile(r"(?:page )?[0-9]{1,4} ?(?:of|/) ?[0-9]{1,4}|page [0-9]{1,4}|- ?[0-9]{1,4} ?-", re.IGNORECASE)
_PROVENANCE = re.compile(
    r"This is an? (?:HTML|text) version of an attachment to the Freedom of Information request\b|# source: ",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"[0-9]+")
_RUNNING_PAGES = 3
"""A line that heads or ends this many pages is a running head or foot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanPages:
    """The lines of a text without what its pages added."""

    lines: tuple[Line, ...]
    """The lines that hold something, each knowing whether a gap stands before it."""
    markings: tuple[tuple[int, Marking], ...]
    """The protective markings that were printed, with their lines."""


def strip_furniture(lines: Sequence[Line]) -> CleanPages:
    """Take the page furniture out of the lines of a text."""
    running = _running_lines(lines)
    kept: list[Line] = []
    markings: list[tuple[int, Marking]] = []
    gap = turned = False
    for line in lines:
        marking = _marking_of(line)
        if marking is not None:
            markings.append((line.number, marking))
        if marking is not None or _is_furniture(line, running):
            turned = True
        elif not line.spaced:
            gap = True
        else:
            turned = turned or bool(kept and kept[-1].page != line.page)
            kept.append(replace(line, after_gap=gap and not turned))
            gap = turned = False
    return CleanPages(lines=tuple(kept), markings=tuple(markings))


def _marking_of(line: Line) -> Marking | None:
    text = line.text if len(line.spaced) <= _LONGEST_MARKING_LINE else ""
    if not _MARKING_LINE.fullmatch(text):
        return None
    try:
        return read_marking(text)
    except MarkingRefused:
        raise
    except InputError:
        return None


def _is_furniture(line: Line, running: frozenset[str]) -> bool:
    text = line.text
    return bool(_PAGE_NUMBER.fullmatch(text) or _PROVENANCE.match(text)) or _shape(text) in running


def _running_lines(lines: Sequence[Line]) -> frozenset[str]:
    """Return the shapes of first and last lines that come back page after page; none without page breaks."""
    counts = Counter(_shape(line.text) for line in _page_edges(lines))
    return frozenset(shape for shape, count in counts.items() if shape and count >= _RUNNING_PAGES)


def _page_edges(lines: Sequence[Line]) -> Iterator[Line]:
    filled = [line for line in lines if line.spaced]
    for before, line in itertools.pairwise(filled):
        if before.page != line.page:
            yield before
            yield line


def _shape(text: str) -> str:
    """The text with its numbers made alike; nothing for a line of numbers or signs only."""
    return _DIGITS.sub("#", text) if any(character.isalpha() for character in text) else ""
