"""Print how long typing takes in a real terminal: from key to echo, from Enter to durable and shown, and opening.

Every comparison runs both programs in turn, key by key; the ratio is that of the medians.
"""

import datetime as dt
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from live import Live, live
from run import fill

HERE = Path(__file__).parent
PYTHON = sys.executable
KEYS = 400
LINES = 120
OPENINGS = 15
PARAGRAPHS, PEOPLE, ACTIONS = 60, 12, 5000
UNSEEN = [chr(code) for code in range(0x100, 0x250) if chr(code).isalpha() and chr(code).islower()]
"""Letters of one column that stand nowhere else on the screen: the first of them that comes is the echo."""
SENTENCE = "Margaret Ellwood noted that the backlog fell for the third month in a row, and thanked the team at site {}."


@dataclass(frozen=True, slots=True)
class Timed:
    """What was measured, in milliseconds, and what was written for each."""

    milliseconds: list[float]
    written: list[int]

    def at(self, share: float) -> float:
        """Return the time that a share of the measurements stays under."""
        ordered = sorted(self.milliseconds)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]

    def __str__(self) -> str:
        bytes_each = f"{statistics.median(self.written):6.0f} bytes" if self.written else ""
        return f"p50 {self.at(0.5):6.1f}  p90 {self.at(0.9):6.1f}  p99 {self.at(0.99):6.1f} ms  {bytes_each}"


def make_store(location: Path, *, paragraphs: int, actions: int = 0) -> str:
    """Make a store with a draft of so many paragraphs and people; return the meeting's ref."""
    from lpgminutes import bootstrap
    from lpgminutes.domain.markings import read_marking
    from lpgminutes.domain.meetings import Block, BlockKind, Meeting, Series
    from lpgminutes.domain.people import Attendance
    from lpgminutes.services import meetings as services

    if actions:
        fill(location, actions=actions)
    store = bootstrap.open_store(str(location), create=True)
    marking = read_marking("OFFICIAL-SENSITIVE")
    body = services.add_series(store, Series(short_name="zzz", name="Typing Group", marking=marking), who="bench")
    items = []
    for number in range(8):
        count = paragraphs // 8 + (number < paragraphs % 8)
        minutes = tuple(Block(kind=BlockKind.MINUTE, text=SENTENCE.format(n) * 2) for n in range(count))
        items.append(Block(kind=BlockKind.ITEM, text=f"Item number {number}", children=minutes))
    people = tuple(
        Attendance(name=f"Person Number{number}", role="Member", organisation="DWP") for number in range(PEOPLE)
    )
    with store.change("fill", who="bench") as work:
        meeting = work.meetings.add(
            Meeting(
                series=body,
                title="Typing",
                marking=marking,
                date=dt.date(2039, 6, 27),
                items=tuple(items),
                attendance=people,
            )
        )
        work.commit()
    store.close()
    return meeting.ref


def screens(store: Path) -> list[str]:
    """Return the command that opens the screens."""
    return [PYTHON, "-m", "lpgminutes", "--store", str(store)]


def keys_to_echo(ours: Live, plain: Live) -> tuple[Timed, Timed]:
    """Type the same letters into both, one after the other."""
    timed = Timed([], []), Timed([], [])
    for number in range(KEYS):
        letter = UNSEEN[number % len(UNSEEN)]
        if number % len(UNSEEN) == 0:
            for program in (ours, plain):
                program.press("\x15", until="")
                program.settle()
        for program, times in zip((ours, plain), timed, strict=True):
            program.settle()
            times.milliseconds.append(program.press(letter, until=letter) * 1000)
            times.written.append(program.settle())
    return timed


def enter_to_shown(ours: Live) -> tuple[Timed, Timed]:
    """Record lines; a line is durable and shown when its successor's number stands in the composer.

    Returned are the time on the wall, and the processor's: that one hardly depends on what else the machine does.
    """
    timed, spent = Timed([], []), Timed([], [])
    ours.press("\x15", until="")
    ours.settle()
    for number in range(LINES):
        for key in SENTENCE.format(number):
            ours.press(key, until="")
            time.sleep(0.002)
        ours.settle(0.15)
        before = ours.processor_seconds()
        timed.milliseconds.append(ours.press("\r", until=f"8.{PARAGRAPHS // 8 + number + 2}") * 1000)
        spent.milliseconds.append((ours.processor_seconds() - before) * 1000)
        ours.settle(0.15)
    return timed, spent


def openings(store: Path, *, ready: str) -> list[float]:
    """Open the first meeting of the list again and again; return the milliseconds."""
    times = []
    with live(screens(store), ready="Typing Group") as program:
        program.settle(0.3)
        for _ in range(OPENINGS):
            times.append(program.press("\r", until=ready) * 1000)
            program.settle(0.3)
            program.press("\x1b", until="F1 Help")
            program.settle(0.3)
            program.press("\x1b", until="F1 Help")
            program.settle(0.3)
    return times[1:]


def row(what: str, measured: float, budget: float, unit: str) -> None:
    """Print one budget."""
    verdict = "within" if measured <= budget else "OVER"
    print(f"{what:<62} {measured:8.2f}{unit} of {budget:6.2f}{unit}  {verdict}", flush=True)


def main(_: Sequence[str]) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder, "typing.sqlite3")
        make_store(store, paragraphs=PARAGRAPHS, actions=ACTIONS)
        with (
            live(screens(store), ready="Typing Group") as ours,
            live([PYTHON, str(HERE / "plain_input.py")], ready="Type here") as plain,
        ):
            ours.settle(0.5)
            ours.press("\r", until=f"8.{PARAGRAPHS // 8 + 1}")
            ours.settle(0.5)
            plain.settle(0.5)
            ours_timed, plain_timed = keys_to_echo(ours, plain)
            print(f"key to echo, composer      {ours_timed}")
            print(f"key to echo, plain Input   {plain_timed}")
            entered, spent = enter_to_shown(ours)
            print(f"Enter to durable and shown {entered}")
            print(f"  of that, processor time  {spent}")
        row("key to echo, p50 over a plain Input", ours_timed.at(0.5) / plain_timed.at(0.5), 2.0, "x")
        row("key to echo, p99", ours_timed.at(0.99), 33, " ms")
        row("written for a key", max(ours_timed.written), 4096, " bytes")
        row("Enter to durable and shown, p99", entered.at(0.99), 60, " ms")
        full, empty = Path(folder, "full.sqlite3"), Path(folder, "empty.sqlite3")
        make_store(full, paragraphs=200)
        make_store(empty, paragraphs=0)
        opened = [openings(full, ready="8.26"), openings(empty, ready="1.1")]
        ratio = statistics.median(opened[0]) / statistics.median(opened[1])
        row("opening 200 paragraphs over opening none", ratio, 1.5, "x")


if __name__ == "__main__":
    main(sys.argv[1:])
