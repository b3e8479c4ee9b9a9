"""What changed between two states of minutes: beside one another where there is room, else one under the other."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.strip import Strip

from lpgminutes.domain.comparison import Outcome, ParagraphChange, Piece
from lpgminutes.tui.commands.command import bindings
from lpgminutes.tui.commands.shared import READING
from lpgminutes.tui.text import plain, spread
from lpgminutes.tui.widgets.line_view import LineView
from lpgminutes.tui.widgets.wrapping import lines_of

_WIDE = 96
"""Columns from which both states stand beside one another."""
_MARGIN = 2
_BETWEEN = " \N{BOX DRAWINGS LIGHT VERTICAL} "
_GONE, _COME = "\N{MINUS SIGN} ", "+ "


class ComparisonView(LineView, can_focus=True):
    """Paragraph by paragraph; the words that came or went are marked, and a sign says which side they stand on."""

    DEFAULT_CSS = """
    ComparisonView { height: 1fr; width: 1fr; overflow-y: scroll; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(READING)]

    def __init__(self) -> None:
        super().__init__()
        self._changes: Sequence[ParagraphChange] = ()
        self._lines: list[Content] = []

    def show(self, changes: Sequence[ParagraphChange]) -> None:
        """Show other changes, from the first."""
        self._changes = changes
        self.scroll_home(animate=False, force=True, immediate=True)
        self._lay()

    def on_resize(self) -> None:
        """Lay them to the new width."""
        self._lay()

    def notify_style_update(self) -> None:
        """Draw anew with another theme."""
        super().notify_style_update()
        self.refresh()

    def _lay(self) -> None:
        width = self.scrollable_content_region.width - 2 * _MARGIN
        if width < 1:
            return
        laid = beside if width >= _WIDE else under_one_another
        self._lines = [line for change in self._changes for line in (*laid(change, width), plain(""))]
        self.set_length(len(self._lines))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        number = self.scroll_offset.y + y
        line = self._lines[number] if number < len(self._lines) else plain("")
        width = self.scrollable_content_region.width
        return self.drawn(plain(" " * _MARGIN) + line, width=width, ground=self.visual_style)


def beside(change: ParagraphChange, width: int) -> Iterator[Content]:
    """Yield the lines of a change with both states beside one another."""
    half = (width - len(_BETWEEN)) // 2
    yield _heading(change, width)
    for left, right in zip_longest(_side(change, _GONE, half), _side(change, _COME, half), fillvalue=plain("")):
        yield left.truncate(half, pad=True) + plain(_BETWEEN, "soft") + right


def under_one_another(change: ParagraphChange, width: int) -> Iterator[Content]:
    """Yield the lines of a change, what was before what is."""
    yield _heading(change, width)
    yield from _side(change, _GONE, width)
    yield from _side(change, _COME, width)


def _heading(change: ParagraphChange, width: int) -> Content:
    place = change.place[:1].upper() + change.place[1:]
    return spread(plain(place, "heading"), plain(change.outcome.value, "soft"), width)


def _side(change: ParagraphChange, sign: str, width: int) -> Iterator[Content]:
    """Yield the lines of one state; none where the paragraph was not, or is no longer, there."""
    whole = change.before if sign == _GONE else change.after
    other = Outcome.ADDED if sign == _GONE else Outcome.REMOVED
    if change.outcome is other:
        return
    pieces = change.pieces or (Piece(whole, change.outcome),)
    shown = [
        plain(one.text, "" if one.outcome is Outcome.SAME else "mark") for one in pieces if one.outcome is not other
    ]
    text = Content("").join(shown)
    for at, (start, end) in enumerate(lines_of(text.plain, width - len(sign))):
        lead = plain(sign, "strong") if at == 0 else plain(" " * len(sign))
        yield lead + text[start:end]
