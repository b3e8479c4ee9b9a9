"""What was declared at a meeting: each declaration can be changed, or taken out."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from lpgminutes.domain.people import Declaration
from lpgminutes.tui.commands.command import bindings
from lpgminutes.tui.commands.people import INTERESTS
from lpgminutes.tui.screens.overlay import Overlay
from lpgminutes.tui.text import counted, one_line, plain, spread
from lpgminutes.tui.widgets.key_bar import KeyBar
from lpgminutes.tui.widgets.row_list import RowList

_MOST_ROWS, _AROUND = 8, 5


class InterestRows(RowList[Declaration]):
    """Who and what; under it the item, and what the person did."""

    def key_of(self, row: Declaration) -> Hashable:
        """A declaration is the same by its id."""
        return row.id

    def row_height(self, width: int) -> int:  # noqa: ARG002 - the same at every width
        """Two lines."""
        return 2

    def lines_of(self, row: Declaration, width: int) -> Sequence[Content]:
        """Return both lines."""
        about = f"item {row.item}" if row.item else "the meeting as a whole"
        upper = spread(one_line(row.name, "strong"), plain(f"{about}, {row.conduct.value}", "soft"), width)
        return (upper, plain("  ") + one_line(row.nature))


@dataclass(frozen=True, slots=True)
class TakeOut:
    """A declaration is to be taken out."""

    declaration: Declaration


class Interests(Overlay[Declaration | TakeOut | bool]):
    """Returns the declaration to change, the one to take out, or ``True`` for a new one."""

    CSS_PATH = Path(__file__).parent.parent / "styles" / "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(INTERESTS)]

    def __init__(self, declarations: tuple[Declaration, ...]) -> None:
        super().__init__()
        self._declarations = declarations

    def body(self) -> ComposeResult:
        """Lay the list."""
        count = counted(len(self._declarations), "declaration")
        with Vertical(id="form", classes="-broad"):
            yield Static(plain(f"{count[:1].upper()}{count[1:]} of interest"), id="form-heading")
            yield InterestRows()
            yield KeyBar()

    def on_mount(self) -> None:
        """Show them."""
        rows = self.query_one(InterestRows)
        rows.show(self._declarations)
        self.set_focus(rows)
        is_any = bool(self._declarations)
        self.query_one(KeyBar).commands = tuple(
            one for one in INTERESTS if is_any or one.action in {"declare", "close"}
        )

    def on_resize(self) -> None:
        """Give the list the lines that there are."""
        wanted = 2 * min(len(self._declarations), _MOST_ROWS)
        self.query_one(InterestRows).styles.height = self.lines_for_list(wanted, around=_AROUND)

    @on(RowList.Chosen)
    def _change(self, chosen: RowList.Chosen) -> None:
        self.dismiss(chosen.row)

    def action_change(self) -> None:
        """Change the declaration at hand."""
        row = self.query_one(InterestRows).highlighted
        if row is not None:
            self.dismiss(row)

    def action_take_out(self) -> None:
        """Take the declaration at hand out."""
        row = self.query_one(InterestRows).highlighted
        if row is not None:
            self.dismiss(TakeOut(row))

    def action_declare(self) -> None:
        """Record another one."""
        self.dismiss(True)

    def action_close(self) -> None:
        """Close the list."""
        self.dismiss(None)
