"""The program on the terminal: its first screen, its theme, and what works on every screen."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

from textual.app import App
from textual.binding import BindingType
from textual.driver import Driver
from textual.events import Event, InputEvent, Key, Paste
from textual.screen import Screen
from textual.worker import WorkerFailed

from lpgminutes.errors import ExitCode
from lpgminutes.tui.commands.command import bindings
from lpgminutes.tui.commands.shared import EVERYWHERE
from lpgminutes.tui.endings import listen
from lpgminutes.tui.garbage import LOOK_SECONDS, QuietCollector
from lpgminutes.tui.gateway import Gateway
from lpgminutes.tui.screens.overlay import LOW
from lpgminutes.tui.screens.registry import screen_class
from lpgminutes.tui.screens.shell import ShellScreen
from lpgminutes.tui.screens.words import TellsWords
from lpgminutes.tui.type_ahead import TypeAhead

_STYLES = Path(__file__).parent / "styles"
_DARK, _LIGHT = "textual-dark", "textual-light"


def _palette() -> type[Any]:
    from lpgminutes.tui.palette import CommandsOfTheScreen

    return CommandsOfTheScreen


class MinutesApp(App[int]):
    """The screens."""

    CSS_PATH: ClassVar = [_STYLES / "base.tcss", _STYLES / "home.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(EVERYWHERE)]
    COMMANDS: ClassVar = {_palette}
    COMMAND_PALETTE_BINDING: ClassVar[str] = "ctrl+p"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW, "-high")]  # noqa: RUF012 - typed by Textual
    TITLE = "lpgminutes"
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, location: str | None, who: str | None = None) -> None:
        super().__init__()
        self._to_say: list[tuple[str, str]] = []
        """The titles and sentences that are said in passing at this moment."""
        self.gateway = Gateway(self, location, who)
        self.fault: BaseException | None = None
        """The fault of the program that ended it, if one did."""
        self.type_ahead = TypeAhead(self)
        self._collector = QuietCollector()
        self._last_things: list[Callable[[], None]] = []

    def get_default_screen(self) -> Screen[Any]:
        """Return the home screen: the one that is there from the first frame on."""
        return screen_class("home")()

    def get_driver_class(self) -> type[Driver]:
        """Return how the terminal is read: where it is Textual's own way, by ours."""
        driver = super().get_driver_class()
        if driver.__name__ != "LinuxDriver":
            return driver
        from lpgminutes.tui.terminal import Terminal  # late: there is none of its kind on Windows

        return Terminal

    def on_mount(self) -> None:
        """Be ready to be ended from outside."""
        if not self.is_headless:
            listen(self)

    def on_ready(self) -> None:
        """Collect what is collectable again, but for what was there before the first frame."""
        self._collector.begin()
        self.set_interval(LOOK_SECONDS, self._use_the_quiet)

    def _use_the_quiet(self) -> None:
        """Do what would hold up a line, while nobody is at the keyboard."""
        if self._collector.is_quiet:
            self._collector.look()
            self.gateway.settle()

    async def on_event(self, event: Event) -> None:
        """Take note that somebody is at the keyboard; a key that comes too early waits."""
        if isinstance(event, InputEvent):
            self._collector.put_off()
        if not self.type_ahead.holds(event):
            await self.hand_on(event)

    async def hand_on(self, event: Event) -> None:
        """Give an event to whom it is meant for."""
        if isinstance(event, Key | Paste) and not event.is_forwarded and isinstance(self.screen, TellsWords):
            self.screen.turn_to_words(event)
        await super().on_event(event)

    def on_unmount(self) -> None:
        """Bring to the disk what is still on its way before the process ends."""
        self._collector.end()
        self.finish()

    def at_the_end(self, work: Callable[[], None]) -> None:
        """Have something done before the process ends, however it ends; done twice it does no harm."""
        self._last_things.append(work)

    def finish(self) -> None:
        """Do what has to be done before the process ends."""
        for work in self._last_things:
            work()
        self.gateway.close()

    def open_screen(self, name: str, *about: str) -> None:
        """Open a screen of the registry, on top of the one that is open; never over itself, by a key pressed twice."""
        opened = screen_class(name)
        if not isinstance(self.screen, opened):
            self.push_screen(opened(*about))

    def action_help(self) -> None:
        """Open the help on the screen that is open."""
        if isinstance(self.screen, ShellScreen):
            from lpgminutes.tui.screens.help import HelpScreen

            self.push_screen(HelpScreen(self.screen.help_words(), self.screen.help_sections()))

    def action_find(self) -> None:
        """Open the find screen over the one that is open; that one stays as it is."""
        if isinstance(self.screen, ShellScreen):
            self.open_screen("find", self.screen.banner.marking)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Finding leaves a screen, and a dialog is no place to leave."""
        if action == "find":
            return isinstance(self.screen, ShellScreen) and self.screen.can_be_left_to_find
        return super().check_action(action, parameters)

    def action_toggle_light(self) -> None:
        """Change between the light and the dark theme."""
        self.theme = _DARK if self.theme == _LIGHT else _LIGHT

    async def action_quit(self) -> None:
        """Leave, unless something typed would be lost; asked twice it leaves all the same."""
        for screen in self.screen_stack:
            if isinstance(screen, ShellScreen) and (sentence := screen.kept_from_leaving()):
                self.notify(sentence, title="Not recorded yet", severity="warning", markup=False)
                return
        self.exit(0)

    def say(self, sentence: str, *, title: str) -> None:
        """Say a sentence in passing, together with what is said at the same time."""
        self._to_say.append((title, sentence))
        if len(self._to_say) == 1:
            self.call_later(self._say_together)

    def say_error(self, sentence: str, *, title: str) -> None:
        """Say what went wrong, once while it is on the screen: what is tried again and again fails each time."""
        if not any(shown.message == sentence for shown in self._notifications):
            self.notify(sentence, title=title, severity="error", timeout=8, markup=False)

    def _say_together(self) -> None:
        """Say it in the place of what was said before, so that little of the page is covered; an error stays."""
        said, self._to_say = dict.fromkeys(self._to_say), []
        for before in list(self._notifications):
            if before.severity == "information":
                self._unnotify(before, refresh=False)
        title = ", ".join(dict.fromkeys(title for title, _ in said if title))
        self.notify("\n".join(sentence for _, sentence in said), title=title, markup=False, timeout=4)

    def copy_to_clipboard(self, text: str) -> None:
        """Keep what is copied inside the program; Textual would send it to the terminal, and over a line to another."""
        self._clipboard = text

    def leave(self, return_code: int) -> None:
        """Leave at once with an exit code."""
        self.exit(return_code=return_code)

    def end_with(self, fault: BaseException) -> None:
        """End because of a fault. Textual's own report shows the values of variables: the minutes."""
        if self.fault is None:
            self.fault = fault
        self._return_code = ExitCode.BUG
        self._close_messages_no_wait()

    def _handle_exception(self, error: Exception) -> None:
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self.end_with(error.error if isinstance(error, WorkerFailed) else error)
