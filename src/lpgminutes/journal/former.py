"""What stood in the line before something was taken out of it, to be brought back by a key."""

from lpgminutes.journal.draft import edit_between

_MOST = 100


class FormerLines:
    """Remembers each state of the line that a deletion ended: a select-all takes nothing away for good."""

    def __init__(self) -> None:
        self._states: list[str] = []
        """The latest last."""
        self._text = ""
        self._is_cutting = False
        self._round: list[str] = []
        """While one goes back key by key: what has not been shown yet."""

    def take(self, text: str) -> None:
        """Take in the state of the line after a change."""
        if text == self._text:
            return
        edit = edit_between(self._text, text)
        if edit.cut and not self._is_cutting:
            self.keep(self._text)
        # where something was put as well another deletion may follow, of words that nobody has seen cut
        self._text, self._is_cutting, self._round = text, edit.cut > 0 and not edit.put, []

    def __bool__(self) -> bool:
        return bool(self._states)

    def states(self) -> tuple[str, ...]:
        """Return every state, the latest last."""
        return tuple(self._states)

    def keep(self, text: str) -> None:
        """Remember a state as such: what an earlier run of the program left behind."""
        if text.strip():
            self._states = [*(state for state in self._states if state != text), text][-_MOST:]

    def start_anew(self, recorded: str) -> None:
        """Begin another line; the recorded one stands in the minutes, and is brought back from there."""
        self._states = [state for state in self._states if state != recorded]
        self._text, self._is_cutting, self._round = "", False, []

    def earlier(self) -> str | None:
        """Return what stood there before, further back with each call in a row, round and round."""
        if not self._round:
            self._round = [state for state in self._states if state != self._text]
            self.keep(self._text)
        if not self._round:
            return None
        self._text, self._is_cutting = self._round.pop(), False
        return self._text
