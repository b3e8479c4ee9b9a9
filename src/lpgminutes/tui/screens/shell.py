"""What every screen has: the marking at the top, the keys at the bottom, and a way to say what went wrong."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.screen import Screen

from lpgminutes.tui.commands.command import Command
from lpgminutes.tui.commands.shared import EVERYWHERE
from lpgminutes.tui.messages.shared import ChangeMade, RequestFailed, UndoQuestioned
from lpgminutes.tui.requests.changes import redo, undo
from lpgminutes.tui.screens.words import TellsWords
from lpgminutes.tui.text import counted
from lpgminutes.tui.widgets.frame import Frame
from lpgminutes.tui.widgets.key_bar import KeyBar
from lpgminutes.tui.widgets.marking_banner import MarkingBanner

if TYPE_CHECKING:
    from lpgminutes.tui.app import MinutesApp
    from lpgminutes.tui.gateway import Gateway

Section = tuple[str, tuple[Command, ...]]
"""A heading of the help, with the commands under it."""


class ShellScreen(Screen[None], Frame, TellsWords):
    """A screen inside the shell."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = ()
    _is_ready = False
    can_be_left_to_find: ClassVar[bool] = True
    """Whether the find screen opens over it."""
    waits_for_records: ClassVar[bool] = False
    """Whether its keys act on what is read from the records, and wait until that is shown."""

    def compose(self) -> ComposeResult:
        """Lay the banner, what the screen is for, and the keys."""
        yield MarkingBanner()
        yield from self.body()
        yield KeyBar()

    def body(self) -> ComposeResult:
        """Yield what stands between the banner and the keys."""
        raise NotImplementedError

    @property
    def gateway(self) -> "Gateway":
        """The way to the records."""
        return self.minutes_app.gateway

    @property
    def minutes_app(self) -> "MinutesApp":
        """The program that this screen belongs to."""
        return cast("MinutesApp", self.app)

    @property
    def banner(self) -> MarkingBanner:
        """The marking at the top."""
        return self.query_one(MarkingBanner)

    @property
    def is_ready(self) -> bool:
        """Whether a key acts on what the person sees; one that is pressed before waits."""
        return self._is_ready or not self.waits_for_records

    def be_ready(self) -> None:
        """Take the keys that waited: what they act on is shown now."""
        if not self._is_ready:
            self._is_ready = True
            self.call_after_refresh(self.minutes_app.type_ahead.go_on)

    def wait_for_records(self) -> None:
        """Hold the keys from now on: what they act on changes, and ``be_ready`` lets them go when that is shown."""
        self._is_ready = False

    def on_mount(self) -> None:
        """Show the keys."""
        self.show_keys()

    def commands_now(self) -> tuple[Command, ...]:
        """Return the commands that make sense as things stand."""
        return tuple(command for command in self.COMMANDS_HERE if self.check_action(command.action, ()))

    def keys_now(self) -> tuple[Command, ...]:
        """Return the commands of the key bar."""
        return self.commands_now()

    def show_keys(self) -> None:
        """Bring the key bar up to date with what can be done."""
        self.query_one(KeyBar).show(self.keys_now())

    def help_words(self) -> str:
        """Return what the help says first, about this screen."""
        return ""

    def help_sections(self) -> tuple[Section, ...]:
        """Return the commands that the help lists."""
        return (("On this screen", self.COMMANDS_HERE), ("On every screen", EVERYWHERE))

    def kept_from_leaving(self) -> str:
        """Return the sentence that says what would be lost by leaving; empty when nothing would."""
        return ""

    def say(self, sentence: str, *, title: str = "", is_error: bool = False) -> None:
        """Say a sentence to the person, to the letter; what was said before makes room, unless it is an error."""
        if is_error:
            self.minutes_app.say_error(sentence.expandtabs(1), title=title)
        else:
            self.minutes_app.say(sentence.expandtabs(1), title=title)

    @on(RequestFailed)
    def _take_in_failure(self, failed: RequestFailed) -> None:
        if not self.is_ready:
            self.minutes_app.type_ahead.drop()
            self._is_ready = True
        self.say_what_failed(failed)

    def say_what_failed(self, failed: RequestFailed) -> None:
        """Say it in passing; a screen that stays empty because of it says it in its place."""
        self.say(failed.sentence, title=failed.title, is_error=True)

    @on(ChangeMade)
    def _say_what_changed(self, made: ChangeMade) -> None:
        change = made.change
        where = f", {change.meeting_ref}" if change.meeting_ref else ""
        many = f", {made.count} times" if made.count > 1 else ""
        self.say(f"{change.what}{many}{where}, by {change.who}", title="Done again" if made.is_redo else "Taken back")
        self.reload()

    @on(UndoQuestioned)
    def _ask_before_undo(self, questioned: UndoQuestioned) -> None:
        from lpgminutes.tui.dialogs.confirm import Confirm

        if self.app.screen is not self:  # something else is asked already
            return
        change = questioned.change
        where = f" ({change.meeting_ref})" if change.meeting_ref else ""
        consequence = f"It was done by {change.who} and wrote {counted(change.rows, 'record')}{where}."

        def undo_if_sure(is_sure: bool | None) -> None:  # noqa: FBT001 - Textual's callback
            if is_sure:
                self.undo_surely()
            elif is_sure is None:
                self.say("Nothing was taken back; what you typed is in the line.", title="Typed as words")

        self.app.push_screen(Confirm(f"Take back: {change.what}?", consequence), undo_if_sure)

    def reload(self) -> None:
        """Read again what the screen shows."""

    def action_reload(self) -> None:
        """Read again what the screen shows."""
        self.reload()

    def action_undo(self) -> None:
        """Take back the latest change."""
        undo(self)

    def undo_surely(self) -> None:
        """Take back the latest change: whoever is at the keyboard said yes."""
        undo(self, is_sure=True)

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        redo(self)

    def action_open_actions(self) -> None:
        """Open the action log."""
        self.minutes_app.open_screen("action_log", self.banner.marking)

    def action_open_cases(self) -> None:
        """Open the cases."""
        self.minutes_app.open_screen("cases", self.banner.marking)

    def action_back(self) -> None:
        """Go back to the screen below."""
        self.app.pop_screen()

    async def action_quit(self) -> None:
        """Leave the program."""
        await self.app.action_quit()


def commands_of(sections: tuple[Section, ...]) -> Iterator[Command]:
    """Yield the commands of every section."""
    for _, commands in sections:
        yield from commands
