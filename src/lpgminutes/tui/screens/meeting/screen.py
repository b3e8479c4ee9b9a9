"""A meeting to be read, and the minutes of a draft to be typed."""

import datetime as dt
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from lpgminutes.bootstrap import local_now
from lpgminutes.domain.meetings import Meeting
from lpgminutes.domain.sayings.written_dates import short_date
from lpgminutes.tui.commands.command import Command, bindings
from lpgminutes.tui.commands.meeting import MEETING
from lpgminutes.tui.commands.minutes import MOVING, PARAGRAPH
from lpgminutes.tui.commands.people import PEOPLE_LIST
from lpgminutes.tui.commands.shared import EVERYWHERE
from lpgminutes.tui.commands.typing import EDITOR, TYPING
from lpgminutes.tui.messages.meeting import MeetingGone, MeetingRead, OpenedMeeting
from lpgminutes.tui.messages.shared import RequestFailed
from lpgminutes.tui.screens.meeting.attending import PeopleHere
from lpgminutes.tui.screens.meeting.catching import Catching
from lpgminutes.tui.screens.meeting.finishing import Finishing
from lpgminutes.tui.screens.meeting.watching import Watching
from lpgminutes.tui.screens.shell import Section
from lpgminutes.tui.text import counted, plain
from lpgminutes.tui.widgets.composer import Composer
from lpgminutes.tui.widgets.empty_state import EmptyState
from lpgminutes.tui.widgets.frame import Column, Row, Sheet
from lpgminutes.tui.widgets.item_list import ItemList
from lpgminutes.tui.widgets.minutes_view import MinutesView
from lpgminutes.tui.widgets.offer_list import OfferList
from lpgminutes.tui.widgets.people_list import PeopleList
from lpgminutes.tui.widgets.raised_list import RaisedList
from lpgminutes.tui.widgets.said_line import SaidLine
from lpgminutes.tui.widgets.status_line import StatusLine

_BREAKPOINTS = [(0, "-narrow"), (60, "-medium"), (100, "-wide"), (116, "-roomy"), (150, "-huge")]
"""From so many columns on, so much beside the minutes."""

_A_FRAME_LATER = 0.05
"""Seconds in which a line has come to the screen."""


class MeetingScreen(PeopleHere, Finishing, Catching, Watching):
    """The minutes as they will be printed, and the composer under them."""

    CSS_PATH = Path(__file__).parents[2] / "styles" / "meeting.tcss"
    COMMANDS_HERE = MEETING
    waits_for_records = True
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(MEETING)]
    HORIZONTAL_BREAKPOINTS = _BREAKPOINTS
    AUTO_FOCUS = "MinutesView"

    def body(self) -> ComposeResult:
        """Lay how things stand, the agenda, the minutes, and the composer."""
        yield StatusLine(local_now)
        with Row(id="reading"):
            with Column(id="items-side"):
                yield ItemList()
            with Column(id="paper"):
                with Sheet(id="sheet"):
                    yield MinutesView()
                    yield EmptyState(plain("Opening the minutes\N{HORIZONTAL ELLIPSIS}"))
                    yield OfferList()
                yield Composer()
            with Column(id="people-side"):
                yield SaidLine(id="people-title", classes="panel-title")
                yield PeopleList()
                yield SaidLine(id="raised-title", classes="panel-title")
                yield RaisedList()

    def on_mount(self) -> None:
        """Read the meeting."""
        self.view.display = False
        self.reload()

    def on_resize(self) -> None:
        """Give the line the rows that there is room for."""
        self.composer.editor.fit()

    @on(MeetingRead)
    def _show_read(self, read: MeetingRead) -> None:
        self.take_in(read.opened)

    def take_in(self, opened: OpenedMeeting) -> None:
        """Show what was read: with every line that is recorded the minutes first, and the rest after them."""
        is_first = self.opened is None
        self.banner.marking, self.banner.place = opened.document.marking, opened.meeting.ref
        self.query_one(EmptyState).display = False
        self.view.display = True
        super().take_in(opened)
        if is_first:
            self.show_around()
            self.be_ready()
        else:
            self.set_timer(_A_FRAME_LATER, self.show_around)

    def show_around(self) -> None:
        """Show how things stand, and what can be done."""
        super().show_around()
        self._show_about()
        self.show_keys()

    @on(MeetingGone)
    def _leave_what_is_gone(self, gone: MeetingGone) -> None:
        if self not in self.app.screen_stack:  # said before
            return
        self.minutes_app.type_ahead.drop()
        while self.app.screen is not self:
            self.app.pop_screen()
        self.catch_up()
        self.app.pop_screen()
        kept = " What you typed there is kept, and is there again with it." if self.queue else ""
        self.say(f"{gone.sentence}{kept}")

    def say_what_failed(self, failed: RequestFailed) -> None:
        """Say why there is nothing to read."""
        if self.opened is not None:
            super().say_what_failed(failed)
        else:
            words = (failed.title, "", failed.sentence, "", "Esc goes back to the meetings.")
            self.query_one(EmptyState).say(*words)

    @on(MinutesView.Reached)
    def _show_about(self) -> None:
        if self.opened is not None:
            self.status.about = _about(self.opened, self.view.item)
            meeting = self.opened.meeting
            self.status.started, self.status.ended = (_today_at(meeting, hour) for hour in (meeting.start, meeting.end))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """A line can be typed into a draft."""
        if action in {"write_line", "type_here"}:
            return self.is_draft
        moves = {"next_item", "previous_item", "jump", "go_back_there"}
        return self.opened is not None or action not in {*moves, "undo", "redo", "head", "ended"}

    def keys_now(self) -> tuple[Command, ...]:
        """Return what makes sense while a line is typed, or while one reads."""
        if self.is_mounted and self.composer.is_typed_in:
            return TYPING
        if self.focused is self.people:
            return (*PEOPLE_LIST, *self.commands_now())
        return (*PARAGRAPH, *self.commands_now()) if self.focused is self.view else self.commands_now()

    def help_words(self) -> str:
        """Say what this screen shows."""
        return (
            "These are the minutes as they will be printed. Into a draft a line is typed: # starts an item, "
            "- a point, -- a sub-point, anything else is a minute. Before Enter the screen says what the "
            "line will become. It is stored when the input is empty again. Esc in the line goes to the minutes, where "
            "letters are commands; Esc in a list or in a paragraph that is changed goes back to the line. Whatever is "
            "read or changed meanwhile, the line stays under its item until you go to another: by # and its number, "
            "by Enter in the agenda, or by ^l at the cursor. A sentence typed among the commands comes into the line."
        )

    def help_sections(self) -> tuple[Section, ...]:
        """Return the commands of reading and of typing."""
        return (
            ("While a line is typed", (*TYPING, *EDITOR)),
            ("On this screen", MEETING),
            ("In the minutes", (*PARAGRAPH, *MOVING)),
            ("In the list of people", PEOPLE_LIST),
            ("On every screen", EVERYWHERE),
        )


def _about(opened: OpenedMeeting, item: str) -> tuple[Content, ...]:
    """Return how things stand with a meeting, the longest wording first."""
    meeting, items = opened.meeting, len(opened.document.items)
    status = plain(meeting.status.value.capitalize(), "bold")
    day = plain(short_date(meeting.date) if meeting.date else "no date")
    place = plain(f"item {item} of {items}" if item else counted(items, "item"))
    overdue = plain(f"! {opened.overdue} overdue" if opened.overdue else "", "bold $text-warning")
    actions = _actions(meeting)
    wordings = (
        (status, day, place, overdue, actions),
        (status, place, overdue, actions),
        (status, place, overdue),
        (status, place),
        (status,),
    )
    return tuple(Content(" \N{MIDDLE DOT} ").join(filter(None, wording)) for wording in wordings)


def _today_at(meeting: Meeting, hour: dt.time | None) -> dt.datetime | None:
    """Return the moment of an hour of a meeting of today."""
    now = local_now()
    if hour is None or meeting.date != now.date():
        return None
    return dt.datetime.combine(now.date(), hour, now.tzinfo)


def _actions(meeting: Meeting) -> Content:
    outstanding = sum(action.status.is_outstanding for action in meeting.actions)
    return plain(counted(outstanding, "open action"))
