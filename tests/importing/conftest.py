"""The seed, its truth, and a way to read a short text."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lpgminutes.importing import Reading, read_text_minutes

SEED = Path(__file__).parents[1] / "data" / "seed"


@pytest.fixture(scope="session")
def seed() -> str:
    """The released minutes, as text."""
    return (SEED / "minutes.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def truth() -> dict[str, Any]:
    """What a person found in the released minutes."""
    found: dict[str, Any] = json.loads((SEED / "truth.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture
def read() -> Callable[[str], Reading]:
    """Read a text as an import of a file would."""
    return lambda text: read_text_minutes(text.encode(), name="paper.txt")


@pytest.fixture(scope="session")
def imported(seed: str) -> Reading:
    """The released minutes, read."""
    return read_text_minutes(seed.encode(), name="minutes.txt")
