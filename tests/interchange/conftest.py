"""The worked example that several of these tests start from."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SEED = Path(__file__).parents[1] / "data" / "seed"

Mutate = Callable[..., bytes]


@pytest.fixture(scope="session")
def seed_meeting() -> bytes:
    """The meeting of the worked example, as a file."""
    return (SEED / "meeting.json").read_bytes()


@pytest.fixture(scope="session")
def seed_rules() -> bytes:
    """The rules of the worked example, as a file."""
    return (SEED / "withhold.yaml").read_bytes()


@pytest.fixture(scope="session")
def with_value(seed_meeting: bytes) -> Mutate:
    """Return the example with one value put in the place of another, or taken out."""

    def put(*steps: str | int, value: Any = None, out: bool = False) -> bytes:  # noqa: ANN401 - any JSON
        top = json.loads(seed_meeting)
        group = top
        for step in steps[:-1]:
            group = group[step]
        if out:
            del group[steps[-1]]
        else:
            group[steps[-1]] = value
        return json.dumps(top).encode()

    return put
