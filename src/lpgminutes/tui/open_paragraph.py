"""A paragraph that is open to be corrected, in the state in which it was opened."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lpgminutes.domain.meetings import Block, BlockKind
from lpgminutes.tui.paragraph_text import lead_of, typed_form

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lpgminutes.domain.block_tree import Spot
    from lpgminutes.services.editing import Seen
    from lpgminutes.tui.entered_line import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenParagraph:
    """The paragraph in the composer."""

    block: Block
    revision: int
    number: str
    lead: str
    """What hangs at its left on paper."""
    aside: list[str]
    """The new line that was being typed when it was opened, and those that were pasted along or refused since."""

    @classmethod
    def at(cls, spot: "Spot", *, number: str, revision: int | None, aside: "Iterable[str]") -> "OpenParagraph":
        """Open what stands at a place; ``revision`` is that of an earlier state in which it was seen."""
        return cls(
            block=spot.block,
            revision=revision or spot.block.revision,
            number=number,
            lead=lead_of(spot.block, number, spot.level),
            aside=list(aside),
        )

    @property
    def block_id(self) -> int:
        """The id of the paragraph."""
        return self.block.id or 0

    @property
    def is_title(self) -> bool:
        """Whether it is the title of an item."""
        return self.block.kind is BlockKind.ITEM

    @property
    def words(self) -> str:
        """What is to be typed to have it as it was."""
        return typed_form(self.block)

    @property
    def line_aside(self) -> str:
        """The new line that was being typed when it was opened; empty for none."""
        return next(iter(self.aside), "")

    @property
    def place(self) -> str:
        """Which state of it is open, as the journal says it."""
        return f"block {self.block.id} {self.revision}"

    def seen(self) -> "Seen":
        """Return which state of it a change is made to."""
        from lpgminutes.services.editing import Seen

        return Seen(block=self.block_id, revision=self.revision)

    def is_reworded_in(self, now: Block) -> bool:
        """Whether somebody wrote other words in it."""
        return typed_form(now) != self.words

    def moved_as(self, now: Block) -> "OpenParagraph":
        """Return it in its state of now, of the same words: it moved, or its number changed."""
        return replace(self, block=now, revision=now.revision)


class ChangesAsked:
    """The changes of paragraphs that were asked for and not answered, in the order in which that was done."""

    def __init__(self) -> None:
        self._asked: list[tuple[OpenParagraph, Entry]] = []

    def ask(self, paragraph: OpenParagraph, entry: "Entry") -> None:
        """Note that a change is on its way."""
        self._asked.append((paragraph, entry))

    def answered(self) -> "tuple[OpenParagraph, Entry]":
        """Return of which paragraph the next answer is, and what was entered for it."""
        return self._asked.pop(0)

    def is_of(self, paragraph: OpenParagraph) -> bool:
        """Whether a change of this very opening is on its way."""
        return any(paragraph is one for one, _ in self._asked)
