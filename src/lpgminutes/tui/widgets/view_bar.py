"""The saved views on their number keys; the one that is shown stands between signs."""

from dataclasses import dataclass

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from lpgminutes.tui.text import one_line, plain

_BEFORE, _AFTER = "\N{BLACK RIGHT-POINTING SMALL TRIANGLE}", "\N{BLACK LEFT-POINTING SMALL TRIANGLE}"


class ViewBar(Widget):
    """One line of names; a click shows the view."""

    DEFAULT_CSS = """
    ViewBar { height: 1; width: 1fr; padding: 0 1; }
    """

    @dataclass
    class Clicked(Message):
        """A view was pointed at."""

        key: int

    names: reactive[dict[int, str]] = reactive(dict)
    shown: reactive[int | None] = reactive(None)

    def render(self) -> Content:
        """Return the names, cut with an ellipsis where they do not fit."""
        width = self.content_size.width
        line = Content("").join(self._entry(key, name) for key, name in self._from_first(width))
        return line.truncate(width, ellipsis=True, pad=True)

    def _from_first(self, width: int) -> list[tuple[int, str]]:
        """Return the entries from the first one on that leaves the shown one in sight."""
        entries = list(self.names.items())
        keys = [key for key, _ in entries]
        until = keys.index(self.shown) + 1 if self.shown in keys else 1
        first = 0
        while first < until - 1 and sum(self._entry(*one).cell_length for one in entries[first:until]) > width:
            first += 1
        return entries[first:]

    def _entry(self, key: int, name: str) -> Content:
        number = plain(str(key), "bold $text-accent")
        if key == self.shown:
            return (
                plain(_BEFORE, "$text-accent")
                + number
                + plain(" ")
                + one_line(name, "bold")
                + plain(_AFTER, "$text-accent")
            )
        return plain(" ") + number + plain(" ") + one_line(name) + plain(" ")

    def on_click(self, event: Click) -> None:
        """Show the view under the pointer."""
        left = event.get_content_offset_capture(self).x
        for key, name in self._from_first(self.content_size.width):
            width = self._entry(key, name).cell_length
            if 0 <= left < width:
                self.post_message(self.Clicked(key))
            left -= width
