"""A line that says the most that there is room for, whole: a word that is cut off tells nobody anything."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from lpgminutes.tui.text import fitting


class FittingLine(Widget):
    """Shows the first of its wordings that fits; the last one, with an ellipsis, where none does."""

    DEFAULT_CSS = """
    FittingLine { height: 1; width: 1fr; padding: 0 2; background: $surface; color: $text-muted; }
    """

    wordings: reactive[tuple[Content, ...]] = reactive(())
    """The longest first."""

    def say(self, *wordings: Content) -> None:
        """Say something, in as many ways as there are, the longest first."""
        self.wordings = wordings

    def render(self) -> Content:
        """Return the longest wording that there is room for."""
        return fitting(self.wordings, self.content_size.width)
