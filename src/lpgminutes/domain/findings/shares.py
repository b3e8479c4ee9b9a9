"""How much of an item, or of all the minutes, is withheld."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from lpgminutes.domain.document import MinutesDocument, Text, Words
from lpgminutes.domain.findings.finding import Finding, FindingKind, Severity
from lpgminutes.domain.findings.items import items_by_place

_MUCH_OF_ALL = 0.4
_MUCH_OF_AN_ITEM = 0.5
_FEWEST = 40
"""Words from which a share says something."""
_PROSE = ("minutes.", "points.", "items.")


@dataclass(slots=True)
class _Share:
    """Words that were written, and those of them that stand open."""

    written: int = 0
    left: int = 0

    def add(self, original: Text, copy: Text) -> None:
        self.written += _count(original)
        self.left += _count(copy)

    @property
    def withheld(self) -> float:
        return 1 - self.left / self.written if self.written >= _FEWEST else 0.0

    def words(self) -> str:
        return f"{self.withheld:.0%} of it is withheld, {self.written - self.left} of {self.written} words"


def much_withheld(original: MinutesDocument, copy: MinutesDocument) -> Iterator[Finding]:
    """Yield the items, and the minutes as a whole, of which so much is withheld that somebody will ask why."""
    released = {text.place: text for text in copy.texts()}
    item_of = items_by_place(original)
    items: dict[str, _Share] = defaultdict(_Share)
    everything = _Share()
    for text in original.texts():
        if text.place.field.startswith(_PROSE) and text.place in released:
            for share in (items[item_of[text.place]], everything):
                share.add(text, released[text.place])
    if everything.withheld >= _MUCH_OF_ALL:
        yield _finding("the minutes as a whole", everything)
        return
    for number, share in items.items():
        if share.withheld >= _MUCH_OF_AN_ITEM:
            yield _finding(f"item {number}", share)


def _finding(what: str, share: _Share) -> Finding:
    return Finding(
        kind=FindingKind.MUCH_WITHHELD,
        severity=Severity.NOTE,
        text=what,
        explanation=f"Counted in words, {share.words()}. What can be released has to be: see whether phrases would do, "
        "and accept this with the reason if they would not.",
    )


def _count(text: Text) -> int:
    return sum(len(segment.text.split()) for segment in text.segments if isinstance(segment, Words))
