"""A paste that the terminal never ends, in the real program: what is typed behind it comes into the line all the same.

POSIX alone.
"""

import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lpgminutes import bootstrap
from lpgminutes.domain.markings import read_marking
from lpgminutes.domain.meetings import Series
from lpgminutes.services.meetings import add_series, meeting, new_meeting

if TYPE_CHECKING:
    from tests.proofs.conftest import Typist

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX"),
]
REF = "lpg/2026-01-05"


def test_what_is_typed_behind_a_paste_without_end_is_typed(typist: "Callable[[Path], Typist]", tmp_path: Path) -> None:
    """A moment later; Enter among it is Enter."""
    path = tmp_path / "minutes.sqlite3"
    store = bootstrap.open_store(str(path), create=True)
    add_series(store, Series(short_name="lpg", name="Group", agenda=("Welcome",)), who="A")
    new_meeting(store, "lpg", date=dt.date(2026, 1, 5), marking=read_marking("OFFICIAL"), title="Group", who="A")
    somebody = typist(path)
    somebody.opens_the_meeting("1.1")
    somebody.presses("\x1b[200~a paste that has no end")
    for key in ", typed on\rNext":
        somebody.presses(key)
        somebody.reads_for(0.05)
    somebody.waits_for("1.2")
    somebody.rests()
    somebody.presses(" line\r")
    somebody.waits_for("1.3")
    somebody.is_killed()
    texts = [block.text for block in meeting(store, REF).blocks()][1:]
    store.close()
    assert texts == ["a paste that has no end, typed on", "Next line"]
