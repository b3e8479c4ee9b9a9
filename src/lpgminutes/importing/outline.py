"""Which lines open the items of a meeting: by their numbers, by headings, or by titles that stand alone.

Offices number items in many ways, and other lists in the same paper look alike. So every line that could open an item
is weighed, and the chain of numbers that weighs most is taken: the agenda printed above, a list inside an item and
a sentence that begins with a figure all make poorer chains.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from lpgminutes.importing.action_cues import begins_action, heads_actions
from lpgminutes.importing.lines import ends_sentence, is_sentence
from lpgminutes.importing.numbering import Family, Numbered, read_number
from lpgminutes.importing.source import SourceLine
from lpgminutes.importing.titles import LONGEST_TITLE, is_closing_title, is_heading, is_known_title, is_title

LONGEST_JUMP = 5
_FEW = 2
_MOSTLY = 0.6
_ENOUGH = 0.2
_STRONG = 2.5
_LINES_OF_A_TITLE = 3


class Scheme(Enum):
    """How a paper sets its items apart."""

    NUMBERS = "numbers"
    HEADINGS = "headings"
    TITLES = "titles that stand alone"


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemOpening:
    """The line that opens an item."""

    index: int
    number: str = ""
    """As printed; empty where none is."""
    value: int = 0
    words: str
    """The title, perhaps with more on the same line."""
    title_above: bool = False
    """Whether the title stands on the line before the number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """The items of a paper in order."""

    scheme: Scheme
    openings: tuple[ItemOpening, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    index: int
    numbered: Numbered
    words: str
    weight: float
    title_above: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Link:
    candidate: _Candidate
    value: int
    weight: float
    before: "_Link | None"

    def chain(self) -> list[_Candidate]:
        """Return the candidates from the first to this one."""
        links: list[_Candidate] = []
        link: _Link | None = self
        while link is not None:
            links.append(link.candidate)
            link = link.before
        return links[::-1]


def find_items(lines: Sequence[SourceLine], *, after: int = 0) -> Outline:
    """Return the items of a paper; none where nothing opens one. Titles count only ``after`` the lists of people."""
    numbered = _best_chain(lines)
    headings = _outline_headings(lines)
    if len(headings) >= _FEW and not _outweighs(numbered, headings, lines):
        return Outline(scheme=Scheme.HEADINGS, openings=tuple(_titled(lines, at) for at in headings))
    chain = numbered.chain() if numbered else []
    numbers = {link.index for link in chain}
    first = after or 1  # the first line of a paper is its own title
    titles = [index for index in range(first, len(lines)) if index not in numbers and is_heading(lines, index)]
    if chain and not _runs_on(chain, titles) and not _begins_late(chain, titles):
        return Outline(scheme=Scheme.NUMBERS, openings=tuple(_with_closing_titles(lines, chain, titles)))
    return Outline(scheme=Scheme.TITLES, openings=tuple(_titled(lines, at) for at in titles))


def _titled(lines: Sequence[SourceLine], index: int) -> ItemOpening:
    """Return an item that a heading opens, with the number that may stand in it."""
    line = lines[index]
    found = read_number(line)
    if found is not None and found.is_set_apart and found.words and found.family in {Family.PLAIN, Family.ITEM}:
        return ItemOpening(index=index, number=found.number, value=found.values[0], words=found.words)
    return ItemOpening(index=index, words=line.text)


def _outline_headings(lines: Sequence[SourceLine]) -> list[int]:
    """Return the headings of the level that the items are at: the highest that comes more than once."""
    levels = [(index, line.outline_level) for index, line in enumerate(lines) if line.outline_level]
    counts: dict[int, list[int]] = {}
    for index, level in levels:
        counts.setdefault(level, []).append(index)
    return next((counts[level] for level in sorted(counts) if len(counts[level]) >= _FEW), [])


def _outweighs(numbered: _Link | None, headings: Sequence[int], lines: Sequence[SourceLine]) -> bool:
    """Whether strong numbers stand between two headings: then the headings only part the paper."""
    if numbered is None:
        return False
    chain = numbered.chain()
    ends = [*headings[1:], len(lines)]
    most = max(sum(start <= link.index < end for link in chain) for start, end in zip(headings, ends, strict=True))
    is_strong = numbered.weight / len(chain) >= _STRONG and len(chain) > _FEW
    return is_strong and most >= len(chain) * _MOSTLY and len(chain) > len(headings)


def _runs_on(chain: Sequence[_Candidate], titles: Sequence[int]) -> bool:
    """Whether the numbers are those of paragraphs that run on across titles without any."""
    if chain[0].numbered.family is not Family.PLAIN:
        return False
    sentences = sum(is_sentence(link.words) for link in chain)
    under_a_title = len({link.index - 1 for link in chain} & set(titles))
    return sentences >= len(chain) * _MOSTLY and under_a_title >= max(_FEW, len(chain) * _ENOUGH)


def _begins_late(chain: Sequence[_Candidate], titles: Sequence[int]) -> bool:
    """Whether items without numbers stand above the first number, which then counts a list in one of them."""
    before = sum(index < chain[0].index for index in titles)
    return before >= _FEW and before >= len(chain)


def _with_closing_titles(
    lines: Sequence[SourceLine], chain: Sequence[_Candidate], titles: Sequence[int]
) -> Iterator[ItemOpening]:
    """Yield the numbered items, and after the last of them the titles that close a meeting without a number."""
    for link in chain:
        yield ItemOpening(
            index=link.index,
            number=link.numbered.number,
            value=link.numbered.values[0],
            words=link.words,
            title_above=link.title_above,
        )
    for index in titles:
        is_below = index > chain[-1].index + (not chain[-1].numbered.words)
        if is_below and is_closing_title(lines[index].text):
            yield ItemOpening(index=index, words=lines[index].text)


def _best_chain(lines: Sequence[SourceLine]) -> _Link | None:
    """Return the end of the chain of numbers that weighs most."""
    ends: dict[str, dict[tuple[int, ...], _Link]] = {}
    best: _Link | None = None
    for candidate in _candidates(lines):
        for series, value in candidate.numbered.series:
            link = _linked(candidate, value, ends.setdefault(series, {}))
            if best is None or link.weight > best.weight:
                best = link
    return best


def _linked(candidate: _Candidate, value: int, ends: dict[tuple[int, ...], _Link]) -> _Link:
    """Join a candidate to the best chain that it carries on, or begin one with it."""
    part = candidate.numbered.values[1:] if candidate.numbered.family is not Family.REFERENCE else ()
    befores = [ends[key] for key in _keys_before(value, part) if key in ends]
    start = -0.4 * min(value - 1, 5) if candidate.numbered.family is not Family.REFERENCE else 0.0
    best = max(befores, key=lambda link: link.weight - 0.5 * max(value - link.value - 1, 0), default=None)
    carried = best.weight - 0.5 * max(value - best.value - 1, 0) if best else start
    before = best if carried > start else None
    link = _Link(
        candidate=candidate,
        value=value,
        weight=candidate.weight + (carried if before else start),
        before=before,
    )
    for key in {(value, *part), (value,)}:
        if key not in ends or link.weight > ends[key].weight:
            ends[key] = link
    return link


def _keys_before(value: int, part: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Yield the numbers that may stand before a number: the one below, with a few left out at most."""
    if part and part[0] > 1:
        yield (value, part[0] - 1)
        return
    if part:
        yield (value,)
    for step in range(1, LONGEST_JUMP + 1):
        yield (value - step,)


def _candidates(lines: Sequence[SourceLine]) -> Iterator[_Candidate]:
    numbers = [read_number(line) if _may_open(line) else None for line in lines]
    for index, found in enumerate(numbers):
        if found is None or found.family not in {Family.PLAIN, Family.ITEM, Family.REFERENCE}:
            continue
        candidate = _candidate(lines, index, found, numbers)
        if candidate is not None:
            yield candidate


def _may_open(line: SourceLine) -> bool:
    return not line.bullet and not line.cells


def _candidate(
    lines: Sequence[SourceLine], index: int, found: Numbered, numbers: Sequence[Numbered | None]
) -> _Candidate | None:
    line = lines[index]
    words, title_above = found.words, False
    if not words:
        title_above = _titled_above(lines, index)
        words = lines[index - 1].text if title_above else _titled_below(lines, index)
        if not words and found.family is not Family.REFERENCE:
            return None
    if found.family is Family.REFERENCE and not title_above and (words[:1].islower() or _is_cue(words)):
        words = ""  # a scanner's reading of a blanked title, or of what stands below one
    if (
        words[:1].islower()
        or _is_cue(words)
        or not (_may_begin(lines, index) or title_above or _is_among(lines, index, found, numbers))
    ):
        return None
    if not (found.is_set_apart or found.family is Family.REFERENCE):
        return None
    return _Candidate(
        index=index,
        numbered=found,
        words=words,
        weight=_weight(line, words, index, found, numbers),
        title_above=title_above,
    )


def _is_cue(words: str) -> bool:
    """Whether words under a number are the cue of an action, and not a title such as ``Action points``."""
    return begins_action(words) and not heads_actions(words)


def _weight(line: SourceLine, words: str, index: int, found: Numbered, numbers: Sequence[Numbered | None]) -> float:
    weight = 1.0
    weight += 1.0 if line.outline_level or line.is_bold or (line.bold_start and not line.number) else 0.0
    weight += 0.5 if line.after_gap or index == 0 else 0.0
    weight += 1.0 if words and is_title(words) else 0.0
    weight -= 1.0 if is_sentence(words) or len(words) > LONGEST_TITLE else 0.0
    weight += 0.7 if is_known_title(words) else 0.0
    weight -= 1.0 if line.list_level > 1 else 0.0
    following = numbers[index + 1 : index + 2 + _LINES_OF_A_TITLE]
    weight += (
        1.0 if any(n and n.values == (found.values[0], 1) and n.family is Family.MINUTE for n in following) else 0.0
    )
    beneath = numbers[index + 1] if index + 1 < len(numbers) else None
    is_listed = beneath and beneath.family is found.family and beneath.value == found.value + 1
    return weight - (1.5 if is_listed and not is_sentence(words) else 0.0)


def _may_begin(lines: Sequence[SourceLine], index: int) -> bool:
    """Whether a paragraph may begin at a line: after a gap, or where the line before could end one."""
    line = lines[index]
    if index == 0 or line.after_gap or line.number or line.outline_level or line.is_bold:
        return True
    return ends_sentence(lines[index - 1].text) or lines[index - 1].page != line.page


def _is_among(lines: Sequence[SourceLine], index: int, found: Numbered, numbers: Sequence[Numbered | None]) -> bool:
    """Whether the neighbours show an item where the text before it lacks its stop."""
    if found.family is not Family.PLAIN:
        return found.family is Family.ITEM or lines[index].text.isupper()
    if is_known_title(found.words):
        return True
    before = numbers[index - 1]
    if before is not None and before.family is Family.PLAIN and before.value == found.value - 1:
        return True
    return any(
        n and n.values == (found.value, 1) and n.family is Family.MINUTE
        for n in numbers[index + 1 : index + 1 + _LINES_OF_A_TITLE]
    )


def _titled_below(lines: Sequence[SourceLine], index: int) -> str:
    """Return the title of a number that stands alone, when it is on the next line."""
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    return below if below[:1].isalpha() and is_title(below) else ""


def _titled_above(lines: Sequence[SourceLine], index: int) -> bool:
    """Whether the title stands right above a number that stands alone: a layout whose numbers hang lower."""
    if index == 0 or lines[index].after_gap or not lines[index - 1].after_gap:
        return False
    above = lines[index - 1].text
    return is_title(above) and above[-1] not in ".:;,"
