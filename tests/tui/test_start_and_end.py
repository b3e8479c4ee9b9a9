import contextlib
import os
import re
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

CANARY = "Canary Wharfinger took an action"
PATIENCE = 30.0

WATCHED = """
import sys
from lpgminutes.tui.app import MinutesApp

HEAVY = ("sqlmodel", "sqlalchemy", "alembic", "pydantic", "docx", "lxml", "jinja2", "yaml")

class Watched(MinutesApp):
    seen = None
    def _display(self, screen, renderable):
        super()._display(screen, renderable)
        if self.seen is None and screen.query("KeyBar"):
            self.seen = sorted(name for name in (*HEAVY, "lpgminutes.store", "lpgminutes.services.meetings",
                "lpgminutes.domain.compose", "lpgminutes.domain.meetings") if name in sys.modules)

app = Watched(sys.argv[1], "A Tester")
async def drive(pilot):
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()
    app.exit(0)
app.run(headless=True, auto_pilot=drive)
print("at the first frame:", app.seen, "later:", "sqlmodel" in sys.modules)
"""

FAULTY = f"""
import sys
from lpgminutes.tui.app import MinutesApp
from lpgminutes.tui.endings import said_after
from lpgminutes.tui.requests.starting import plan_meeting

class Faulty(MinutesApp):
    def on_key(self, event):
        minutes = {CANARY!r}
        raise RuntimeError("while taking: " + minutes)

app = Faulty(sys.argv[1], "A Tester")
app.run()
sys.exit(said_after(app))
"""

FAULTY_BESIDE = FAULTY.replace(
    'raise RuntimeError("while taking: " + minutes)',
    "plan_meeting(self.screen, minutes)",
)
"""A fault in the thread of the records: what is handed over is no meeting."""


class Terminal:
    """A real terminal with the program in it."""

    def __init__(self, *command: str) -> None:
        import pty

        self._ours, theirs = pty.openpty()
        environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24"}
        self.process = subprocess.Popen(
            [sys.executable, *command], stdin=theirs, stdout=theirs, stderr=theirs, env=environment
        )
        os.close(theirs)
        self.output = ""

    def reads_until(self, words: str) -> None:
        """Read what the program writes until words come."""
        while words not in self.output:
            if not select.select([self._ours], [], [], PATIENCE)[0]:
                raise AssertionError(f"{words!r} does not come: {self.output[-500:]!r}")
            self.output += os.read(self._ours, 65536).decode(errors="replace")

    def types(self, keys: str) -> None:
        """Press keys."""
        os.write(self._ours, keys.encode())

    def ends(self) -> int:
        """Read to the end, and return the exit code."""
        with contextlib.suppress(OSError):  # how Linux says that nobody holds the other end any more
            while chunk := os.read(self._ours, 65536):
                self.output += chunk.decode(errors="replace")
        return self.process.wait(PATIENCE)

    def close(self) -> None:
        """End the program, if it has not ended."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._ours)


Started = Callable[..., Terminal]


@pytest.fixture
def terminal(store_path: Path) -> Iterator[Started]:
    """Start a program in a terminal of its own."""
    opened: list[Terminal] = []

    def started(*command: str) -> Terminal:
        opened.append(Terminal(*command, str(store_path)))
        return opened[-1]

    yield started
    for one in opened:
        one.close()


def test_the_first_frame_waits_for_neither_store_nor_domain(store_path: Path) -> None:
    """Only Textual and the frame are imported before something is on the screen."""
    done = subprocess.run([sys.executable, "-c", WATCHED, str(store_path)], capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1:] == ["at the first frame: [] later: True"], done.stderr


@pytest.mark.soak
@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals of this kind are POSIX")
@pytest.mark.parametrize("program", [FAULTY, FAULTY_BESIDE], ids=["screen", "thread"])
def test_a_fault_tells_nothing_of_the_minutes(program: str, terminal: Started) -> None:
    """Neither the terminal nor the report holds values of variables or the text of the error."""
    faulty = terminal("-c", program)
    faulty.reads_until("There are no records yet.")
    faulty.types("x")
    assert faulty.ends() == 70
    after = faulty.output.rpartition("\x1b[?1049l")[2]
    assert "this is a fault of the program" in after
    report = Path("".join(re.findall(r"text is in (.*?\.txt)", after.replace("\r\n", ""))))
    assert "WorkerFailed" not in report.read_text(encoding="utf-8")
    assert any(kind in report.read_text(encoding="utf-8") for kind in ("RuntimeError", "AttributeError"))
    for word in CANARY.split()[:2]:
        assert word not in faulty.output
        assert word not in report.read_text(encoding="utf-8")


@pytest.mark.soak
@pytest.mark.skipif(sys.platform == "win32", reason="signals of this kind are POSIX")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_leaves_the_terminal_as_it_was(name: str, terminal: Started) -> None:
    """The alternate screen is left, the cursor is shown, and the exit code names the signal."""
    started = terminal("-c", "import sys; from lpgminutes.tui import run; sys.exit(run(sys.argv[1], 'A'))")
    started.reads_until("There are no records yet.")
    number = getattr(signal, name)
    started.process.send_signal(number)
    assert started.ends() == 128 + number
    assert "\x1b[?1049l" in started.output
    assert "\x1b[?25h" in started.output.rpartition("\x1b[?1049l")[2] + started.output[-200:]


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals of this kind are POSIX")
def test_without_colour_everything_is_still_said(terminal: Started, monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR is obeyed: no coloured cell is written, and the marking is there in words."""
    monkeypatch.setenv("NO_COLOR", "1")
    started = terminal("-c", "import sys; from lpgminutes.tui import run; sys.exit(run(sys.argv[1], 'A'))")
    started.reads_until("There are no records yet.")
    started.types("q")
    assert started.ends() == 0
    assert "OFFICIAL" in started.output
    colours = {tuple(map(int, c)) for c in re.findall(r"[34]8;2;(\d+);(\d+);(\d+)", started.output)}
    assert all(red == green == blue for red, green, blue in colours)
