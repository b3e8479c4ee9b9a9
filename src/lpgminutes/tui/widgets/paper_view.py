"""A paper as it stands in its file, line by line with its places, beside the reading."""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Region, Size, Spacing
from textual.strip import Strip

from lpgminutes.tui.commands.command import bindings
from lpgminutes.tui.commands.shared import READING
from lpgminutes.tui.text import plain
from lpgminutes.tui.widgets.line_view import LineView

if TYPE_CHECKING:
    from lpgminutes.domain.papers import PaperLine

_NUMBER = 5
_MARGIN = 8
_WIDEST_INDENT = 12
_HERE = "\N{LEFT HALF BLOCK}"


class PaperView(LineView, can_focus=True):
    """Shows every line; marks the one at hand, the doubtful ones, and those that were set aside."""

    DEFAULT_CSS = """
    PaperView { height: 1fr; width: 1fr; scrollbar-size-vertical: 1; }
    PaperView > .paper--here { background: $surface-lighten-1; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"paper--here"}
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(READING)]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self.paper: tuple[PaperLine, ...] = ()
        self._doubtful: frozenset[int] = frozenset()
        self._here: int | None = None
        self._laid: list[list[Content]] = []
        self._tops: list[int] = [0]

    def show(self, lines: "Sequence[PaperLine]", doubtful: Collection[int]) -> None:
        """Show a paper, with the places that a person should look at."""
        self._doubtful = frozenset(doubtful)
        if self.paper != tuple(lines):
            self.paper = tuple(lines)
            self._lay()
            self.scroll_home(animate=False, force=True)
        self.refresh()

    def go_to(self, place: int | None) -> None:
        """Mark a place as the one at hand and bring it in sight; ``None`` marks none."""
        self._here = place
        at = next((n for n, line in enumerate(self.paper) if line.place == place), None)
        if at is not None and self._laid:
            last = max(n for n, line in enumerate(self.paper) if line.place == place)
            height = self._tops[last + 1] - self._tops[at]
            region = Region(0, self._tops[at], 1, min(height, max(1, self.size.height - 2)))
            self.scroll_to_region(region, animate=False, force=True, immediate=True, spacing=Spacing(1, 0, 1, 0))
        self.refresh()

    def on_resize(self) -> None:
        """Lay the lines to the new width."""
        self._lay()
        self.go_to(self._here)

    def notify_style_update(self) -> None:
        """Draw anew with another theme."""
        super().notify_style_update()
        self.refresh()

    def _lay(self) -> None:
        width = self.size.width - self.styles.scrollbar_size_vertical - _MARGIN  # with or without the bar
        if width < 1:
            return
        self._laid = [_wrapped(line, width) for line in self.paper]
        self._tops = [0, *accumulate(len(lines) for lines in self._laid)]
        self.virtual_size = Size(self.scrollable_content_region.width, self._tops[-1])

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        number = self.scroll_offset.y + y
        width = self.scrollable_content_region.width
        if number >= self._tops[-1]:
            return self.drawn(plain(""), width=width, ground=self.visual_style)
        at = bisect_right(self._tops, number) - 1
        line, part = self.paper[at], number - self._tops[at]
        is_here = line.place == self._here
        ground = self.get_visual_style("paper--here") if is_here else self.visual_style
        return self.drawn(self._margin(at, part, is_here=is_here) + self._laid[at][part], width=width, ground=ground)

    def _margin(self, at: int, part: int, *, is_here: bool) -> Content:
        """Return the edge, the place where it is another than that of the line above, and its sign."""
        edge = plain(_HERE, "accent") if is_here else plain(" ")
        place = self.paper[at].place
        is_first = part == 0 and (at == 0 or self.paper[at - 1].place != place)
        number = f"{place:>{_NUMBER}}" if is_first else " " * _NUMBER
        sign = plain("?", "warning") if is_first and place in self._doubtful else plain(" ")
        return edge + plain(number, "soft") + sign + plain(" ")


def _wrapped(line: "PaperLine", width: int) -> list[Content]:
    indent = min(line.indent, _WIDEST_INDENT, width // 3)
    style = "soft" if line.aside else "strong" if line.is_bold else ""
    words = f"[{line.aside}] {line.text}" if line.aside else line.text
    lines = plain(" ".join(words.split()), style).wrap(width - indent) or [plain("")]
    return [wrapped.pad_left(indent) for wrapped in lines]
