"""The guided pass: one action after the other, one key for each outcome, the minutes drafting themselves."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from lpgminutes.domain.action_log.minuting import action_item
from lpgminutes.tui.commands.action_pass import ACTION_PASS
from lpgminutes.tui.commands.command import bindings
from lpgminutes.tui.commands.shared import EVERYWHERE, READING
from lpgminutes.tui.dialogs.action_dialog import Subject
from lpgminutes.tui.messages.action_changes import OwnersRead
from lpgminutes.tui.messages.action_log import AgesKnown
from lpgminutes.tui.messages.action_pass import (
    AtHandRead,
    MeetingsAtHand,
    OutcomeMinuted,
    PassRead,
    PointRefused,
    PointReworded,
)
from lpgminutes.tui.messages.shared import ChangeMade, RequestFailed
from lpgminutes.tui.reckoning import reckoning_on
from lpgminutes.tui.requests.action_changes import read_owners
from lpgminutes.tui.requests.action_log import learn_working_days
from lpgminutes.tui.requests.action_pass import read_at_hand, read_meetings_at_hand, read_pass, record, reword
from lpgminutes.tui.screens.changing import ActionChangingScreen, open_minute
from lpgminutes.tui.screens.shell import Section
from lpgminutes.tui.text import counted, plain
from lpgminutes.tui.turns import Turns
from lpgminutes.tui.widgets.drafted_view import DraftedView
from lpgminutes.tui.widgets.empty_state import EmptyState
from lpgminutes.tui.widgets.pass_card import PassCard
from lpgminutes.tui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from lpgminutes.domain.action_log.changes import ActionChange
    from lpgminutes.domain.meetings import Block
    from lpgminutes.domain.working_days import WorkingDays
    from lpgminutes.services.action_pass import ActionAtHand, ActionPass

_MEDIUM, _WIDE = 60, 110
_NO_DRAFT = (
    "No minutes are being written.",
    "",
    "The pass goes with a meeting whose minutes are a draft:",
    "what is said of each action is minuted there.",
    "Esc goes back; on the home screen a starts the minutes of a meeting.",
)


class ActionPassScreen(ActionChangingScreen):
    """The action whose turn it is, and what has been drafted so far."""

    CSS_PATH = Path(__file__).parent.parent / "styles" / "action_pass.tcss"
    COMMANDS_HERE = ACTION_PASS
    waits_for_records = True
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(ACTION_PASS)]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_MEDIUM, "-medium"), (_WIDE, "-wide")]  # noqa: RUF012 - typed by Textual
    AUTO_FOCUS = "PassCard"

    def __init__(self, meeting: str = "") -> None:
        super().__init__()
        self.meeting = meeting
        self.through: ActionPass | None = None
        self.at_hand: ActionAtHand | None = None
        self._turns = Turns()
        self._working_days: WorkingDays | None = None

    def body(self) -> ComposeResult:
        """Lay the progress, the action at hand, and what has been drafted."""
        yield ProgressLine()
        with Horizontal(id="pass"):
            yield PassCard()
            with Vertical(id="drafted-side"):
                yield Static(id="drafted-title", classes="panel-title")
                yield DraftedView()
        yield EmptyState(plain("Opening the actions\N{HORIZONTAL ELLIPSIS}"))

    def on_mount(self) -> None:
        """Read whose turn it is."""
        self.query_one("#pass").display = False
        learn_working_days(self, today=self.day)
        read_owners(self)
        if self.meeting:
            self.reload()
        else:
            read_meetings_at_hand(self, today=self.day)

    @on(MeetingsAtHand)
    def _begin_with_the_latest(self, at_hand: MeetingsAtHand) -> None:
        if at_hand.meetings:
            self.meeting = at_hand.meetings[0].ref
            self.reload()
        else:
            self._say_in_place(*_NO_DRAFT)

    @on(AgesKnown)
    def _know_ages(self, known: AgesKnown) -> None:
        self._working_days = known.working_days

    @on(OwnersRead)
    def _know_names(self, read: OwnersRead) -> None:
        self.names = read.names

    def reload(self) -> None:
        """Read again how far the meeting has come."""
        if self.meeting:
            read_pass(self, self.meeting)

    @property
    def day(self) -> dt.date:
        """The day of the meeting, or today while that is to come."""
        from lpgminutes.bootstrap import today

        return self.through.on if self.through else today()

    @property
    def next_meeting(self) -> dt.date | None:
        """The day of the next meeting, as the minutes at hand have it."""
        following = self.through.meeting.next_meeting if self.through else None
        return following.date if following else None

    # Whose turn it is

    @on(PassRead)
    def _take_in(self, read: PassRead) -> None:
        self.through = through = read.through
        self._turns.take_in([action.id for action in through.waiting], through.spoken_of)
        self.banner.marking, self.banner.place = through.marking, through.meeting.ref
        self._show_drafted()
        self._go_on()

    def _go_on(self) -> None:
        self._show_progress()
        if self._turns.at is None:
            self.at_hand = None
            self._say_in_place(*self._words_at_the_end())
        elif self.through is not None:
            read_at_hand(self, self.through.meeting, self._turns.at)

    @on(AtHandRead)
    def _show_at_hand(self, read: AtHandRead) -> None:
        if read.at_hand.summary.id != self._turns.at:
            return
        self.at_hand = read.at_hand
        self.query_one(EmptyState).display = False
        self.query_one("#pass").display = True
        card = self.query_one(PassCard)
        card.show_at_hand(read.at_hand, reckoning_on(self.day, self._working_days))
        self.set_focus(card)
        self.show_keys()
        self.be_ready()

    def _show_drafted(self) -> None:
        through = self.through
        self.query_one(DraftedView).show_minute(through.review if through else None)
        number = through.review_number if through else ""
        title = f"Drafted into the minutes, under {number}" if number else "Drafted into the minutes"
        self.query_one("#drafted-title", Static).update(plain(title))

    def _show_progress(self) -> None:
        turns, line = self._turns, self.query_one(ProgressLine)
        line.title = f"Actions at {self.meeting}"
        line.turn = "all done" if turns.at is None else f"{turns.ordinal} of {turns.total}"
        line.counts = (turns.spoken_of, turns.skipped, max(0, len(turns.waiting) - turns.skipped))

    def _words_at_the_end(self) -> tuple[str, ...]:
        turns = self._turns
        if not turns.total:
            return (f"No action waits for {self.meeting}.", "", "Esc goes back.")
        spoken = f"{counted(turns.spoken_of, 'action')} had a turn at {self.meeting}."
        if turns.skipped:
            return (
                spoken,
                f"{turns.skipped} skipped: \N{RIGHTWARDS ARROW} goes through them again.",
                "",
                "Esc stops here.",
            )
        return (spoken, "", "g opens the minutes with what was drafted; Esc goes back.")

    def _say_in_place(self, *sentences: str) -> None:
        self.query_one("#pass").display = False
        empty = self.query_one(EmptyState)
        empty.say(*sentences)
        empty.display = True
        self.show_keys()
        self.be_ready()

    def say_what_failed(self, failed: RequestFailed) -> None:
        """Say why there is nothing to go through."""
        if self.through is not None:
            super().say_what_failed(failed)
        else:
            self._say_in_place(failed.title, "", failed.sentence, "", "F5 tries again, Esc goes back.")

    # What becomes of it

    def subject(self) -> Subject | None:
        """Return the action at hand."""
        if self.at_hand is None:
            return None
        summary = self.at_hand.summary
        return Subject(ids=(summary.id,), action=summary)

    def make_change(self, ids: tuple[int, ...], change: "ActionChange") -> None:
        """Store and minute it; the next key acts on what comes then, and one that was under way by now on nothing."""
        if not self.is_ready:
            return
        self.wait_for_records()
        record(self, self.meeting, ids[0], change, on=self.day)

    def action_carry(self) -> None:
        """Keep the action open as it is."""
        from lpgminutes.domain.action_log.changes import CarryForward

        subject = self.subject()
        if subject is not None:
            self._asked = None
            self.make_change(subject.ids, CarryForward())

    @on(OutcomeMinuted)
    def _go_to_the_next(self, outcome: OutcomeMinuted) -> None:
        if outcome.is_turn_over:
            self._turns.is_over()
        self.reload()

    @on(ChangeMade)
    def _return_to_what_was_undone(self, made: ChangeMade) -> None:
        if not made.is_redo:
            self._turns.go_back()

    def action_skip(self) -> None:
        """Go to the next action."""
        self.wait_for_records()
        self._turns.skip()
        self.reload()

    def action_previous(self) -> None:
        """Go back to the action before."""
        if self._turns.can_go_back:
            self.wait_for_records()
            self._turns.go_back()
            self.reload()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """What becomes of an action asks for one at hand."""
        if action in _ABOUT_ONE:
            return self.at_hand is not None
        if action == "previous":
            return self._turns.can_go_back
        if action == "skip":
            return self.at_hand is not None or self._turns.skipped > 0
        return action != "reword" or bool(self._points)

    # The minutes

    @property
    def _points(self) -> "tuple[Block, ...]":
        review = self.through.review if self.through else None
        return review.children if review else ()

    def action_reword(self) -> None:
        """Edit the line about the action at hand, or else the one drafted last."""
        if self._points:
            self._ask_for_words(self._points[-1])

    def _ask_for_words(self, point: "Block", draft: str | None = None, problem: str = "") -> None:
        from lpgminutes.tui.dialogs.reword_point import RewordPoint

        def keep(text: str | None) -> None:
            if text is not None:
                self._reworded = point
                self.wait_for_records()
                reword(self, point, text)

        self.app.push_screen(RewordPoint(point.label, point.text if draft is None else draft, problem), keep)

    @on(PointReworded)
    def _show_reworded(self) -> None:
        self.reload()

    @on(PointRefused)
    def _ask_again_for_words(self, refused: PointRefused) -> None:
        self.be_ready()
        self._ask_for_words(self._reworded, refused.text, refused.sentence)

    def action_open_minute(self) -> None:
        """Open the meeting at the minute that the action came from."""
        if self.at_hand is not None:
            open_minute(self.minutes_app, self.at_hand.summary)

    def action_open_draft(self) -> None:
        """Open the minutes that are being drafted."""
        if self.meeting:
            item = action_item(self.through.meeting) if self.through else None
            self.minutes_app.open_screen("meeting", self.meeting, *([str(item.id)] if item else []))

    def on_screen_resume(self) -> None:
        """Read again: the minutes may have been edited meanwhile."""
        if self.through is not None:
            self.reload()

    def help_words(self) -> str:
        """Say what this screen is for."""
        return (
            "The meeting goes through the open actions of its body, overdue first. One key says what became of "
            "the action; it is stored, and a line about it is drafted into the action points of the minutes. "
            "Nothing is lost by stopping: an action has had its turn when something was recorded of it at this "
            "meeting, and the pass goes on with the others."
        )

    def help_sections(self) -> tuple[Section, ...]:
        """Return the commands of the pass and of reading."""
        return (("On this screen", ACTION_PASS), ("In the text", READING), ("On every screen", EVERYWHERE))


_ABOUT_ONE = frozenset(
    {"close", "redate", "reassign", "note", "transfer", "supersede", "withdraw", "carry", "open_minute"}
)
