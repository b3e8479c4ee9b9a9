"""Under which item lines go: the last that somebody went to, or that which the last line leads to."""

from collections.abc import Collection


class TypedUnder:
    """The items that were typed under; reading about and correcting change nothing in it."""

    def __init__(self) -> None:
        self._been: list[int] = []
        """The latest last: where it was deleted, the one before it is typed under."""
        self._to_come: int | None = None
        self._once: int | None = None
        self._has_moved = False

    def among(self, items: Collection[int | None]) -> int:
        """Return the item that is typed under, of those that are there; 0 for none."""
        if self._once is not None and self._once in items:
            return self._once
        return next((item for item in reversed(self._been) if item in items), 0)

    def go(self, item: int) -> None:
        """Type under an item from now on."""
        self._been = [*(one for one in self._been if one != item), item]

    def turn_to(self, item: int) -> None:
        """Go to an item of one's own accord: whatever the last line leads to, the next one goes there."""
        self._to_come, self._once, self._has_moved = None, None, True
        self.go(item)

    def go_once(self, item: int | None) -> bool:
        """Type under an item until a line was sent there, or no longer; return whether that changes anything."""
        before, self._once = self._once, item or None
        return before != self._once

    def lead_to(self, item: int) -> None:
        """Note the item of the last line: what is typed until the meeting is read with it goes under it, too."""
        self._to_come = item

    def take_lead(self) -> int | None:
        """Return the item that the last line leads to, once the meeting was read with it."""
        item, self._to_come = self._to_come, None
        return item

    def for_next_line(self, items: Collection[int | None]) -> int | None:
        """Return the item that the next line goes under; none where there is none."""
        there = self.among(items)
        return there if there == self._once and there else self._to_come or there or None

    @property
    def has_moved(self) -> bool:
        """Whether somebody went to an item since the last line."""
        return self._has_moved

    def sent(self, *, is_last: bool = True) -> None:
        """Note that a line was sent where it goes; the last of those that are brought back together, unless told."""
        self._has_moved = False
        if is_last:
            self._once = None
