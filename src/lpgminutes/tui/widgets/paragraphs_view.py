"""A text of paragraphs, to be read and scrolled; each may have a lead in its margin."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.geometry import Size
from textual.strip import Strip

from lpgminutes.tui.text import plain
from lpgminutes.tui.widgets.line_view import LineView

_MARGIN = 2
_WIDEST = 96
_BLANK = plain("")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that are wrapped, with a lead before their first line."""

    words: Content
    lead: Content = _BLANK
    indent: int = 0
    is_apart: bool = False
    """Whether a blank line comes before it."""


class ParagraphsView(LineView, can_focus=True):
    """Shows paragraphs, wrapped to the width."""

    DEFAULT_CSS = """
    ParagraphsView { height: 1fr; width: 1fr; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._paragraphs: tuple[Paragraph, ...] = ()
        self._lines: tuple[Content, ...] = ()

    def say(self, paragraphs: Sequence[Paragraph], *, is_from_start: bool) -> None:
        """Show other paragraphs, from their start or where reading was."""
        self._paragraphs = tuple(paragraphs)
        self._lay()
        if is_from_start:
            self.scroll_home(animate=False, immediate=True)

    def on_resize(self) -> None:
        """Lay the paragraphs to the new width."""
        self._lay()

    def notify_style_update(self) -> None:
        """Draw anew with another theme."""
        super().notify_style_update()
        self.refresh()

    def _lay(self) -> None:
        width = min(self.scrollable_content_region.width - 2 * _MARGIN, _WIDEST)
        if width < 1:
            return
        self._lines = tuple(line for paragraph in self._paragraphs for line in wrapped(paragraph, width))
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._lines))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        number = self.scroll_offset.y + y
        line = self._lines[number] if number < len(self._lines) else _BLANK
        return self.drawn(line.pad_left(_MARGIN), width=self.scrollable_content_region.width, ground=self.visual_style)

    def action_scroll_up(self) -> None:
        """Go up a line."""
        self.scroll_relative(y=-1, animate=False)

    def action_scroll_down(self) -> None:
        """Go down a line."""
        self.scroll_relative(y=1, animate=False)

    def action_page_up(self) -> None:
        """Go up a page."""
        self.scroll_relative(y=-max(1, self.size.height - 2), animate=False)

    def action_page_down(self) -> None:
        """Go down a page."""
        self.scroll_relative(y=max(1, self.size.height - 2), animate=False)

    def action_scroll_home(self) -> None:
        """Go to the start."""
        self.scroll_home(animate=False)

    def action_scroll_end(self) -> None:
        """Go to the end."""
        self.scroll_end(animate=False)


def wrapped(paragraph: Paragraph, width: int) -> list[Content]:
    """Return the lines of a paragraph."""
    indent = min(paragraph.indent, width // 2)
    lines = [line.pad_left(indent) for line in paragraph.words.wrap(width - indent)] or [_BLANK]
    if paragraph.lead:
        lines[0] = paragraph.lead.truncate(indent, pad=True) + lines[0][indent:]
    return [_BLANK, *lines] if paragraph.is_apart else lines
