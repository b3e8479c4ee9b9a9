"""The command palette: the commands of the screen that is open, and those that work everywhere."""

from collections.abc import Iterator

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from lpgminutes.tui.commands.command import Command
from lpgminutes.tui.commands.shared import EVERYWHERE
from lpgminutes.tui.screens.shell import ShellScreen
from lpgminutes.tui.text import plain


class CommandsOfTheScreen(Provider):
    """Finds commands by their words."""

    async def discover(self) -> Hits:
        """Yield every command."""
        for command in self._commands():
            yield DiscoveryHit(_title(command), lambda command=command: self._call(command), help=command.help)

    async def search(self, query: str) -> Hits:
        """Yield the commands that fit what is typed."""
        matcher = self.matcher(query)
        for command in self._commands():
            if (score := matcher.match(command.label + " " + command.help)) > 0:
                yield Hit(score, _title(command), lambda command=command: self._call(command), help=command.help)

    def _commands(self) -> Iterator[Command]:
        screen = self.screen
        own = screen.commands_now() if isinstance(screen, ShellScreen) else ()
        seen: set[str] = set()
        for command in (*own, *EVERYWHERE):
            if not command.is_motion and command.action not in seen:
                seen.add(command.action)
                yield command

    async def _call(self, command: Command) -> None:
        await self.app.run_action(command.action, self.app if command in EVERYWHERE else self.screen)


def _title(command: Command) -> Content:
    return plain(f"{command.label}  {command.shown_keys}")
