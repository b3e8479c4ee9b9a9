"""Print what the action log costs on the screen with 100,000 actions: first paint, sort and filter, cursor.

In a real pseudo-terminal. POSIX only.
"""

import contextlib
import fcntl
import os
import pty
import random
import re
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from measure import seconds
from terminal import first_paint

HERE = Path(__file__).parent
PYTHON = sys.executable
ACTIONS = 100_000
ROUNDS = 7
KEYS = 200
SIZE = (24, 80)
FILTERS = ("owner:pri", "figures van", "slides", "due<1aug", "owner:tom overdue", "van 17.33", "no:owner", "raised:2.1")
_ESCAPES = re.compile(rb"\x1b(?:\[[0-9;?<>=]*[ -/]*[@-~]|[PX^_\]].*?(?:\x07|\x1b\\)|[@-Z\\-_=>])", re.DOTALL)
_OWNERS = ("Priya Nandakumar", "Tom Field", "Sam Okafor", "Nia Prosser", "Jo Lane", "Ann Early", "IAS", "HR")
_WORDS = ("review", "figures", "recruitment", "auditors", "evening", "slides", "forecast", "estate", "training", "van")


class Terminal:
    """A program in a pseudo-terminal that is typed at."""

    def __init__(self, command: Sequence[str]) -> None:
        self.begun = time.perf_counter()
        self._process, self._terminal = pty.fork()
        if self._process == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
            os.execvp(command[0], list(command))  # noqa: S606 - our own program, named by the benchmark
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", *SIZE, 0, 0))

    def press(self, key: bytes) -> None:
        """Press a key."""
        os.write(self._terminal, key)

    def seconds_until(self, words: bytes, *, since: float, limit: float = 60.0) -> float:
        """Return the seconds from a moment until words come over the wire."""
        seen = b""
        while time.perf_counter() - since < limit:
            readable, _, _ = select.select([self._terminal], [], [], 0.5)
            if readable:
                seen += os.read(self._terminal, 65536)
                if words in _ESCAPES.sub(b"", seen):
                    return time.perf_counter() - since
        raise TimeoutError(f"{words!r} did not appear; there was {_ESCAPES.sub(b'', seen)[-300:]!r}")

    def be_quiet(self, silence: float = 0.3) -> None:
        """Read until nothing has come for a while."""
        while select.select([self._terminal], [], [], silence)[0]:
            os.read(self._terminal, 65536)

    def end(self) -> None:
        """End the program."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        os.close(self._terminal)


def fill(location: Path) -> None:
    """Make a store with 200 meetings and 100,000 open actions of many owners and days."""
    import datetime as dt

    from run import seed_meeting

    from lpgminutes import bootstrap
    from lpgminutes.domain.actions import Action

    chance = random.Random(4)  # noqa: S311 - the same store every time
    store = bootstrap.open_store(str(location), create=True)
    seed = seed_meeting()
    each = ACTIONS // 200
    for number in range(200):
        held = dt.date(2019, 1, 3) + dt.timedelta(days=7 * number)
        actions = tuple(
            Action(
                ref=f"AP{number:03d}-{serial:03d}",
                owners=tuple(chance.sample(_OWNERS, chance.choice((1, 1, 1, 2)))),
                text=f"{' '.join(chance.choices(_WORDS, k=8))} {number}.{serial}",
                due=held + dt.timedelta(days=chance.randrange(900)),
            )
            for serial in range(each)
        )
        with store.change("fill", who="bench") as work:
            body = work.series.find("lpg") or work.series.add(replace(seed.series, short_name="lpg"))
            work.meetings.add(replace(seed, series=body, title=f"M{number}", date=held, items=(), actions=actions))
            work.commit()
    store.close()


def log_paint(store: Path) -> float:
    """Return the seconds from the start of the program until the log's first row is there, by way of home."""
    terminal = Terminal(_ours(store))
    try:
        terminal.seconds_until(b"lpgminutes", since=terminal.begun)
        terminal.press(b"\x1b[19~")  # F8
        return terminal.seconds_until(b"AP0", since=terminal.begun)
    finally:
        terminal.end()


def floor(store: Path) -> float:
    """Return the seconds of a Textual hello-world's first paint, and of opening the store in a fresh Python."""
    hello = first_paint([PYTHON, str(HERE / "hello.py")], words=b"Hello")
    opening = f"from lpgminutes import bootstrap; bootstrap.open_store({str(store)!r}).read().__enter__()"
    nothing = seconds(lambda: subprocess.run([PYTHON, "-c", "pass"], check=True))
    return hello + seconds(lambda: subprocess.run([PYTHON, "-c", opening], check=True)) - nothing


def _ours(store: Path) -> list[str]:
    return [PYTHON, "-m", "lpgminutes", "--store", str(store), "--as", "Priya Nandakumar"]


def bare_python() -> float:
    """Return the seconds that a bare Python takes here and now: the measure of how busy the machine is."""
    return statistics.median(seconds(lambda: subprocess.run([PYTHON, "-c", "pass"], check=True)) for _ in range(5))


def _percentiles(what: str, budget: float, taken: list[float], bare: float) -> str:
    """Say how long keys took, beside a budget in milliseconds on a machine on which a bare Python takes 15."""
    ordered = sorted(taken)
    middle, last = (statistics.median(ordered), ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))])
    allowed = budget / 15
    verdict = "within" if last / bare <= allowed else "OVER"
    return (
        f"{what:<40} p50 {middle * 1000:6.1f} ms  p99 {last * 1000:6.1f} ms  "
        f"p99 {last / bare:5.2f}x of {allowed:4.2f}x python -c pass  {verdict}"
    )


def _each(terminal: Terminal, keys: Sequence[tuple[bytes, bytes]]) -> list[float]:
    """Return for each key the seconds until its words are there; the screen is quiet before the next."""
    taken = []
    for key, words in keys:
        terminal.be_quiet(0.06)
        since = time.perf_counter()
        terminal.press(key)
        taken.append(terminal.seconds_until(words, since=since))
    return taken


def sorts() -> list[tuple[bytes, bytes]]:
    """Return keys that sort, each with the words that its first frame has."""
    ways = [
        (b"R", b"by reference"),
        (b"O", b"by owner"),
        (b"G", b"oldest first"),
        (b"D", b"overdue first"),
        (b"A", b"by action"),
    ]
    return ways * (KEYS // len(ways) // 2)


def letters(store: Path) -> list[tuple[bytes, bytes]]:
    """Return the letters of some filters, each with what stands in the first row then."""
    from lpgminutes import bootstrap
    from lpgminutes.domain.action_log.query import ActionListing
    from lpgminutes.services.action_lists import page, read_query

    opened, today, dates = bootstrap.open_store(str(store)), bootstrap.today(), bootstrap.house_dates()

    def first(query: str) -> bytes:
        listing = ActionListing(query=read_query(query, today=today, dates=dates).query)
        rows = page(opened, listing, start=0, limit=1).actions
        return rows[0].ref.encode() if rows else b"No action fits"

    keys = []
    for query in FILTERS * 3:
        keys += [(query[end - 1].encode(), first(query[:end])) for end in range(1, len(query) + 1)]
        keys.append((b"\x15", first("")))
    opened.close()
    return keys


def downs(store: Path) -> list[tuple[bytes, bytes]]:
    """Return the down key, each time with the reference of the row that it comes to."""
    from lpgminutes import bootstrap
    from lpgminutes.domain.action_log.query import ActionListing
    from lpgminutes.services.action_lists import page, read_query

    opened = bootstrap.open_store(str(store))
    listing = ActionListing(query=read_query("", today=bootstrap.today()).query)
    rows = page(opened, listing, start=0, limit=2 * KEYS + 1).actions
    opened.close()
    return [(b"\x1b[B", row.ref.encode()) for row in rows[1:]]


def typed_at(store: Path) -> None:
    """Print how long the log takes for its keys."""
    terminal = Terminal(_ours(store))
    try:
        terminal.seconds_until(b"meetings", since=terminal.begun)
        terminal.press(b"\x1b[19~")
        terminal.seconds_until(b"AP0", since=terminal.begun)
        terminal.be_quiet(2.0)
        bare = bare_python()
        print(_percentiles("cursor down", 33, _each(terminal, downs(store)), bare), flush=True)
        bare = bare_python()
        print(_percentiles("change of sort to new screen", 50, _each(terminal, sorts()), bare), flush=True)
        terminal.press(b"D")
        terminal.be_quiet(1.0)
        terminal.press(b"/")
        terminal.be_quiet(1.0)
        bare = bare_python()
        keys = letters(store)
        print(_percentiles("a letter of the filter to new screen", 50, _each(terminal, keys), bare), flush=True)
    finally:
        terminal.end()


def main() -> None:
    """Print the table."""
    kept = Path(sys.argv[1]) if sys.argv[1:] else None
    with tempfile.TemporaryDirectory() as folder:
        store = kept or Path(folder, "full.sqlite3")
        if not store.exists():
            fill(store)
        print(f"Python {sys.version.split()[0]}, {ACTIONS:,} actions, {SIZE[1]}x{SIZE[0]}")
        typed_at(store)
        pairs = [(floor(store), log_paint(store)) for _ in range(ROUNDS)]
        quotient = statistics.median(mine / theirs for theirs, mine in pairs)
        milliseconds = statistics.median(mine for _, mine in pairs) * 1000
        verdict = "within" if quotient <= 1.3 else "OVER"
        what = "first paint of the log over a hello-world and the store"
        print(f"{what:<58} {quotient:6.2f}x of 1.30x  {verdict:<6} {milliseconds:8.1f} ms")


if __name__ == "__main__":
    main()
