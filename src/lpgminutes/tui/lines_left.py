"""What an earlier run left behind, taken apart: new lines, each for its item, and paragraphs that were changed."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from lpgminutes.journal import Draft


@dataclass(slots=True, kw_only=True)
class LinesLeft:
    """What is not recorded of a draft."""

    place: str
    """Where the first of the lines goes."""
    typed: list[str] = field(default_factory=list)
    """The new lines in their order, with a jump before each that goes under another item than the one before."""
    paragraphs: list[tuple[str, str]] = field(default_factory=list)
    """What was typed for paragraphs that are there already, each with its place; the one that was open last."""

    @classmethod
    def of(cls, draft: "Draft", recorded: "Collection[str]") -> "LinesLeft":
        """Take apart what was left behind, without what was recorded just before the end."""
        entered, rest = draft.parts()
        parts = [(one.place, [text]) for one, text in entered if one.moment not in recorded]
        parts.append((draft.place, [rest] if draft.place.startswith("block ") else rest.split("\n")))
        left = cls(place="")
        for place, texts in parts:
            left.take(place, [text for text in texts if text.strip()])
        left.take(draft.aside_place, [line for line in draft.aside.split("\n") if line.strip()])
        left.place = left.place or draft.place
        return left

    def __bool__(self) -> bool:
        return bool(self.typed or self.paragraphs)

    def words(self) -> str:
        """Return everything that was typed, each line on its own."""
        return "\n".join((*self.typed, *(text for _, text in self.paragraphs)))

    def take(self, place: str, texts: list[str]) -> None:
        """Take in some texts that go to one place."""
        if place.startswith("block "):
            self.paragraphs += [(place, text) for text in texts]
            return
        if texts and self.typed and place != self._latest and _number(place):
            self.typed.append(f"#{_number(place)}")
        if texts:
            self.place, self._latest = self.place or place, place or self._latest
        self.typed += texts

    _latest: str = ""

    def first_item(self, known: "Collection[str]") -> str:
        """Return the number of the item that the first of the lines goes under, where there is such an item."""
        number = _number(self.place)
        return number if number in known else ""


def _number(place: str) -> str:
    kind, _, number = place.partition(" ")
    return number if kind == "item" else ""
