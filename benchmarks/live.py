"""A program that runs in a pseudo-terminal, at whose keyboard one sits. POSIX only."""

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from terminal import ESCAPES

QUIET = 0.03
"""Seconds without a byte after which a program is taken to have drawn everything."""


class Live:
    """A program in a terminal of its own."""

    def __init__(self, command: Sequence[str], *, columns: int = 130, rows: int = 40) -> None:
        self._process, self._terminal = pty.fork()
        if self._process == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
            os.execvp(command[0], list(command))  # noqa: S606 - our own program, named by the benchmark
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.written = 0
        """Bytes that the program has written since they were last counted."""

    def press(self, keys: str, *, until: str, limit: float = 20.0) -> float:
        """Press keys, and return the seconds until words that were not there are on the screen."""
        begun = time.perf_counter()
        os.write(self._terminal, keys.encode())
        self.wait_for(until, limit=limit)
        return time.perf_counter() - begun

    def wait_for(self, words: str, *, limit: float = 20.0) -> None:
        """Read until words come."""
        wanted, seen = words.encode(), b""
        end = time.perf_counter() + limit
        while wanted not in ESCAPES.sub(b"", seen):
            if time.perf_counter() > end:
                raise TimeoutError(f"{words!r} did not appear; the screen ended in {ESCAPES.sub(b'', seen)[-200:]!r}")
            seen += self._read(0.5)

    def settle(self, quiet: float = QUIET) -> int:
        """Read until nothing comes any more; return how many bytes the program wrote since the last time."""
        while self._read(quiet):
            pass
        written, self.written = self.written, 0
        return written

    def _read(self, patience: float) -> bytes:
        readable, _, _ = select.select([self._terminal], [], [], patience)
        chunk = os.read(self._terminal, 65536) if readable else b""
        self.written += len(chunk)
        return chunk

    def processor_seconds(self) -> float:
        """Return the processor time that the program has used in all its threads; 0 where only Linux would tell."""
        spent = 0
        for thread in Path(f"/proc/{self._process}/task").glob("*/schedstat"):
            spent += int(thread.read_text().split()[0])
        return spent / 1e9

    def kill(self) -> None:
        """End the program at once."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        os.close(self._terminal)


@contextlib.contextmanager
def live(command: Sequence[str], *, ready: str, columns: int = 130, rows: int = 40) -> Iterator[Live]:
    """Run a program until it shows words, and end it when done."""
    program = Live(command, columns=columns, rows=rows)
    try:
        program.wait_for(ready)
        yield program
    finally:
        program.kill()
