"""What a terminal sends, cut into what is typed and what is pasted: a paste without end hides no key for long."""

import time
from collections.abc import Callable, Iterator

START, END = "\x1b[200~", "\x1b[201~"
_ESCAPE = "\x1b"
_AT_ONCE = 0.02
"""Seconds between two pieces of a paste; keys come further apart, also from a key that is held down."""
_IN_ONE_PIECE = 16
"""So many characters at once nobody types."""
_PATIENCE = 3.0
"""Seconds after the last piece of a paste in which its end has to come."""
_STANDSTILL = 30.0
"""Seconds for which a line may stand still in the middle of one."""


class OpenPaste:
    """Hands on what is typed as it comes, and a paste when it is whole: its end is known however it was cut up.

    Where the end does not come, what came in pieces is the paste, and what came key by key behind it is typed. What
    comes in pieces even later is another paste: a slow line stood still in the middle.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._held: str | None = None
        """What came since a paste began; ``None`` while none is open."""
        self._pasted = 0
        """How many of those characters came in pieces."""
        self._overdue_until = 0.0
        """Until when the rest of a paste that was given up may come."""
        self._tail = ""
        """The latest of what was typed: a paste may be about to begin in it."""
        self._last_read = self._last_piece = 0.0

    def take(self, read: str) -> Iterator[str]:
        """Take what was read, nothing where nothing came; return what a parser of keys is to be fed with."""
        now = self._clock()
        if self._held is not None and now - self._last_piece >= _PATIENCE:
            yield from self._give_up()
            self._overdue_until = now + _STANDSTILL
        if self._held is None and now < self._overdue_until and _is_in_one_piece(read):
            self._open(now)
            yield START
        if self._held is None:
            yield from self._take_keys(read, now)
        elif read:
            yield from self._hold(read, now)

    def finish(self) -> Iterator[str]:
        """Hand on what is held when nothing will come any more."""
        if self._held is not None:
            yield from self._give_up()

    def _open(self, now: float) -> None:
        self._held, self._pasted, self._tail, self._overdue_until = "", 0, "", 0.0
        self._last_read = self._last_piece = now

    def _take_keys(self, read: str, now: float) -> Iterator[str]:
        found = (self._tail + read).find(START)
        if found < 0:
            self._tail = (self._tail + read)[-len(START) + 1 :]
            if read:
                yield read
            return
        end = found + len(START) - len(self._tail)
        self._open(now)
        yield read[:end]
        yield from self._hold(read[end:], now)

    def _hold(self, read: str, now: float) -> Iterator[str]:
        held = self._held or ""
        if _is_in_one_piece(read) or (now - self._last_read < _AT_ONCE and not read.startswith(_ESCAPE)):
            self._last_piece, self._pasted = now, len(held) + len(read)
        self._last_read, self._held = now, held + read
        end = self._held.find(END, max(0, len(held) - len(END)))
        if end >= 0:
            behind = self._held[end + len(END) :]
            yield from self._close(self._held[:end])
            yield from self._take_keys(behind, now)

    def _give_up(self) -> Iterator[str]:
        held = self._held or ""
        yield from self._close(held[: self._pasted])
        if typed := held[self._pasted :]:
            yield typed

    def _close(self, pasted: str) -> Iterator[str]:
        self._held = None
        yield pasted.replace(_ESCAPE, "") + END


def _is_in_one_piece(read: str) -> bool:
    return len(read) >= _IN_ONE_PIECE and not read.startswith(_ESCAPE)
