"""What stands where a list has nothing to show: why, and which key fills it."""

from textual.widgets import Static

from lpgminutes.tui.text import plain


class EmptyState(Static):
    """A few sentences in the middle."""

    DEFAULT_CSS = """
    EmptyState { width: 1fr; height: 1fr; content-align: center middle; text-align: center; padding: 1 2; }
    """

    def say(self, *sentences: str) -> None:
        """Show sentences, one under the other."""
        self.update(plain("\n".join(sentences)))
