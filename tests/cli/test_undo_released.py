"""What went out stays on record, with the case and the minutes that it was made from."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]


@pytest.fixture
def released(command: Command, june: str, tmp_path: Path) -> str:
    """The seed's meeting, of which a copy went out."""
    for step in (
        ("case", "open", "FOI1", june),
        ("case", "withhold", june, "--case", "FOI1", "--phrase", "Quarrybank House", "--exemption", "s38"),
        ("release", june, "--case", "FOI1", "-o", str(tmp_path / "out")),
    ):
        done = command(*step)
        assert done.code == 0, done.err
    return june


def test_undo_takes_no_case_away_of_which_something_went_out(command: Command, released: str, tmp_path: Path) -> None:
    """What was withheld may be taken back for another copy; the case stays, and says why."""
    assert command("undo").err.startswith("Took back: withhold")
    refused = command("undo")
    assert refused.code != 0
    assert "(open a case) cannot be taken back: FOI1 went out, and stays on record." in refused.err
    assert "FOI1" in command("case", "list").out
    assert command("release", released, "--case", "FOI1", "--check", str(tmp_path / "out")).code == 0


def test_undo_takes_the_minutes_away_of_no_release(command: Command, released: str) -> None:
    """Nor by the meeting; another case, of which nothing went out, is taken back as ever."""
    assert command("case", "open", "FOI2", released).code == 0
    assert command("undo").err.startswith("Took back: open a case")
    assert command("undo").err.startswith("Took back: withhold")
    assert "FOI1 went out" in command("undo", "--meeting", released).err
    assert released in command("meetings").out
