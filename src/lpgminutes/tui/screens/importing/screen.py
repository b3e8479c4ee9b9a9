"""The import preview: a paper at one side, its reading at the other, one paper after another."""

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Static

from lpgminutes.tui.commands.command import bindings
from lpgminutes.tui.commands.imports import IMPORT
from lpgminutes.tui.commands.shared import EVERYWHERE, LIST, READING
from lpgminutes.tui.screens.importing.desk import Standing
from lpgminutes.tui.screens.importing.keeping import Keeping
from lpgminutes.tui.screens.shell import Section
from lpgminutes.tui.text import counted
from lpgminutes.tui.widgets.empty_state import EmptyState
from lpgminutes.tui.widgets.paper_view import PaperView
from lpgminutes.tui.widgets.part_list import PartList

_WIDE = 100
_CORRECTIONS = frozenset(
    {"correct", "tick", "keep", "raise_level", "lower_level", "make_action", "add_person", "take_out", "take_back"}
)
_MOTIONS = frozenset({"next_doubt", "previous_doubt", "other_side"})


class ImportPreview(Keeping):
    """Compares papers with their reading; nothing is kept until it is saved."""

    COMMANDS_HERE = IMPORT
    CSS_PATH = Path(__file__).parents[2] / "styles" / "importing.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(IMPORT)]
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_WIDE, "-wide")]  # noqa: RUF012 - typed by Textual

    def body(self) -> ComposeResult:
        """Lay the heading, the two sides and what is said of the highlighted row."""
        yield Static(id="import-heading")
        with Horizontal(id="import-sides"):
            yield PaperView(id="paper-side")
            yield PartList(id="reading-side")
        yield EmptyState(id="import-empty")
        yield Static(id="import-detail")

    def on_mount(self) -> None:
        """Begin to read."""
        self.read_all()
        self.show()

    def on_row_list_highlighted(self, highlighted: PartList.Highlighted) -> None:
        """Show where the highlighted row stands in the paper."""
        highlighted.stop()
        self.show_detail()

    def on_row_list_chosen(self, chosen: PartList.Chosen) -> None:
        """Put right what the row says."""
        chosen.stop()
        self.action_correct()

    def action_other_side(self) -> None:
        """Go from the reading to the paper, and back; where there is room for one, show the other."""
        is_paper = self.focused is self.paper_view
        self.set_class(not is_paper, "-paper")
        self.set_focus(self.reading if is_paper else self.paper_view)
        self.show_keys()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """A paper that is not read cannot be corrected, nor one that is kept or on its way."""
        if action in _CORRECTIONS:
            return self.here.standing is Standing.READ and not self.here.is_on_its_way
        if action in _MOTIONS:
            return self.here.paper is not None
        if action in {"next_paper", "previous_paper"}:
            return len(self.papers) > 1
        if action == "keep_all":
            return any(paper.standing is Standing.READ for paper in self.papers)
        return True

    def help_words(self) -> str:
        """Say what this screen shows."""
        return (
            "On one side stands the paper with the places of its lines, on the other how it was read. A question "
            "mark is a place to check: compare, put it right with Enter, or say with Space that it is as it should "
            "be. Nothing is in the records until it is saved, and then it is a draft."
        )

    def help_sections(self) -> tuple[Section, ...]:
        """Return the commands of the screen and of its sides."""
        sides = (("In the reading", LIST), ("In the paper", READING))
        return (("On this screen", IMPORT), *sides, ("On every screen", EVERYWHERE))

    def kept_from_leaving(self) -> str:
        """Say which corrections would be lost."""
        corrected = self.unsaved_corrections()
        if not corrected:
            return ""
        was = "was" if corrected == 1 else "were"
        return f"{counted(corrected, 'paper').capitalize()} {was} corrected and not saved: press s, or Esc to leave."
