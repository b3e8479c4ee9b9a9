"""What was committed stays, whatever happens; what was not is gone without a trace."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lpgminutes.domain.meetings import Block, BlockKind, Meeting
from lpgminutes.store import check
from lpgminutes.store.database import SqlStore

if TYPE_CHECKING:
    from tests.store.conftest import StoreMaker

SPECIMEN = Path(__file__).parent.parent / "data" / "stores" / "schema-1.sqlite3"
_posix = pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals and limits")

_WRITER = """
import datetime, resource, sys
from lpgminutes.domain.meetings import Block, BlockKind
from lpgminutes.errors import StoreError
from lpgminutes.store import open_store

location, ref, mode = sys.argv[1:]
store = open_store(location, clock=lambda: datetime.datetime.now(datetime.UTC))
with store.read() as records:
    meeting = records.meetings.get(ref)

def add(text, commit=True):
    with store.change("capture", who="A") as work:
        work.meetings.add_block(meeting, Block(kind=BlockKind.ITEM, text=text), parent=None)
        if not commit:
            print("uncommitted", flush=True)
            sys.stdin.read()
        work.commit()
    print("kept", text, flush=True)
"""

_KILLED = (
    _WRITER
    + """
add("first")
add("second")
add("never", commit=False)
"""
)

_RESTLESS = (
    _WRITER
    + """
for number in range(100_000):
    add(f"line {number}")
"""
)

_DISK_FULL = (
    _WRITER
    + """
add("first")
import os
size = os.path.getsize(location) + 1_000_000
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
try:
    for number in range(1000):
        add(f"{number} " + "x" * 20_000)
except StoreError as error:
    print("refused", type(error).__name__, error, flush=True)
"""
)

_READ_ONLY = (
    _WRITER.replace("with store.read", "print('opened', flush=True)\nwith store.read")
    + """
print("read", meeting.title, flush=True)
try:
    add("never")
except StoreError as error:
    print("refused", type(error).__name__, flush=True)
"""
)

_LOOKED_AT = """
import sys
from lpgminutes.store import check, open_store, status

location = sys.argv[1]
state = status(location)
print(state.state, f"{state.meetings} meeting", f"{len(check(location).problems)} problems", sep="\\n", flush=True)
"""

_COMMAND = "import sys; from lpgminutes.cli import run; sys.exit(run(sys.argv[1:]))"

_WITHOUT_OVERRIDE = """
import ctypes, os, sys
libc = ctypes.CDLL(None, use_errno=True)
for capability in (1, 2, 3):  # what lets root past permission bits: DAC_OVERRIDE, DAC_READ_SEARCH, FOWNER
    if os.geteuid() == 0 and libc.prctl(24, capability, 0, 0, 0):
        sys.exit(77)
os.execv(sys.executable, [sys.executable, "-c", *sys.argv[1:]])
"""


def _texts(store: SqlStore, meeting: Meeting) -> list[str]:
    with store.read() as records:
        return [item.text for item in records.meetings.get(meeting.ref).items]


@_posix
def test_a_program_killed_while_it_writes_loses_only_what_was_not_committed(
    store: SqlStore, kept: Meeting, path: Path
) -> None:
    """After a kill in mid-transaction the store is sound and holds all that was said to be kept."""
    command = [sys.executable, "-c", _KILLED, str(path), kept.ref, ""]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout
        said = [writer.stdout.readline().strip() for _ in range(3)]
        writer.send_signal(signal.SIGKILL)
        writer.wait()
    assert said == ["kept first", "kept second", "uncommitted"]
    assert _texts(store, kept)[2:] == ["first", "second"]
    store.close()
    assert check(path).problems == ()


@pytest.mark.soak
@_posix
@pytest.mark.parametrize("lines", [1, 8, 21])
def test_a_program_killed_at_any_moment_has_kept_what_it_said(
    store: SqlStore, kept: Meeting, path: Path, lines: int
) -> None:
    """Each line that was acknowledged is there, in order, and none but the one then being written besides."""
    command = [sys.executable, "-c", _RESTLESS, str(path), kept.ref, ""]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout
        said = [writer.stdout.readline().strip() for _ in range(lines)]
        writer.send_signal(signal.SIGKILL)
        said += [line.strip() for line in writer.stdout if line.endswith("\n")]
        writer.wait()
    acknowledged = [line.removeprefix("kept ") for line in said]
    texts = _texts(store, kept)[2:]
    assert texts[: len(acknowledged)] == acknowledged
    assert len(texts) <= len(acknowledged) + 1
    store.close()
    assert check(path).problems == ()


@pytest.mark.soak
@_posix
def test_a_full_disk_loses_nothing_that_was_kept(store: SqlStore, kept: Meeting, path: Path) -> None:
    """When no more can be written, the refusal is a sentence, and every acknowledged line is there."""
    command = [sys.executable, "-c", _DISK_FULL, str(path), kept.ref, ""]
    finished = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    *kept_lines, refusal = finished.stdout.splitlines()
    assert refusal.startswith("refused StoreUnavailable")
    assert "the disk is full" in refusal
    assert "xxx" not in refusal
    assert len(kept_lines) > 2
    assert _texts(store, kept)[2:] == [line.removeprefix("kept ") for line in kept_lines]
    store.close()
    assert check(path).problems == ()


@contextmanager
def _made_read_only(*paths: Path) -> Iterator[None]:
    modes = {path: path.stat().st_mode for path in paths}
    for path, mode in modes.items():
        path.chmod(mode & ~0o222)
    try:
        yield
    finally:
        for path, mode in modes.items():
            path.chmod(mode)


def _run_as_ordinary_user(*arguments: str) -> list[str]:
    """Run a writer to whom permission bits apply, also when the tests run as root."""
    finished = subprocess.run(
        [sys.executable, "-c", _WITHOUT_OVERRIDE, *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    if finished.returncode == 77:
        pytest.skip("root keeps its rights here")
    return [*finished.stdout.splitlines(), *finished.stderr.splitlines()[-1:]]


@pytest.mark.soak
@pytest.mark.skipif(sys.platform != "linux", reason="uses Linux's capabilities")
def test_a_read_only_file_can_be_read_and_says_that_it_cannot_be_written(
    store: SqlStore, kept: Meeting, path: Path
) -> None:
    """Writing to it is refused in a sentence; reading goes on."""
    store.close()
    with _made_read_only(path):
        said = _run_as_ordinary_user(_READ_ONLY, str(path), kept.ref, "")
    assert said == ["opened", f"read {kept.title}", "refused StoreUnavailable"]


@pytest.mark.skipif(sys.platform != "linux", reason="uses Linux's capabilities")
def test_a_store_in_a_read_only_folder_is_read_and_not_written(store: SqlStore, kept: Meeting, path: Path) -> None:
    """SQLite makes files beside a store that it reads; where it cannot, the store is read as it lies there."""
    store.close()
    with _made_read_only(path.parent):
        said = _run_as_ordinary_user(_READ_ONLY, str(path), kept.ref, "")
        looked_at = _run_as_ordinary_user(_LOOKED_AT, str(path))
    assert said == ["opened", f"read {kept.title}", "refused StoreUnavailable"]
    assert looked_at == ["up to date", "1 meeting", "0 problems"]
    assert [path] == list(path.parent.iterdir())


@pytest.mark.skipif(sys.platform != "linux", reason="uses Linux's capabilities")
def test_who_means_to_write_is_refused_at_the_door_of_a_read_only_folder(store: SqlStore, path: Path) -> None:
    """What is typed on the screens must not come to nowhere: there is no room for a line, nor for its journal."""
    store.close()
    script = _LOOKED_AT.replace("state = status(", "open_store(location, create=True, clock=None)\nstate = status(")
    with _made_read_only(path.parent):
        said = _run_as_ordinary_user(script, str(path))
    assert len(said) == 1
    assert "StoreUnavailable" in said[0]
    assert "its folder" in said[0]


@pytest.mark.skipif(sys.platform != "linux", reason="uses Linux's capabilities")
@pytest.mark.parametrize(("endings", "is_read"), [(("-wal", "-shm"), True), (("-wal",), False)])
def test_what_lies_in_the_log_of_a_read_only_folder_is_never_passed_over(
    store: SqlStore, kept: Meeting, path: Path, tmp_path: Path, endings: tuple[str, ...], *, is_read: bool
) -> None:
    """With all three files the latest is read; without the index of the log it is said that there is more."""
    store.settle()
    with store.change("capture", who="A") as work:
        work.minutes.add(kept, Block(kind=BlockKind.ITEM, text="late"), parent=None, position=0)
        work.commit()
    folder = tmp_path / "folder"
    folder.mkdir()
    for ending in ("", *endings):
        shutil.copy(f"{path}{ending}", folder / f"{path.name}{ending}")
    script = _WRITER.partition("def add")[0] + "print([item.text for item in meeting.items][0])"
    with _made_read_only(folder, *folder.iterdir()):
        said = _run_as_ordinary_user(script, str(folder / path.name), kept.ref, "")
    if is_read:
        assert said == ["late"]
    else:
        assert f"may lie in the file {path.name}-wal beside it" in said[0]
        assert "into a folder of your own" in said[0]


@pytest.mark.skipif(sys.platform != "linux", reason="uses Linux's capabilities")
def test_a_store_cannot_be_made_in_a_read_only_folder(tmp_path: Path) -> None:
    """The refusal names the folder's file, and nothing is left behind."""
    folder = tmp_path / "folder"
    folder.mkdir()
    script = (
        "import datetime, sys; from lpgminutes.store import open_store;"
        "open_store(sys.argv[1], create=True, clock=lambda: datetime.datetime.now(datetime.UTC))"
    )
    with _made_read_only(folder):
        said = _run_as_ordinary_user(script, str(folder / "minutes.sqlite3"))
    assert "StoreUnavailable" in said[-1]
    shutil.rmtree(folder)


def test_what_was_written_is_brought_into_the_file_itself_when_nobody_waits(
    store: SqlStore, kept: Meeting, path: Path, stores: "StoreMaker", tmp_path: Path
) -> None:
    """Until then it is in the log beside the file; whoever reads sees it before and after."""
    store.settle()
    with store.change("capture", who="A") as work:
        work.minutes.add(kept, Block(kind=BlockKind.ITEM, text="late"), parent=None, position=0)
        work.commit()
    before, after = tmp_path / "before.sqlite3", tmp_path / "after.sqlite3"
    shutil.copy(path, before)
    assert "late" in _texts(store, kept)
    store.settle()
    shutil.copy(path, after)
    assert "late" in _texts(store, kept)
    for alone, is_there in ((before, False), (after, True)):
        with closing(stores.open(alone)) as copied:
            assert ("late" in _texts(copied, kept)) is is_there


@pytest.mark.skipif(sys.platform != "linux", reason="uses Linux's capabilities")
@pytest.mark.soak
@pytest.mark.parametrize("is_in_a_writable_folder", [True, False])
def test_an_older_store_that_may_only_be_read_says_how_it_is_read(
    tmp_path: Path, *, is_in_a_writable_folder: bool
) -> None:
    """Nothing is left beside it, and what the sentence tells to do does it."""
    folder, copy = tmp_path / "their papers", tmp_path / "mine.sqlite3"
    folder.mkdir()
    older = folder / "minutes.sqlite3"
    shutil.copyfile(SPECIMEN, older)
    with _made_read_only(*((older,) if is_in_a_writable_folder else (folder, older))):
        for asked in ("meetings", "actions"):
            refused = _run_as_ordinary_user(_COMMAND, "--store", str(older), asked)
            assert len(refused) == 1
            assert "is older than this program (schema 1 of " in refused[0]
        told = ("--store", str(older), "db", "backup")
        assert refused[0].endswith(f": lpgminutes {shlex.join(told)} COPY, then lpgminutes --store COPY")
        copied = _run_as_ordinary_user(_COMMAND, *told, str(copy))
        assert copied == [str(copy)]
        assert list(folder.iterdir()) == [older]
        assert older.read_bytes() == SPECIMEN.read_bytes()
    assert any("lpg/2019-06-27" in row for row in _run_as_ordinary_user(_COMMAND, "--store", str(copy), "meetings"))
