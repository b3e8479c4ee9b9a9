"""Keys that wait, and then go on in order: those that were pressed before a screen showed what they act on.

A letter that is a command waits as well, for a moment: where others come right behind it, they are a word.
"""

import asyncio
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.events import Event, Key, Paste

from lpgminutes.tui.screens.shell import ShellScreen
from lpgminutes.tui.screens.words import TellsWords

if TYPE_CHECKING:
    from textual.message_pump import MessagePump
    from textual.widget import Widget

    from lpgminutes.tui.app import MinutesApp

_PATIENCE = 0.5
"""Seconds after which a key is taken to be heard, whatever became of the widget that it went to."""
_LEAVING = frozenset({"escape", "ctrl+q", "ctrl+c", "ctrl+d"})
"""Keys of somebody who does not want to wait: they go on at once, and what was typed before them is dropped."""


class TypeAhead:
    """Holds keys and pastes while the screen is not ready, so that none acts on something else than was meant.

    Whoever presses Enter for the first meeting and types on has the line in that meeting, however slow the disk.
    """

    def __init__(self, app: "MinutesApp") -> None:
        self._app = app
        self._held: deque[Key | Paste] = deque()
        self._is_going_on = False
        self._came = asyncio.Event()
        """Something came to those that wait."""
        self._is_listening = False
        self._began_with_letter = False
        """Whether the first of those that wait is a command that may be a word: nothing behind it is dropped."""

    def holds(self, event: Event) -> bool:
        """Keep a key for later, and say so; ``False`` when it is to go on now."""
        if not isinstance(event, Key | Paste) or event.is_forwarded:
            return False
        if isinstance(event, Key) and event.key in _LEAVING and not self._began_with_letter:
            self._held.clear()
            return False
        begun_at = None if self._held else self._where_words_begin(event)
        if not (self._held or begun_at or not self._is_ready):
            return False
        self._held.append(event)
        self._came.set()
        if begun_at is not None:
            self._is_listening = self._began_with_letter = True
            self._app.run_worker(self._listen(begun_at), group="keys that waited")
        return True

    def _where_words_begin(self, event: Key | Paste) -> TellsWords | None:
        screen = self._app.screen
        if isinstance(event, Key) and isinstance(screen, TellsWords) and screen.may_begin_words(event):
            return screen
        return None

    async def _listen(self, screen: TellsWords) -> None:
        """Wait for the letters behind a first one; no longer than it takes to tell a word from a command."""
        wanted = screen.letters_of_a_word
        try:
            while not self._are_words(wanted) and all(_is_letter(key) for key in self._held):
                self._came.clear()
                await asyncio.wait_for(self._came.wait(), screen.next_letter)
        except TimeoutError:
            pass
        self._is_listening = False
        now = self._app.screen
        if self._are_words(wanted) and isinstance(now, TellsWords):
            now.take_words()
        self.go_on()

    def _are_words(self, wanted: int) -> bool:
        """Several letters, and not one that is held down; a number behind a letter is what the command asks for."""
        keys = [key.character for key in self._held if isinstance(key, Key) and _is_letter(key)]
        is_number = any(key and key.isdigit() for key in keys[1:2])
        return len(keys) >= wanted and len(set(keys)) > 1 and not is_number

    def go_on(self) -> None:
        """Let go of the keys: the screen is ready."""
        if self._held and not self._is_going_on and not self._is_listening:
            self._is_going_on = True
            self._app.run_worker(self._let_go(), group="keys that waited")

    def drop(self) -> None:
        """Forget the keys: what they were meant for is not there."""
        self._held.clear()

    @property
    def _is_ready(self) -> bool:
        screen = self._app.screen
        return not isinstance(screen, ShellScreen) or screen.is_ready

    async def _let_go(self) -> None:
        """Hand on one key after the other, each when everything that the one before it asked for is under way.

        A key is taken by a widget, and what the widget says of it goes from parent to parent up to the program. Where
        that opens another screen, the rest waits for it.
        """
        try:
            while self._held and self._is_ready:
                key = self._held[0]
                target = self._app.focused or self._app.screen
                way = (target, *target.ancestors_with_self)
                await self._app.hand_on(key)
                for node in way:
                    await _heard(node)
                if self._began_with_letter and not _takes_words(self._app.focused):
                    # what it changed is what the next command acts on; words act on nothing
                    await self._app.gateway.rest(_PATIENCE)
                    await _heard(self._app.screen)
                if self._held and self._held[0] is key:
                    self._held.popleft()
        finally:
            self._is_going_on = False
            self._began_with_letter = self._began_with_letter and bool(self._held)


def _is_letter(event: Key | Paste) -> bool:
    return isinstance(event, Key) and event.is_printable


def _takes_words(focused: "Widget | None") -> bool:
    from lpgminutes.tui.widgets.line_editor import LineEditor  # late: the first frame waits for no domain

    return isinstance(focused, LineEditor)


async def _heard(pump: "MessagePump") -> None:
    """Wait until everything that was sent to a widget before has been taken up by it."""
    heard = asyncio.Event()
    if pump.call_later(heard.set):
        with suppress(TimeoutError):
            await asyncio.wait_for(heard.wait(), _PATIENCE)
