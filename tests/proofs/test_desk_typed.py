"""From a request to its release in a real terminal: an officer withholds, another reads and agrees, it goes out.

Nobody leaves the screens. What was released is held against the record by a command, and holds nothing withheld.
"""

import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lpgminutes import bootstrap
from lpgminutes.cli import run
from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.meetings import Series
from lpgminutes.domain.people import Attendance, Capacity
from lpgminutes.services.meetings import add_line, add_series, new_meeting

if TYPE_CHECKING:
    from tests.proofs.conftest import Typist

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX"),
]

REF, CASE = "lpg/2019-06-27", "FOI2026/7"
F6, F12, DOWN, ENTER, ESCAPE = "\x1b[17~", "\x1b[24~", "\x1b[B", "\r", "\x1b"
LINES = (
    "Margaret Ellwood read the bid of Kestrel Peak.",
    "It was agreed that Ms Ellwood would write to them.",
    "The headcount rose by 41.",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Minutes in which somebody is named three times."""
    path = tmp_path / "minutes.sqlite3"
    store = bootstrap.open_store(str(path), create=True)
    marking = read_marking("OFFICIAL-SENSITIVE")
    add_series(
        store, Series(short_name="lpg", name="Lot Performance Group", marking=marking, agenda=("News",)), who="S"
    )
    meeting = new_meeting(store, "lpg", date=dt.date(2019, 6, 27), who="S")
    with store.change("attend", who="S") as work:
        work.meetings.add_attendance(meeting, Attendance(name="Margaret Ellwood", capacity=Capacity.CHAIR))
        work.commit()
    for line in LINES:
        add_line(store, REF, line, item="1", who="S")
    store.close()
    return path


def _at_the_desk(typist: "Callable[..., Typist]", path: Path, who: str) -> "Typist":
    """Sit somebody down, and go from the home screen to the desk of the case."""
    person = typist(path, who)
    person.waits_for("Group")
    person.presses(F12)
    person.waits_for(CASE)
    person.presses(ENTER)
    person.waits_for("unread|all read")
    return person


def _withholds(officer: "Typist") -> None:
    """Go to the name in the attendance, withhold it everywhere, and hand the case over."""
    officer.presses(DOWN * 3)
    officer.waits_for("Attendance row 1, name")
    officer.presses("w")
    officer.waits_for("3 mentions in 3 texts")
    officer.presses("40(2)" + ENTER)
    officer.waits_for("absolute")
    officer.presses(ENTER)
    officer.waits_for("May stay empty")
    officer.presses("not a senior official" + ENTER)
    officer.waits_for("1 withheld")
    officer.presses("s")
    officer.waits_for("1 to agree")


def test_a_request_is_answered_without_leaving_the_screens(
    typist: "Callable[..., Typist]", path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Opened, withheld, read by somebody else, agreed, released, and proved."""
    officer = typist(path, "Olive")
    officer.waits_for("Group")
    officer.presses(F12)
    officer.waits_for("There is no case yet")
    officer.presses("a")
    officer.waits_for("Handled by")
    officer.reads_for(1)
    officer.presses(CASE + "\t\t")
    officer.reads_for(1)
    officer.presses(REF)
    officer.waits_for("Lot Performance Group")
    officer.presses(ENTER)
    officer.waits_for("working days left")
    officer.presses(ENTER)
    officer.waits_for("unread")
    _withholds(officer)
    officer.is_killed()

    reader = _at_the_desk(typist, path, "Rhys")
    reader.waits_for("all read")
    reader.presses("Y")
    reader.waits_for("any change makes it void")
    reader.presses("y")
    reader.waits_for("\N{CHECK MARK} agreed")
    reader.is_killed()

    officer = _at_the_desk(typist, path, "Olive")
    folder = tmp_path / "out"
    officer.reads_for(2)
    officer.presses(F6)
    officer.waits_for("Make the release")
    officer.reads_for(1)
    for keys in ("\x15", str(folder)):
        officer.presses(keys)
        officer.reads_for(0.5)
    officer.presses(ENTER)
    officer.waits_for("schedule.csv: 2 parts searched")
    officer.is_killed()

    released = b"".join(file.read_bytes() for file in folder.iterdir())
    assert b"Ellwood" not in released
    assert b"The headcount rose by 41." in (folder / "foi2026-7-minutes.txt").read_bytes()
    assert run(["--store", str(path), "release", REF, "--case", CASE, "--check", str(folder)]) == 0
    assert run(["--store", str(path), "case", "list"]) == 0
    assert "released" in capsys.readouterr().out
