"""The protective marking: always on the screen, in words, whole."""

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from lpgminutes.tui.text import one_line, plain

_BEFORE_ANYTHING_IS_READ = "OFFICIAL"


class MarkingBanner(Widget):
    """The marking, centred, between the program's name and the place of the records where there is room."""

    DEFAULT_CSS = """
    MarkingBanner { height: auto; width: 1fr; dock: top; padding: 0 1; }
    """

    marking: reactive[str] = reactive(_BEFORE_ANYTHING_IS_READ, layout=True)
    place: reactive[str] = reactive("")

    def watch_marking(self, marking: str) -> None:
        """Add a second sign to the words: another ground for what is sensitive."""
        self.set_class("SENSITIVE" in marking.upper(), "-sensitive")

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """Return how many lines the marking needs."""
        return len(self._marking_lines(width))

    def render(self) -> Content:
        """Return the marking, and beside it what fits."""
        width = self.content_size.width
        lines = self._marking_lines(width)
        if len(lines) > 1:
            return Content("\n").join(line.center(width) for line in lines)
        return self._line(lines[0], width)

    def _marking_lines(self, width: int) -> list[Content]:
        return one_line(self.marking, "bold").wrap(max(width, 2))

    def _line(self, marking: Content, width: int) -> Content:
        before = (width - marking.cell_length) // 2
        after = width - marking.cell_length - before
        name = plain("lpgminutes", "dim")
        left = name.pad_right(before - name.cell_length) if name.cell_length + 2 <= before else plain(" " * before)
        room = after - 2
        place = one_line(self.place, "dim")
        if place.cell_length > room:
            return left + marking
        return left + marking + place.pad_left(after - place.cell_length)
