"""The check list before minutes go out: each entry leads to its place."""

from collections.abc import Hashable, Sequence
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from lpgminutes.domain.checks import Check
from lpgminutes.tui.commands.command import bindings
from lpgminutes.tui.commands.overlays import CHECKS
from lpgminutes.tui.screens.overlay import Overlay
from lpgminutes.tui.text import counted, one_line, plain, spread
from lpgminutes.tui.widgets.key_bar import KeyBar
from lpgminutes.tui.widgets.row_list import RowList

_MOST_ROWS, _AROUND = 12, 6


class CheckRows(RowList[Check]):
    """A sentence each, with the number of its place."""

    def key_of(self, row: Check) -> Hashable:
        """An entry is the same by all it says."""
        return row

    def lines_of(self, row: Check, width: int) -> Sequence[Content]:
        """Return the one line."""
        sign = plain("  " if row.kind.is_note else "! ", "warning")
        return (spread(sign + one_line(row.sentence), plain(row.number, "soft"), width),)


class CheckList(Overlay[Check | bool]):
    """What should be looked at; returns the entry to go to, or ``True`` to let the minutes go out."""

    CSS_PATH = Path(__file__).parent.parent / "styles" / "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CHECKS)]

    def __init__(self, checks: tuple[Check, ...]) -> None:
        super().__init__()
        self._checks = checks

    def body(self) -> ComposeResult:
        """Lay the list."""
        with Vertical(id="form", classes="-broad"):
            yield Static(plain(self._heading()), id="form-heading")
            yield CheckRows()
            yield KeyBar()

    def _heading(self) -> str:
        if not self._checks:
            return "Nothing is left to look at: the minutes can go out"
        return f"{counted(len(self._checks), 'thing')} to look at before the minutes go out"

    def on_mount(self) -> None:
        """Show what there is."""
        rows = self.query_one(CheckRows)
        rows.show(self._checks)
        self.set_focus(rows)
        self.query_one(KeyBar).commands = CHECKS

    def on_resize(self) -> None:
        """Give the list the lines that there are."""
        wanted = min(len(self._checks), _MOST_ROWS)
        self.query_one(CheckRows).styles.height = self.lines_for_list(wanted, around=_AROUND)

    @on(RowList.Chosen)
    def _go_there(self, chosen: RowList.Chosen) -> None:
        self.dismiss(chosen.row)

    def action_circulate(self) -> None:
        """Let the minutes go out."""
        self.dismiss(True)

    def action_close(self) -> None:
        """Close the list."""
        self.dismiss(None)
