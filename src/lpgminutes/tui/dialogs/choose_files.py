"""Asks which files to bring in: one after another, whole folders, or all that fit a pattern."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from lpgminutes.tui.commands.command import bindings
from lpgminutes.tui.commands.imports import CHOOSING
from lpgminutes.tui.dialogs.file_names import completed, completions, files_meant, folder_in, place_of
from lpgminutes.tui.screens.overlay import Overlay
from lpgminutes.tui.text import counted, plain
from lpgminutes.tui.widgets.key_bar import KeyBar
from lpgminutes.tui.widgets.one_line import OneLine

_SHOWN = 6
_NOTHING_TYPED = "Type the name of a Word file, a text or a folder; Tab completes it."
_OR_THE_NEXT = "Enter reads what was taken; or type the name of one more."


class ChooseFiles(Overlay[tuple[str, ...]]):
    """One line to type names in, what it may go on to, and the files that were taken."""

    CSS_PATH = Path(__file__).parent.parent / "styles" / "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(binding for binding in bindings(CHOOSING) if binding.action not in {"take", "complete"}),
        Binding("tab", "complete", show=False, priority=True, id="files.complete"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[Path] = []
        self._left = ""
        """The folder of the file that was taken last, left in the line for the next name: nobody typed it."""

    def body(self) -> ComposeResult:
        """Lay the line, its completions, the taken files and the keys."""
        with Vertical(id="form"):
            yield Static(plain("Bring papers in"), id="form-heading")
            with Vertical(id="form-fields"):
                yield OneLine(id="file-name", compact=True, select_on_focus=False, placeholder="~/Minutes/")
                yield Static(id="file-completions", classes="form-reading")
                yield Static(id="files-taken")
            yield KeyBar()

    def on_mount(self) -> None:
        """Show what can be done."""
        self.query_one(KeyBar).commands = CHOOSING
        self._show()
        self.set_focus(self._input)

    @property
    def _input(self) -> Input:
        return self.query_one("#file-name", Input)

    @on(Input.Changed)
    def _show_again(self, changed: Input.Changed) -> None:
        changed.stop()
        if changed.value.strip() != self._left:
            self._left = ""  # something was typed: whatever stands there from now on is meant
        self._show()

    def _show(self, problem: str = "") -> None:
        said = self.query_one("#file-completions", Static)
        said.update(plain(f"! {problem}" if problem else self._said()))
        said.set_class(bool(problem), "-refused")
        names = [f"  {path.name}" for path in self.taken]
        if len(names) > _SHOWN:
            names = [f"  and {len(names) - _SHOWN + 1} before them", *names[1 - _SHOWN :]]
        head = f"{counted(len(self.taken), 'file').capitalize()} to read" + (":" if names else ".")
        self.query_one("#files-taken", Static).update(plain("\n".join((head, *names))))

    def _said(self) -> str:
        typed = self._input.value.strip()
        return _OR_THE_NEXT if self.taken and typed == self._left else _said_of(typed)

    def action_complete(self) -> None:
        """Complete the name as far as it is certain."""
        self._input.value = completed(self._input.value)
        self._input.cursor_position = len(self._input.value)

    @on(Input.Submitted)
    def _take(self, submitted: Input.Submitted) -> None:
        submitted.stop()
        typed = self._input.value.strip()
        if not typed or (self.taken and typed == self._left):
            self.action_read()
            return
        found = files_meant(typed)
        if not found:
            self._show("There is no file of that name, and no folder with files that can be read.")
            return
        self.taken += [path for path in found if path not in self.taken]
        folder = place_of(typed)
        self._left = self._input.value = folder_in(typed) if not folder.is_dir() else ""
        self._input.cursor_position = len(self._input.value)
        self._show()

    def action_read(self) -> None:
        """Close with the files that were taken."""
        typed = self._input.value.strip()
        if not self.taken and typed:
            self.taken = files_meant(typed)
        if self.taken:
            self.dismiss(tuple(str(path) for path in self.taken))
        else:
            self._show("No file was taken yet: type its name and press Enter.")

    def action_leave_out(self) -> None:
        """Leave out the file that was taken last."""
        if self.taken:
            self.taken.pop()
        self._show()

    def action_cancel(self) -> None:
        """Close without a file."""
        self.dismiss(None)


def _said_of(typed: str) -> str:
    """Say what a name may go on to, or which files it stands for."""
    if not typed.strip():
        return _NOTHING_TYPED
    meant = files_meant(typed)
    if len(meant) > 1 or (len(meant) == 1 and meant[0] == place_of(typed)):
        return f"Enter takes {counted(len(meant), 'file')}."
    names = [name[len(folder_in(typed)) :] for name in completions(typed)]
    if not names:
        return "Nothing of that name can be read."
    return "   ".join(names[:_SHOWN]) + (f"   and {len(names) - _SHOWN} more" if len(names) > _SHOWN else "")
