"""What goes into a new meeting and what stays out, line by line, before it is started."""

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

from lpgminutes.domain.meeting_plan import MeetingPlan, Planned, PlannedKind
from lpgminutes.domain.sayings.written_dates import weekday_date
from lpgminutes.tui.commands.command import bindings
from lpgminutes.tui.commands.overlays import PLAN
from lpgminutes.tui.screens.overlay import Overlay
from lpgminutes.tui.text import one_line, plain, spread
from lpgminutes.tui.widgets.key_bar import KeyBar
from lpgminutes.tui.widgets.row_list import RowList

_SIGN_WIDTH, _KIND_WIDTH = 6, 9
_AROUND, _AROUND_LOW = 9, 7
"""Lines of the dialog and the screen that are no rows of the list."""
_HEADINGS = {
    PlannedKind.APPROVAL: "Minutes",
    PlannedKind.ITEM: "Agenda",
    PlannedKind.PERSON: "People",
    PlannedKind.ACTION: "Actions",
}
_OF_ACTIONS = "An action stays in the log of the body, open until it is closed there: nothing to choose."


@dataclass(frozen=True, slots=True)
class PlanRow:
    """An entry of the plan at its place; the first of a kind names the kind."""

    index: int
    entry: Planned
    heading: str


def rows_of(plan: MeetingPlan) -> tuple[PlanRow, ...]:
    """Return the rows of a plan."""
    kinds = [None, *(entry.kind for entry in plan.entries)]
    return tuple(
        PlanRow(index, entry, "" if kinds[index] is entry.kind else _HEADINGS[entry.kind])
        for index, entry in enumerate(plan.entries)
    )


class PlanRows(RowList[PlanRow]):
    """In or out, what it is, and why."""

    def key_of(self, row: PlanRow) -> Hashable:
        """An entry is the same by its place."""
        return row.index

    def lines_of(self, row: PlanRow, width: int) -> Sequence[Content]:
        """Return the one line."""
        entry = row.entry
        sign = plain("\N{CHECK MARK} in", "accent") if entry.goes_in else plain("\N{EN DASH} out", "soft")
        left = sign.truncate(_SIGN_WIDTH, pad=True) + plain(row.heading, "heading").truncate(_KIND_WIDTH, pad=True)
        left += one_line(entry.name, "strong" if entry.goes_in else "soft")
        if entry.about:
            left += plain("  ") + one_line(entry.about, "soft")
        why, _, _ = entry.why.partition(";")  # all of it is said below, and here the title needs the room
        return (spread(left, one_line(why, "soft"), width),)


class PlanPreview(Overlay[MeetingPlan]):
    """The plan of a meeting; Space chooses a line otherwise, Enter starts, Esc goes back to what was asked for."""

    CSS_PATH = Path(__file__).parent.parent / "styles" / "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PLAN)]

    def __init__(self, plan: MeetingPlan) -> None:
        super().__init__()
        self._plan = plan

    def body(self) -> ComposeResult:
        """Lay the plan, and what is to be said of the line at hand."""
        with Vertical(id="form", classes="-broad"):
            yield Static(plain(self._heading()), id="form-heading")
            yield Static(id="plan-count")
            yield PlanRows()
            yield Static(id="plan-why")
            yield KeyBar()

    def _heading(self) -> str:
        day = weekday_date(self._plan.date) if self._plan.date else "no date yet"
        return f"{self._plan.series.name}, {day}"

    def on_mount(self) -> None:
        """Show the plan."""
        self.query_one(KeyBar).commands = PLAN
        self._show()
        self.set_focus(self.query_one(PlanRows))

    def on_resize(self) -> None:
        """Give the list the lines that there are."""
        around = _AROUND_LOW if self.is_low else _AROUND
        self.query_one(PlanRows).styles.height = self.lines_for_list(len(self._plan.entries), around=around)

    def _show(self) -> None:
        going = sum(entry.goes_in for entry in self._plan.entries)
        count = f"{going} of {len(self._plan.entries)} go in. Space chooses otherwise; nothing is dropped unsaid."
        self.query_one("#plan-count", Static).update(plain(count))
        self.query_one(PlanRows).show(rows_of(self._plan))
        self._say_why()

    @on(RowList.Highlighted)
    def _say_why(self) -> None:
        row = self.query_one(PlanRows).highlighted
        if row is not None:
            way = "Goes in" if row.entry.goes_in else "Stays out"
            self._say(f"{way}: {row.entry.why}.")

    def _say(self, sentence: str) -> None:
        self.query_one("#plan-why", Static).update(plain(sentence))

    def action_switch(self) -> None:
        """Choose the line at hand otherwise."""
        row = self.query_one(PlanRows).highlighted
        if row is None:
            return
        if row.entry.kind is PlannedKind.ACTION:
            self._say(_OF_ACTIONS)
            return
        self._plan = self._plan.choosing(row.index, goes_in=not row.entry.goes_in)
        self._show()

    @on(RowList.Chosen)
    def _start(self) -> None:
        self.dismiss(self._plan)

    def action_start(self) -> None:
        """Start the meeting."""
        self.dismiss(self._plan)

    def action_cancel(self) -> None:
        """Go back to what was asked for."""
        self.dismiss(None)
