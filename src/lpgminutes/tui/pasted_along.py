"""The lines that were pasted behind the one that an editor shows, until its screen takes them."""


class PastedAlong:
    """Keeps them in their order: what is pasted behind whole lines comes after those."""

    def __init__(self) -> None:
        self._lines: tuple[str, ...] = ()
        self._taken = 0
        """How many of those pasted earlier the screen has taken."""
        self._whole = ""
        """What the editor showed when a paste had brought its line to an end."""

    def begin_anew(self) -> None:
        """Note that the editor shows another line: what is pasted next goes with that."""
        self._taken, self._whole = 0, ""

    def is_behind(self, shown: str) -> bool:
        """Whether what is pasted at the end of what is shown is a line of its own."""
        return bool(self._whole) and shown == self._whole

    def add_behind(self, lines: tuple[str, ...]) -> None:
        """Take lines that come after all that were pasted."""
        self._lines = (*self._lines, *lines)

    def add(self, lines: tuple[str, ...], *, shown: str, is_ended: bool) -> None:
        """Take lines that come right after what is shown, which is the first of them to its end, if that has one."""
        self._lines, self._taken = (*lines, *self._lines), 0
        self._whole = shown if is_ended else ""

    def take(self) -> tuple[int, tuple[str, ...]]:
        """Hand over the lines, and how many that were handed over earlier they come behind."""
        taken = self._taken, self._lines
        self._taken, self._lines = self._taken + len(self._lines), ()
        return taken
