"""The list of cases: what has to be answered by when, and the way to the desk of each."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from lpgminutes.tui.commands.cases import CASES
from lpgminutes.tui.commands.command import Command, bindings
from lpgminutes.tui.commands.shared import EVERYWHERE, LIST
from lpgminutes.tui.messages.cases import CaseOpened, CaseRefused, CasesRead
from lpgminutes.tui.messages.shared import RequestFailed
from lpgminutes.tui.requests.cases import open_case, read_cases
from lpgminutes.tui.screens.shell import Section, ShellScreen
from lpgminutes.tui.text import plain
from lpgminutes.tui.widgets.case_list import CaseAtMeeting, CaseList, at_meetings
from lpgminutes.tui.widgets.empty_state import EmptyState
from lpgminutes.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from lpgminutes.domain.meetings import MeetingSummary
    from lpgminutes.services.cases import NewCase

_NO_CASE = (
    "There is no case yet.",
    "",
    "A case is a request for information. Press a to open one:",
    "its reference, when it was received, the meetings in its scope.",
)
_NO_MEETING = (
    "There are no minutes yet, so there is nothing to release.",
    "",
    "Esc goes back: add a meeting there, or bring in minutes that you have as files.",
)


class CasesScreen(ShellScreen):
    """Every case, the most urgent first."""

    CSS_PATH = Path(__file__).parents[2] / "styles" / "desk.tcss"
    COMMANDS_HERE = CASES
    waits_for_records = True
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CASES)]
    AUTO_FOCUS = "CaseList"

    def __init__(self, marking: str, meeting: str = "") -> None:
        super().__init__()
        self._first_marking = marking
        self._meeting = meeting
        """The meeting at hand, which a new case is opened over; empty for none."""
        self._wanted: tuple[str, str] | None = None
        self.meetings: tuple[MeetingSummary, ...] = ()
        self.is_read = False

    def body(self) -> ComposeResult:
        """Lay the list."""
        yield CaseList()
        yield EmptyState(plain("Opening the cases\N{HORIZONTAL ELLIPSIS}"))

    def on_mount(self) -> None:
        """Take over the marking that was shown, until the cases are read."""
        self.banner.marking, self.banner.place = self._first_marking, "cases"
        self._list.display = False

    def on_screen_resume(self) -> None:
        """Read the cases, each time one comes here."""
        self.reload()

    def reload(self) -> None:
        """Read the cases."""
        read_cases(self)

    @property
    def _list(self) -> CaseList:
        return self.query_one(CaseList)

    @on(CasesRead)
    def _show(self, read: CasesRead) -> None:
        is_first, self.is_read, self.meetings = not self.is_read, True, read.meetings
        if read.cases:
            self.banner.marking = read.marking
        rows = tuple(at_meetings(read.cases, {meeting.ref: meeting.title for meeting in read.meetings}))
        empty = self.query_one(EmptyState)
        empty.say(*(_NO_CASE if read.meetings else _NO_MEETING))
        empty.display, self._list.display = not rows, bool(rows)
        self._list.show(rows)
        if is_first and self._meeting:
            self._wanted = next(((r.case.reference, r.meeting) for r in rows if r.meeting == self._meeting), None)
        if self._wanted:
            self._list.highlight(self._wanted)
            self._wanted = None
        if rows and self.focused is None:
            self.set_focus(self._list)
        self.show_keys()
        self.be_ready()

    def say_what_failed(self, failed: RequestFailed) -> None:
        """Say why there is nothing to list."""
        if self.is_read:
            super().say_what_failed(failed)
        else:
            self.query_one(EmptyState).say(failed.title, "", failed.sentence, "", "F5 tries again, Esc goes back.")

    @on(RowList.Chosen)
    def _open_desk(self, chosen: RowList.Chosen) -> None:
        chosen.stop()
        row: CaseAtMeeting = chosen.row
        self.minutes_app.open_screen("desk", row.meeting, row.case.reference)

    def action_add_case(self) -> None:
        """Ask for a case."""
        from lpgminutes.bootstrap import today
        from lpgminutes.services.cases import NewCase

        over = (self._meeting,) if self._meeting else ()
        self._ask(NewCase(reference="", meetings=over, received=today()))

    def action_correct_case(self) -> None:
        """Ask what is to be put right in the highlighted case."""
        from lpgminutes.services.cases import NewCase

        row = self._list.highlighted
        if row is not None:
            case = row.case
            draft = NewCase(
                reference=case.reference,
                meetings=case.meetings,
                received=case.received,
                handler=case.handler,
                renames=case.reference,
            )
            self._ask(draft, is_new=False)

    def _ask(self, draft: "NewCase", *, is_new: bool = True, problem: str = "") -> None:
        from lpgminutes.bootstrap import today, working_days
        from lpgminutes.tui.dialogs.open_case import OpenCase

        def keep(new: "NewCase | None") -> None:
            if new is not None:
                open_case(self, new)

        dialog = OpenCase(self.meetings, draft, working_days(), today=today(), is_new=is_new, problem=problem)
        self.app.push_screen(dialog, keep)

    @on(CaseOpened)
    def _go_to_case(self, opened: CaseOpened) -> None:
        self._wanted = (opened.reference, opened.meeting)
        self.reload()

    @on(CaseRefused)
    def _ask_again(self, refused: CaseRefused) -> None:
        self._ask(refused.draft, is_new=not refused.draft.renames, problem=refused.sentence)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """A case needs a meeting; what is put right needs a case."""
        if action == "add_case":
            return bool(self.meetings)
        if action == "correct_case":
            return bool(self._list.rows) if self.is_mounted else False
        return True

    def keys_now(self) -> tuple[Command, ...]:
        """Return the commands, with what Enter does when there is a case to open."""
        opening = tuple(command for command in LIST if command.in_bar and self._list.rows)
        return opening + self.commands_now()

    def help_words(self) -> str:
        """Say what this screen shows."""
        return (
            "A case is a request for information over one or more meetings; each meeting in its scope has its own "
            "withholdings and its own line here. A request is to be answered by the twentieth working day after it "
            "was received. Enter opens the desk, where it is decided what is withheld."
        )

    def help_sections(self) -> tuple[Section, ...]:
        """Return the commands of the screen."""
        return (("On this screen", CASES), ("In the list", LIST), ("On every screen", EVERYWHERE))
