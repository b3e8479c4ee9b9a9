"""A line of words that is said again and again, and drawn only when the words are others."""

from textual.content import Content
from textual.widgets import Static


class SaidLine(Static):
    """Keeps its place on the screen whatever it says: nothing is laid anew for it."""

    _said = Content("")

    def say(self, words: Content) -> None:
        """Say something; drawing it once more where it stands already is most of the work of a key."""
        if not words.is_same(self._said):
            self._said = words
            self.update(words, layout=False)
