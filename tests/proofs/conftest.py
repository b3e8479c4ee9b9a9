"""The real program in a real terminal, typed at. POSIX alone."""

import contextlib
import os
import re
import select
import signal
import struct
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

PATIENCE = 60.0
_FIRST_SIGN, _QUIET = 4.0, 0.3
"""Seconds in which a key shows, and then seconds without a byte after which everything is taken to be drawn."""
ESCAPES = re.compile(rb"\x1b(?:\[[0-9;?<>=]*[ -/]*[@-~]|[PX^_\]].*?(?:\x07|\x1b\\)|[@-Z\\-_=>])", re.DOTALL)
PROGRAM = "import sys; from lpgminutes.tui import run; sys.exit(run(sys.argv[1], sys.argv[2]))"


class Typist:
    """Somebody who types into the program until it is killed, or ends."""

    def __init__(self, store: Path, who: str = "A", *, program: str = PROGRAM) -> None:
        import fcntl
        import pty
        import termios

        self.process, self._terminal = pty.fork()
        if self.process == 0:
            os.environ.update(TERM="xterm-256color")
            os.execv(sys.executable, [sys.executable, "-c", program, str(store), who])  # noqa: S606 - our own program
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.answered: list[str] = []
        """The lines whose Enter was answered."""
        self.keys: list[tuple[float, str]] = []
        """What was typed of the line at hand, after each key, and when."""
        self.seen = b""
        """Everything that the program has sent to the terminal."""

    def waits_for(self, pattern: str) -> None:
        """Read what the program draws until something comes."""
        seen, end = b"", time.monotonic() + PATIENCE
        while not re.search(pattern.encode(), ESCAPES.sub(b"", seen)):
            assert time.monotonic() < end, f"{pattern!r} does not come: {ESCAPES.sub(b'', seen)[-300:]!r}"
            seen += self._reads(0.2)

    def opens_the_meeting(self, next_number: str) -> None:
        """Go from the home screen into the minutes, where the first key types."""
        self.waits_for("Group")
        self.presses("\r")
        self.waits_for(re.escape(next_number))

    def types(self, line: str, next_number: str, until: float) -> bool:
        """Type a line and press Enter; return whether it was answered before the time was up."""
        self.keys = []
        for end in range(1, len(line) + 1):
            if time.monotonic() >= until:
                return False
            self.presses(line[end - 1])
            self.keys.append((time.monotonic(), line[:end]))
            self._reads(0.004)
        self.presses("\r")
        seen = b""
        while time.monotonic() < until:
            seen += self._reads(0.01)
            if re.search(rf"{re.escape(next_number)}(?!\d)".encode(), ESCAPES.sub(b"", seen)):
                self.answered.append(line)
                self.keys = []
                return True
        return False

    def presses(self, keys: str) -> None:
        """Press keys."""
        os.write(self._terminal, keys.encode())

    def reads_for(self, seconds: float) -> None:
        """Take in what the program draws for a while."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._reads(0.01)

    def rests(self) -> None:
        """Take in what the program draws after a key, until nothing more comes."""
        patience, end = _FIRST_SIGN, time.monotonic() + PATIENCE
        while self._reads(patience):
            assert time.monotonic() < end, f"the program goes on drawing: {ESCAPES.sub(b'', self.seen)[-300:]!r}"
            patience = _QUIET

    def is_killed(self) -> None:
        """Kill the program as nothing can be killed harder."""
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self._terminal)

    def ends(self) -> int:
        """Read until the program has ended by itself, and return its exit code."""
        end = time.monotonic() + PATIENCE
        while (status := os.waitpid(self.process, os.WNOHANG))[0] == 0:
            assert time.monotonic() < end, f"the program does not end: {ESCAPES.sub(b'', self.seen)[-300:]!r}"
            self._reads(0.1)
        while self._reads(0.1):
            pass
        os.close(self._terminal)
        return os.waitstatus_to_exitcode(status[1])

    def _reads(self, patience: float) -> bytes:
        read = b""
        if select.select([self._terminal], [], [], patience)[0]:
            with contextlib.suppress(OSError):  # how Linux says that nobody holds the other end any more
                read = os.read(self._terminal, 65536)
        self.seen += read
        return read


@pytest.fixture
def typist() -> Callable[[Path], Typist]:
    """Sit somebody down in front of the program."""
    return Typist
