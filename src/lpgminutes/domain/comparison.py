"""What changed between two states of the same minutes, paragraph by paragraph and word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

from lpgminutes.domain.document import MinutesDocument, Text

_PIECES = re.compile(r"\w+|\s+|[^\w\s]")
_ALIKE = 0.4
"""From this likeness on two paragraphs are one that was changed, rather than one gone and another come."""


class Outcome(Enum):
    """What became of a paragraph."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a changed paragraph."""

    text: str
    outcome: Outcome
    """Same, added or removed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphChange:
    """A paragraph in both states."""

    outcome: Outcome
    place: str
    """Where it stands now, or stood, in words."""
    before: str
    after: str
    pieces: tuple[Piece, ...] = ()
    """The words of a changed paragraph: what stayed, came and went, in order."""

    def written(self) -> str:
        """Return the paragraph in one row of words, what went as ``[-gone-]`` and what came as ``{+come+}``."""
        if self.outcome is not Outcome.CHANGED:
            return _written(Piece(self.after or self.before, self.outcome))
        return "".join(_written(piece) for piece in self.pieces)


def _written(piece: Piece) -> str:
    if piece.outcome is Outcome.REMOVED:
        return f"[-{piece.text}-]"
    return f"{{+{piece.text}+}}" if piece.outcome is Outcome.ADDED else piece.text


@dataclass(frozen=True, slots=True)
class _Line:
    place: str
    text: str


def compare(before: MinutesDocument, after: MinutesDocument) -> tuple[ParagraphChange, ...]:
    """Return what became of every text of the minutes, in reading order."""
    old, new = list(_lines(before)), list(_lines(after))
    matcher = SequenceMatcher(None, [line.text for line in old], [line.text for line in new], autojunk=False)
    found: list[ParagraphChange] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            found += [_same(line) for line in new[c:d]]
        else:
            found += _changed(old[a:b], new[c:d])
    return tuple(found)


def changes_only(compared: Sequence[ParagraphChange]) -> tuple[ParagraphChange, ...]:
    """Return those paragraphs that are not the same."""
    return tuple(change for change in compared if change.outcome is not Outcome.SAME)


def _lines(document: MinutesDocument) -> Iterator[_Line]:
    """Yield the texts of the minutes that hold something; a label goes with its text, an action's note is left out."""
    yield _Line("the marking", document.marking)
    waiting: Text | None = None
    seen: set[object] = set()
    for text in document.texts():
        if not text or text.place in seen:
            continue
        seen.add(text.place)
        if text.place.field.endswith(".label"):
            waiting = text
            continue
        label = f"{waiting.plain()}: " if waiting is not None and _same_paragraph(waiting, text) else ""
        if waiting is not None and not label:
            yield _Line(waiting.place.words(), waiting.plain())
        waiting = None
        yield _Line(text.place.words(), label + text.plain())
    if waiting is not None:
        yield _Line(waiting.place.words(), waiting.plain())


def _same_paragraph(label: Text, text: Text) -> bool:
    return (label.place.minute, label.place.row, label.place.part) == (
        text.place.minute,
        text.place.row,
        text.place.part,
    ) and label.place.field.partition(".")[0] == text.place.field.partition(".")[0]


def _same(line: _Line) -> ParagraphChange:
    return ParagraphChange(outcome=Outcome.SAME, place=line.place, before=line.text, after=line.text)


def _changed(old: list[_Line], new: list[_Line]) -> Iterator[ParagraphChange]:
    """Pair the lines that are alike, in order; the others went or came."""
    position = 0
    for line in old:
        partner = next((at for at in range(position, len(new)) if _are_alike(line, new[at])), None)
        if partner is None:
            yield ParagraphChange(outcome=Outcome.REMOVED, place=line.place, before=line.text, after="")
            continue
        yield from (_added(one) for one in new[position:partner])
        yield ParagraphChange(
            outcome=Outcome.CHANGED,
            place=new[partner].place,
            before=line.text,
            after=new[partner].text,
            pieces=pieces_of(line.text, new[partner].text),
        )
        position = partner + 1
    yield from (_added(one) for one in new[position:])


def _added(line: _Line) -> ParagraphChange:
    return ParagraphChange(outcome=Outcome.ADDED, place=line.place, before="", after=line.text)


def _are_alike(one: _Line, other: _Line) -> bool:
    if one.place == other.place:
        return True
    words = SequenceMatcher(None, _PIECES.findall(one.text), _PIECES.findall(other.text), autojunk=False)
    return words.quick_ratio() >= _ALIKE and words.ratio() >= _ALIKE


def pieces_of(before: str, after: str) -> tuple[Piece, ...]:
    """Return the words of two texts in one row: what stayed, what went, what came."""
    old, new = _PIECES.findall(before), _PIECES.findall(after)
    pieces: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece("".join(old[a:b]), Outcome.SAME))
            continue
        pieces += [Piece("".join(old[a:b]), Outcome.REMOVED)] if a < b else []
        pieces += [Piece("".join(new[c:d]), Outcome.ADDED)] if c < d else []
    return tuple(pieces)
