"""A disk that really is full: a small one, records and half-typed line on it, typed at in a real terminal.

Needs the right to mount a file system. Where nobody has it, ``tests/tui/test_full_disk.py`` meets the system's refusals
without a disk of their own.
"""

import datetime as dt
import errno
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lpgminutes import bootstrap
from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.meetings import Series
from lpgminutes.services.meetings import add_series, meeting, new_meeting
from lpgminutes.store import check

if TYPE_CHECKING:
    from tests.proofs.conftest import Typist

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a disk in memory is Linux's")

REF = "lpg/2026-01-05"
MOST_LINES = 200


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of two megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)], capture_output=True, text=True, check=False
    )
    if mounted.returncode:
        pytest.skip(f"a file system cannot be mounted here: {mounted.stderr.strip()}")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def _fill(ballast: Path) -> None:
    """Write until there is no byte left."""
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 512)
        except OSError as full:
            assert full.errno == errno.ENOSPC  # noqa: PT017 - that it comes is what ends the loop


def _lines_in(path: Path) -> list[str]:
    store = bootstrap.open_store(str(path))
    lines = [block.text for block in meeting(store, REF).blocks()][1:]
    store.close()
    return lines


def test_every_line_typed_on_a_full_disk_arrives_when_there_is_room(
    small_disk: Path, typist: "Callable[[Path], Typist]"
) -> None:
    """The screen says what waits, goes on taking lines, and records them all without another key."""
    path, ballast = small_disk / "minutes.sqlite3", small_disk / "ballast"
    store = bootstrap.open_store(str(path), create=True)
    add_series(store, Series(short_name="lpg", name="Group", agenda=("Welcome",)), who="A")
    new_meeting(store, "lpg", date=dt.date(2026, 1, 5), marking=read_marking("OFFICIAL"), title="Group", who="A")
    store.close()

    one = typist(path)
    one.opens_the_meeting("1.1")
    _fill(ballast)
    typed: list[str] = []
    while not re.search(rb"3\s+lines\s+kept", one.seen):
        assert len(typed) < MOST_LINES
        typed.append(f"On day {len(typed)} {'the quarterly intake ' * 40}".strip())
        one.presses(f"\x1b[200~{typed[-1]}\x1b[201~\r")
        one.rests()
    one.presses("Half a line")
    one.waits_for("Half a line")

    ballast.unlink()
    one.waits_for("(?<!not )saved")
    one.presses("\r")
    one.rests()
    one.presses("\x11")
    assert one.ends() == os.EX_OK
    assert _lines_in(path) == [*typed, "Half a line"]
    assert check(path).problems == ()
    assert sorted(small_disk.glob("*.line-*")) == []
