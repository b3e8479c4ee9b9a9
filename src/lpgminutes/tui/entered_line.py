"""A line between Enter and the answer of the store."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lpgminutes.domain.capture import CapturedLine, LineKind


@dataclass(slots=True, eq=False, repr=False)
class EnteredLine:
    """A line that was entered and is not answered yet; the answer names it, for two may have the same words."""

    line: "CapturedLine | str"
    under: int | None = None
    after: int | None = None
    as_kind: "LineKind | None" = None
    is_after_a_move: bool = False
    """Whether it was typed after somebody went to an item: it goes there, whatever the line before began."""
    is_on_its_way: bool = False
    """Whether the store was asked to take it and has not answered: asked twice, it would take it twice."""

    @property
    def typed(self) -> str:
        """The line as it was typed."""
        return self.line if isinstance(self.line, str) else self.line.typed
