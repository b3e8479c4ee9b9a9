"""Whose turn it is in a guided pass, which were skipped, and the way back."""

from collections.abc import Sequence


class Turns:
    """Goes from action to action by id; what had its turn is told by the records, what was skipped only here."""

    def __init__(self) -> None:
        self.at: int | None = None
        """The action whose turn it is; ``None`` when none is left that was not skipped."""
        self.waiting: tuple[int, ...] = ()
        self.spoken_of = 0
        self._skipped: set[int] = set()
        self._trail: list[int] = []
        self._ordinals: dict[int, int] = {}

    def take_in(self, waiting: Sequence[int], spoken_of: int) -> None:
        """Take in what is left; the action at hand stays, or else it is the first one's turn."""
        self.waiting, self.spoken_of = tuple(waiting), spoken_of
        if self.at is None:
            self.at = next((one for one in self.waiting if one not in self._skipped), None)
        if self.at is not None:
            self._ordinals.setdefault(self.at, self._next_ordinal())

    @property
    def total(self) -> int:
        """How many the meeting goes through."""
        return len(self.waiting) + self.spoken_of

    @property
    def ordinal(self) -> int:
        """Which of them it is the turn of."""
        return min(self._ordinals.get(self.at or 0, self.total), self.total)

    @property
    def skipped(self) -> int:
        """How many were passed over and still wait."""
        return sum(one in self._skipped for one in self.waiting)

    @property
    def can_go_back(self) -> bool:
        """Whether there was an action before."""
        return bool(self._trail)

    def is_over(self) -> None:
        """End the turn of the action at hand: something became of it."""
        self._leave()

    def skip(self) -> None:
        """End the turn of the action at hand with nothing recorded; with none at hand, begin again with the skipped."""
        if self.at is None:
            self._skipped.clear()
        else:
            self._skipped.add(self.at)
            self._leave()

    def go_back(self) -> None:
        """Give the turn to the action before again."""
        if self._trail:
            self.at = self._trail.pop()
            self._skipped.discard(self.at)

    def start_at(self, one: int) -> None:
        """Give an action its turn out of order."""
        self.at = one

    def _leave(self) -> None:
        if self.at is not None:
            self._trail.append(self.at)
        self.at = None

    def _next_ordinal(self) -> int:
        shown_and_waiting = sum(one in self._ordinals for one in self.waiting)
        return self.spoken_of + shown_and_waiting + 1
