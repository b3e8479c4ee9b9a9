"""Garbage is looked for while nobody types: to look through everything takes longer than a key may wait."""

import gc
import time
from collections.abc import Callable

LOOK_SECONDS = 0.5
"""How often somebody asks whether it is quiet."""

_QUIET_SECONDS = 1.5
_WORTH_IT = 4
"""After so many looks through what is young, a look through everything is worth it."""
_NEVER = 1_000_000


class QuietCollector:
    """Takes the long looks away from the interpreter, which would begin them in the middle of a line."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._last_key = clock()
        self._thresholds = gc.get_threshold()

    def begin(self) -> None:
        """Look for what is young as ever, and for the rest when it is quiet; what is there now is never garbage."""
        self.put_off()
        young, middle, _ = self._thresholds
        gc.freeze()
        gc.set_threshold(young, middle, _NEVER)
        gc.enable()

    def end(self) -> None:
        """Leave it all to the interpreter again."""
        gc.set_threshold(*self._thresholds)

    def put_off(self) -> None:
        """Wait: somebody is at the keyboard."""
        self._last_key = self._clock()

    @property
    def is_quiet(self) -> bool:
        """Whether nobody has been at the keyboard for a while."""
        return self._clock() - self._last_key >= _QUIET_SECONDS

    def look(self) -> None:
        """Look through everything, where it is quiet and worth it."""
        if self.is_quiet and gc.get_count()[2] >= _WORTH_IT:
            gc.collect()
