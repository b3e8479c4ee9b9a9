"""Keys that were pressed before a screen showed what they act on: they wait for it, and then go on in order."""

import asyncio
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.events import Event, Key, Paste

from lpgminutes.tui.screens.shell import ShellScreen

if TYPE_CHECKING:
    from textual.message_pump import MessagePump

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

    def holds(self, event: Event) -> bool:
        """Keep a key for later, and say so; ``False`` when it is to go on now."""
        if not isinstance(event, Key | Paste) or event.is_forwarded:
            return False
        if isinstance(event, Key) and event.key in _LEAVING:
            self._held.clear()
            return False
        is_held = bool(self._held) or not self._is_ready
        if is_held:
            self._held.append(event)
        return is_held

    def go_on(self) -> None:
        """Let go of the keys: the screen is ready."""
        if self._held and not self._is_going_on:
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
                if self._held and self._held[0] is key:
                    self._held.popleft()
        finally:
            self._is_going_on = False


async def _heard(pump: "MessagePump") -> None:
    """Wait until everything that was sent to a widget before has been taken up by it."""
    heard = asyncio.Event()
    if pump.call_later(heard.set):
        with suppress(TimeoutError):
            await asyncio.wait_for(heard.wait(), _PATIENCE)
