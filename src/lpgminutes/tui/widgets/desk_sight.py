"""What is in sight of the minutes on the desk: where one is in them, and what was before somebody's eyes."""

from bisect import bisect_right
from collections.abc import Collection, Iterator

from textual.geometry import Region
from textual.message import Message
from textual.timer import Timer

from lpgminutes.domain.document import Place
from lpgminutes.tui.widgets.desk_cursor import DeskCursor
from lpgminutes.tui.widgets.laid_clause import LaidClause
from lpgminutes.tui.widgets.line_view import LineView

_KEPT = 2
"""Lines of a page that stay in sight when it is turned."""
_DWELL = 0.5
"""Seconds that a screenful rests before its texts count as seen."""


class DeskSight(LineView):
    """Clauses in lines, of which a screenful is in sight."""

    class Moved(Message):
        """Another text is at hand, or something else is chosen of it."""

    class Seen(Message):
        """Texts were before somebody's eyes for a moment."""

        def __init__(self, places: frozenset[Place]) -> None:
            super().__init__()
            self.places = places

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self.cursor = DeskCursor()
        self._laid: tuple[LaidClause, ...] = ()
        self._tops: list[int] = [0]
        self._resting: Timer | None = None
        """Runs while what is in sight does not count as seen yet."""
        self._rested: dict[LaidClause, set[int]] = {}
        """The lines of each clause that were in sight for a moment."""

    @property
    def is_internal_shown(self) -> bool:
        """Whether what is withheld can be read."""
        raise NotImplementedError

    def forget_what_is_gone(self) -> None:
        """Remember no lines of a clause that reads or is laid otherwise now."""
        self._rested = {clause: self._rested[clause] for clause in self._laid if clause in self._rested}

    def follow(self) -> None:
        """Bring the text at hand in sight, and say where one is."""
        self.refresh()
        self.bring_in_sight()
        self.post_message(self.Moved())

    def bring_in_sight(self) -> None:
        """Scroll to the text at hand; what is in sight then counts as seen in a moment."""
        here = self.cursor.here
        if here is not None and self._laid and not self._is_within(here.clause):
            self.scroll_to_region(self._region(here.clause), animate=False, force=True, immediate=True)
        self.rest()

    def _is_within(self, at: int) -> bool:
        """Whether the screen begins within a clause that is higher than it, with some of the text at hand in sight."""
        clause, here = self._laid[at], self.cursor.here
        if clause.height <= self.size.height or self.cursor.chosen is not None or here is None:
            return False
        part = self.scroll_offset.y - self._tops[at]
        first = clause.internal.line_of(here.place, 0) + clause.clause.is_apart
        last = clause.internal.line_of(here.place, max(len(self.cursor.text) - 1, 0)) + clause.clause.is_apart
        return 0 <= part < clause.height and first < part + self.size.height and last >= part

    def turn_within(self, step: int) -> bool:
        """Go a page on within a clause that goes on beyond the screen; returns whether there was more of it."""
        here = self.cursor.here
        if here is None or not self._laid or not self.size.height:
            return False
        top, page = self.scroll_offset.y, max(1, self.size.height - _KEPT)
        begins, ends = self._tops[here.clause], self._tops[here.clause + 1]
        is_more = begins <= top + page and ends > top + self.size.height if step > 0 else begins < top < ends
        if not is_more or ends - begins <= self.size.height:
            return False
        self.cursor.choose(None)
        wanted = min(top + page, ends - self.size.height) if step > 0 else max(top - page, begins)
        self.scroll_to(y=wanted, animate=False, force=True, immediate=True)
        self.follow()
        return True

    def is_cursor_in_sight(self) -> bool:
        """Whether a line of the text at hand is in sight."""
        here = self.cursor.here
        if here is None or here.clause >= len(self._laid):
            return True
        top = self.scroll_offset.y
        return self._tops[here.clause] < top + self.size.height and self._tops[here.clause + 1] > top

    def _region(self, at: int) -> Region:
        """Return the lines to bring in sight: the clause, or of a long one its first lines, or what is chosen."""
        top, height = self._tops[at], self._laid[at].height
        here = self.cursor.here
        if height >= self.size.height and here is not None:
            line = self._laid[at].internal.line_of(here.place, self.cursor.stretch[0])
            first = top + line + self._laid[at].clause.is_apart
            shown = min(self.size.height, self._tops[at + 1] - first)
            if self.cursor.chosen:
                last = self._laid[at].internal.line_of(here.place, max(self.cursor.stretch[1] - 1, 0))
                shown = min(self.size.height, max(last - line, 0) + 1)
            return Region(0, first, 1, shown)
        return Region(0, top, 1, height)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """What comes in sight is seen in a moment."""
        super().watch_scroll_y(old_value, new_value)
        self.rest()

    def rest(self) -> None:
        """Let what is in sight count as seen when it rests there for a moment."""
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(_DWELL, self._tell_what_is_seen)

    def _tell_what_is_seen(self) -> None:
        self._resting = None
        if self.is_internal_shown and self.app.screen is self.screen:
            self.post_message(self.Seen(frozenset(self._in_sight())))

    def _in_sight(self) -> Iterator[Place]:
        """Yield the texts of which every line was in sight for a moment, the last of them now."""
        top = self.scroll_offset.y
        bottom = top + self.size.height
        first = max(bisect_right(self._tops, top) - 1, 0)
        for at in range(first, len(self._laid)):
            if self._tops[at] >= bottom:
                return
            clause, begins = self._laid[at], self._tops[at]
            rested = self._rested.setdefault(clause, set())
            rested.update(range(max(top - begins, 0), min(bottom - begins, clause.height)))
            if rested.issuperset(range(clause.clause.is_apart, clause.height)):
                yield from clause.clause.places

    def go_to(self, place: Place) -> bool:
        """Go to a text; returns whether it is there."""
        is_there = self.cursor.go_to(place)
        self.follow()
        return is_there

    def go_where(self, places: Collection[Place], *, step: int = 1, is_read_on: bool = False) -> bool:
        """Go to the next text among some, round the end; returns whether there is one.

        Where one reads on from it, one that is not in sight comes to the top, with what there is room for after it;
        of one that is higher than the screen the next page comes, while there is one.
        """
        here = self.cursor.here
        if is_read_on and here is not None and here.place in places and self.turn_within(step):
            return True
        is_there = self.cursor.go_where(lambda place: place in places, step=step)
        if is_there and is_read_on:
            self._bring_to_top()
        self.follow()
        return is_there

    def _bring_to_top(self) -> None:
        here = self.cursor.here
        if here is None or not self._laid:
            return
        top = self.scroll_offset.y
        if self._tops[here.clause] < top or self._tops[here.clause + 1] > top + self.size.height:
            self.scroll_to(y=self._tops[here.clause], animate=False, force=True, immediate=True)
