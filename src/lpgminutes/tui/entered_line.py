"""A line between Enter and the answer of the store."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from threading import Event

    from lpgminutes.domain.capture import CapturedLine, LineKind

_PATIENCE = 2.0


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class Entry:
    """That something was entered: the journal keeps it with what was typed, and the records keep its moment."""

    typed: str
    moment: dt.datetime
    """When; no two have the same."""
    place: str
    """Where it goes, as the journal says it; known better when the line before it is recorded."""
    is_kept: "Event | None" = None
    """Set when it is in the journal: nothing is recorded before, for nobody would know later that it is."""

    def wait_until_kept(self) -> None:
        """Wait for the journal, but for no disk that does not answer."""
        if self.is_kept is not None:
            self.is_kept.wait(_PATIENCE)


@dataclass(slots=True, eq=False, repr=False)
class EnteredLine:
    """A line that was entered and is not answered yet; the answer names it, for two may have the same words."""

    line: "CapturedLine | str"
    under: int | None = None
    after: int | None = None
    as_kind: "LineKind | None" = None
    is_after_a_move: bool = False
    """Whether it was typed after somebody went to an item: it goes there, whatever the line before began."""
    entry: Entry | None = None
    is_on_its_way: bool = False
    """Whether the store was asked to take it and has not answered: asked twice, it would take it twice."""

    @property
    def typed(self) -> str:
        """The line as it was typed."""
        return self.line if isinstance(self.line, str) else self.line.typed
