"""Four meetings and forty actions lived through on the screen, in a real terminal, beside a naive reckoning.

The keys are those of a person; what comes over the wire is read with the escapes taken out. Every derived figure
is then compared with one that is worked out here from the script alone.
"""

import contextlib
import datetime as dt
import json
import os
import re
import select
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals on Windows"),
]

_ESCAPES = re.compile(rb"\x1b(?:\[[0-9;?<>=]*[ -/]*[@-~]|[PX^_\]].*?(?:\x07|\x1b\\)|[@-Z\\-_=>])", re.DOTALL)
_LIMIT = 60.0
_QUIET = 0.2
F8, TAB, ENTER, ESC, RIGHT = b"\x1b[19~", b"\t", b"\r", b"\x1b", b"\x1b[C"
CHAIR = "Ann Early"
OWNERS = ("Priya Nandakumar", "Tom Field", "Sam Okafor", "Nia Prosser")
THINGS = ("leases", "boilers", "permits", "surveys", "invoices", "keys", "alarms", "drains", "roofs", "vans")
OUTCOMES = (
    *("close", "redate", "carry", "reassign", "note", "redate", "skip", "transfer", "withdraw", "redate", "supersede"),
)
_MONTHS = [dt.date(2000, month, 1).strftime("%B") for month in range(1, 13)]


@dataclass(slots=True)
class Naive:
    """An action as the script alone makes it."""

    ref: str
    text: str
    owners: list[str]
    due: dt.date | None
    raised_on: dt.date
    meeting: int
    first_due: dt.date | None = None
    status: str = "open"
    slips: int = 0
    slip_days: int = 0
    carried: int = 0
    settled_on: dt.date | None = None
    notes: list[str] = field(default_factory=list)
    minuted_at: list[int] = field(default_factory=list)

    def is_open(self) -> bool:
        """Whether the body still waits for it."""
        return self.status in {"open", "in progress", "complete"}

    def is_overdue(self, day: dt.date) -> bool:
        """Whether it should have been done before a day."""
        return self.is_open() and self.due is not None and self.due < day

    def move(self, due: dt.date) -> None:
        """Put it off, or bring it forward."""
        if self.due is not None and due > self.due:
            self.slips += 1
            self.slip_days += (due - self.due).days
        self.due = due
        self.first_due = self.first_due or due

    def settle(self, status: str, day: dt.date) -> None:
        """Be done with it."""
        self.status, self.settled_on = status, day


class Session:
    """The program in a pseudo-terminal, and somebody at its keyboard."""

    def __init__(self, store: Path) -> None:
        import fcntl
        import pty
        import struct
        import termios

        command = [sys.executable, "-m", "lpgminutes", "--store", str(store), "--as", CHAIR]
        self._process, self._terminal = pty.fork()
        if self._process == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
            os.execvp(command[0], command)  # noqa: S606 - our own program
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self._seen = b""

    def press(self, *keys: str | bytes) -> None:
        """Press keys and type texts, each when the one before has done its work; what came earlier is forgotten."""
        for key in keys:
            self._drain()
            self._seen = b""
            os.write(self._terminal, key if isinstance(key, bytes) else key.encode())

    def sees(self, words: str) -> None:
        """Wait until words come over the wire since the last key."""
        until = time.monotonic() + _LIMIT
        while time.monotonic() < until:
            if select.select([self._terminal], [], [], 0.5)[0]:
                self._seen += os.read(self._terminal, 65536)
            if words in self.screen:
                return
        raise AssertionError(f"{words!r} did not come; there was: {self.screen[-1500:]}")

    @property
    def screen(self) -> str:
        """What came since the last key, without the escapes."""
        return _ESCAPES.sub(b"", self._seen).decode(errors="replace")

    def end(self) -> int:
        """Leave by the key, and return the exit code."""
        self.press(b"\x11")
        until = time.monotonic() + _LIMIT
        while time.monotonic() < until:
            with contextlib.suppress(OSError):
                self._drain()
            done, status = os.waitpid(self._process, os.WNOHANG)
            if done:
                os.close(self._terminal)
                return os.waitstatus_to_exitcode(status)
            select.select([], [], [], 0.05)
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        raise AssertionError("the program did not end")

    def _drain(self) -> None:
        """Read until nothing has come for a moment: what a key asked for is on the screen then."""
        end = time.monotonic() + _LIMIT
        while select.select([self._terminal], [], [], _QUIET)[0]:
            assert time.monotonic() < end, "the program goes on drawing"
            self._seen += os.read(self._terminal, 65536)


def _long(day: dt.date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _hold(session: Session, number: int, day: dt.date, log: list[Naive]) -> None:
    """Start a meeting on the home screen and raise ten actions in its minutes."""
    session.press("a")
    session.sees("Printed as OFFICIAL.")
    session.press(b"\x15", day.isoformat())
    session.sees(f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}")
    session.press(ENTER)
    session.sees("go in")
    session.press(ENTER)
    session.sees("Nothing minuted yet.")
    for serial in range(10):
        action = _new_action(number, serial, day)
        by = f" by {_long(action.due)}" if action.due else ""
        session.press(f"! {action.owners[0]} to {action.text}{by}")
        session.sees(f"action {action.ref}")
        session.press(ENTER)
        session.sees(f"Action {action.ref}")
        log.append(action)
    session.press(ESC)
    session.press(ESC)
    session.sees("Meetings")


def _new_action(number: int, serial: int, day: dt.date) -> Naive:
    due = None if serial in {3, 8} else day + dt.timedelta(days=6 + 9 * serial)
    return Naive(
        ref=f"E-{number * 10 + serial + 1:03d}",
        text=f"see to the {THINGS[serial]} of round {number}",
        owners=[OWNERS[(number + serial) % len(OWNERS)]],
        due=due,
        first_due=due,
        raised_on=day,
        meeting=number,
    )


def _in_the_chairs_order(log: list[Naive], number: int, day: dt.date) -> list[Naive]:
    """Overdue first, the longest first; then by due date; then those without one."""
    waiting = [one for one in log if one.is_open() and one.meeting < number]
    return sorted(waiting, key=lambda one: (not one.is_overdue(day), one.due is None, one.due or day, one.ref))


def _go_through(session: Session, number: int, day: dt.date, log: list[Naive]) -> None:
    """Give every open action its turn at a meeting."""
    queue = _in_the_chairs_order(log, number, day)
    session.press(F8)
    session.sees("action log")
    session.press("p")
    for place, action in enumerate(queue):
        session.sees(action.ref)
        session.sees(f"{place + 1} of {len(queue)}")
        outcome = OUTCOMES[(place + number - 1) % len(OUTCOMES)]
        _TURNS[outcome](session, action, number, day)
        if outcome != "skip":
            action.minuted_at.append(number)
    session.sees("had a turn")
    session.press(ESC)
    session.sees("overdue first")
    session.press(ESC)
    session.sees("Meetings")


def _close(session: Session, action: Naive, number: int, day: dt.date) -> None:
    session.press("c")
    session.sees("Evidence")
    session.press(f"seen at {number}", ENTER)
    action.settle("closed", day)


def _redate(session: Session, action: Naive, number: int, day: dt.date) -> None:
    due = day + dt.timedelta(days=20 + number + int(action.ref[-2:]) % 7)
    session.press("d")
    session.sees("New date")
    session.press(_long(due))
    session.sees("Read as")
    session.press(TAB)
    session.press("not ready", ENTER)
    action.move(due)


def _carry(session: Session, action: Naive, number: int, day: dt.date) -> None:
    del number, day
    session.press("f")
    action.carried += 1


def _reassign(session: Session, action: Naive, number: int, day: dt.date) -> None:
    del number, day
    owner = OWNERS[(OWNERS.index(action.owners[0]) + 1) % len(OWNERS)]
    session.press("r")
    session.sees("Owners")
    session.press(owner)
    session.sees(f"{owner}.")
    session.press(ENTER)
    action.owners = [owner]


def _note(session: Session, action: Naive, number: int, day: dt.date) -> None:
    """Say something, and then carry the action forward."""
    said = f"half done by {number}"
    session.press("n")
    session.sees("Add a note to")
    session.press(said, ENTER)
    session.sees(f"({action.owners[0]}): ")
    action.notes.append(said)
    _carry(session, action, number, day)


def _skip(session: Session, action: Naive, number: int, day: dt.date) -> None:
    del action, number, day
    session.press(RIGHT)


def _transfer(session: Session, action: Naive, number: int, day: dt.date) -> None:
    del number
    session.press("t")
    session.sees("Transfer")
    session.press("the Board", ENTER)
    action.settle("transferred", day)


def _withdraw(session: Session, action: Naive, number: int, day: dt.date) -> None:
    del number
    session.press("w")
    session.sees("Withdraw")
    session.press("sold", ENTER)
    action.settle("withdrawn", day)


def _supersede(session: Session, action: Naive, number: int, day: dt.date) -> None:
    session.press("s")
    session.sees("By action")
    session.press(f"E-{number * 10 + 1:03d}", ENTER)
    action.settle("superseded", day)


_TURNS = {
    "close": _close,
    "redate": _redate,
    "carry": _carry,
    "reassign": _reassign,
    "note": _note,
    "skip": _skip,
    "transfer": _transfer,
    "withdraw": _withdraw,
    "supersede": _supersede,
}


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Naive], dt.date]:
    """The store after four meetings, the naive reckoning, and the day of the last meeting."""
    store = tmp_path_factory.mktemp("chair") / "records.sqlite3"
    body = ["series", "add", "esg", "Estates Steering Group", "--marking", "OFFICIAL", "--references", "E-{nnn}"]
    _command(store, *body, "--item", "Business", "--item", "Action Points")
    today = dt.datetime.now().astimezone().date()
    log: list[Naive] = []
    session = Session(store)
    session.sees("Meetings")
    for number in range(4):
        day = today - dt.timedelta(days=28 * (3 - number))
        _hold(session, number, day, log)
        if number:
            _go_through(session, number, day, log)
    _look_at_the_log(session, log, today)
    assert session.end() == 0
    return store, log, today


def _look_at_the_log(session: Session, log: list[Naive], today: dt.date) -> None:
    """Compare what the log on the screen counts with the reckoning."""
    still_open = [one for one in log if one.is_open()]
    overdue = sum(one.is_overdue(today) for one in log)
    session.press(F8)
    session.sees(f"{len(still_open)} actions")
    session.sees(f"! {overdue} overdue")
    for query, fits in (
        ("slips>1", [one for one in still_open if one.slips > 1]),
        ("owner:priya", [one for one in still_open if one.owners == ["Priya Nandakumar"]]),
        ("no:due", [one for one in still_open if one.due is None]),
        ("closed", [one for one in log if not one.is_open()]),
    ):
        session.press("/")
        session.press(b"\x15", query)
        session.sees(f"{len(fits)} action" if fits else "no actions")
        session.press(ENTER)
    session.press("0", ESC)
    session.sees("Meetings")


def _command(store: Path, *arguments: str) -> Any:  # noqa: ANN401 - JSON
    program = [sys.executable, "-m", "lpgminutes", "--store", str(store), "--as", CHAIR, *arguments]
    done = subprocess.run(program, check=True, capture_output=True, text=True)
    return json.loads(done.stdout) if "--json" in arguments else done.stdout


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def test_every_derived_figure_is_what_the_script_makes_it(lived: tuple[Path, list[Naive], dt.date]) -> None:
    """Owners, dates, slips, days of slip, carried, lateness, what was done with and when."""
    store, log, today = lived
    kept = {one["ref"]: one for one in _command(store, "actions", "all", "--json")["actions"]}
    assert len(kept) == 40
    for one in log:
        found = kept[one.ref]
        late = (today - one.due).days if one.due and one.is_overdue(today) else 0
        is_late = one.status == "closed" and one.first_due is not None and (one.settled_on or today) > one.first_due
        assert found["owners"] == one.owners, one.ref
        assert found["text"] == one.text, one.ref
        assert (found["due"], found["original_due"]) == (_iso(one.due), _iso(one.first_due)), one.ref
        assert (found["slips"], found["slip_days"]) == (one.slips, one.slip_days), one.ref
        assert (found["status"], found["settled_on"]) == (one.status, _iso(one.settled_on)), one.ref
        assert (found["carried"], found["days_overdue"]) == (one.carried, late), one.ref
        assert (found["overdue"], found["late"]) == (late > 0, is_late), one.ref
        assert found["last_note"] == (one.notes[-1] if one.notes else ""), one.ref


def test_the_script_had_something_of_everything(lived: tuple[Path, list[Naive], dt.date]) -> None:
    """Slipped more than once, reassigned, closed with evidence, carried, transferred, superseded, withdrawn."""
    _, log, _ = lived
    assert max(one.slips for one in log) > 1
    assert {"closed", "transferred", "withdrawn", "superseded", "open"} <= {one.status for one in log}
    assert any(one.carried for one in log)


def test_the_list_is_in_the_chairs_order(lived: tuple[Path, list[Naive], dt.date]) -> None:
    """Overdue first, by due date, then those without one."""
    store, log, today = lived
    listed = [one["ref"] for one in _command(store, "actions", "--json")["actions"]]
    assert listed == [one.ref for one in _in_the_chairs_order(log, 99, today)]


def test_the_minutes_of_each_meeting_hold_a_line_for_each_outcome(lived: tuple[Path, list[Naive], dt.date]) -> None:
    """One point for each action that had its turn, under one minute of the action points."""
    store, log, today = lived
    for number in range(1, 4):
        day = today - dt.timedelta(days=28 * (3 - number))
        meeting = _command(store, "show", f"esg/{day.isoformat()}", "--json")
        [minute] = meeting["items"][1]["minutes"]
        labels = sorted(point["label"].partition(" ")[0] for point in minute["points"])
        assert labels == sorted(one.ref for one in log if number in one.minuted_at)
        assert any(point["text"] == f"closed. Evidence: seen at {number}." for point in minute["points"])


def test_the_store_proves_itself(lived: tuple[Path, list[Naive], dt.date]) -> None:
    """Every change of the session is in the chained history."""
    store, _, _ = lived
    assert "problem" not in _command(store, "db", "check").lower().replace("no problem", "")
