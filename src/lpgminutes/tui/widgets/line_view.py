"""The base of what shows many lines: only those on the screen are drawn, so that length costs nothing."""

from collections.abc import Callable
from typing import ClassVar

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget


class LineView(ScrollView):
    """Draws lines of content whose spans name a style of this widget."""

    DEFAULT_CSS = """
    LineView { overflow-x: hidden; scrollbar-size-vertical: 1; }
    LineView > .lines--strong { text-style: bold; }
    LineView > .lines--soft { color: $foreground 65%; }
    LineView > .lines--warning { color: $text-warning; text-style: bold; }
    LineView > .lines--accent { color: $text-accent; }
    LineView > .lines--mark { text-style: reverse; }
    LineView > .lines--heading { color: $text-primary; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "lines--strong",
        "lines--soft",
        "lines--warning",
        "lines--accent",
        "lines--mark",
        "lines--heading",
    }
    ALLOW_MAXIMIZE = False

    def set_length(self, lines: int) -> None:
        """Say how many lines there are; the scrollbar follows, and nothing is laid anew for it."""
        size = Size(self.scrollable_content_region.width, lines)
        if size != self.virtual_size:
            self.set_reactive(Widget.virtual_size, size)
            self._scroll_update(size)

    def drawn(self, line: Content, *, width: int, ground: Style) -> Strip:
        """Return a line as it is drawn on a ground, cut or filled to the width."""
        fitted = line.truncate(width, ellipsis=True, pad=True)
        pieces = fitted.render(ground, end="", parse_style=self._named)
        return Strip([Segment(text, style.rich_style) for text, style in pieces], fitted.cell_length)

    @property
    def _named(self) -> Callable[[str | Style], Style]:
        def named(style: str | Style) -> Style:
            return style if isinstance(style, Style) else self.get_visual_style(f"lines--{style}", partial=True)

        return named
