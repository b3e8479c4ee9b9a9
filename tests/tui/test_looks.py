"""What the main screens look like, to the sign. ``make looks`` renews what they are compared with; read it first.

Only signs are compared: colours follow the theme, and are looked at as pictures.
"""

import datetime as dt
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lpgminutes.tui.screens.meeting import screen as meeting_screen

if TYPE_CHECKING:
    from tests.tui.conftest import Sitting

LOOKS = Path(__file__).parent / "looks"
IS_RENEWED = bool(os.environ.get("LPGMINUTES_RENEW_LOOKS"))
SCREENS = {"home": (), "meeting": ("down", "enter"), "log": ("f8",)}
NOW = dt.datetime(2019, 8, 1, 14, 30, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def half_past_two(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stop the clock that the screens show."""
    monkeypatch.setattr(meeting_screen, "local_now", lambda: NOW)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
@pytest.mark.usefixtures("august")
async def test_the_screens_look_as_they_did(size: tuple[int, int], at_the_screens: "Sitting") -> None:
    """Home, the minutes of June, and the action log, at both sizes that are designed for."""
    seen = {}
    async with at_the_screens(size) as person:
        for name, keys in SCREENS.items():
            await person.press(*keys)
            seen[name] = person.sees + "\n"
            while len(person.app.screen_stack) > 1:
                person.app.pop_screen()
            await person.settle()
    for name, sees in seen.items():
        kept = LOOKS / f"{name}-{size[0]}x{size[1]}.txt"
        if IS_RENEWED:
            kept.write_text(sees, encoding="utf-8")
        assert sees == kept.read_text(encoding="utf-8"), f"{kept.name} differs: where it is meant, make looks"
