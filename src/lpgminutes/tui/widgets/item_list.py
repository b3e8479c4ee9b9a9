"""The agenda items beside the minutes: what is done, where the meeting is, what is still to come."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.content import Content

from lpgminutes.domain.meetings import ItemState
from lpgminutes.tui.commands.command import bindings
from lpgminutes.tui.commands.minutes import ITEM_STATE
from lpgminutes.tui.text import counted, one_line, plain
from lpgminutes.tui.widgets.kept_rows import KeptRows

if TYPE_CHECKING:
    from lpgminutes.domain.document import MinutesDocument
    from lpgminutes.domain.meetings import Meeting

_NUMBER_WIDTH = 4
_LINES = 2
_SIGNS = {
    ItemState.DONE: "\N{CHECK MARK}",
    ItemState.OPEN: "\N{BLACK RIGHT-POINTING SMALL TRIANGLE}",
    ItemState.DEFERRED: "\N{RIGHTWARDS ARROW WITH HOOK}",
    ItemState.NOT_REACHED: "\N{MIDDLE DOT}",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaRow:
    """One item, as the agenda shows it."""

    number: str
    title: str
    state: ItemState | None
    minutes: int


def agenda_of(meeting: "Meeting", document: "MinutesDocument") -> tuple[AgendaRow, ...]:
    """Return the agenda of a meeting."""
    return tuple(
        AgendaRow(number=entry.number, title=entry.title.plain(), state=item.state, minutes=len(entry.minutes))
        for entry, item in zip(document.items, meeting.items, strict=True)
    )


class ItemList(KeptRows[AgendaRow]):
    """Number and title of each item; under it, how far the meeting has come with it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings((ITEM_STATE,))]

    def key_of(self, row: AgendaRow) -> Hashable:
        """An item is the same by its number."""
        return row.number

    def row_height(self, width: int) -> int:  # noqa: ARG002 - the same at every width
        """Two lines."""
        return _LINES

    def lines_of(self, row: AgendaRow, width: int) -> Sequence[Content]:  # noqa: ARG002 - cut when drawn
        """Return both lines."""
        number = plain(row.number, "strong").truncate(_NUMBER_WIDTH, pad=True)
        style = "" if row.state is ItemState.OPEN or row.state is None else "soft"
        minutes = counted(row.minutes, "minute") if row.minutes or row.state is None else ""
        words = (f"{_SIGNS[row.state]} {row.state.value}" if row.state else "", minutes)
        told = plain(" \N{MIDDLE DOT} ".join(filter(None, words)), "accent" if row.state is ItemState.OPEN else "soft")
        return (number + one_line(row.title, style), told.pad_left(_NUMBER_WIDTH))
