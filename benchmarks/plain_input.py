"""The floor of typing in Textual: one input on an empty screen."""

from textual.app import App, ComposeResult
from textual.widgets import Input


class PlainInput(App[None]):
    """Takes typing."""

    def compose(self) -> ComposeResult:
        """Make the one input."""
        yield Input(placeholder="Type here", compact=True)


if __name__ == "__main__":
    PlainInput().run()
