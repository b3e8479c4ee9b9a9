"""Home: the series, their meetings, and how many actions are open and overdue."""

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from lpgminutes.tui.commands.command import Command, bindings
from lpgminutes.tui.commands.home import HOME
from lpgminutes.tui.commands.shared import EVERYWHERE, LIST
from lpgminutes.tui.messages.home import HomeRead, MeetingAdded, MeetingRefused, NewMeeting, SeriesAdded, SeriesRefused
from lpgminutes.tui.messages.shared import RequestFailed
from lpgminutes.tui.messages.starting import MeetingPlanned, MeetingProposed
from lpgminutes.tui.requests.finishing import ask_to_agree
from lpgminutes.tui.requests.home import add_series, read_home
from lpgminutes.tui.requests.starting import plan_meeting, propose_meeting, start_meeting
from lpgminutes.tui.screens.approving import Approving
from lpgminutes.tui.screens.shell import Section
from lpgminutes.tui.text import counted, one_line, plain
from lpgminutes.tui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from lpgminutes.domain.meeting_plan import MeetingPlan
    from lpgminutes.domain.meetings import MeetingSummary, Series
    from lpgminutes.tui.widgets.meeting_list import MeetingList
    from lpgminutes.tui.widgets.series_list import SeriesList

_WIDE = 100
_NO_RECORDS = (
    "There are no records yet.",
    "",
    "Press s to add a series: the standing body that meets.",
    "",
    "Press i to bring in minutes that you have as files.",
    "",
    "Or leave with q, and look at a worked example with",
    "lpgminutes demo",
)


class HomeScreen(Approving):
    """What is there, and the way to each meeting."""

    COMMANDS_HERE = HOME
    waits_for_records = True
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(HOME)]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_WIDE, "-wide")]  # noqa: RUF012 - typed by Textual

    def __init__(self) -> None:
        super().__init__()
        self.series: tuple[Series, ...] = ()
        self.meetings: tuple[MeetingSummary, ...] = ()
        self.is_read = False
        self._wanted_series: str | None = None
        self._proposed: MeetingPlan | None = None
        """The meeting that was proposed last: the form is filled in from it."""

    def body(self) -> ComposeResult:
        """Lay the frame alone; the lists come with what is in them."""
        yield EmptyState(plain("Opening the records\N{HORIZONTAL ELLIPSIS}"), id="no-records")

    def on_screen_resume(self) -> None:
        """Read the records once the frame is on the screen, and each time one comes back here."""
        self.call_after_refresh(self.reload)

    def reload(self) -> None:
        """Read the records."""
        read_home(self)

    @on(HomeRead)
    async def _show(self, read: HomeRead) -> None:
        self.series, self.meetings, self.is_read = read.series, read.meetings, True
        self.banner.marking, self.banner.place = read.marking, _short_place(read.place)
        self._empty.display = not read.series
        self._empty.say(*_NO_RECORDS)
        if read.series:
            await self._show_lists()
        self.show_keys()
        self.be_ready()

    @property
    def _empty(self) -> EmptyState:
        return self.query_one("#no-records", EmptyState)

    async def _show_lists(self) -> None:
        from lpgminutes.tui.widgets.home_lists import HomeLists
        from lpgminutes.tui.widgets.series_list import Every

        if not self.query(HomeLists):
            await self.mount(HomeLists(), after=self._empty)
        self._series_list.show((Every.SERIES, *self.series))
        if self._wanted_series:
            self._series_list.highlight(self._wanted_series)
            self._wanted_series = None
        self._show_meetings()

    @property
    def _series_list(self) -> "SeriesList":
        from lpgminutes.tui.widgets.series_list import SeriesList

        return self.query_one(SeriesList)

    @property
    def _meeting_list(self) -> "MeetingList":
        from lpgminutes.tui.widgets.meeting_list import MeetingList

        return self.query_one(MeetingList)

    def _show_meetings(self) -> None:
        body = self._series_list.body
        shown = [m for m in self.meetings if body is None or m.series_short_name == body.short_name]
        title = plain("Meetings") if body is None else plain("Meetings of ") + one_line(body.name)
        self._update("#meetings-title", title)
        self._update("#totals", _totals(shown))
        empty = self.query_one("#no-meeting", EmptyState)
        empty.say("No meeting yet.", "Press a to start the minutes of the first.")
        self._meeting_list.show(shown)
        self._meeting_list.display, empty.display = bool(shown), not shown
        if not shown:
            self.set_focus(self._series_list)
        elif self.focused is None:
            self.set_focus(self._meeting_list)

    def _update(self, selector: str, content: Content) -> None:
        from textual.widgets import Static

        self.query_one(selector, Static).update(content)

    def say_what_failed(self, failed: RequestFailed) -> None:
        """Say why there is nothing to list."""
        if self.is_read:
            super().say_what_failed(failed)
        else:
            self._empty.say(failed.title, "", failed.sentence, "", "F5 tries again, q leaves.")

    def on_row_list_highlighted(self, highlighted: Any) -> None:  # noqa: ANN401 - imported later
        """Show the meetings of the highlighted series."""
        if highlighted.rows is self._series_list:
            self._show_meetings()

    def on_row_list_chosen(self, chosen: Any) -> None:  # noqa: ANN401 - imported later
        """Open a meeting, or go from a series to its meetings."""
        if chosen.rows is self._meeting_list:
            self.minutes_app.open_screen("meeting", chosen.row.ref)
        else:
            self.action_other_list()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """A meeting needs a series to belong to; nothing can be done before the records are open."""
        if action in {"add_meeting", "other_list"}:
            return bool(self.series)
        if action in {"approve", "versions"}:
            return bool(self.meetings)
        if action in {"add_series", "import_papers", "undo", "redo"}:
            return self.is_read
        return True

    def keys_now(self) -> tuple[Command, ...]:
        """Return the commands, with what Enter does when there is a meeting to open."""
        opening = tuple(command for command in LIST if command.in_bar and self.meetings)
        return opening + self.commands_now()

    def help_words(self) -> str:
        """Say what this screen shows."""
        return (
            "The series are the standing bodies that meet; below or beside them stand the meetings of the "
            "highlighted one, newest first. An action is open until the body has closed it, and overdue "
            "when its due date has passed. The marking at the top is the strictest of all that is shown."
        )

    def help_sections(self) -> tuple[Section, ...]:
        """Return the commands of the screen and of its lists."""
        return (("On this screen", HOME), ("In a list", LIST), ("On every screen", EVERYWHERE))

    def action_other_list(self) -> None:
        """Go to the other list."""
        is_in_series = self.focused is self._series_list
        other = self._meeting_list if is_in_series else self._series_list
        if other.display:
            self.set_focus(other)

    def action_add_series(self) -> None:
        """Ask for a series."""
        self._ask_for_series()

    def _ask_for_series(self, draft: "Series | None" = None, problem: str = "") -> None:
        from lpgminutes.tui.dialogs.add_series import AddSeries

        def keep(series: "Series | None") -> None:
            if series is not None:
                add_series(self, series)

        self.app.push_screen(AddSeries(draft, problem), keep)

    @on(SeriesAdded)
    def _go_to_series(self, added: SeriesAdded) -> None:
        self._wanted_series = added.series.short_name
        self.reload()

    @on(SeriesRefused)
    def _ask_again_for_series(self, refused: SeriesRefused) -> None:
        self._ask_for_series(refused.draft, refused.sentence)

    def action_import_papers(self) -> None:
        """Ask for files, and open them beside their readings."""
        from lpgminutes.tui.dialogs.choose_files import ChooseFiles

        def compare(paths: tuple[str, ...] | None) -> None:
            if paths:
                self.minutes_app.open_screen("import_preview", *paths)

        self.app.push_screen(ChooseFiles(), compare)

    def action_add_meeting(self) -> None:
        """Ask which meeting is to be started, with what the last one says of it."""
        body = self._series_list.body or self._series_of_the_highlighted_meeting()
        propose_meeting(self, body.short_name)

    @on(MeetingProposed)
    def _ask_for_proposed_meeting(self, proposed: MeetingProposed) -> None:
        self._proposed = proposed.plan
        self._ask_for_meeting()

    def _ask_for_meeting(self, draft: NewMeeting | None = None, problem: str = "") -> None:
        from lpgminutes.bootstrap import house_dates, today
        from lpgminutes.tui.dialogs.start_meeting import StartMeeting

        def plan(meeting: NewMeeting | None) -> None:
            if meeting is not None:
                plan_meeting(self, meeting)

        if self._proposed is not None:
            asked = StartMeeting(self.series, self._proposed, draft, problem, today=today(), dates=house_dates())
            self.app.push_screen(asked, plan)

    @on(MeetingPlanned)
    def _show_plan(self, planned: MeetingPlanned) -> None:
        from lpgminutes.tui.dialogs.plan_preview import PlanPreview

        def start(chosen: "MeetingPlan | None") -> None:
            if chosen is not None:
                start_meeting(self, planned.new, chosen)
            else:
                self._ask_for_meeting(planned.new)

        if planned.plan.entries:
            self.app.push_screen(PlanPreview(planned.plan), start)
        else:
            start(planned.plan)

    def _series_of_the_highlighted_meeting(self) -> "Series":
        meeting = self._meeting_list.highlighted
        named = [body for body in self.series if meeting and body.short_name == meeting.series_short_name]
        return (named or self.series)[0]

    @on(MeetingAdded)
    def _go_to_meeting(self, added: MeetingAdded) -> None:
        self.minutes_app.open_screen("meeting", added.ref)

    def action_approve(self) -> None:
        """Have the minutes of the highlighted meeting agreed."""
        meeting = self._meeting_list.highlighted
        if meeting is not None:
            ask_to_agree(self, meeting.ref)

    def action_versions(self) -> None:
        """Open the versions of the highlighted meeting's minutes."""
        meeting = self._meeting_list.highlighted
        if meeting is not None:
            self.minutes_app.open_screen("versions", meeting.ref)

    @on(MeetingRefused)
    def _ask_again_for_meeting(self, refused: MeetingRefused) -> None:
        self._ask_for_meeting(refused.draft, refused.sentence)


def _totals(meetings: "list[MeetingSummary]") -> Content:
    open_actions = sum(meeting.open_actions for meeting in meetings)
    overdue = sum(meeting.overdue_actions for meeting in meetings)
    parts = [plain(counted(len(meetings), "meeting")), plain(counted(open_actions, "open action"))]
    parts += [plain(f"! {overdue} overdue", "bold $text-warning")] if overdue else [plain("none overdue")]
    return Content(" \N{MIDDLE DOT} ").join(parts)


def _short_place(place: str) -> str:
    return place.replace("\\", "/").rpartition("/")[2]
