"""The seed's whole meeting typed in a real terminal, from a body whose records are blank.

An item is taken out of its order, the last line is taken back and corrected twice, and the five actions come out of
their sentences. What is kept at the end is what the interchange file of the same meeting says.
"""

import contextlib
import datetime as dt
import json
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from lpgminutes import bootstrap
from lpgminutes.cli import run
from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.meetings import Series
from lpgminutes.domain.people import Attendance, Capacity, Mode
from lpgminutes.services.meetings import add_series, new_meeting

if TYPE_CHECKING:
    from tests.proofs.conftest import Typist

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX"),
]

REF = "lpg/2019-06-27"
ORDER = (1, 2, 4, 3, 5, 6)
"""The items as the meeting takes them."""
SIGNS = {"heading": "-#", "paragraph": "+"}
PATIENCE = 60.0


def _blank(path: Path, seed: dict[str, Any]) -> None:
    """Keep the body, its agenda, and who is here; nothing is minuted."""
    store = bootstrap.open_store(str(path), create=True)
    body = Series(
        short_name="lpg",
        name=seed["series"]["name"],
        action_reference=seed["series"]["action_reference"],
        agenda=tuple(item["title"] for item in seed["items"]),
    )
    add_series(store, body, who="A")
    kept = new_meeting(store, "lpg", date=dt.date(2019, 6, 27), marking=read_marking(seed["marking"]), who="A")
    with store.change("add who is here", who="A") as work:
        for row in seed["attendance"]:
            work.meetings.add_attendance(
                kept,
                Attendance(
                    name=row["name"],
                    role=row["role"] or "",
                    organisation=row["organisation"] or "",
                    capacity=Capacity(row["capacity"]),
                    mode=Mode(row["mode"]) if row["mode"] else None,
                ),
            )
        work.commit()
    store.close()


def _lines(item: dict[str, Any]) -> Iterator[str]:
    for minute in item["minutes"]:
        yield _labelled(minute)
        for point in minute.get("points", []):
            yield from _point(point, "-")


def _point(point: dict[str, Any], bullet: str) -> Iterator[str]:
    yield f"{SIGNS.get(point.get('style', ''), bullet)} {_labelled(point)}"
    for inner in point.get("points", []):
        yield from _point(inner, "--")


def _labelled(entry: dict[str, Any]) -> str:
    return f"{entry['label']}: {entry['text']}" if entry.get("label") else str(entry["text"])


def _texts(path: Path) -> list[str]:
    with contextlib.closing(sqlite3.connect(path)) as store:
        return [text for (text,) in store.execute("SELECT text FROM block ORDER BY id")]


def _waits_until(typist: "Typist", is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end, "it is not stored"
        typist.reads_for(0.05)


def _enters(typist: "Typist", path: Path, line: str) -> None:
    """Type a line, press Enter, and wait until it is stored."""
    before = len(_texts(path))
    for start in range(0, len(line), 20):
        typist.presses(line[start : start + 20])
        typist.reads_for(0.02)
    typist.presses("\r")
    _waits_until(typist, lambda: len(_texts(path)) == before + 1)
    typist.reads_for(0.1)


def _corrects_the_last_line(typist: "Typist", path: Path, keys: str, becomes: str) -> None:
    """Take the last line back with the up-arrow, change its end, and enter it again."""
    typist.presses("\x1b[A")
    typist.reads_for(0.5)
    typist.presses("\x1b[F")
    typist.reads_for(0.2)
    typist.presses(keys)
    typist.reads_for(0.3)
    typist.presses("\r")
    _waits_until(typist, lambda: _texts(path)[-1] == becomes)
    typist.reads_for(0.3)


def _bare(items: list[dict[str, Any]]) -> list[Any]:
    """Return items as far as a secretary types them."""
    return [
        (item["number"], item["title"], [(m["number"], _labelled(m), _points(m)) for m in item["minutes"]])
        for item in items
    ]


def _points(entry: dict[str, Any]) -> list[Any]:
    return [(point.get("style") or "bullet", _labelled(point), _points(point)) for point in entry.get("points") or []]


def test_the_seed_typed_is_the_seed(
    typist: "Callable[[Path], Typist]", data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every item, minute, label, point and action is where the file has it."""
    seed = json.loads((data / "seed" / "meeting.json").read_text(encoding="utf-8"))
    path = tmp_path / "minutes.sqlite3"
    _blank(path, seed)
    secretary = typist(path)
    secretary.opens_the_meeting("1.1")

    for number in ORDER:
        secretary.presses(f"#{number}\r")
        secretary.reads_for(0.5)
        for line in _lines(seed["items"][number - 1]):
            _enters(secretary, path, line)
    last = _texts(path)[-1]
    _corrects_the_last_line(secretary, path, " Nobody had.", last + " Nobody had.")
    _corrects_the_last_line(secretary, path, "\x7f" * len(" Nobody had."), last)
    secretary.is_killed()

    assert run(["--store", str(path), "show", REF, "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert _bare(shown["items"]) == _bare(seed["items"])
    assert sorted((a["raised_in"], a["owners"]) for a in shown["actions"]) == sorted(
        (a["raised_in"], a["owners"]) for a in seed["actions"]
    )
