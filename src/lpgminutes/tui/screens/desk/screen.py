"""The release desk: minutes by clause, what is withheld beside what the reader will get."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from lpgminutes.tui.commands.command import Command, bindings
from lpgminutes.tui.commands.desk import DESK, PAPER
from lpgminutes.tui.commands.desk_find import FIND_LINE
from lpgminutes.tui.commands.shared import EVERYWHERE, LIST
from lpgminutes.tui.screens.desk.seeking import Seeking
from lpgminutes.tui.screens.shell import Section
from lpgminutes.tui.text import plain
from lpgminutes.tui.widgets.desk_find_line import DeskFindLine
from lpgminutes.tui.widgets.desk_page import Side
from lpgminutes.tui.widgets.desk_paper import DeskPaper
from lpgminutes.tui.widgets.empty_state import EmptyState
from lpgminutes.tui.widgets.fitting_line import FittingLine

if TYPE_CHECKING:
    from lpgminutes.services.desk import DeskView

_OF_FINDINGS = ("accept", "accept_kind")
_OF_SUGGESTIONS = ("take", "take_kind", "dismiss_one", "dismiss_kind")
_VERDICTS = frozenset({"agree", "reject", "agree_all"})
_OF_A_READER = _VERDICTS | {"next_unvisited"}
_OF_THE_CASE = frozenset(command.action for command in DESK) - {"reload", "back", "quit"}


class DeskScreen(Seeking):
    """A case over the minutes of one meeting."""

    CSS_PATH = Path(__file__).parents[2] / "styles" / "desk.tcss"
    COMMANDS_HERE = DESK
    waits_for_records = True
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(DESK)]
    AUTO_FOCUS = "DeskPaper"

    def body(self) -> ComposeResult:
        """Lay how the case stands, the heads of the sides, the minutes, and where one is."""
        yield FittingLine(id="desk-status")
        yield Static(id="desk-heads")
        yield DeskPaper()
        yield from self.pane_body()
        yield EmptyState(plain("Opening the case\N{HORIZONTAL ELLIPSIS}"))
        yield Static(id="desk-place")
        yield DeskFindLine()

    def on_mount(self) -> None:
        """Read the case."""
        self.banner.marking, self.banner.place = "", self.at_hand.meeting
        self.paper.display = False
        self.reload()

    def take_in(self, view: "DeskView") -> None:
        """Show what was read."""
        self.banner.marking = view.proposal.original.marking
        self.query_one(EmptyState).display = False
        self.paper.display = True
        super().take_in(view)
        self.be_ready()

    @on(DeskPaper.Resized)
    def _show_heads(self) -> None:
        heads = {Side.INTERNAL: "What is withheld, for inside only", Side.PUBLIC: "What the reader will get"}
        self.query_one("#desk-heads", Static).update(self.paper.heads(heads))

    def action_other_side(self) -> None:
        """Show the other side."""
        self.paper.turn(Side.PUBLIC if self.paper.side is Side.INTERNAL else Side.INTERNAL)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing can be done before the case is read; what concerns a second reader, where one is needed."""
        if self.view is None or self.is_seeking:
            return action not in _OF_THE_CASE
        if action in _OF_FINDINGS:
            return self.is_mounted and self.focused is self.finding_list
        if action in _OF_SUGGESTIONS:
            return self.is_mounted and self.focused is self.suggestion_list
        if action in _VERDICTS:
            return bool(self.view.case.in_force)
        if action == "next_unvisited":
            return self.view.reading.is_needed
        return super().check_action(action, parameters)

    def keys_now(self) -> tuple[Command, ...]:
        """Return what makes sense: a second reader reads, and does not propose."""
        if self.is_seeking:
            return FIND_LINE
        commands = self.commands_now()
        if self.view is None:
            return commands
        if self.focused in (self.finding_list, self.suggestion_list):
            wanted = ({"withhold", *_OF_FINDINGS, *_OF_SUGGESTIONS} | self.done_to_finding()) - self._idle_in_list()
            first = [*LIST[-1:], *(command for command in commands if command.action in wanted)]
        elif self.view.reads_second:
            first = [command for command in commands if command.action in _OF_A_READER]
        else:
            return tuple(command for command in commands if command.action not in _VERDICTS)
        return (*(replace(command, in_bar=True) for command in first), *(c for c in commands if c not in first))

    def _idle_in_list(self) -> set[str]:
        """Return what would do nothing to the highlighted row."""
        finding = self.finding_list.highlighted
        if finding is None or self.focused is not self.finding_list:
            return set()
        return ({"accept_kind"} if not finding.against else set()) | ({"withhold"} if not finding.places else set())

    def help_words(self) -> str:
        """Say what this screen shows."""
        return (
            "On one side stand the minutes with what is withheld: on a ground of its own, between half blocks, with "
            "its exemption. On the other stands the copy as its reader will get it. Before a clause an exclamation "
            "mark says that something there gives away what is withheld, a question mark that it should be looked at, "
            "a dot that no second reader has had it before their eyes."
        )

    def help_sections(self) -> tuple[Section, ...]:
        """Return the commands of the desk."""
        sections = (("On the desk", DESK), ("In the minutes", PAPER), ("In the lists under them", LIST))
        return (*sections, ("While words are looked for", FIND_LINE), ("On every screen", EVERYWHERE))
