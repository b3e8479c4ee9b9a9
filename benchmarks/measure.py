"""Two things run in turn, and the ratio of their times, pair by pair."""

import statistics
import time
from collections.abc import Callable


def seconds(work: Callable[[], object]) -> float:
    """Return how long one run takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def ratio(work: Callable[[], object], floor: Callable[[], object], *, rounds: int) -> tuple[float, float]:
    """Return the median ratio of ``work`` to ``floor``, and the median time of ``work`` in milliseconds."""
    work()
    floor()
    pairs = [(seconds(floor), seconds(work)) for _ in range(rounds)]
    ratios = [mine / theirs for theirs, mine in pairs]
    return statistics.median(ratios), statistics.median(mine for _, mine in pairs) * 1000
