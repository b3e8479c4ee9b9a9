"""The panes beside the minutes: there where there is room, and by a key where there is none."""

from typing import TYPE_CHECKING

from textual import on
from textual.widget import Widget

from lpgminutes.tui.screens.meeting.paragraphs import Paragraphs
from lpgminutes.tui.text import counted, plain
from lpgminutes.tui.widgets.people_list import PeopleList
from lpgminutes.tui.widgets.raised_list import RaisedList
from lpgminutes.tui.widgets.row_list import RowList
from lpgminutes.tui.widgets.said_line import SaidLine

if TYPE_CHECKING:
    from lpgminutes.tui.messages.meeting import OpenedMeeting


class Panes(Paragraphs):
    """Agenda at the left, people and actions at the right."""

    def show_around(self) -> None:
        """Show who is here, and what was raised."""
        super().show_around()
        if self.opened is None:
            return
        people, raised = self.opened.meeting.attendance, self.opened.meeting.actions
        self.query_one("#people-title", SaidLine).say(plain(self.said_of_people(self.opened)))
        self.query_one("#raised-title", SaidLine).say(plain(counted(len(raised), "action").capitalize()))
        self.people.show_people(people)
        self.raised.show(raised)

    def said_of_people(self, opened: "OpenedMeeting") -> str:
        """Say how many are here."""
        people = opened.meeting.attendance
        here = sum(person.is_here for person in people)
        return f"Here: {here} of {len(people)}" if people else "Nobody is down yet"

    @property
    def people(self) -> PeopleList:
        """Who is at the meeting."""
        return self.query_one(PeopleList)

    @property
    def raised(self) -> RaisedList:
        """What the meeting has raised."""
        return self.query_one(RaisedList)

    def action_agenda_pane(self) -> None:
        """Go to the agenda, or put it away."""
        self._go_to_pane(self.agenda, "items-side")

    def action_people_pane(self) -> None:
        """Go to the people, or put them away."""
        self._go_to_pane(self.people, "people-side")

    def action_raised_pane(self) -> None:
        """Go to the actions, or put them away."""
        self._go_to_pane(self.raised, "people-side")

    def _go_to_pane(self, pane: Widget, side: str) -> None:
        """Bring a pane with the keyboard in it; where that is so already, put it away and go back."""
        if self.focused is pane:
            self.set_class(False, f"-{side}")
            self.set_class(True, f"-no-{side}")
            self.leave_pane()
        else:
            self.set_class(True, f"-{side}")
            self.set_class(False, f"-no-{side}")
            self.set_focus(pane)
        self.show_keys()

    def on_descendant_focus(self) -> None:
        """Show one pane at a time where there is little room, and where there is none, only while one is in it."""
        self.set_class(self.focused is self.raised, "-in-raised")
        at = {"-items-side": self.focused is self.agenda, "-people-side": self.focused in (self.people, self.raised)}
        if self.has_class("-narrow") or (self.has_class("-medium") and any(at.values())):
            for side, is_at in at.items():
                self.set_class(is_at, side)

    def leave_pane(self) -> None:
        """Go back to the line, or where there is none, to the minutes."""
        if self.is_draft:
            self.action_write_line()
        else:
            self.set_focus(self.view)

    def action_back(self) -> None:
        """Go back from a pane to the line, and from the minutes to the meetings."""
        if isinstance(self.focused, RowList):
            self.leave_pane()
            self.show_keys()
        else:
            super().action_back()

    @on(RowList.Chosen)
    def _go_to_raising(self, chosen: RowList.Chosen) -> None:
        if chosen.rows is self.raised:
            self.go_to_action(chosen.row.raised_in or "")

    def go_to_action(self, minute: str) -> None:
        """Go to the minute that raised an action."""
        block = self.block_of(minute)
        if block:
            self.remember()
            self.view.go_to(block)
            self.set_focus(self.view)
