"""The floor of any Textual program: one line on a screen."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Hello(App[None]):
    """Says hello."""

    def compose(self) -> ComposeResult:
        """Make the one line."""
        yield Static("Hello, world")


if __name__ == "__main__":
    Hello().run()
