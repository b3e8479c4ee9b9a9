"""The scrollbar of what shows many lines, drawn without laying a paragraph for each of its cells."""

from typing import TYPE_CHECKING

from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip

if TYPE_CHECKING:
    from textual.geometry import Region


class LineBar(ScrollBar):
    """Looks and is used as Textual's own; that one takes longer to draw than all the lines beside it."""

    def render_lines(self, crop: "Region") -> list[Strip]:
        """Draw the cells of a region of the bar."""
        bar = self.render()
        if not isinstance(bar, ScrollBarRender) or isinstance(bar.style, str) or self.thickness != 1:
            return super().render_lines(crop)
        back, color = bar.style.bgcolor, bar.style.color
        if back is None or color is None:
            return super().render_lines(crop)
        drawn = bar.render_bar(
            size=self.size.height,
            virtual_size=bar.virtual_size,
            window_size=bar.window_size,
            position=bar.position,
            back_color=back,
            bar_color=color,
        )
        strips = [Strip([cell], 1) for cell in drawn.segments[crop.y : crop.bottom]]
        _, background = self.background_colors
        for line_filter in self.get_line_filters():
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
        return strips
