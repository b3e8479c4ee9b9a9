"""The base of what shows many lines: only those on the screen are drawn, so that length costs nothing."""

from collections.abc import Callable
from typing import ClassVar

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Region, Size, Spacing
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from lpgminutes.tui.widgets.line_bar import LineBar


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

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scrollbar, made when it is first asked for, as Textual makes its own."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = LineBar(vertical=True, name="vertical", thickness=self.scrollbar_size_vertical)
            self._vertical_scrollbar.display = False
            self.app._start_widget(self, self._vertical_scrollbar)  # noqa: SLF001 - how Textual begins one
        return self._vertical_scrollbar

    def kept_lines(self, crop: Region) -> list[Strip]:
        """Return the lines of a region just as ``render_line`` gives them: for what keeps its lines by itself.

        Where there is no border and no padding to be laid around them, to lay none takes Textual most of the time.
        """
        styles = self.styles
        if self.opacity != 1 or styles.tint.a or styles.gutter != Spacing():
            return super().render_lines(crop)
        width, (_, background) = self.region.width, self.background_colors
        filters, ground = self.get_line_filters(), self.visual_style.rich_style
        strips = []
        for y in crop.line_range:
            strip = self.render_line(y).adjust_cell_length(width, ground)
            for line_filter in filters:
                strip = strip.apply_filter(line_filter, background)
            strips.append(strip.crop(crop.x, crop.right))
        return strips

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
            return style if isinstance(style, Style) else self._style_named(f"lines--{style}")

        return named

    def _style_named(self, name: str) -> Style:
        """Return a style of this widget; with its ground, of which Textual leaves nothing where it is opaque."""
        style, ground = self.get_visual_style(name, partial=True), self.get_component_styles(name).background
        return style + Style(background=ground) if ground.a == 1 else style
