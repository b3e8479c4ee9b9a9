"""The versions of a meeting's minutes, and what changed from one to another."""

from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from lpgminutes.tui.commands.command import bindings
from lpgminutes.tui.commands.shared import EVERYWHERE, LIST, READING
from lpgminutes.tui.commands.versions import VERSIONS
from lpgminutes.tui.messages.shared import RequestFailed
from lpgminutes.tui.messages.versions import VersionsCompared, VersionsRead
from lpgminutes.tui.requests.versions import compare_versions, read_versions
from lpgminutes.tui.screens.shell import Section, ShellScreen
from lpgminutes.tui.text import counted, plain
from lpgminutes.tui.widgets.comparison_view import ComparisonView
from lpgminutes.tui.widgets.empty_state import EmptyState
from lpgminutes.tui.widgets.row_list import RowList
from lpgminutes.tui.widgets.version_list import State, VersionList

_MOST_ROWS = 8
_NONE = (
    "These minutes have no version yet.",
    "",
    "One is kept when they are circulated, when they are approved, with each correction after that,",
    "and with each release.",
    "",
    "Esc goes back.",
)


class VersionsScreen(ShellScreen):
    """The versions at the top, what changed under them."""

    CSS_PATH = Path(__file__).parent.parent / "styles" / "versions.tcss"
    COMMANDS_HERE = VERSIONS
    waits_for_records = True
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(VERSIONS)]
    AUTO_FOCUS = "VersionList"

    def __init__(self, ref: str) -> None:
        super().__init__()
        self._ref = ref
        self._states: tuple[State, ...] = ()
        self._from: int | None = None
        """The version that was chosen to compare from; ``None`` for the one before what is highlighted."""

    def body(self) -> ComposeResult:
        """Lay the list, and what changed."""
        yield Static(plain("Versions"), id="versions-title", classes="panel-title")
        yield VersionList()
        yield Static(id="compared-title", classes="panel-title")
        yield ComparisonView()
        yield EmptyState(plain("Reading the versions\N{HORIZONTAL ELLIPSIS}"))

    def on_mount(self) -> None:
        """Read them."""
        self.banner.place = self._ref
        self._show_parts(is_any=False)
        self.reload()

    def _show_parts(self, *, is_any: bool) -> None:
        for part in self.query("VersionList, ComparisonView, .panel-title"):
            part.display = is_any
        self.query_one(EmptyState).display = not is_any

    @property
    def _list(self) -> VersionList:
        return self.query_one(VersionList)

    def reload(self) -> None:
        """Read the versions again."""
        read_versions(self, self._ref)

    @on(VersionsRead)
    def _show(self, read: VersionsRead) -> None:
        self.banner.marking, self.banner.place = read.marking, read.ref
        self._states = (State(None), *(State(version) for version in reversed(read.versions)))
        self.query_one(EmptyState).say(*_NONE)
        self._show_parts(is_any=bool(read.versions))
        self.query_one("#versions-title", Static).update(plain(f"Versions of the minutes of {read.ref}"))
        self._list.styles.height = min(len(self._states), _MOST_ROWS)
        self._compare()
        if read.versions and self.focused is None:
            self.set_focus(self._list)
        self.show_keys()
        self.be_ready()

    def say_what_failed(self, failed: RequestFailed) -> None:
        """Say why there is nothing to show."""
        self.query_one(EmptyState).say(failed.title, "", failed.sentence, "", "F5 tries again, Esc goes back.")

    @on(RowList.Highlighted)
    def _compare(self) -> None:
        """Compare what is highlighted with what is before it, or with what was chosen."""
        here = self._list.highlighted or self._states[0]
        older = [state.number for state in self._states if state.number and state.number < _rank(here)]
        before = self._from if self._from in older else next(iter(older), None)
        marked = tuple(
            replace(state, is_compared_from=before == state.number and before is not None) for state in self._states
        )
        self._list.show(marked)
        if before is None:
            self.query_one("#compared-title", Static).update(plain("The first version: there is none before it"))
            self.query_one(ComparisonView).show(())
        else:
            compare_versions(self, self._ref, before, here.number)

    @on(VersionsCompared)
    def _show_compared(self, compared: VersionsCompared) -> None:
        after = "the minutes as they are now" if compared.after is None else f"version {compared.after}"
        found = counted(len(compared.changes), "paragraph") if compared.changes else "nothing"
        title = f"From version {compared.before} to {after}: {found} changed"
        self.query_one("#compared-title", Static).update(plain(title))
        self.query_one(ComparisonView).show(compared.changes)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """With no version kept there is nothing to compare."""
        return len(self._states) > 1 or action not in {"compare_from", "other_pane"}

    def action_compare_from(self) -> None:
        """Let the comparison begin at the highlighted version, or let go of that."""
        state = self._list.highlighted
        if state is None or state.version is None:
            self.say("The comparison begins at a version that was kept.")
            return
        self._from = None if self._from == state.number else state.number
        self._list.highlight(None)
        self._compare()

    def action_other_pane(self) -> None:
        """Go to the other part."""
        view = self.query_one(ComparisonView)
        self.set_focus(self._list if self.focused is view else view)

    @on(RowList.Chosen)
    def _read_what_changed(self) -> None:
        self.set_focus(self.query_one(ComparisonView))

    def help_words(self) -> str:
        """Say what is compared."""
        return (
            "A version is kept when minutes are circulated, when they are approved, with each correction and with "
            "each release. What is highlighted is compared with the version before it, or with the one that f "
            "has chosen: \N{MINUS SIGN} is how it stood, + how it stands, and the words that differ are marked."
        )

    def help_sections(self) -> tuple[Section, ...]:
        """Return the commands of the screen."""
        return (
            ("On this screen", VERSIONS),
            ("In the list", LIST),
            ("In what changed", READING),
            ("On every screen", EVERYWHERE),
        )


def _rank(state: State) -> float:
    return float("inf") if state.number is None else state.number
