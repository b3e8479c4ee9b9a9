"""The minutes on the desk, gone through and chosen from: by keys and by the pointer."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.events import Click, MouseDown, MouseMove, MouseUp

from lpgminutes.domain.document import Place
from lpgminutes.domain.selecting import Chosen
from lpgminutes.tui.commands.command import bindings
from lpgminutes.tui.commands.desk import PAPER
from lpgminutes.tui.widgets.desk_page import DeskPage, Side

_THIRD = 3


@dataclass(frozen=True, slots=True)
class Standing:
    """Where somebody is in the minutes, to come back to."""

    at: int
    place: Place | None
    text: str
    chosen: Chosen | None
    side: Side
    top: int
    """The first line in sight."""

    @property
    def first(self) -> int:
        """Where what is chosen begins."""
        return self.chosen.start if self.chosen else 0


class DeskPaper(DeskPage):
    """Goes from text to text; inside a text what is chosen grows from word to word."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PAPER)]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._drawn_from: tuple[Place, int] | None = None
        """Where the pointer was pressed."""

    def action_up(self) -> None:
        """Go to the text before."""
        self.cursor.go(-1)
        self.follow()

    def action_down(self) -> None:
        """Go to the next text."""
        self.cursor.go(1)
        self.follow()

    def action_page_up(self) -> None:
        """Go up a page."""
        self._page(-1)

    def action_page_down(self) -> None:
        """Go down a page."""
        self._page(1)

    def _page(self, step: int) -> None:
        here = self.cursor.here
        if here is None or self.turn_within(step):
            return
        wanted = self.tops[here.clause] + step * max(1, self.size.height - 2)
        clause = bisect_right(self.tops, max(wanted, 0)) - 1
        clause = max(clause, here.clause + 1) if step > 0 else min(clause, here.clause - 1)
        clause = max(0, min(clause, len(self.tops) - 2))
        order = range(len(self.cursor.stops)) if step > 0 else reversed(range(len(self.cursor.stops)))
        beyond = (at for at in order if (self.cursor.stops[at].clause - clause) * step >= 0)
        self.cursor.go(next(beyond, len(self.cursor.stops) if step > 0 else 0) - self.cursor.at)
        self.follow()

    def action_first(self) -> None:
        """Go to the first text."""
        self.cursor.go(-len(self.cursor.stops))
        self.follow()

    def action_last(self) -> None:
        """Go to the last text."""
        self.cursor.go(len(self.cursor.stops))
        self.follow()

    def action_next_word(self) -> None:
        """Choose the next word."""
        self.cursor.next_word()
        self.follow()

    def action_previous_word(self) -> None:
        """Choose the word before."""
        self.cursor.previous_word()
        self.follow()

    def action_longer(self) -> None:
        """Choose one word more."""
        self.cursor.longer()
        self.follow()

    def action_shorter(self) -> None:
        """Choose one word less."""
        self.cursor.shorter()
        self.follow()

    def action_grow(self) -> None:
        """Choose the next larger thing."""
        self.cursor.grow()
        self.follow()

    def action_shrink(self) -> None:
        """Choose the next smaller thing."""
        self.cursor.shrink()
        self.follow()

    # Going elsewhere, and back

    def choose_at(self, stop: int, chosen: Chosen) -> None:
        """Choose a stretch of a text where it is printed."""
        self.cursor.go_to_stop(stop, chosen)
        self.follow()

    def standing(self) -> Standing:
        """Return where one is."""
        cursor = self.cursor
        place = cursor.here.place if cursor.here else None
        return Standing(cursor.at, place, cursor.text, cursor.chosen, self.side, self.scroll_offset.y)

    def stand(self, before: Standing) -> None:
        """Go back to where one was; where the minutes have changed since, to the text that one was in."""
        if before.place is None:
            return
        stops = self.cursor.stops
        if before.at < len(stops) and stops[before.at].place == before.place:
            self.cursor.go_to_stop(before.at, None)
        elif not self.cursor.go_to(before.place):
            return
        if self.cursor.text == before.text:
            self.cursor.choose(before.chosen)
        if self.side is not before.side:
            self.turn(before.side)
        self.scroll_to(y=before.top, animate=False, force=True, immediate=True)
        self.follow()

    # The pointer

    def on_mouse_down(self, event: MouseDown) -> None:
        """Begin to choose at the word under the pointer; on the reader's side the text alone is gone to."""
        under = self.under(event.x, event.y)
        if under is None:
            return
        place, character = under
        if character is None:
            self.go_to(place)
            return
        self._drawn_from = place, character
        self.capture_mouse()
        self._choose_to(character)

    def on_mouse_move(self, event: MouseMove) -> None:
        """Choose as far as the pointer is drawn, inside the one text."""
        under = self.under(event.x, event.y) if self._drawn_from else None
        if under and self._drawn_from and under[0] == self._drawn_from[0] and under[1] is not None:
            self._choose_to(under[1])

    def on_mouse_up(self, event: MouseUp) -> None:
        """Let what is chosen stand."""
        event.stop()
        self._drawn_from = None
        self.release_mouse()

    def on_click(self, event: Click) -> None:
        """Choose the sentence by a double click, the whole text by a third one."""
        for _ in range(min(event.chain, _THIRD) - 1):
            self.action_grow()

    def _choose_to(self, character: int) -> None:
        if self._drawn_from is not None:
            place, start = self._drawn_from
            self.cursor.choose_from(place, start, character)
            self.follow()
