"""What comes of laying words of a record beside words of a copy: which agree, and the stretches that do not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from lpgminutes.domain.reviewing.aligning import Run, agreeing, without_strays
from lpgminutes.domain.reviewing.words_beside import Word, key_of, squeezed


@dataclass(frozen=True, slots=True, kw_only=True)
class WithheldStretch:
    """Words of the record that the copy has a mark for."""

    where: str
    """The number of the minute, or the name of the field."""
    words: str
    cited: tuple[str, ...]
    """What the marks over them cite."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Words in one place, of the record or of the copy."""

    where: str
    words: str


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch in which the two sides differ."""

    ours: tuple[Word, ...]
    theirs: tuple[Word, ...]

    @property
    def marks(self) -> tuple[Word, ...]:
        """The marks in it."""
        return tuple(word for word in self.theirs if word.mark is not None)

    @property
    def said(self) -> tuple[Word, ...]:
        """The words that the copy should have or mark."""
        return tuple(word for word in self.ours if word.weighs)

    @property
    def open_words(self) -> tuple[Word, ...]:
        """The words that the copy has here."""
        return tuple(word for word in self.theirs if word.weighs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """Two sides laid beside each other."""

    agreeing: tuple[tuple[Word, Word], ...]
    parts: tuple[Part, ...]
    rejoined: tuple[Word, ...] = ()
    """Words of the record that the copy has in other pieces: ``no-one`` broken over two lines."""

    @property
    def open_words(self) -> tuple[Word, ...]:
        """The words of the record that stand open."""
        return (*(word for word, _ in self.agreeing if word.weighs), *self.rejoined)

    @property
    def words_released(self) -> int:
        """How many words of the record stand open."""
        return len(self.open_words)


def lay(ours: Sequence[Word], theirs: Sequence[Word], *, in_paragraphs: bool = False) -> Laid:
    """Lay two sides beside each other by their words; ``in_paragraphs`` says that passages are texts of the record."""
    runs = agreeing([word.key for word in ours], [word.key for word in theirs])
    runs = without_strays(runs, [word.weighs for word in ours], [word.weighs for word in theirs])
    runs = _marks_filled(runs, ours, theirs)
    agreed = tuple((ours[at + step], theirs[other + step]) for at, other, size in runs for step in range(size))
    parts: list[Part] = []
    rejoined: list[Word] = []
    end = other_end = 0
    for at, other, size in [*runs, (len(ours), len(theirs), 0)]:
        part = Part(tuple(ours[end:at]), tuple(theirs[other_end:other]))
        if _is_the_same(part):
            rejoined += part.said
        elif part.ours or part.theirs:
            before = (ours[end - 1], theirs[other_end - 1]) if end else None
            after = (ours[at], theirs[other]) if size else None
            parts += _bounded(part, before, after) if in_paragraphs else [part]
        end, other_end = at + size, other + size
    return Laid(agreeing=agreed, parts=tuple(parts), rejoined=tuple(rejoined))


def _bounded(part: Part, before: tuple[Word, Word] | None, after: tuple[Word, Word] | None) -> Iterator[Part]:
    """Yield a stretch without the words that its marks cannot stand for: those of another paragraph.

    Marks that end a passage whose words agree stand for words of that paragraph, and so do those that begin one.
    """
    passages = {mark.unit for mark in part.marks}
    follows = before is not None and passages == {before[1].unit}
    leads = after is not None and passages == {after[1].unit}
    own = part.ours
    if before and follows and not leads:
        ours, _ = before
        own = tuple(word for word in part.ours if ours.is_item or _is_with(word, ours))
    elif after and leads and not follows:
        own = tuple(word for word in part.ours if word.unit == after[0].unit)
    if not any(word.weighs for word in own):
        own = part.ours
    if len(own) < len(part.ours):
        kept = set(map(id, own))
        yield Part(tuple(word for word in part.ours if id(word) not in kept), ())
    yield Part(own, part.theirs)


def _is_with(word: Word, other: Word) -> bool:
    """Whether a word may stand under a mark that follows another: in its paragraph, or in all behind its number."""
    return word.where == other.where if other.is_number else word.unit == other.unit


def _is_the_same(part: Part) -> bool:
    """Whether only spaces and hyphens differ, as in a word broken over two lines, or a figure was read as a number."""
    said, others = squeezed(part.said), squeezed(part.open_words)
    numbers = squeezed(word for word in part.ours if word.is_number)
    return not part.marks and (said in {others, squeezed(part.theirs)} or (not said and others == numbers))


def _marks_filled(runs: Sequence[Run], ours: Sequence[Word], theirs: Sequence[Word]) -> tuple[Run, ...]:
    """Give up a word that agrees by chance between a mark over nothing and words that have no mark.

    In ``Ms Ellwood agreed. XXXX asked`` for ``Margaret Ellwood asked`` the mark stands for the whole name.
    """
    kept = list(runs)
    for index in range(len(runs) - 1, -1, -1):
        at, other, size = runs[index]
        before = runs[index - 1] if index else (0, 0, 0)
        after = runs[index + 1] if index + 1 < len(runs) else (len(ours), len(theirs), 0)
        left = Part(tuple(ours[before[0] + before[2] : at]), tuple(theirs[before[1] + before[2] : other]))
        right = Part(tuple(ours[at + size : after[0]]), tuple(theirs[other + size : after[1]]))
        if size == 1 and ours[at].weighs and (_is_hungry(left, right) or _is_hungry(right, left)):
            del kept[index]
    return tuple(kept)


def _is_hungry(over_nothing: Part, unmarked: Part) -> bool:
    is_empty = bool(over_nothing.marks) and not over_nothing.ours
    return is_empty and bool(unmarked.said) and bool(unmarked.open_words) and not unmarked.marks


def cited_by(marks: Sequence[Word]) -> tuple[str, ...]:
    """Return what marks cite, each once."""
    return tuple(dict.fromkeys(word.mark.cited for word in marks if word.mark is not None))


def by_place(words: Sequence[Word]) -> Iterator[tuple[str, tuple[Word, ...]]]:
    """Yield words by where they stand."""
    for where, group in groupby(words, key=lambda word: word.where):
        yield where, tuple(group)


def divided(part: Part) -> Iterator[Part]:
    """Divide a stretch with several marks so that each has its own words, where that can be told.

    It can where as many passages as texts meet, or where what parts the marks parts the words too, in one way alone.
    """
    if pieces := _without_piece(part):
        for piece in pieces:
            yield from divided(piece)
        return
    texts, passages = _by_unit(part.ours), _by_unit(part.theirs)
    if len(texts) == len(passages) > 1:
        for ours, theirs in zip(texts, passages, strict=True):
            yield from divided(Part(ours, theirs))
        return
    marks, words = part.marks, part.said
    if len(marks) > 1 and not part.open_words and (cuts := _cuts(words, [mark.gap for mark in marks[1:]])):
        edges = [0, *cuts, len(words)]
        for index, mark in enumerate(marks):
            yield Part(words[edges[index] : edges[index + 1]], (mark,))
    else:
        yield part


def _without_piece(part: Part) -> list[Part]:
    """Divide a stretch behind a mark that covers a word but for its end, as in ``XXXX's``; nothing without one."""
    for at in range(1, len(part.theirs)):
        end, mark = part.theirs[at], part.theirs[at - 1]
        if not end.weighs or mark.mark is None or any(character.isspace() for character in end.gap):
            continue
        ends = [i for i, word in enumerate(part.ours) if word.key != end.key and word.key.endswith(end.key)]
        if len(ends) == 1 or (ends and at == len(part.theirs) - 1 and ends[-1] == len(part.ours) - 1):
            last = part.ours[ends[-1]]
            cut = last.shown[: len(last.shown) - len(end.shown)].rstrip("'\u2019-")
            covered = (*part.ours[: ends[-1]], replace(last, shown=cut, key=key_of(cut)))
            return [Part(covered, part.theirs[:at]), Part(part.ours[ends[-1] + 1 :], part.theirs[at + 1 :])]
    return []


def _by_unit(words: Sequence[Word]) -> list[tuple[Word, ...]]:
    said = [word for word in words if not word.is_number and not word.is_optional]
    return [tuple(group) for _, group in groupby(said, key=lambda word: word.unit)]


def _cuts(words: Sequence[Word], gaps: Sequence[str]) -> list[int]:
    """Return where words part as marks do; nothing where they do so in no way or in several."""
    wanted = ["".join(gap.split()) for gap in gaps]
    have = ["".join(word.gap.split()) for word in words]
    if not all(wanted):
        return []
    first = _found(wanted, range(1, len(words)), have)
    last = _found(wanted[::-1], range(len(words) - 1, 0, -1), have)[::-1]
    return first if first == last else []


def _found(wanted: Sequence[str], places: Sequence[int], have: Sequence[str]) -> list[int]:
    left = iter(places)
    found = [next((at for at in left if have[at] == gap), 0) for gap in wanted]
    return found if all(found) else []
