"""What a page adds to a text: the marking, running heads, page numbers, a site's note on the source.

It may fall into the middle of a sentence, so its lines are taken out together with the blank lines
around them, and listed for whoever wants to look them through.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lpgminutes.domain.markings import Marking, read_marking
from lpgminutes.errors import InputError, MarkingRefused
from lpgminutes.importing.source import LineKind, SetAside, SourceLine

_DASH = r"[ \-\u2010-\u2015]"
_MARKING_LINE = re.compile(
    rf"(?:UK{_DASH}+)?"
    rf"(?:OFFICIAL{_DASH}*[(\[]?SENSITIVE[)\]]?(?:(?![A-Z])[A-Z \-\u2010-\u2015:/()\[\]&,]*)?"
    rf"|Official{_DASH}+Sensitive"
    r"|(?:OFFICIAL|NOT PROTECTIVELY MARKED|UNCLASSIFIED|PROTECT|RESTRICTED|CONFIDENTIAL|(?:TOP )?SECRET)"
    r"(?: ?[\-\u2010-\u2015:/(\[][A-Z \-\u2010-\u2015:/()\[\]&,]*)?)"
)
_NAMED_MARKING = re.compile(r"\A(?:protective|security)\s+(?:marking|classification)\s*:\s*", re.IGNORECASE)
_LONGEST_MARKING_LINE = 120
_PAGE_NUMBER = re.compile(r"(?:page )?[0-9]{1,4} ?(?:of|/) ?[0-9]{1,4}|page [0-9]{1,4}|- ?[0-9]{1,4} ?-", re.IGNORECASE)
_PROVENANCE = re.compile(
    r"This is an? (?:HTML|text) version of an attachment to the Freedom of Information request\b|# source: ",
    re.IGNORECASE,
)
_STAMP = re.compile(r"[A-Z]{2,5}[0-9]{5,12}(?:_[0-9]{1,4})?")
"""A number that a registry or an inquiry stamps on each page of a document."""
_OWN_MARKING = re.compile(
    r"\b(?:in confidence|(?:strictly )?(?:private and )?confidential|not for publication)\b", re.IGNORECASE
)
_DIGITS = re.compile(r"[0-9]+")
_RUNNING_PAGES = 3
"""A line that heads or ends this many pages is a running head or foot."""
_LINES_OF_A_RUNNING_HEAD = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanPages:
    """The lines of a text without what its pages added."""

    lines: tuple[SourceLine, ...]
    """The lines of the body, each knowing whether a gap stands before it."""
    margins: tuple[SourceLine, ...] = ()
    """The lines of headers and footers, which may hold a date or a title that the body lacks."""
    markings: tuple[tuple[int, Marking], ...]
    """The protective markings that were printed, with their places."""
    own_markings: tuple[int, ...] = ()
    """Where a marking of the body's own is printed, such as ``Strictly Confidential``."""
    set_aside: tuple[SetAside, ...] = ()


def strip_furniture(lines: Sequence[SourceLine]) -> CleanPages:
    """Take the page furniture out of the lines of a text."""
    running = _running_lines(lines)
    kept: list[SourceLine] = []
    margins: list[SourceLine] = []
    markings: list[tuple[int, Marking]] = []
    own: list[int] = []
    aside: list[SetAside] = []
    gap = turned = False
    for line in lines:
        gap = gap or line.after_gap
        marking = _marking_of(line)
        if marking is not None:
            markings.append((line.place, marking))
        why = _why_furniture(line, running, is_marking=marking is not None)
        if why:
            turned = True
            aside.append(SetAside(place=line.place, words=line.text, why=why))
            own += [line.place] if marking is None and _OWN_MARKING.search(line.text) else []
            is_telling = line.kind is not LineKind.BODY and marking is None and not _PAGE_NUMBER.fullmatch(line.text)
            margins += [line] if is_telling else []
        else:
            turned = turned or bool(kept and kept[-1].page != line.page)
            is_apart = gap and not turned
            kept.append(line if line.after_gap == is_apart else replace(line, after_gap=is_apart))
            gap = turned = False
    return CleanPages(
        lines=tuple(kept),
        margins=tuple(margins),
        markings=tuple(markings),
        own_markings=tuple(own),
        set_aside=tuple(aside),
    )


def _marking_of(line: SourceLine) -> Marking | None:
    text = _NAMED_MARKING.sub("", line.text) if len(line.spaced) <= _LONGEST_MARKING_LINE else ""
    if not _MARKING_LINE.fullmatch(text):
        return None
    try:
        return read_marking(text)
    except MarkingRefused:
        raise
    except InputError:
        return None


def _why_furniture(line: SourceLine, running: frozenset[str], *, is_marking: bool) -> str:
    """Say in a few words which furniture a line is; nothing for a line of the minutes."""
    text = line.text
    if is_marking:
        return "a protective marking"
    if line.kind is not LineKind.BODY:
        return f"a page {line.kind.value}"
    if _PAGE_NUMBER.fullmatch(text):
        return "a page number"
    if _PROVENANCE.match(text):
        return "a note on where the text came from"
    return "a running head or foot" if shape(text) in running else ""


def _running_lines(lines: Sequence[SourceLine]) -> frozenset[str]:
    """Return the shapes of lines that come back page after page; a running head may have a few lines."""
    found: set[str] = _recurring(lines)
    left = [(line.page, shape(line.text)) for line in lines]
    for _ in range(_LINES_OF_A_RUNNING_HEAD):
        left = [(page, key) for page, key in left if key not in found]
        counts = Counter(_page_edges(left))
        fresh = {key for key, count in counts.items() if key and count >= _RUNNING_PAGES}
        if not fresh:
            break
        found |= fresh
    return frozenset(found)


def _recurring(lines: Sequence[SourceLine]) -> set[str]:
    """Return the stamps and own markings that recur: a scanner gives no page breaks to know their place by."""
    counts = Counter(shape(line.text) for line in lines if _is_stamp(line.text))
    return {key for key, count in counts.items() if key and count >= _RUNNING_PAGES}


def _is_stamp(text: str) -> bool:
    return bool(_STAMP.fullmatch(text)) or (len(text) <= _LONGEST_MARKING_LINE and bool(_OWN_MARKING.search(text)))


def _page_edges(lines: Sequence[tuple[int, str]]) -> Iterator[str]:
    """Yield the shapes of the lines, each with its page, that stand last on a page and first on the next."""
    for (page, last), (next_page, first) in itertools.pairwise(lines):
        if page != next_page:
            yield last
            yield first


def shape(text: str) -> str:
    """Return the text with its numbers made alike; nothing for a line of numbers or signs only."""
    return _DIGITS.sub("#", text) if any(character.isalpha() for character in text) else ""
