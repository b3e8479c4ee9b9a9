"""The half-typed line outlives the program, however that ends: in a real terminal, with real signals."""

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lpgminutes.domain.meetings import Meeting
from lpgminutes.journal.format import replay
from lpgminutes.services import meetings as services
from lpgminutes.services.ports import Store

if TYPE_CHECKING:
    from tests.tui.conftest import Sitting

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals of this kind are POSIX")
PROGRAM = "import sys; from lpgminutes.tui import run; sys.exit(run(sys.argv[1], 'A Tester'))"
TYPED = "Colin asked whether the zeppelin had moored"
PATIENCE = 60


class Terminal:
    """The program in a terminal of its own."""

    def __init__(self, store: Path) -> None:
        import pty

        self._ours, theirs = pty.openpty()
        environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24"}
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(store)], stdin=theirs, stdout=theirs, stderr=theirs, env=environment
        )
        os.close(theirs)
        self.output = ""

    def reads_until(self, words: str) -> None:
        """Read what the program writes until words come."""
        while words not in self.output:
            if not select.select([self._ours], [], [], PATIENCE)[0]:
                raise AssertionError(f"{words!r} does not come: {self.output[-500:]!r}")
            self.output += os.read(self._ours, 65536).decode(errors="replace")
        self.output = self.output.rpartition(words)[2]

    def types(self, keys: str) -> None:
        """Press keys."""
        os.write(self._ours, keys.encode(errors="surrogateescape"))

    def hangs_up(self) -> None:
        """Close the window of the terminal."""
        os.close(self._ours)
        self._ours = os.open(os.devnull, os.O_RDWR)

    def close(self) -> None:
        """End the program, if it has not ended."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self._ours)


@pytest.fixture
def terminal(store_path: Path) -> Iterator[Callable[[], Terminal]]:
    """Start the program in terminals, and end it."""
    opened: list[Terminal] = []

    def started() -> Terminal:
        opened.append(Terminal(store_path))
        return opened[-1]

    yield started
    for one in opened:
        one.close()


def _journals(store: Path) -> list[Path]:
    return sorted(store.parent.glob(f"{store.name}.line-*"))


def _waits_until_kept(store: Path, typed: str = TYPED) -> None:
    """Wait for the last letter to be in the journal."""
    end = time.monotonic() + PATIENCE
    while (kept := [replay(path.read_bytes()).draft.text for path in _journals(store)]) != [typed]:
        assert time.monotonic() < end, kept


@pytest.mark.parametrize(
    "how",
    [
        "SIGKILL",
        "hang up",
        pytest.param("SIGTERM", marks=pytest.mark.soak),
        pytest.param("SIGHUP", marks=pytest.mark.soak),
    ],
)
def test_a_line_comes_back_however_the_program_ends(
    how: str, terminal: Callable[[], Terminal], store_path: Path, june: Meeting, records: Store
) -> None:
    """Killed, told to end, or left without its window: what was typed is there in the next run, and can be recorded."""
    first = terminal()
    first.reads_until("27 Jun 2019")
    first.types("\r")
    first.reads_until("Under 2")
    first.types(TYPED)
    _waits_until_kept(store_path)
    if how == "hang up":
        first.hangs_up()
        first.process.send_signal(signal.SIGHUP)
    else:
        first.process.send_signal(getattr(signal, how))
    first.process.wait(PATIENCE)
    assert len(_journals(store_path)) == 1

    second = terminal()
    second.reads_until("27 Jun 2019")
    second.types("\r")
    second.reads_until("zeppelin")
    second.reads_until("Brought back")
    second.types("\r")
    second.reads_until("2.3")
    second.process.send_signal(signal.SIGTERM)
    second.process.wait(PATIENCE)
    assert [block.text for block in services.meeting(records, june.ref).blocks()][-1] == TYPED
    assert _journals(store_path) == []


@pytest.mark.usefixtures("june")
def test_a_byte_that_is_no_utf_8_is_typed(terminal: Callable[[], Terminal], store_path: Path) -> None:
    """By a terminal, or in a paste, that knows none: the program goes on, and so does the line."""
    opened = terminal()
    opened.reads_until("27 Jun 2019")
    opened.types("\r")
    opened.reads_until("Under 2")
    opened.types("Caf\udce9, \x1b[200~\udca35\x1b[201~ each")
    _waits_until_kept(store_path, "Caf\u00e9, \u00a35 each")


@pytest.mark.usefixtures("june")
def test_a_paste_that_breaks_off_with_its_terminal_is_kept(terminal: Callable[[], Terminal], store_path: Path) -> None:
    """Its end does not come, nor is there time to wait for that."""
    opened = terminal()
    opened.reads_until("27 Jun 2019")
    opened.types("\r")
    opened.reads_until("Under 2")
    opened.types(f"Pasted: \x1b[200~{TYPED}")
    _waits_until_kept(store_path, "Pasted: ")
    opened.hangs_up()
    opened.process.wait(PATIENCE)
    _waits_until_kept(store_path, f"Pasted: {TYPED}")


@pytest.mark.usefixtures("june")
def test_a_key_of_which_much_is_said_ends_nothing(terminal: Callable[[], Terminal], store_path: Path) -> None:
    """Nor does the pointer where the terminal does not know its pixels: what is typed behind them is in the line."""
    opened = terminal()
    opened.reads_until("27 Jun 2019")
    opened.types("\r")
    opened.reads_until("Under 2")
    opened.types("A\x1b[98:66;1:1;98u\x1b[98:66;1:3;98u\x1b[1114112;1u\x1b[48;24;80;0;0t\x1b[<35;10;10Mc")
    _waits_until_kept(store_path, "Abc")


@pytest.mark.soak
async def test_nothing_of_a_recorded_line_stays_outside_the_store(
    at_the_screens: "Sitting", store_path: Path, june: Meeting
) -> None:
    """After Enter the word stands in the store alone; no journal is left when the meeting is left."""
    async with at_the_screens() as person:
        await person.press("enter")
        await person.type("A zeppelin moored.")
        await person.press("enter")
        await person.type("Hal")
    assert june.ref
    (journal,) = _journals(store_path)
    assert b"zeppelin" not in journal.read_bytes()
    async with at_the_screens() as person:
        await person.press("enter")
        assert "Hal" in person.sees
        await person.press("ctrl+u")
        await person.press("escape", "escape")
    assert _journals(store_path) == []
