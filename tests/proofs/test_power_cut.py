"""A power cut at any moment: what the program said was kept is there, and the store is sound.

The program runs with a file layer beneath it that writes down every write and sync. A cut keeps what was synced and
a random half, sector by sector, of what was not. The control run, with a store that syncs less, must lose: else the
test would prove nothing. Linux with a C compiler alone.
"""

import contextlib
import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

SHIM = Path(__file__).with_name("power_cut.c")
COMPILER = shutil.which("cc") or shutil.which("gcc")
CUTS = int(os.environ.get("LPGMINUTES_CUTS", "500"))
SECTOR = 512

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or COMPILER is None, reason="the file layer is C for Linux: it needs a C compiler there"
)

PREPARE = """
import datetime, sys
from lpgminutes import bootstrap
from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.meetings import Series
from lpgminutes.services.meetings import add_series, new_meeting
store = bootstrap.open_store(sys.argv[1], create=True)
add_series(store, Series(short_name="lpg", name="Group", agenda=("Welcome",)), who="A")
new_meeting(store, "lpg", date=datetime.date(2026, 1, 5), marking=read_marking("OFFICIAL"), who="A")
store.close()
"""

TYPE = """
import sys
from lpgminutes import bootstrap
from lpgminutes.services.meetings import add_line
from lpgminutes.store import connections
if sys.argv[2] == "NORMAL":
    connections._SETTINGS = tuple(s.replace("= FULL", "= NORMAL") for s in connections._SETTINGS)
store = bootstrap.open_store(sys.argv[1])
for number in range(40):
    add_line(store, "lpg/2026-01-05", f"Line number {number} was said.", item="1", who="A")
    sys.stdout.write(f"kept {number}\\n")
    sys.stdout.flush()
"""


@dataclass(frozen=True, slots=True)
class _Step:
    """One thing that the program did: wrote, cut off, synced, or said."""

    what: str
    name: str
    at: int
    data: bytes


@dataclass(slots=True)
class _Disk:
    """The files as a power cut would leave them."""

    durable: dict[str, bytearray]
    pending: dict[str, list[_Step]] = field(default_factory=lambda: defaultdict(list))
    said: int = -1

    def take(self, step: _Step) -> None:
        """Do one step."""
        if step.what == "s":
            for earlier in self.pending.pop(step.name, []):
                _do(self.durable.setdefault(step.name, bytearray()), earlier)
        elif step.name == "said":
            self.said = max(self.said, int(step.data.split()[1])) if step.data.startswith(b"kept") else self.said
        else:
            self.pending[step.name].append(step)

    def after_cut(self, chance: random.Random) -> dict[str, bytes]:
        """Return what is on the disk: the synced, and of the rest whatever sectors had reached it."""
        left = {name: bytearray(content) for name, content in self.durable.items()}
        for name, steps in self.pending.items():
            for step in steps:
                for torn in _sectors(step):
                    if chance.random() < 0.5:
                        _do(left.setdefault(name, bytearray()), torn)
        return {name: bytes(content) for name, content in left.items()}


def _do(content: bytearray, step: _Step) -> None:
    if step.what == "t":
        del content[step.at :]
        content.extend(bytes(step.at - len(content)))
        return
    content.extend(bytes(max(0, step.at - len(content))))
    content[step.at : step.at + len(step.data)] = step.data


def _sectors(step: _Step) -> Iterator[_Step]:
    if step.what == "t":
        yield step
    for start in range(0, len(step.data), SECTOR):
        yield _Step("w", step.name, step.at + start, step.data[start : start + SECTOR])


def _steps(log: bytes) -> Iterator[_Step]:
    cursor = 0
    while cursor < len(log):
        end = log.index(b"\n", cursor)
        what, path, at, size = log[cursor:end].decode().split(" ")
        data = log[end + 1 : end + 1 + int(size)]
        cursor = end + 2 + int(size)
        name = "said" if path == "said" else Path(path).name
        if not name.endswith("-shm"):  # shared memory is made anew
            yield _Step(what, name, int(at), data)


@pytest.fixture(scope="module")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file layer, compiled."""
    built = tmp_path_factory.mktemp("shim") / "power_cut.so"
    subprocess.run([str(COMPILER), "-shared", "-fPIC", "-O1", "-o", str(built), str(SHIM), "-ldl"], check=True)
    return built


def _typed(folder: Path, shim: Path, synchronous: str) -> tuple[dict[str, bytearray], list[_Step]]:
    """Type forty lines with the file layer beneath; return the files from before, and all that was done to them."""
    store, log = folder / "m.sqlite3", folder / "log"
    subprocess.run([sys.executable, "-c", PREPARE, str(store)], check=True)
    before = {path.name: bytearray(path.read_bytes()) for path in folder.iterdir()}
    beneath = {**os.environ, "LD_PRELOAD": str(shim), "WATCHED": str(store), "POWER_LOG": str(log)}
    subprocess.run(
        [sys.executable, "-c", TYPE, str(store), synchronous], env=beneath, check=True, stdout=subprocess.PIPE
    )
    return before, list(_steps(log.read_bytes()))


def _lost_after(files: dict[str, bytes], said: int, place: Path) -> set[str]:
    """Return what is wrong with a store after a cut: a line that was said to be kept, or the store itself."""
    place.mkdir()
    for name, content in files.items():
        (place / name).write_bytes(content)
    with contextlib.closing(sqlite3.connect(place / "m.sqlite3")) as store:
        try:
            sound = store.execute("PRAGMA integrity_check").fetchone()[0]
            lines = {text for (text,) in store.execute("SELECT text FROM block")}
        except sqlite3.DatabaseError as error:
            return {f"the store does not open: {error}"}
    shutil.rmtree(place)
    lost = {f"line {n}" for n in range(said + 1) if f"Line number {n} was said." not in lines}
    return lost | ({sound} if sound != "ok" else set())


def _faults(folder: Path, shim: Path, synchronous: str, cuts: int) -> tuple[int, int]:
    """Cut the power at random moments; return how often something was lost, and how many lines were kept at most."""
    before, steps = _typed(folder, shim, synchronous)
    chance = random.Random(2026)  # noqa: S311 - where to cut is no secret
    faulty, most = 0, -1
    for moment in sorted(chance.randrange(len(steps)) for _ in range(cuts)):
        disk = _Disk({name: bytearray(content) for name, content in before.items()})
        for step in steps[:moment]:
            disk.take(step)
        most = max(most, disk.said)
        faulty += bool(_lost_after(disk.after_cut(chance), disk.said, folder / "after"))
        shutil.rmtree(folder / "after", ignore_errors=True)
    return faulty, most


@pytest.mark.soak
def test_nothing_that_was_kept_is_lost(shim: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whenever the power goes, each line whose storing was answered is there and the store is sound."""
    faulty, most = _faults(tmp_path, shim, "FULL", CUTS)
    with capsys.disabled():
        sys.stdout.write(f"\n{CUTS} power cuts, {most + 1} lines kept at most, {faulty} with a loss\n")
    assert most > 30
    assert faulty == 0


@pytest.mark.soak
def test_a_store_that_syncs_less_does_lose(shim: Path, tmp_path: Path) -> None:
    """The control: without a sync for each commit, cuts do lose lines, so the test can see a loss."""
    faulty, _ = _faults(tmp_path, shim, "NORMAL", 60)
    assert faulty > 10
