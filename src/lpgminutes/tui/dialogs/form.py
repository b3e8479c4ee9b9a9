"""What the dialogs have in common: labelled fields, and under each how it is read."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import DescendantFocus
from textual.widgets import Input, Static

from lpgminutes.errors import LpgMinutesError
from lpgminutes.tui.commands.command import bindings
from lpgminutes.tui.commands.overlays import DIALOG
from lpgminutes.tui.screens.overlay import Overlay
from lpgminutes.tui.text import plain
from lpgminutes.tui.widgets.key_bar import KeyBar
from lpgminutes.tui.widgets.one_line import OneLine

Value = TypeVar("Value")

_BREAKPOINTS = [(0, "-narrow"), (60, "-medium")]
"""Below so many columns what is said of a field stands under its label, too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a form."""

    id: str
    label: str
    read: Callable[[str], str]
    """Say how what is typed is read; a refusal is an ``LpgMinutesError`` with its sentence."""
    value: str = ""
    completions: tuple[str, ...] = ()
    """What may be meant: the rest of it stands behind what is typed, and the right arrow takes it."""
    is_replaced: bool = False
    """Whether the first key replaces what is filled in."""


class Form(Overlay[Value]):
    """Fields, one under the other; Enter saves when every field can be read."""

    CSS_PATH = Path(__file__).parent.parent / "styles" / "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(DIALOG)]
    HORIZONTAL_BREAKPOINTS = _BREAKPOINTS
    HEADING: ClassVar[str] = ""
    DONE_BY_ENTER: ClassVar[str] = "Save"
    """What Enter does, in a word for the key bar."""
    LEFT_BY_ESCAPE: ClassVar[str] = "Cancel"
    """What Esc does, likewise."""

    def __init__(self, problem: str = "") -> None:
        super().__init__()
        self._problem = problem
        self._was_saving_tried = False

    def heading(self) -> str:
        """Return what stands over the fields."""
        return self.HEADING

    def words(self) -> str:
        """Return what there is to know before the fields are filled in; most forms need none."""
        return ""

    def fields(self) -> tuple[Field, ...]:
        """Return the fields."""
        raise NotImplementedError

    def value(self) -> Value:
        """Return what was filled in; every field can be read."""
        raise NotImplementedError

    def body(self) -> ComposeResult:
        """Lay heading, fields and keys."""
        self._fields = {field.id: field for field in self.fields()}
        with Vertical(id="form"):
            yield Static(plain(self.heading()), id="form-heading")
            with VerticalScroll(id="form-fields", can_focus=False):
                yield Static(plain(self.words()), id="form-about")
                yield Static(plain(self._problem), id="form-problem")
                for field in self._fields.values():
                    with Horizontal(classes="form-row"):
                        yield Static(plain(field.label), classes="form-label")
                        yield _input(field)
                    yield Static(id=f"{field.id}-reading", classes="form-reading")
            yield KeyBar()

    def on_mount(self) -> None:
        """Show how each field is read, as it stands."""
        self.query_one("#form-about").display = bool(self.words())
        self.query_one("#form-problem").display = bool(self._problem)
        idle = {"next_field"} if len(self._fields) == 1 else set()
        done = {"save": self.DONE_BY_ENTER, "cancel": self.LEFT_BY_ESCAPE}
        self.query_one(KeyBar).commands = tuple(
            replace(command, label=done.get(command.action, command.label))
            for command in DIALOG
            if command.in_bar and command.action not in idle
        )
        self._read_all()
        self.set_focus(self.query_one(f"#{self.first_field() or next(iter(self._fields))}", Input))

    def first_field(self) -> str:
        """Return the field that has the keyboard first; empty for the one at the top."""
        return ""

    def typed(self, field: str) -> str:
        """Return what is typed in a field."""
        return self.query_one(f"#{field}", Input).value.strip()

    @on(Input.Changed)
    def _read_again(self, changed: Input.Changed) -> None:
        changed.stop()
        self.field_changed(changed.input.id or "")
        self._read_all()
        self._bring_reading_in_sight()

    @on(DescendantFocus)
    def _bring_reading_in_sight(self) -> None:
        """Let how a field is read be seen with it, however few rows there are."""
        self.call_after_refresh(self._scroll_to_field)

    def _scroll_to_field(self) -> None:
        focused = self.focused
        if focused is not None and focused.id in self._fields:
            self.query_one(f"#{focused.id}-reading").scroll_visible(animate=False, immediate=True)
            focused.scroll_visible(animate=False, immediate=True)

    def field_changed(self, field: str) -> None:
        """Let one field follow another."""

    def _read_all(self) -> list[str]:
        """Show how every field is read; return those that cannot be."""
        return [field for field in self._fields if not self._read(field)]

    def _read(self, field: str) -> bool:
        try:
            said, is_refused = self._fields[field].read(self.typed(field)), False
        except LpgMinutesError as refusal:
            is_told = bool(self.typed(field)) or self._was_saving_tried
            said, is_refused = f"! {refusal}" if is_told else str(refusal), True
        reading = self.query_one(f"#{field}-reading", Static)
        reading.update(plain(said))
        reading.set_class(said.startswith("!"), "-refused")
        return not is_refused

    @on(Input.Submitted)
    def _submit(self, submitted: Input.Submitted) -> None:
        submitted.stop()
        self.action_save()

    def action_save(self) -> None:
        """Close with the value, or go to the first field that cannot be read."""
        self._was_saving_tried = True
        refused = self._read_all()
        if refused:
            self.set_focus(self.query_one(f"#{refused[0]}", Input))
            self._bring_reading_in_sight()
        else:
            self.dismiss(self.value())

    def action_cancel(self) -> None:
        """Close without a value."""
        self.dismiss(None)

    def action_next_field(self) -> None:
        """Go to the next field."""
        self.focus_next()

    def action_previous_field(self) -> None:
        """Go to the previous field."""
        self.focus_previous()


def _input(field: Field) -> Input:
    from lpgminutes.tui.dialogs.completion import LastOfSeveral

    suggester = LastOfSeveral(field.completions) if field.completions else None
    return OneLine(field.value, id=field.id, compact=True, select_on_focus=field.is_replaced, suggester=suggester)


def said_of_marking(typed: str) -> str:
    """Return how a marking is read, with what a person should look at."""
    from lpgminutes.domain.markings import read_marking

    marking = read_marking(typed)
    return " ".join((f"Printed as {marking.printed}.", *marking.warnings))
