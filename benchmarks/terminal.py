"""A program in a pseudo-terminal, and how long it takes to its first words. POSIX only."""

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Sequence

ESCAPES = re.compile(rb"\x1b(?:\[[0-9;?<>=]*[ -/]*[@-~]|[PX^_\]].*?(?:\x07|\x1b\\)|[@-Z\\-_=>])", re.DOTALL)


def first_paint(command: Sequence[str], *, words: bytes, limit: float = 30.0) -> float:
    """Return the seconds from start until ``words`` are on the screen; the program is then ended."""
    begun = time.perf_counter()
    process, terminal = pty.fork()
    if process == 0:
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
        os.execvp(command[0], list(command))  # noqa: S606 - our own program, named by the benchmark
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 130, 0, 0))
    seen = b""
    try:
        while time.perf_counter() - begun < limit:
            readable, _, _ = select.select([terminal], [], [], 0.5)
            if readable:
                seen += os.read(terminal, 65536)
                if words in ESCAPES.sub(b"", seen):
                    return time.perf_counter() - begun
        raise TimeoutError(f"{words!r} did not appear")
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.close(terminal)
