"""The keys that make sense now, at the bottom of the screen: as many as fit, each whole."""

from itertools import accumulate

from textual.content import Content
from textual.events import Click
from textual.reactive import reactive
from textual.widget import Widget

from lpgminutes.tui.commands.command import Command
from lpgminutes.tui.commands.shared import EVERYWHERE
from lpgminutes.tui.text import plain

_GAP = 2


class KeyBar(Widget):
    """One line of keys with their words; a click does what the key does."""

    DEFAULT_CSS = """
    KeyBar { height: 1; width: 1fr; dock: bottom; padding: 0 1; }
    """

    commands: reactive[tuple[Command, ...]] = reactive(())

    def show(self, commands: tuple[Command, ...]) -> None:
        """Show those of the commands that belong in the bar, and those that work everywhere.

        A key does what the first of them says of it: what another one says of the same key is not shown.
        """
        told = (*commands, *EVERYWHERE)
        first = {key: command for command in reversed(told) for key in command.keys}
        self.commands = tuple(command for command in told if command.in_bar and first[command.keys[0]] is command)

    def render(self) -> Content:
        """Return the keys that fit."""
        return Content(" " * _GAP).join(_entry(command) for _, command in self._placed())

    def _placed(self) -> list[tuple[int, Command]]:
        """Return the commands that fit, each with its first column: the help always, the others in order."""
        always = [command for command in self.commands if command.id == "app.help"]
        room = self.content_size.width - sum(_entry(command).cell_length for command in always)
        others = [command for command in self.commands if command not in always]
        ends = accumulate(_entry(command).cell_length + _GAP for command in others)
        fitting = [command for command, end in zip(others, ends, strict=True) if end <= room]
        starts, column = [], 0
        for command in (*fitting, *always):
            starts.append((column, command))
            column += _entry(command).cell_length + _GAP
        return starts

    def on_click(self, event: Click) -> None:
        """Do what the key under the pointer does."""
        column = event.get_content_offset_capture(self).x
        for start, command in self._placed():
            if start <= column < start + _entry(command).cell_length:
                self.app.simulate_key(command.keys[0])


def _entry(command: Command) -> Content:
    return plain(command.shown_key, "bold $text-accent") + plain(f" {command.label}")
