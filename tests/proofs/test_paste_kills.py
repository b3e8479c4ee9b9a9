"""Killed at any moment while what was pasted is recorded: each of its lines stands in the minutes exactly once.

The real program in a real terminal, killed with SIGKILL, opened again, and one more Enter. POSIX alone.
"""

import datetime as dt
import os
import random
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lpgminutes import bootstrap
from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.meetings import Series
from lpgminutes.domain.people import Person
from lpgminutes.services.meetings import add_series, meeting, new_meeting

if TYPE_CHECKING:
    from tests.proofs.conftest import Typist

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals and SIGKILL are POSIX"),
]

ROUNDS = int(os.environ.get("LPGMINUTES_KILLS", "200")) // 10
CHUNKS = 4
LATEST = 1.0
"""Seconds after which a paste is recorded, on any machine that is not very busy."""
REF = "lpg/2026-01-05"
LINES = [
    *("Noted.", "Noted.", "Bank balances: they stood at £4,100.", "@priya to write by Friday.", "- a point", "Noted."),
    *(f"Payment {number}: it was agreed." for number in range(24)),
]
TEXTS = [
    *("Noted.", "Noted.", "they stood at £4,100.", "Priya Nandakumar to write by Friday.", "a point", "Noted."),
    *(["it was agreed."] * 24),
]


def _prepared(path: Path) -> None:
    store = bootstrap.open_store(str(path), create=True)
    add_series(store, Series(short_name="lpg", name="Group", agenda=("Welcome", "Finance")), who="A")
    new_meeting(store, "lpg", date=dt.date(2026, 1, 5), marking=read_marking("OFFICIAL"), title="Group", who="A")
    with store.change("add somebody", who="A") as work:
        work.people.add(Person(name="Priya Nandakumar"))
        work.commit()
    store.close()


def _texts(path: Path) -> list[str]:
    store = bootstrap.open_store(str(path))
    first, second = meeting(store, REF).items
    store.close()
    assert not second.children
    return [inner.text for child in first.children for inner in child.walk()]


def _paste_and_kill(path: Path, chance: random.Random, typist: "Callable[[Path], Typist]") -> int:
    """Paste, press Enter, and kill; return how many lines were recorded by then."""
    first = typist(path)
    first.opens_the_meeting("1.1")
    first.presses("\x1b[200~" + "\n".join(LINES) + "\x1b[201~")
    first.waits_for(re.escape(f"{len(LINES)} lines pasted"))
    first.presses("\r")
    first.reads_for(chance.uniform(0.0, LATEST))
    first.is_killed()
    return len(_texts(path))


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_each_pasted_line_stands_once(
    chunk: int, typist: "Callable[[Path], Typist]", tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Lines of the same words among them, and lines that do not stand as they were typed."""
    chance = random.Random(chunk)  # noqa: S311 - when to kill is no secret
    recorded = []
    for number in range(max(1, ROUNDS // CHUNKS)):
        path = tmp_path / f"{number}.sqlite3"
        _prepared(path)
        recorded.append(_paste_and_kill(path, chance, typist))
        second = typist(path)
        second.opens_the_meeting("1." if recorded[-1] else "1.1")
        second.rests()
        second.presses("\r")
        end = time.monotonic() + 20
        while len(_texts(path)) < len(TEXTS) and time.monotonic() < end:
            second.reads_for(0.2)
        second.rests()
        second.is_killed()
        assert _texts(path) == TEXTS, f"killed after {recorded[-1]} lines"
    with capsys.disabled():
        sys.stdout.write(f"\nkilled after {recorded} of {len(LINES)} lines, each stands once\n")
