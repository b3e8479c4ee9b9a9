"""The minutes on the desk: as the officer sees them, beside what the reader will get, scrolled as one."""

from bisect import bisect_right
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate
from typing import ClassVar

from textual.cache import LRUCache
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.style import Style

from lpgminutes.domain.document import Place
from lpgminutes.tui.text import plain
from lpgminutes.tui.widgets.desk_layout import Clause
from lpgminutes.tui.widgets.desk_sight import DeskSight
from lpgminutes.tui.widgets.laid_clause import LaidClause, laid
from lpgminutes.tui.widgets.unchanged import Unchanged
from lpgminutes.tui.widgets.wrapping import Stretch

_EDGE = 3
"""The width of the cursor and the sign before every line."""
_BETWEEN = " \N{BOX DRAWINGS LIGHT VERTICAL} "
_HERE = "\N{LEFT HALF BLOCK}"
_FOR_BOTH = 100
_DRAWN = 400


class Side(Enum):
    """Which of the two is shown where there is room for one."""

    INTERNAL = "with what is withheld"
    PUBLIC = "as the reader will get it"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drawing:
    """What all the lines have in common that are drawn at once."""

    width: int
    top: int
    ground: Style
    ground_here: Style
    chosen: Mapping[Place, Stretch]


class DeskPage(DeskSight, can_focus=True):
    """Clause by clause, either side as high as the other."""

    DEFAULT_CSS = """
    DeskPage { height: 1fr; width: 1fr; scrollbar-size-vertical: 1; }
    DeskPage > .paper--here { background: $surface-lighten-1; }
    DeskPage > .lines--withheld { background: $accent 25%; color: $foreground; }
    DeskPage > .lines--cited { background: $accent 25%; color: $text-accent; text-style: bold; }
    DeskPage > .lines--edge { color: $accent 35%; }
    DeskPage > .lines--chosen { background: $primary; color: $text; text-style: underline; }
    DeskPage > .lines--mark { text-style: none; background: $foreground 22%; color: $foreground; }
    DeskPage > .lines--alarm { color: $text-error; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "paper--here",
        "lines--withheld",
        "lines--cited",
        "lines--edge",
        "lines--chosen",
        "lines--alarm",
    }

    class Resized(Message):
        """Other sides are shown, or there is room for others."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self.side = Side.INTERNAL
        self.signs: Mapping[Place, tuple[str, str]] = {}
        """The sign before the clause of a text, with its style."""
        self._clauses: tuple[Clause, ...] = ()
        self._unchanged = Unchanged()
        self._strips: LRUCache[Hashable, Strip] = LRUCache(_DRAWN)
        """The lines as they were drawn."""

    # What is shown

    def show(self, clauses: Sequence[Clause], words: Mapping[Place, str]) -> None:
        """Show minutes; the text at hand stays where it is."""
        is_followed = not self._clauses or self.is_cursor_in_sight()
        before, here = (self._laid, self._tops), self.cursor.here
        self._clauses = tuple(clauses)
        self.cursor.take_in(self._clauses, words)
        self._lay()
        if here == self.cursor.here:
            self._refresh_what_changed(*before)
        else:
            self.refresh()
        if is_followed:
            self.bring_in_sight()

    def _refresh_what_changed(self, laid_before: Sequence[LaidClause], tops_before: Sequence[int]) -> None:
        """Draw anew the lines in sight that are not what they were; where lines moved, all of them."""
        if tops_before != self._tops:
            self.refresh()
            return
        for at, (before, now) in enumerate(zip(laid_before, self._laid, strict=True)):
            if before is not now:
                self.refresh_lines(self._tops[at], now.height)

    def sign(self, signs: Mapping[Place, tuple[str, str]]) -> None:
        """Show other signs before the clauses."""
        self.signs = signs
        self.refresh()

    def turn(self, side: Side) -> None:
        """Show the other side, where there is room for one."""
        self.side = side
        self._lay()
        self.follow()
        self.post_message(self.Resized())

    def show_internal(self) -> None:
        """Show the side where what is withheld can be read."""
        if not self.is_internal_shown:
            self.turn(Side.INTERNAL)

    def heads(self, words: Mapping[Side, str]) -> Content:
        """Return the heads of the sides that are shown, each over its own."""
        if not self.is_for_both:
            return plain(" " * _EDGE + words[self.side])
        internal = plain(" " * _EDGE + words[Side.INTERNAL]).truncate(_EDGE + self._widths()[0], pad=True)
        return internal + plain(" " * len(_BETWEEN) + words[Side.PUBLIC])

    @property
    def is_for_both(self) -> bool:
        """Whether there is room for both sides."""
        return self.size.width >= _FOR_BOTH

    @property
    def is_internal_shown(self) -> bool:
        """Whether what is withheld can be read."""
        return self.is_for_both or self.side is Side.INTERNAL

    def on_resize(self) -> None:
        """Lay the clauses to the new width."""
        self._lay()
        self.follow()
        self.post_message(self.Resized())

    def notify_style_update(self) -> None:
        """Draw anew with another theme."""
        self._strips.clear()
        super().notify_style_update()
        self.refresh()

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """What is shown."""
        return self._clauses

    @property
    def tops(self) -> Sequence[int]:
        """The line at which each clause begins, and the one after the last."""
        return self._tops

    def under(self, x: int, y: int) -> tuple[Place, int | None] | None:
        """Return the text at a cell of the widget, and on the officer's side the character in it."""
        number = self.scroll_offset.y + y
        if not 0 <= number < self._tops[-1]:
            return None
        at = bisect_right(self._tops, number) - 1
        clause, part = self._laid[at], number - self._tops[at] - self._laid[at].clause.is_apart
        column, width = x - _EDGE, self._widths()[0]
        begins = width + len(_BETWEEN) if width else 0
        if not width or (self.is_for_both and column >= begins):
            hit = clause.public.hit(part, column - begins)
            return (hit[0], None) if hit else None
        return clause.internal.hit(part, column)

    def _widths(self) -> tuple[int, int]:
        room = self.size.width - self.styles.scrollbar_size_vertical - _EDGE
        if self.is_for_both:
            each = (room - len(_BETWEEN)) // 2
            return each, each
        return (room, 0) if self.side is Side.INTERNAL else (0, room)

    def _lay(self) -> None:
        internal, public = self._widths()
        if max(internal, public) < 1:
            return
        self._unchanged.begin()
        self._laid = tuple(self._unchanged.made(laid, clause, internal, public) for clause in self._clauses)
        self._tops = [0, *accumulate(clause.height for clause in self._laid)]
        self.forget_what_is_gone()
        self.set_length(self._tops[-1])

    # Drawing

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw lines of the screen: what holds for all of them is asked once."""
        self._drawing = _Drawing(
            width=self.scrollable_content_region.width,
            top=self.scroll_offset.y,
            ground=self.visual_style,
            ground_here=self.get_visual_style("paper--here"),
            chosen=self.cursor.shown(),
        )
        return self.kept_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        drawing = self._drawing
        number = drawing.top + y
        if number >= self._tops[-1]:
            return self.drawn(plain(""), width=drawing.width, ground=drawing.ground)
        at = bisect_right(self._tops, number) - 1
        clause, part = self._laid[at], number - self._tops[at] - self._laid[at].clause.is_apart
        is_here = self.cursor.here is not None and self.cursor.here.clause == at and part >= 0
        sign = self._sign_of(clause) if part == 0 else None
        chosen = tuple((place, stretch) for place, stretch in drawing.chosen.items() if place in clause.clause.places)
        ground = drawing.ground_here if is_here else drawing.ground
        key = (clause, part, is_here, sign, chosen, drawing.width, ground)
        if key not in self._strips:
            line = _margin(sign, is_here=is_here) + self._line(clause, part, dict(chosen))
            self._strips[key] = self.drawn(line, width=drawing.width, ground=ground)
        return self._strips[key]

    def _sign_of(self, clause: LaidClause) -> tuple[str, str] | None:
        return min((self.signs[place] for place in clause.clause.places if place in self.signs), default=None)

    def _line(self, clause: LaidClause, part: int, chosen: Mapping[Place, Stretch]) -> Content:
        if part < 0:
            return plain(" " * self._widths()[0] + _BETWEEN, "soft") if self.is_for_both else plain("")
        internal = clause.lead(part) + clause.internal.line(part, chosen)
        public = clause.lead(part) + clause.public.line(part, {})
        if not self.is_for_both:
            return internal if self.side is Side.INTERNAL else public
        return internal.truncate(self._widths()[0], pad=True) + plain(_BETWEEN, "soft") + public


def _margin(sign: tuple[str, str] | None, *, is_here: bool) -> Content:
    edge = plain(_HERE, "accent") if is_here else plain(" ")
    return edge + (plain(*sign) if sign else plain(" ")) + plain(" ")
