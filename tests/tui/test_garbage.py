"""Nobody waits for a look through all the memory in the middle of a line."""

import gc
from collections.abc import Iterator

import pytest

from lpgminutes.tui.garbage import QuietCollector


class Looked:
    """Counts the looks through everything."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, phase: str, info: dict[str, int]) -> None:
        """Take note of one."""
        self.times += phase == "stop" and info["generation"] == 2


@pytest.fixture
def looked() -> Iterator[Looked]:
    """How often everything was looked through since."""
    gc.collect()
    counter = Looked()
    gc.callbacks.append(counter)
    yield counter
    gc.callbacks.remove(counter)


def _make_garbage() -> None:
    """Keep so much of it that the interpreter by itself would look through everything."""
    kept = []
    for _ in range(60_000):
        one: list[object] = []
        one.append(one)
        kept.append(one)


def test_everything_is_looked_through_when_it_is_quiet_and_never_while_somebody_types(looked: Looked) -> None:
    """The interpreter's own way comes back at the end."""
    thresholds, now = gc.get_threshold(), [0.0]
    collector = QuietCollector(lambda: now[0])
    collector.begin()
    try:
        for _ in range(3):
            _make_garbage()
            now[0] += 1
            collector.put_off()
            collector.look()
        assert looked.times == 0
        now[0] += 2
        collector.look()
        assert looked.times == 1
        collector.look()
        assert looked.times == 1
    finally:
        collector.end()
        gc.unfreeze()
    assert gc.get_threshold() == thresholds
