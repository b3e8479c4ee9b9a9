"""A screen that nobody touches sends next to nothing: it may stand all day, at the far end of a slow line.

The real program in a real terminal, on the records of the example. POSIX alone.
"""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.proofs.conftest import Typist

from lpgminutes.cli import run

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX"),
]

F3, F8, F12, ENTER, CTRL_G = "\x1bOR", "\x1b[19~", "\x1b[24~", "\r", "\x07"
HOME, MEETING, CASES = ("", "4 meetings"), (ENTER, "item 6 of 6"), (F12, "no receipt recorded")
SCREENS = {
    "home": [HOME],
    "add a series": [HOME, ("s", "Add a series")],
    "meeting": [HOME, MEETING],
    "who is here": [HOME, MEETING, (F3, "Here: 15 of 16")],
    "who is here too": [HOME, MEETING, (F3, "Here: 15 of 16"), ("n", "is not there is added")],
    "go to an item": [HOME, MEETING, (CTRL_G, "Go to an item")],
    "action log": [HOME, (F8, "overdue first, by due date")],
    "cases": [HOME, CASES],
    "desk": [HOME, CASES, (ENTER, "14 findings")],
    "withhold": [HOME, CASES, (ENTER, "14 findings"), ("w", "Withhold “PIP IAS")],
}
"""The screens and dialogs, with the keys that lead there and what says that each has done so."""
SECONDS, MOST, TIMES = 3.0, 2000, 5
"""How long it is left alone, for how many bytes a cursor may blink then, and how often: at first it still draws."""


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_at_rest_sends_next_to_nothing(name: str, typist: Callable[..., Typist], tmp_path: Path) -> None:
    """Under a dialog as well, where each sign of life below would have the whole screen drawn anew."""
    assert run(["demo", "--out", str(tmp_path / "demo"), "--no-screens"]) == 0
    watched = typist(tmp_path / "demo" / "demo.sqlite3")
    for key, seen in SCREENS[name]:
        watched.presses(key)
        watched.waits_for(seen)
    is_quiet = any(_sent_in(watched, SECONDS) < MOST for _ in range(TIMES))
    watched.is_killed()
    assert is_quiet


def _sent_in(watched: Typist, seconds: float) -> int:
    """Return how many bytes come while nobody does anything."""
    before = len(watched.seen)
    watched.reads_for(seconds)
    return len(watched.seen) - before
