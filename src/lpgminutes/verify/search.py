"""The search of all readings at once: one squeezed text and one index of it, whatever the number of terms."""

import struct
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from functools import cached_property
from itertools import pairwise
from typing import TypeVar

from lpgminutes.verify.dates import DayFinder
from lpgminutes.verify.figures import FigureFinder
from lpgminutes.verify.folding import fold, lower, squeeze, squeezed_positions
from lpgminutes.verify.people import PeopleFinder
from lpgminutes.verify.reading import COLUMN, Level, Reading
from lpgminutes.verify.terms import SHORTEST, Code, Phrase, Shape, Terms
from lpgminutes.verify.verdict import Hit, Standing
from lpgminutes.verify.vocabulary import is_furniture

Needle = TypeVar("Needle")
_GRAM = 4
_STRETCH = 1 << 19
"""How many bytes are indexed at a time: an index takes some eighty times as much."""
_WORD = struct.Struct("=I").unpack_from
_NOISE_PROOF = 6
_RESPACED = 7
"""From this many letters on a word may be broken up anyhow; shorter ones only as people disguise words."""
_WHOLE_NAME = 10
"""From this many letters on a name of several words counts when it is run together with others."""
_UNMISTAKABLE = 8
"""From this many letters on a word counts in noise even when other letters touch it."""


class Grams:
    """Which runs of four bytes occur: a text that lacks one of a needle's runs lacks the needle."""

    def __init__(self, data: bytes) -> None:
        """Index the data; the four phases of four-byte words together are all its runs."""
        self._runs: set[int] = set()
        for phase in range(_GRAM):
            length = (len(data) - phase) // _GRAM * _GRAM
            if length > 0:
                self._runs.update(memoryview(data)[phase : phase + length].cast("I"))

    def may_hold(self, needle: bytes) -> bool:
        """Whether the needle can be there at all."""
        last = len(needle) - _GRAM
        if last < 0:
            return True
        runs = self._runs
        if _WORD(needle)[0] not in runs or _WORD(needle, last)[0] not in runs:
            return False
        return all(_WORD(needle, at)[0] in runs for at in range(_GRAM, last, _GRAM))


def likely(data: bytes, needles: Sequence[tuple[bytes, Needle]]) -> list[Needle]:
    """Give what belongs to those needles that may be in the data; large data is indexed a stretch at a time."""
    if len(data) <= _STRETCH:
        grams = Grams(data)
        return [owner for needle, owner in needles if grams.may_hold(needle)]
    overlap = max((len(needle) for needle, _ in needles), default=0)
    found: dict[int, Needle] = {}
    for start in range(0, len(data), _STRETCH):
        grams = Grams(data[start : start + _STRETCH + overlap])
        found |= {n: owner for n, (needle, owner) in enumerate(needles) if n not in found and grams.may_hold(needle)}
    return list(found.values())


class Folded:
    """One reading with its folds, each made when first asked for."""

    __slots__ = ("__dict__", "reading", "text")

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = fold(reading.text)

    @cached_property
    def lowered(self) -> str:
        """The folded text in lower case."""
        return lower(self.text)

    @cached_property
    def squeezed(self) -> str:
        """Letters, digits and points in numbers."""
        return squeeze(self.lowered)

    @cached_property
    def positions(self) -> list[int]:
        """Where each squeezed character stands."""
        return squeezed_positions(self.lowered)

    def span(self, start: int, length: int) -> tuple[int, int]:
        """Turn a stretch of the squeezed text into one of the folded text."""
        return self.positions[start], self.positions[start + length - 1] + 1


class Searcher:
    """The terms made ready, and the texts that an officer has accepted."""

    def __init__(self, terms: Terms, allowed: Sequence[str]) -> None:
        """Prepare for any number of searches."""
        self._terms = terms
        self._allowed = _squeezed(allowed)
        forms: list[Phrase | Code] = [*terms.codes, *terms.phrases]
        self._needles = [(form.key.encode("utf-8", "surrogatepass"), form) for form in forms]
        self._figures = FigureFinder(terms.figures)
        self._days = {number: DayFinder([day]) for number, day in terms.days}
        self._any_day = DayFinder([day for _, day in terms.days])
        self._people = PeopleFinder(terms.people)

    def allowing(self, allowed: Sequence[str]) -> "Searcher":
        """Return the same with other texts accepted."""
        other = copy(self)
        other._allowed = _squeezed(allowed)  # noqa: SLF001 - of its own class
        return other

    def hits(self, readings: Iterable[Reading]) -> Iterator[Hit]:
        """Give every hit in these readings."""
        folded = [Folded(reading) for reading in readings if reading.text]
        yield from self._phrase_hits(folded)
        for one in folded:
            level = one.reading.level
            if level >= Level.TEXT:
                yield from self._short_hits(one)
                yield from self._figure_hits(one)
            if level >= Level.MARKUP:
                yield from self._day_hits(one)
            if level >= Level.LABEL:
                yield from self._people_hits(one)

    def _phrase_hits(self, folded: list[Folded]) -> Iterator[Hit]:
        starts, total = [], 0
        for one in folded:
            starts.append(total)
            total += len(one.squeezed) + 1
        everything = " ".join(one.squeezed for one in folded)
        encoded = everything.encode("utf-8", "surrogatepass")
        for phrase in likely(encoded, self._needles):
            for which, at in _places(phrase.key, everything, starts):
                if isinstance(phrase, Code) or self._stands(phrase, folded[which], at):
                    stretch = folded[which].span(at, len(phrase.key))
                    yield self._hit(phrase.number, folded[which], stretch, phrase.how)

    def _stands(self, phrase: Phrase, one: Folded, at: int) -> bool:
        level = one.reading.level
        if level <= Level.MARKUP and phrase.digits:
            return False
        if level <= Level.LABEL and (phrase.furniture or (phrase.digits and len(phrase.key) < _NOISE_PROOF)):
            return False
        if level is Level.NOISE and len(phrase.key) < _NOISE_PROOF:
            return False
        start, end = one.span(at, len(phrase.key))
        if one.reading.how == COLUMN and phrase.how and "\n" in one.text[start:end]:
            # The end of one name and the beginning of the next in a list are not a name in another order.
            return False
        return is_match(phrase, one, at, start, end) and not self._is_allowed(one, start, end)

    def _is_allowed(self, one: Folded, start: int, end: int) -> bool:
        """Whether a stretch lies inside an accepted text; only its surroundings are looked at."""
        if not self._allowed:
            return False
        first, last = bisect_left(one.positions, start), bisect_left(one.positions, end)
        for key in self._allowed:
            at = one.squeezed.find(key, max(0, last - len(key)), first + len(key))
            if at >= 0 and (first < last or at < first < at + len(key)):
                return True
        return False

    def _short_hits(self, one: Folded) -> Iterator[Hit]:
        for number, short in self._terms.shorts:
            if len(short) < SHORTEST and one.reading.level is not Level.VISIBLE:
                continue
            text, sought = (one.text, short) if len(short) < SHORTEST else (one.lowered, lower(short))
            at = text.find(sought) if sought else -1
            while at >= 0:
                end = at + len(sought)
                if not runs_on(one.text, at, end) and not self._is_allowed(one, at, end):
                    yield self._hit(number, one, (at, end), "")
                at = text.find(sought, at + 1)

    def _figure_hits(self, one: Folded) -> Iterator[Hit]:
        for found in self._figures.find(one.text):
            if not self._is_allowed(one, found.start, found.end):
                yield self._hit(found.number, one, (found.start, found.end), "")

    def _day_hits(self, one: Folded) -> Iterator[Hit]:
        if next(iter(self._any_day.find(one.lowered, one.text)), None) is None:
            return
        for number, finder in self._days.items():
            for found in finder.find(one.lowered, one.text):
                if not self._is_allowed(one, found.start, found.end):
                    yield self._hit(number, one, (found.start, found.end), "date in another form")

    def _people_hits(self, one: Folded) -> Iterator[Hit]:
        for found in self._people.find(one.text):
            if one.reading.level is Level.LABEL and is_furniture(one.lowered[found.start : found.end]):
                continue
            if not self._is_allowed(one, found.start, found.end):
                yield self._hit(found.number, one, (found.start, found.end), found.how)

    def _hit(self, number: int, one: Folded, stretch: tuple[int, int], how: str) -> Hit:
        reading = one.reading
        return Hit(
            term=self._terms.given[number],
            part=reading.part,
            how=", ".join(filter(None, (reading.how, how))),
            stands=(Standing.of(one.text, *stretch),),
        )


def _squeezed(allowed: Iterable[str]) -> list[str]:
    return [key for text in allowed if (key := squeeze(lower(fold(text))))]


def _places(key: str, everything: str, starts: list[int]) -> Iterator[tuple[int, int]]:
    """Give each place of a key: in which reading, and where in it."""
    at = everything.find(key)
    while at >= 0:
        which = bisect_right(starts, at) - 1
        yield which, at - starts[which]
        at = everything.find(key, at + 1)


def is_match(phrase: Phrase, one: Folded, at: int, start: int, end: int) -> bool:
    """Whether a squeezed match is really the phrase: whole words, in its own shape."""
    if one.reading.level is Level.NOISE and len(phrase.key) >= _UNMISTAKABLE:
        return True
    gaps = _gaps(one, at, len(phrase.key))
    if not gaps and len(phrase.breaks) > 0 and len(phrase.key) >= _WHOLE_NAME and phrase.shape is Shape.WORDS:
        return True
    if not (starts_word(one.text, start) and ends_word(one.text, end)):
        return False
    if phrase.shape is Shape.LITERAL:
        return "".join(one.lowered[start:end].split()) == "".join(phrase.literal.split())
    if phrase.shape is Shape.MAILBOX:
        return _is_mailbox(phrase, one.text, start, end, gaps)
    return _is_respelt(phrase, gaps)


def _is_respelt(phrase: Phrase, gaps: dict[int, str]) -> bool:
    if phrase.key[0].isdigit() and "\n\n" in next(iter(gaps.values()), ""):
        # A number that ends one cell or paragraph and words that begin the next are two things.
        return False
    return len(phrase.key) >= _RESPACED or _is_disguise(gaps, phrase)


def _gaps(one: Folded, at: int, length: int) -> dict[int, str]:
    """Give what stands between the squeezed characters of a match, by how many precede it."""
    positions = one.positions[at : at + length]
    return {
        n: one.text[before + 1 : after]
        for n, (before, after) in enumerate(pairwise(positions), 1)
        if after - before > 1
    }


def _is_disguise(gaps: dict[int, str], phrase: Phrase) -> bool:
    """Whether the gaps of a short match are its own, between every letter, or where lines and cells break."""
    if set(gaps) <= phrase.breaks or len(gaps) == len(phrase.key) - 1:
        return True
    return len(phrase.key) >= 5 and all(  # noqa: PLR2004
        n in phrase.breaks or not gap.strip("\n\t\x00-") for n, gap in gaps.items()
    )


def _is_mailbox(phrase: Phrase, text: str, start: int, end: int, gaps: dict[int, str]) -> bool:
    if any(gap not in {".", "_", "-", ". "} for gap in gaps.values()):
        return False
    in_address = text[end : end + 1] == "@"
    if not gaps:
        name = text[start:end]
        is_plural = name.endswith("s") and phrase.literal[-2:-1] == "."
        is_account = end - start >= _RESPACED and (name.islower() or name[1:2].isupper()) and not is_plural
        return in_address or is_account
    spaced = ". " in gaps.values()
    return not spaced or (1 in gaps and text[start].isupper() and text[start + 3 : start + 4].isupper())


def runs_on(text: str, start: int, end: int) -> bool:
    """Whether letters go on beside a stretch that itself ends in a letter there."""
    left = start > 0 and text[start].isalnum() and text[start - 1].isalnum()
    return left or (text[end - 1].isalnum() and text[end : end + 1].isalnum())


def starts_word(text: str, at: int) -> bool:
    """Whether a word, a number or a capital inside a compound begins here."""
    if at == 0:
        return True
    before, first = text[at - 1], text[at]
    if not before.isalnum():
        return not (first.isdigit() and before in ".," and at > 1 and text[at - 2].isdigit())
    if _is_other_script(before, first):
        return True
    if before.isdigit() or first.isdigit():
        return before.isdigit() != first.isdigit()
    return first.isupper() and (before.islower() or text[at + 1 : at + 2].islower())


def ends_word(text: str, at: int) -> bool:
    """Whether a word, a number or a part of a compound ends here."""
    if at >= len(text):
        return True
    last, after = text[at - 1], text[at]
    if not after.isalnum():
        return not (last.isdigit() and after == "." and text[at + 1 : at + 2].isdigit())
    if _is_other_script(after, last):
        return True
    if after.isdigit() or last.isdigit():
        return after.isdigit() != last.isdigit()
    return after.isupper() and (last.islower() or text[at + 1 : at + 2].islower())


def _is_other_script(beside: str, own: str) -> bool:
    """Whether letters that touch cannot be of one word: two scripts, or one that writes without spaces."""
    return beside.isascii() != own.isascii() or (not own.isascii() and own.upper() == own.lower())
